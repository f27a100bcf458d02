"""RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0), well-formed or not: one capture an entry.

Nothing that a feed refers to is fetched.
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import CaptureError, TruncatedRecordError
from ..model import Capture, Failure, Note
from ..text.mending import mend
from .decoding import decode_markup
from .feed_elements import is_entry, read_entry, read_feed_element
from .feed_entry import capture_entry
from .limits import LARGEST_CAPTURE, megabytes
from .unpacking import Ahead, read_bounded

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROLOGUE = re.compile(
    r"\s*<\?xml[^>]{0,300}>|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,20000}\]\s*)?>", re.I
)
# XML knows five entities by name and none of HTML's, which many feeds use all the same.
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,30});")
_LOOSE = re.compile(r"&(?![a-zA-Z][a-zA-Z0-9]{0,30};|#\d{1,7};|#x[0-9a-fA-F]{1,6};)")
_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPENED = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_CLOSED = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>")
_ENDED = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s*>", re.I)
_END = 2000


def read_feed(stream: Ahead, location: str) -> Iterator[Capture | Failure | Note]:
    """Yield the captures of a feed's entries; a feed that breaks off keeps those before."""
    raw = read_bounded(stream, LARGEST_CAPTURE)
    if len(raw) > LARGEST_CAPTURE:
        raise CaptureError(location, f"is longer than a feed may be ({megabytes(LARGEST_CAPTURE)})")
    if not raw.strip():
        raise CaptureError(location, "is empty")
    text, encoding = decode_markup(raw, location)
    if encoding is not None:
        yield Note(location, f"is not in the encoding that it declares; read as {encoding}")
    root = _parsed(text, location)
    entries = [each for each in root.iter("*") if is_entry(each)]
    whole = _ENDED.search(text, max(0, len(text) - _END)) is not None
    if not whole and _breaks_within_entry(text):
        entries = entries[:-1]
    feed = read_feed_element(root)
    for number, each in enumerate(entries, start=1):
        here = f"{location}#{number}"
        try:
            yield capture_entry(read_entry(each), feed, here)
        except CaptureError as error:
            yield Failure(here, str(error))
    if not whole:
        told = f"the feed breaks off after {len(entries)} whole entries; they were read"
        raise TruncatedRecordError(location, told)
    if not entries:
        raise CaptureError(location, "the feed has no entries")


def _parsed(text: str, location: str) -> "_Element":
    """Return the root of a feed, as far as it can be parsed."""
    # A compiled parser: loaded where there is a feed.
    from lxml import etree

    # What breaks a rule is read all the same; nothing is fetched, no entity stands for another
    # text, and depth and length keep to the library's limits against bombs.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_well_formed(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise CaptureError(location, f"is no XML that can be read: {error.msg}") from error
    if root is None:
        raise CaptureError(location, "is no XML that can be read")
    return root


def _well_formed(text: str) -> str:
    """Return the text of a feed without what many feeds have and XML forbids."""
    text = _NEVER.sub(
        "\ufffd", _PROLOGUE.sub("", mend(text).removeprefix("\ufeff"), count=2)
    ).lstrip()
    parts: list[str] = []
    at = 0
    # In a section the sign of an entity is only a sign.
    while (begin := text.find(_SECTION, at)) >= 0:
        end = text.find(_SECTION_END, begin)
        end = len(text) if end < 0 else end
        parts += [_LOOSE.sub("&amp;", _ENTITY.sub(_letter, text[at:begin])), text[begin:end]]
        at = end
    parts.append(_LOOSE.sub("&amp;", _ENTITY.sub(_letter, text[at:])))
    return "".join(parts)


def _letter(entity: re.Match[str]) -> str:
    letter = html.unescape(entity.group())
    return letter if letter != entity.group() else f"&amp;{entity.group(1)};"


def _breaks_within_entry(text: str) -> bool:
    return len(_OPENED.findall(text)) > len(_CLOSED.findall(text))
