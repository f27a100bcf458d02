"""News agencies and syndicating outlets: their names in many languages, and where a text shows them.

Those of the directory go by their canonical short names; agencies that only the form of their
names gives away go by what the page prints.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from .forms import has_supplier_form, is_initials, supplier_forms

_DIRECTORY = Path(__file__).with_name("agencies.json")
# What stands between the names of two agencies in one slot: "dpa/AFP", "sda, reuters and AP".
_BETWEEN = re.compile(
    r"\s*(?:[/,;+&|·-]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bvia\b)\s*", re.IGNORECASE
)
_TRIM = " \t\u00a0.,:;|•·*©()[]—–-/"
_ARTICLE = re.compile(r"(?:the|from|via)\s+", re.IGNORECASE)
# What parts a reporter's name from an unknown agency's: "Anna Roe, Harn Press Agency".
_APART = re.compile(r"(?:[,/|(–—-]|\b(?:of|for|from|with))\s*(?:[Tt]he\s)?$")
_ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agency:
    """One supplier of texts: its canonical short name, the hosts of its own pages, what it is.

    An `agency` lives on supplying others. An `outlet` publishes for itself and also syndicates:
    on its own pages its name credits nobody.
    """

    name: str
    kind: Literal["agency", "outlet"]
    hosts: tuple[str, ...]

    def publishes(self, host: str | None) -> bool:
        """Whether `host` is a page of its own."""
        return host is not None and any(
            host == own or host.endswith("." + own) or host.startswith(own + "/")
            for own in self.hosts
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A supplier's name in a text, `[begin, end)` relative to it."""

    agency: Agency
    begin: int
    end: int


def canonical_agency(name: str) -> Agency | None:
    """Return the agency whose name the whole of `name` is, article and brackets aside.

    >>> canonical_agency("The Associated Press.").name
    'AP'
    """
    short, long, _, _ = _directory()
    trimmed = name.strip(_TRIM)
    without = _ARTICLE.sub("", trimmed, count=1) if _ARTICLE.match(trimmed) else trimmed
    known = short.get(trimmed) or long.get(trimmed.casefold()) or long.get(without.casefold())
    return known or (unlisted(without) if has_supplier_form(without) else None)


def unlisted(name: str) -> Agency:
    """Return an agency that the directory does not hold, under the name that the page prints."""
    return Agency(name, "agency", ())


def agencies_in_dateline(slot: str) -> tuple[Agency, ...]:
    """Return the agencies that the bracket of a dateline names; there initials are an agency's."""
    named = agencies_in_slot(slot)
    initials = slot.strip(_TRIM)
    return named or ((unlisted(initials),) if is_initials(initials) else ())


def agencies_in_slot(slot: str) -> tuple[Agency, ...]:
    """Return the agencies that a slot made for them names, none where it holds anything else.

    A slot is the bracket of a dateline, a line of its own, the place after a reporter's name.
    """
    whole = canonical_agency(slot)
    if whole:
        return (whole,)
    found: list[Agency] = []
    for piece in _BETWEEN.split(slot.strip(_TRIM)):
        agency = canonical_agency(piece)
        if agency is None:
            # Regional and topical services of one agency: "dpa/lby", "dpa-infocom".
            if found and re.fullmatch(r"[a-zäöü]{2,4}", piece):
                continue
            return ()
        if agency not in found:
            found.append(agency)
    return tuple(found)


def agencies_named(text: str) -> tuple[Mention, ...]:
    """Return the full names of agencies in running text, in order; bare abbreviations are left out."""
    _, long, pattern, _ = _directory()
    known = [
        Mention(long[found.group().casefold()], found.start(), found.end())
        for found in pattern.finditer(text)
    ]
    formed = [
        Mention(unlisted(text[begin:end]), begin, end)
        for begin, end in supplier_forms(text)
        if not any(begin < each.end and each.begin < end for each in known)
    ]
    return tuple(sorted((*known, *formed), key=lambda each: each.begin))


def agency_at_end(text: str) -> Mention | None:
    """Return the agency whose name, abbreviations included, ends `text`: "ANNA ROE, Associated Press"."""
    short, long, _, ending = _directory()
    found = ending.search(text)
    if found is None:
        return _unlisted_at_end(text)
    name = found.group("name")
    agency = short.get(name) or long.get(name.casefold())
    return Mention(agency, found.start("name"), found.end("name")) if agency else None


def _unlisted_at_end(text: str) -> Mention | None:
    end = len(text.rstrip(_TRIM))
    for begin, stop in supplier_forms(text):
        if stop == end and _APART.search(text[:begin]):
            return Mention(unlisted(text[begin:stop]), begin, stop)
    return None


def agency_of_host(address: str) -> Agency | None:
    """Return the agency whose own host an address names."""
    found = _ADDRESS.fullmatch(address.strip(_TRIM))
    if found is None:
        return None
    host = found.group(1).lower()
    return next((agency for agency in _agencies() if agency.publishes(host)), None)


@cache
def _records() -> tuple[tuple[Agency, tuple[str, ...], tuple[str, ...]], ...]:
    rows = json.loads(_DIRECTORY.read_text(encoding="utf-8"))
    return tuple(
        (
            Agency(row["name"], row["kind"], tuple(row["hosts"])),
            tuple(row["forms"]),
            tuple(row["short"]),
        )
        for row in rows
    )


def _agencies() -> tuple[Agency, ...]:
    return tuple(agency for agency, _, _ in _records())


@cache
def _directory() -> tuple[
    Mapping[str, Agency], Mapping[str, Agency], re.Pattern[str], re.Pattern[str]
]:
    short = {form: agency for agency, _, abbreviations in _records() for form in abbreviations}
    long = {form.casefold(): agency for agency, forms, _ in _records() for form in forms}
    by_length = sorted(long, key=lambda form: (-len(form), form))
    names = "|".join(map(re.escape, by_length))
    abbreviations = "|".join(map(re.escape, sorted(short, key=lambda form: (-len(form), form))))
    inside = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    # A capital after a small letter begins a name too: renderings weld "Roe" and "Associated Press".
    ending = re.compile(
        rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))"
        rf"(?P<name>(?i:{names})|(?<![\w.])(?:{abbreviations}))[\s.)\]•*]*$"
    )
    return short, long, inside, ending
