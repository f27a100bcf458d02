"""Lines that say whose the text above them is: bare names, copyright, sign-offs, notices of supply."""

import re

from ..agencies.directory import (
    Agency,
    agencies_in_slot,
    agencies_named,
    canonical_agency,
    is_everyday,
    unlisted,
)
from .supply import opens_as_notice, suppliers

__all__ = ["bare_agencies", "owners", "says_whose", "signed_off_by", "suppliers"]

_SHORT_LINE = 60
_INITIALS = 2
_LONGEST = 900
_WROTE = r"(?:(?:additional |further |with )?reporting|writing|written|compiled|edited|editing)"
# The bracket of names in which one agency alone closes its reports.
_SIGN_OFFS = (
    re.compile(
        r"^[(\[]?\s*(?:(?:additional |with )?reporting by|writing by|compiled by|editing by|written "
        r"by)\s.{3,400}?(?:(?:editing|writing|reporting|compiled|written) by\s)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\({_WROTE} by\s[^()]{{3,400}};\s?(?:additional )?(?:editing|writing|reporting)[^()]{{3,200}}"
        r"\)\.?\s*$",
        re.IGNORECASE,
    ),
    re.compile(r"^\((?:reporting|writing|editing) by [^()]{3,200}\)\.?$", re.IGNORECASE),
)
_SIGN_OFF_ALONE = _SIGN_OFFS[2]
_MARK = r"(?:©|\(c\)|copyright\b)"
_MARKS = ("©", "(c)", "(C)", " c.", "c.1", "c.2")
_COPYRIGHT = re.compile(
    rf"{_MARK}(?:[\s:,™&]|{_MARK}){{0,6}}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s?(?:by\s)?"
    r"(?P<owner>[^©]{2,80})",
    re.IGNORECASE,
)
_OWNER_ENDS = re.compile(r"[.,;·]|\s[Aa]ll\s|\s(?:19|20)\d\d|\sGmbH\b|-infocom")
_WELDED_YEAR = re.compile(r"\bc\.(?:19|20)\d\d\s(?P<owner>.{2,60})")
# "© 2021 Harn Herald. Distributed by …": then the owner is no outlet's own line.
_DISTRIBUTED = re.compile(r"[.,·]\s(?:visit\s[^.]*\.\S+[.\s]+)?distributed by\s", re.IGNORECASE)
_LABEL = (
    r"(?:news |original |story |article )?(?:source|quelle|fuente|fonte|bron|källa|kilde|lähde|źródło|"
    r"zdroj|kaynak|источник|джерело|sumber|forrás|sursa|izvor|vir|allikas|šaltinis|avots|πηγή|nguồn|"
    r"from|via|by|von|par|por|di|door|av|af|od|от|від|oleh|agency|agencies|credits?|text|texte|report|"
    r"news agency|(?:supplied|provided|distributed|produced|reported|written) by|出典|來源|来源|출처|"
    r"المصدر|منبع)"
)
_GIVEN = re.compile(
    rf"^\W{{0,3}}{_LABEL}(?:\s*[:：–-]\s*|\s+)(?P<name>[^:]{{2,50}})$", re.IGNORECASE
)
_DASHED = re.compile(r"^[-–—]{1,2}\s?(?P<name>[^-–—]{2,40})(?:\s?[-–—]{1,2})?$")
# The initials of a desk before the bracket, or behind a stroke: "mo/jp (AFP, dpa)".
_DESK = re.compile(r"^\S{1,12}\s?\((?P<name>[^()]{2,60})\)$")
_STROKES = re.compile(r"[/,]")
_CODE = re.compile(r"[a-zäöü]{1,6}|[A-Z]{2,6}|(?:[\w-]+\.)+[a-z]{2,}|[A-Z][a-z]+")
_NOTICE = 160


def bare_agencies(text: str) -> tuple[Agency, ...]:
    """Return the agencies that are all a line says, a label ("Source:") or a dash before them aside."""
    if len(text) > _SHORT_LINE:
        return ()
    given = _GIVEN.match(text)
    if given:
        return agencies_in_slot(given["name"]) or _among_codes(given["name"])
    dashed = _DASHED.match(text)
    if dashed:
        return agencies_in_slot(dashed["name"])
    desk = _DESK.match(text)
    if desk and "/" in text:
        return agencies_in_slot(desk["name"])
    # Two capitals on a line are a person's initials or the buttons for the size of the type.
    if is_everyday(text) or (len(text) == _INITIALS and text != "AP"):
        return ()
    return agencies_in_slot(text) or (_among_codes(text) if text.isupper() else ())


def _among_codes(slot: str) -> tuple[Agency, ...]:
    """Return the agencies among initials of desks and addresses: "harnonline.example, mol/dpa"."""
    pieces = [piece.strip() for piece in _STROKES.split(slot)]
    if len(pieces) < 2 or not all(_CODE.fullmatch(piece) for piece in pieces):
        return ()
    named = (canonical_agency(piece) for piece in pieces)
    return tuple(dict.fromkeys(each for each in named if each and each.kind == "agency"))


def owners(text: str) -> tuple[Agency, ...]:
    """Return the agency whose copyright a line claims.

    >>> [each.name for each in owners("Copyright 2021 The Associated Press. All rights reserved.")]
    ['AP']
    """
    ending = text[-_LONGEST:]
    if not any(mark in ending for mark in _MARKS) and "copyright" not in ending.lower():
        return ()
    for found in (*_COPYRIGHT.finditer(ending), *_WELDED_YEAR.finditer(ending)):
        owner = _owner(found["owner"].lstrip(), ending)
        if owner:
            return (owner,)
    return ()


def _owner(claimed: str, line: str) -> Agency | None:
    named = agencies_named(claimed)
    if named and named[0].begin <= 4:
        return named[0].agency
    name = _OWNER_ENDS.split(claimed)[0].strip()
    owner = canonical_agency(name) or canonical_agency(name.split("/")[0])
    if owner is None and name[:1].isalpha() and _DISTRIBUTED.search(line):
        return unlisted(name.removeprefix("the ").removeprefix("The "))
    return owner


def signed_off_by(text: str) -> tuple[Agency, ...]:
    """Return the agency that closes its reports with the names of those who wrote and edited."""
    ending = text[-_LONGEST:]
    reuters = canonical_agency("Reuters")
    signed = "ing by" in ending.lower() and any(each.search(ending) for each in _SIGN_OFFS)
    return (reuters,) if reuters and signed else ()


def says_whose(text: str) -> bool:
    """Whether a line below a text only says whose the text is."""
    if len(text) > _NOTICE:
        return False
    return bool(
        bare_agencies(text) or owners(text) or opens_as_notice(text) or _SIGN_OFF_ALONE.match(text)
    )
