"""What an address to be followed turns out to hold: entries, pages, or further addresses."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...errors import CaptureError, TruncatedRecordError
from ...model import Capture, Failure, Note
from ..decoding import decode_markup
from ..feed_file import read_feed
from ..formats import begins_as, tell_format
from ..json_feed import is_json_feed, read_json_feed
from ..limits import megabytes
from ..unpacking import Ahead, packing_of, read_bounded, unpack
from .answers import LARGEST_LISTING, Answer
from .feed_links import find_feed_links
from .opml import read_opml
from .sitemaps import MappedPage, read_sitemap

# What may stand before the first element (compare `formats`).
_BEFORE = (
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?[^>]{0,300}>|<!--(?:(?!-->).){0,4000}-->"
    rb"|<!DOCTYPE[^>\[]{0,300}>)\s*)*"
)
_SITE_MAP = re.compile(_BEFORE + rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]", re.I | re.S)
_OPML = re.compile(_BEFORE + rb"<opml[\s>]", re.I | re.S)
# The newest maps of an index: what changed lately is in them.
MOST_MAPS = 10
# Feeds have ten to some hundreds of entries, archives of a whole year some thousands. Each costs
# .2 ms to be made a capture: a feed of 32 MB made of nothing but entries would take minutes.
MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class Listing:
    """What one address lists; `further` are addresses that list for it.

    Of what breaks off (`is_whole` is false) there is more to come.
    """

    entries: tuple[Capture, ...] = ()
    pages: tuple[MappedPage, ...] = ()
    further: tuple[str, ...] = ()
    told: tuple[Failure | Note, ...] = ()
    is_whole: bool = True


def read_listing(answer: Answer) -> Listing:
    """Return what an answer lists, told by its content; raise CaptureError where it lists nothing.

    Addresses below it stand relative to where it was found, redirects followed.
    """
    raw = _unpacked(answer)
    if begins_as(_SITE_MAP, raw):
        return _of_site_map(raw, answer.url)
    if begins_as(_OPML, raw):
        return Listing(further=tuple(each.url for each in read_opml(raw, answer.url)))
    form = tell_format(raw[:8192], None, answer.url)
    if form == "feed":
        return _of_feed(read_feed(Ahead(io.BytesIO(raw)), answer.url), answer.url)
    if form == "json":
        return _of_json_feed(raw, answer.url)
    if form != "page":
        raise CaptureError(answer.url, "is no feed, no site map and no page that names a feed")
    return _of_page(raw, answer)


def _unpacked(answer: Answer) -> bytes:
    """Return the body of an answer, unpacked where it is a packed file (sitemap.xml.gz)."""
    if packing_of(answer.body[:4]) is None:
        return answer.body
    stream = unpack(io.BytesIO(answer.body), answer.url)
    raw = read_bounded(stream, LARGEST_LISTING)
    if len(raw) > LARGEST_LISTING:
        most = megabytes(LARGEST_LISTING)
        raise CaptureError(answer.url, f"unpacks to more than {most}, the most it may have")
    return raw


def _of_feed(found: Iterator[Capture | Failure | Note], url: str) -> Listing:
    entries: list[Capture] = []
    told: list[Failure | Note] = []
    is_whole = True
    try:
        for each in islice(found, MOST_ENTRIES):
            if isinstance(each, Capture):
                entries.append(each)
            else:
                told.append(each)
    except TruncatedRecordError as error:
        is_whole = False
        told.append(Failure(url, str(error)))
    except CaptureError as error:
        # A feed of the quiet kind has nothing now and something later.
        if error.reason != "the feed has no entries":
            raise
        told.append(Note(url, error.reason))
    return Listing(entries=tuple(entries), told=tuple(told), is_whole=is_whole)


def _of_json_feed(raw: bytes, url: str) -> Listing:
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CaptureError(url, f"is no JSON that can be read ({error})") from error
    if not is_json_feed(value):
        raise CaptureError(url, "is JSON, but no JSON Feed")
    return _of_feed(iter(read_json_feed(value, url)), url)


def _of_site_map(raw: bytes, url: str) -> Listing:
    site_map = read_sitemap(raw, url)
    pages = tuple(page for page in site_map.pages if _of_one_site(page.url, url))
    maps = tuple(each.url for each in site_map.maps if _of_one_site(each.url, url))
    told: list[Failure | Note] = []
    strange = len(site_map.pages) + len(site_map.maps) - len(pages) - len(maps)
    if strange:
        told.append(Note(url, f"lists {strange} addresses of other sites; they were passed over"))
    if len(maps) > MOST_MAPS:
        told.append(Note(url, f"lists {len(maps)} site maps; the newest {MOST_MAPS} are followed"))
    return Listing(pages=pages, further=maps[:MOST_MAPS], told=tuple(told))


def _of_page(raw: bytes, answer: Answer) -> Listing:
    markup = decode_markup(raw, answer.url, answer.charset)[0]
    feeds = find_feed_links(markup, answer.url)
    if not feeds:
        raise CaptureError(answer.url, "is no feed, no site map and no page that names a feed")
    told: tuple[Note, ...] = ()
    if feeds[1:]:
        # The first is the page's own; those of comments and sections come behind.
        others = ", ".join(feeds[1:4])
        told = (
            Note(answer.url, f"names {len(feeds)} feeds; {feeds[0]} is followed, not {others}"),
        )
    return Listing(further=feeds[:1], told=told)


def _of_one_site(url: str, site_map: str) -> bool:
    """Whether a page may be listed by a site map: on its host, or above or below its domain."""
    ours, theirs = _host(site_map), _host(url)
    return bool(theirs) and (
        theirs == ours or theirs.endswith("." + ours) or ours.endswith("." + theirs)
    )


def _host(url: str) -> str:
    found = re.match(r"https?://(?:[^/?#@]*@)?([^/:?#]+|\[[^\]]*\])", url, re.I)
    return found[1].lower().removeprefix("www.") if found else ""
