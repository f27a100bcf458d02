"""What a page of markup claims of itself, below what the record that brought it states."""

import re
from dataclasses import replace

from ...model import Capture
from ..claims import Claims
from ..site.context import host_of
from .markup import read_markup
from .metadata import read_claims

# htmldate parses the page once more: 3 s for a megabyte of tags that mean harm.
_LONGEST_DATED = 400_000
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\b", re.IGNORECASE)


def claims_of_page(capture: Capture, stated: Claims, *, fast: bool = False) -> Claims:
    """Return what a page claims of itself, below what its record states.

    `fast` leaves out what takes a second parse of the page: a day found by htmldate.
    """
    markup = capture.markup or ""
    claims = _joined(stated, read_claims(read_markup(markup), host_of(capture.url)))
    return claims if fast else _dated(claims, markup)


def _joined(stated: Claims, read: Claims) -> Claims:
    """Return the claims of the record, completed by those of the markup."""
    return replace(
        read,
        headline=stated.headline or read.headline,
        byline=stated.byline or read.byline,
        outlet=stated.outlet or read.outlet,
        published=stated.published or read.published,
        modified=stated.modified or read.modified,
        standfirst=stated.standfirst or read.standfirst,
        tags=stated.tags or read.tags,
        suppliers=stated.suppliers,
    )


def _dated(claims: Claims, markup: str) -> Claims:
    """Return the claims, dated by htmldate where nothing else dates the page; it knows days only."""
    if claims.published or len(markup) > _LONGEST_DATED:
        return claims
    from htmldate import find_date

    found = find_date(_without_scripts(markup), extensive_search=False, original_date=True)
    return replace(claims, published=str(found) if found else None)


def _without_scripts(markup: str) -> str:
    """Return markup without its scripts: their records of other articles have dates, too."""
    kept: list[str] = []
    at = 0
    while opened := _SCRIPT.search(markup, at):
        kept.append(markup[at : opened.start()])
        closed = _SCRIPT_END.search(markup, opened.end())
        if closed is None:
            return "".join(kept)
        at = closed.end()
    return "".join((*kept, markup[at:]))
