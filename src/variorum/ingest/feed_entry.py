"""One entry of a feed of any format, made into a capture."""

import html
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from ..errors import CaptureError
from ..model import Capture, Stated
from ..text.mending import mend
from .language_codes import language_code
from .page_file import make_capture, render
from .teaser import is_teaser

_TAG = re.compile(r"<[/a-zA-Z!][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
# "desk@courier.example (Ada Brook)", as RSS wants it, and "Ada Brook <desk@courier.example>".
_MAILED = re.compile(
    r"\S{1,200}@\S{1,200}\s*\((?P<behind>[^()]+)\)\Z|(?P<before>[^<>]*)<[^\s<>@]{1,200}@[^<>]*>\Z"
)
_MAIL = re.compile(r"\s*\S+@\S+\.\S+\s*\Z")
_PARTS = re.compile(r"\s+[-–—|»›·•:/]+\s+|\s*[|»›]\s*|:\s+")
_DAY = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """The text of an entry, or its summary: markup or plain text."""

    text: str
    is_markup: bool

    def rendered(self, location: str) -> str:
        """Return the text that a reader sees."""
        return render(mend(self.text), location) if self.is_markup else self.text


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    title: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; `content` is its text, `summary` what describes it."""

    title: str | None = None
    key: str | None = None
    url: str | None = None
    content: Part | None = None
    summary: Part | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    supplier: str | None = None
    supplier_url: str | None = None
    image_credit: tuple[str, ...] = ()


def capture_entry(entry: Entry, feed: Feed, location: str) -> Capture:
    """Return the capture of an entry; raise CaptureError where it has neither text nor title."""
    content, summary = (_seen(part, location) for part in (entry.content, entry.summary))
    shown = entry.content if content and (len(content) >= len(summary)) else entry.summary
    if not content and not summary:
        shown = Part(entry.title or "", is_markup=False)
    if shown is None or not shown.text.strip():
        raise CaptureError(location, "the entry has neither text nor title")
    url = urljoin(feed.url or "", entry.url) if entry.url else None
    outlet, supplier = _outlet_and_supplier(entry, feed, url)
    return make_capture(
        location,
        shown.text,
        is_markup=shown.is_markup,
        key=entry.key,
        url=url,
        stated=Stated(
            headline=entry.title,
            byline=entry.authors or feed.authors,
            outlet=outlet,
            published=iso_time(entry.published or entry.modified),
            modified=iso_time(entry.modified) if entry.published else None,
            language=language_code(entry.language) or language_code(feed.language),
            teaser=is_teaser(content or None, summary or None),
            standfirst=_standfirst(content, summary),
            tags=entry.tags,
            supplier=supplier,
            image_credit=entry.image_credit,
        ),
    )


def as_part(text: str | None, *, is_markup: bool | None = None) -> Part | None:
    """Return a text as a part of an entry; where its kind is not told, tags and entities tell."""
    if not text or not text.strip():
        return None
    return Part(text, bool(_TAG.search(text)) if is_markup is None else is_markup)


def plain(text: str | None) -> str | None:
    """Return a title or a name as plain text on one line; `None` where nothing is left."""
    if not text:
        return None
    if _TAG.search(text):
        text = html.unescape(re.sub(r"</?[a-zA-Z][^<>]{0,2000}>", "", text))
    return " ".join(text.split()) or None


def person(text: str | None) -> str | None:
    """Return the name in an author's entry, which may come with an address for mail."""
    found = _MAILED.match((text or "").strip())
    if found:
        text = found["behind"] or found["before"]
    return None if _MAIL.match(text or "") else plain(text)


def iso_time(text: str | None) -> str | None:
    """Return a feed's time in ISO 8601, without a zone where it names none; others as they stand.

    >>> iso_time("Mon, 06 May 2024 11:00:00 +0200"), iso_time("06 May 2024")
    ('2024-05-06T11:00:00+02:00', '2024-05-06')
    """
    if not text or not text.strip():
        return None
    text = " ".join(text.split())
    try:
        datetime.fromisoformat(text)
    except ValueError:
        pass
    else:
        return text
    try:
        if _DAY.match(text):
            return parsedate_to_datetime(text + " 00:00:00").date().isoformat()
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text


def _seen(part: Part | None, location: str) -> str:
    return part.rendered(location).strip() if part else ""


def _standfirst(content: str, summary: str) -> str | None:
    """Return a summary that is not just how the text begins."""
    line = " ".join(summary.split())
    if (
        not content
        or not line
        or line[:40] in " ".join(content.split())
        or len(line) >= len(content)
    ):
        return None
    return line


def _outlet_and_supplier(
    entry: Entry, feed: Feed, url: str | None
) -> tuple[str | None, str | None]:
    """Return who published an entry, and from whom the text was taken where that is another.

    A feed that gathers from many names the outlet of each entry where others name a supplier: the
    address of the entry tells whose page it is.
    """
    own = _name_of_outlet(feed.title, feed.url or url)
    if not entry.supplier or entry.supplier in (own, feed.title):
        return own, None
    hosts = _host(url), _host(entry.supplier_url), _host(feed.url)
    if hosts[0] and hosts[0] == hosts[1] != hosts[2]:
        return entry.supplier, None
    return own, entry.supplier


def _name_of_outlet(title: str | None, url: str | None) -> str | None:
    """Return the part of a feed's title that its host bears out, else the title.

    Feeds of sections are called "The Courier - World"; the outlet is one for all of them.
    """
    host = re.sub(r"[^a-z0-9]", "", _host(url))
    for part in _PARTS.split(title or ""):
        letters = re.sub(r"[\W_]", "", part.lower())
        if len(letters) > 2 and (letters in host or letters.removeprefix("the") in host):
            return part.strip()
    return title


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
