"""News agencies and syndicating outlets: their names in many languages, and where a text shows them.

Those of the directory go by their canonical short names; agencies that only the form of their
names gives away go by what the page prints.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from .forms import has_supplier_form, is_initials, supplier_forms
from .names import NameIndex

_DIRECTORY = Path(__file__).with_name("agencies.json")
# What stands between the names of two agencies in one slot: "dpa/AFP", "sda, reuters and AP".
_BETWEEN = re.compile(
    r"\s*(?:[/,;+&|·=＝、]|\s[-–—]\s|\b(?:and|und|et|y|e|og|och|ja|en|i|a|и|та|ve|dan|via)\b)\s*",
    re.IGNORECASE,
)
_TRIM = " \t\u00a0.,:;|•·*©()[]（）【】—–-/"
_ARTICLE = re.compile(r"(?:the|from|via)\s+", re.IGNORECASE)
# What parts a reporter's name from an unknown agency's: "Anna Roe, Harn Press Agency".
_APART = re.compile(r"(?:[,/|(–—-]|\b(?:of|for|from|with))\s*(?:[Tt]he\s)?$")
_ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[\s.)\]•*]*$")
# Regional and topical services of one agency: "dpa/lby", "dpa-infocom".
_SERVICE = re.compile(r"[a-zäöü]{2,4}")
# A slot is short; longer ones hold sentences.
_LONGEST_SLOT = 120
_LONGEST_NAME = 60
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Agency:
    """One supplier of texts: its canonical short name, the hosts of its own pages, what it is.

    An `agency` lives on supplying others. An `outlet` publishes for itself and also syndicates:
    on its own pages its name credits nobody. `listed` tells that the directory holds it.
    """

    name: str
    kind: Literal["agency", "outlet"]
    hosts: tuple[str, ...]
    listed: bool = True

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


@dataclass(frozen=True, slots=True)
class _Directory:
    """The agencies by their abbreviations as printed, by their folded names, and by their hosts."""

    short: Mapping[str, Agency]
    long: Mapping[str, Agency]
    hosts: Mapping[str, Agency]
    everyday: frozenset[str]
    names: NameIndex
    endings: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1 << 12)
def canonical_agency(name: str) -> Agency | None:
    """Return the agency whose name the whole of `name` is, article and brackets aside.

    >>> canonical_agency("The Associated Press.").name
    'AP'
    """
    if len(name) > _LONGEST_SLOT:
        return None
    known = _directory()
    trimmed = name.strip(_TRIM)
    without = _ARTICLE.sub("", trimmed, count=1) if _ARTICLE.match(trimmed) else trimmed
    listed = (
        known.short.get(trimmed)
        or known.short.get(name.strip())
        or known.long.get(trimmed.casefold())
        or known.long.get(without.casefold())
    )
    return listed or (unlisted(without) if has_supplier_form(without) else None)


def unlisted(name: str) -> Agency:
    """Return an agency that the directory does not hold, under the name that the page prints."""
    return Agency(name, "agency", (), listed=False)


def is_everyday(name: str) -> bool:
    """Whether a name of an agency is a common word or label of menus too: "MAP", "Observer", "RSS"."""
    return name.strip(_TRIM) in _directory().everyday


def agencies_in_dateline(slot: str) -> tuple[Agency, ...]:
    """Return the agencies that the bracket of a dateline names; there initials are an agency's."""
    named = agencies_in_slot(slot)
    initials = slot.strip(_TRIM)
    return named or ((unlisted(initials),) if is_initials(initials) else ())


@lru_cache(maxsize=1 << 12)
def agencies_in_slot(slot: str) -> tuple[Agency, ...]:
    """Return the agencies that a slot made for them names, none where it holds anything else.

    A slot is the bracket of a dateline, a line of its own, the place after a reporter's name.
    """
    if len(slot) > _LONGEST_SLOT:
        return ()
    whole = canonical_agency(slot)
    if whole:
        return (whole,)
    found: list[Agency] = []
    for piece in _BETWEEN.split(slot.strip(_TRIM)):
        agency = canonical_agency(piece)
        parts = (agency,) if agency else tuple(map(canonical_agency, piece.split("-")))
        if parts[0] is None and not (found and _SERVICE.fullmatch(piece)):
            return ()
        # A second part that is no agency is a service of the first.
        found += [each for each in parts if each and each not in found]
    return tuple(found)


