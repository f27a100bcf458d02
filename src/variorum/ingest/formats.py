"""What a file holds: told by how it begins, and where that leaves a choice by its name."""

import re
from typing import Literal

from ..errors import UnknownFormatError
from .paths import (
    ENDINGS,
    FEED_ENDINGS,
    PAGE_ENDINGS,
    PARQUET_ENDINGS,
    RECORD_ENDINGS,
    WARC_ENDINGS,
)
from .unpacking import PACKED_ENDINGS

Format = Literal["page", "feed", "json", "records", "parquet", "warc"]

# Archives and documents that are neither pages nor records, by the bytes that they begin with.
_REFUSED = (
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
    (b"BZh", "packed with bzip2; only gzip and Zstandard are unpacked here"),
    (b"\xfd7zXZ\x00", "packed with xz; only gzip and Zstandard are unpacked here"),
    (b"\x1f\x8b", "packed twice; unpack it once"),
    (b"\x28\xb5\x2f\xfd", "packed twice; unpack it once"),
    (b"%PDF-", "a PDF document, not a page or a file of records"),
)
# What may stand before the first element. Each comment can be read in one way only: an expression
# that could also run over two of them at once would take for ever on many.
_MARKUP = (
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?[^>]{0,300}>|<!--(?:(?!-->).){0,4000}-->"
    rb"|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,4000}\]\s*)?>)\s*)*"
)
_FEED = re.compile(_MARKUP + rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I | re.S)
_PAGE = re.compile(_MARKUP + rb"<(?:\w{1,20}:)?html[\s>]", re.I | re.S)
_JSON_FEED = re.compile(
    rb'\s*\{(?:[^{}]|\{[^{}]*\})*?"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org'
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def tell_format(start: bytes, name: str | None, location: str) -> Format:
    """Return the format of a file that begins with `start` once unpacked; `name` ends as it promises.

    Raises UnknownFormatError for what is read nowhere.
    """
    ending = _ending(name or "")
    for magic, told in _REFUSED:
        if start.startswith(magic):
            raise UnknownFormatError(location, f"is {told}")
    if start.startswith(b"PAR1") or ending in PARQUET_ENDINGS:
        return "parquet"
    if re.match(rb"WARC/\d", start) or ending in WARC_ENDINGS:
        return "warc"
    if ending in RECORD_ENDINGS:
        return "records"
    if begins_as(_FEED, start):
        return "feed"
    if ending == ".json" or _JSON_FEED.match(start) or (name is None and _is_json(start)):
        return "json"
    if ending in FEED_ENDINGS:
        return _feed_or_page(start, location)
    if name is None or ending in PAGE_ENDINGS:
        return "page"
    raise UnknownFormatError(location, f"is in no format read here ({', '.join(ENDINGS)})")


def begins_as(root: re.Pattern[bytes], start: bytes) -> bool:
    """Tell whether markup begins with a certain element, in UTF-16 too."""
    if start.startswith(_WIDE):
        start = start[2:].replace(b"\x00", b"")
    return root.match(start[:8192]) is not None


def _feed_or_page(start: bytes, location: str) -> Format:
    if not start.strip() or start.lstrip()[:1] == b"{":
        return "json" if start.strip() else "feed"
    if begins_as(_PAGE, start):
        return "page"
    raise UnknownFormatError(location, "holds neither a feed (RSS, Atom, JSON Feed) nor a page")


def _is_json(start: bytes) -> bool:
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def _ending(name: str) -> str:
    name = name.lower()
    for packed in PACKED_ENDINGS:
        name = name.removesuffix(packed)
    return name[name.rfind(".") :] if "." in name else ""
