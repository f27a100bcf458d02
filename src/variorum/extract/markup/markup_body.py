"""The body of a page captured as markup: what trafilatura takes for it, placed in the rendering."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...model import Capture, Span
from ..body.set_apart import SetApart
from ..claims import Claims
from ..site.context import host_of
from .markup import read_markup
from .metadata import read_claims

# Letters by which the two ends of a paragraph are found where its middle is written otherwise in
# the rendering (a button, a hidden note).
_END = 24
# Less than two sentences of text is a notice or a login, not an article; the lines decide alone then.
_LEAST_TEXT = 200
# What str.split takes for white space.
_SPACES = np.array([code for code in range(0x3001) if chr(code).isspace()], dtype=np.uint32)
_BLOCKS = frozenset({"p", "quote", "item", "head", "code", "cell"})


def claims_of_page(capture: Capture, stated: Claims) -> Claims:
    """Return what a page of markup claims of itself, below what its record states."""
    markup = capture.markup or ""
    return _dated(_joined(stated, read_claims(read_markup(markup), host_of(capture.url))), markup)


def find_set_apart(markup: str, text: str) -> SetApart | None:
    """Return what `markup` sets apart as its text, by its places in the rendering `text`.

    `None` where too little of it can be found.
    """
    placed = _place(_blocks(markup), text)
    if sum(span.end - span.begin for span, is_head in placed if not is_head) < _LEAST_TEXT:
        return None
    return SetApart(
        tuple(span for span, is_head in placed if not is_head),
        tuple(span for span, is_head in placed if is_head),
    )


def _joined(stated: Claims, read: Claims) -> Claims:
    """Return the claims of the record, completed by those of the markup."""
    return replace(
        read,
        headline=stated.headline or read.headline,
        byline=stated.byline or read.byline,
        outlet=stated.outlet or read.outlet,
        published=stated.published or read.published,
        modified=stated.modified or read.modified,
    )


def _dated(claims: Claims, markup: str) -> Claims:
    """Return the claims, dated by htmldate where nothing else dates the page; it knows days only."""
    if claims.published:
        return claims
    from htmldate import find_date

    found = find_date(markup, extensive_search=False, original_date=True)
    return replace(claims, published=str(found) if found else None)


def _blocks(markup: str) -> list[tuple[str, bool]]:
    """Return the paragraphs and headings that trafilatura finds: text, whether a heading."""
    # A second to import: only where there is markup.
    from trafilatura import bare_extraction

    found = bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)
    # A Document; the annotation of the library also admits a dict, which nothing returns.
    tree = getattr(found, "body", None)
    if tree is None:
        return []
    blocks: list[tuple[str, bool]] = []
    for element in tree.iter():
        if element.tag in _BLOCKS and not any(child.tag in _BLOCKS for child in element):
            text = "".join(element.itertext())
            if text.strip():
                blocks.append((text, element.tag == "head"))
    return blocks


def _place(blocks: list[tuple[str, bool]], text: str) -> list[tuple[Span, bool]]:
    squeezed, offsets = _squeezed(text)
    placed: list[tuple[Span, bool]] = []
    at = 0
    for block, is_head in blocks:
        span = _find("".join(block.split()), squeezed, at)
        if span is None:
            continue
        at = span[1]
        placed.append((Span(int(offsets[span[0]]), int(offsets[span[1] - 1]) + 1), is_head))
    return placed


def _find(wanted: str, squeezed: str, at: int) -> tuple[int, int] | None:
    begin = squeezed.find(wanted, at)
    if begin >= 0:
        return begin, begin + len(wanted)
    if len(wanted) < 3 * _END:
        return None
    begin = squeezed.find(wanted[:_END], at)
    if begin < 0:
        return None
    end = squeezed.find(wanted[-_END:], begin)
    if end < 0 or end - begin > 2 * len(wanted):
        return None
    return begin, end + _END


def _squeezed(text: str) -> tuple[str, NDArray[np.int64]]:
    """Return `text` without white space, and where each letter of that stood."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    space = np.isin(points, _SPACES)
    return "".join(text.split()), np.flatnonzero(~space)
