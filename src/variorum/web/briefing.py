"""The briefing of a day: one entry an event, as a page, Atom, JSON Feed, or plain text to mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..archive.shelves.desk import Lede, ledes_of
from ..errors import OptionError
from ..export.html.phrases import day_worded
from ..export.html.safe_text import show_unseen
from ..export.wording import count, join_names
from ..model.holding import StorySummary
from .desk import Desk, span_address
from .refusal import as_bytes

_ENTRIES = 50
_NAMED = 4
_LONGEST_LEDE = 420
_MAIL_WIDTH = 72
_FORMATS = ("atom", "json", "txt")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a day."""

    story: StorySummary
    headline: str
    told: str
    since: str | None
    lede: str | None
    lede_from: str | None
    lede_address: str | None
    disputed: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A day's events, and how many there are beyond them."""

    day: str
    title: str
    entries: tuple[Entry, ...]
    left: int


def briefing(desk: Desk, request: Request) -> Response:
    """Answer with the briefing of the day asked for, else of the latest."""
    asked = request.path_params.get("day", "")
    day, _, form = asked.partition(".")
    if form and form not in _FORMATS:
        raise OptionError("briefing", f"comes as .{', .'.join(_FORMATS)}, not as .{form}")
    if not day or day == "latest":
        days = desk.archive.days(limit=1)
        if not days:
            return desk.render(request, "empty", undated=())
        day = days[0].day
    told = _briefing(desk, day)
    base = str(request.base_url).rstrip("/")
    if form == "atom":
        return _answer(_atom(told, base), "application/atom+xml; charset=utf-8")
    if form == "json":
        return Response(as_bytes(_json_feed(told, base)), media_type="application/feed+json")
    if form == "txt":
        return _answer(_plain(told, base), "text/plain; charset=utf-8")
    return desk.render(request, "briefing", briefing=told)


def _answer(text: str, media_type: str) -> Response:
    return Response(text.encode("utf-8", "replace"), media_type=media_type)


def _briefing(desk: Desk, day: str) -> Briefing:
    page = desk.archive.stories(day=day, limit=_ENTRIES)
    ledes = ledes_of(desk.archive, [story.id for story in page.rows])
    entries = tuple(_entry(story, ledes.get(story.id), day) for story in page.rows)
    left = max(0, (page.total or len(entries)) - len(entries))
    return Briefing(day, f"The news of {day_worded(day)}", entries, left)


def _entry(story: StorySummary, lede: Lede | None, day: str) -> Entry:
    since = story.first_day if story.first_day and story.first_day < day else None
    return Entry(
        story=story,
        headline=show_unseen(story.headline or "A story without a headline"),
        told=told_of(story),
        since=day_worded(since, year=False) if since else None,
        lede=show_unseen(_shortened(lede.text)) if lede else None,
        lede_from=show_unseen(lede.outlet or "an unnamed outlet") if lede else None,
        lede_address=span_address(lede.article, lede.begin, lede.end) if lede else None,
        disputed=tuple(show_unseen(each) for each in story.disputed),
        path=f"/stories/{story.id}",
    )


def told_of(story: StorySummary) -> str:
    """Return "Three accounts on nine pages: The Tern, Pilot News and two others."."""
    accounts, pages = count(story.accounts, "account"), count(story.pages, "page")
    names = list(story.outlets[:_NAMED])
    if left := len(story.outlets) - len(names):
        names.append(count(left, "other"))
    listed = f": {show_unseen(join_names(names))}" if names else ""
    told = f"{accounts} on {pages}{listed}"
    return f"{told[:1].upper()}{told[1:]}{'' if told.endswith('.') else '.'}"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_LEDE:
        return words
    return words[:_LONGEST_LEDE].rsplit(" ", 1)[0] + " …"


def _sentences(entry: Entry) -> list[str]:
    told = [entry.told]
    if entry.since:
        told.append(f"Going on since {entry.since}.")
    if entry.disputed:
        told.append(f"Disputed: {'; '.join(entry.disputed)}.")
    if entry.lede:
        told.append(f"{entry.lede} ({entry.lede_from})")
    return told


def _updated(entry: Entry, day: str) -> str:
    """Return a time as feeds want one: with a zone; a day that names none is told at its begin."""
    return f"{day_of(entry, day)}T00:00:00Z"


def day_of(entry: Entry, day: str) -> str:
    """Return the last day of an entry's story up to the day of the briefing."""
    last = entry.story.last_day
    return min(last, day) if last else day


def _json_feed(told: Briefing, base: str) -> dict[str, Any]:
    """Return JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": told.title,
        "home_page_url": f"{base}/briefing/{told.day}",
        "feed_url": f"{base}/briefing/{told.day}.json",
        "items": [
            {
                "id": entry.story.id,
                "url": f"{base}{entry.path}",
                "title": entry.headline,
                "content_text": "\n\n".join(_sentences(entry)),
                "date_published": _updated(entry, told.day),
                "tags": list(entry.story.agencies),
            }
            for entry in told.entries
        ],
    }


def _atom(told: Briefing, base: str) -> str:
    """Return Atom (RFC 4287), written by a library that escapes what is captured."""
    from lxml import etree

    def add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
        child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", **attributes)
        child.text = text
        return child

    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    add(feed, "id", f"urn:variorum:briefing:{told.day}")
    add(feed, "title", told.title)
    add(feed, "updated", f"{date.fromisoformat(told.day)}T00:00:00Z")
    add(add(feed, "author"), "name", "Variorum")
    add(feed, "link", rel="self", href=f"{base}/briefing/{told.day}.atom")
    add(feed, "link", rel="alternate", type="text/html", href=f"{base}/briefing/{told.day}")
    for entry in told.entries:
        made = add(feed, "entry")
        add(made, "id", f"urn:variorum:story:{entry.story.id}")
        add(made, "title", entry.headline)
        add(made, "updated", _updated(entry, told.day))
        add(made, "link", rel="alternate", type="text/html", href=f"{base}{entry.path}")
        add(made, "summary", "\n\n".join(_sentences(entry)), type="text")
    written: bytes = etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written.decode("utf-8")


def _plain(told: Briefing, base: str) -> str:
    """Return the briefing as text that any mail program shows."""
    lines = [told.title, "=" * len(told.title), ""]
    for number, entry in enumerate(told.entries, start=1):
        lines += _filled(f"{number}. {entry.headline}")
        for sentence in _sentences(entry):
            lines += _filled(sentence, 3)
        lines += [f"   {base}{entry.path}", ""]
    if not told.entries:
        lines += ["No story has a page of this day.", ""]
    if told.left:
        lines += _filled(f"And {count(told.left, 'story', 'stories')} more.")
    return "\n".join(lines) + "\n"


def _filled(words: str, indent: int = 0) -> Sequence[str]:
    margin = " " * indent
    return wrap(words, _MAIL_WIDTH, initial_indent=margin, subsequent_indent=margin)