def agencies_named(text: str) -> tuple[Mention, ...]:
    """Return the full names of agencies in running text, in order; bare abbreviations are left out."""
    known = _directory()
    listed = [
        Mention(known.long[form], begin, end) for form, begin, end in known.names.places(text)
    ]
    formed = [
        Mention(unlisted(text[begin:end]), begin, end)
        for begin, end in supplier_forms(text)
        if not any(begin < each.end and each.begin < end for each in listed)
    ]
    return tuple(sorted((*listed, *formed), key=lambda each: each.begin))


def agency_at_end(text: str) -> Mention | None:
    """Return the agency whose name, abbreviations included, ends `text`: "ANNA ROE, Associated Press"."""
    known = _directory()
    trailing = _AFTER_NAME.search(text[-_LONGEST_NAME:])
    end = len(text) - (len(trailing.group()) if trailing else 0)
    for form in known.endings.get(text[max(0, end - 2) : end].casefold(), ()):
        begin = end - len(form)
        printed = text[begin:end] if begin >= 0 else ""
        agency = known.short.get(printed) or known.long.get(printed.casefold())
        if agency and printed.casefold() == form.casefold() and _may_begin(text, begin, agency):
            return Mention(agency, begin, end)
    return _unlisted_at_end(text)


def _may_begin(text: str, begin: int, agency: Agency) -> bool:
    """Whether a name may begin at a place: behind no letter, or welded to a small one by a capital.

    Renderings weld "Roe" and "Associated Press".
    """
    if begin == 0:
        return True
    before, first = text[begin - 1], text[begin]
    printed = text[begin:]
    if _directory().short.get(printed.rstrip(" .)]•*\n")) == agency and before == ".":
        return False
    return not (before.isalnum() or before == "_") or (before.islower() and first.isupper())


def _unlisted_at_end(text: str) -> Mention | None:
    end = len(text.rstrip(_TRIM))
    for begin, stop in supplier_forms(text):
        if stop == end and _APART.search(text[:begin]):
            return Mention(unlisted(text[begin:stop]), begin, stop)
    return None


def agency_of_host(address: str) -> Agency | None:
    """Return the agency whose own host an address names."""
    host = host_named(address)
    if host is None:
        return None
    hosts = _directory().hosts
    labels = host.split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((hosts[tail] for tail in tails if tail in hosts), None)


def host_named(address: str) -> str | None:
    """Return the host of an address that stands alone; `None` where the text is none."""
    if "." not in address or len(address) > _LONGEST_ADDRESS:
        return None
    found = _ADDRESS.fullmatch(address.strip(_TRIM))
    return found.group(1).lower() if found else None


@cache
def _directory() -> _Directory:
    rows = json.loads(_DIRECTORY.read_text(encoding="utf-8"))
    short: dict[str, Agency] = {}
    long: dict[str, Agency] = {}
    hosts: dict[str, Agency] = {}
    endings: dict[str, list[str]] = {}
    for row in rows:
        agency = Agency(row["name"], row["kind"], tuple(row["hosts"]))
        short |= dict.fromkeys(row["short"], agency)
        long |= {form.casefold(): agency for form in row["forms"]}
        hosts |= dict.fromkeys(row["hosts"], agency)
        for form in (*row["forms"], *row["short"]):
            endings.setdefault(form[-2:].casefold(), []).append(form)
    return _Directory(
        short,
        long,
        hosts,
        frozenset(form for row in rows for form in row.get("everyday", ())),
        NameIndex(long),
        {
            end: tuple(sorted(forms, key=lambda each: (-len(each), each)))
            for end, forms in endings.items()
        },
    )
