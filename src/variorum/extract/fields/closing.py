"""Lines that say whose the text above them is: bare names, copyright, sign-offs, notices of supply."""

import re

from ..agencies.directory import Agency, agencies_in_slot, agencies_named, canonical_agency

_SHORT_LINE = 60
_INITIALS = 2
# The bracket of names in which one agency alone closes its reports.
_SIGN_OFF = re.compile(
    r"^[(\[]?\s*(?:(?:additional |with )?reporting by|writing by|compiled by|editing by|written "
    r"by)\s.{3,400}"
    r"(?:(?:editing|writing|reporting|compiled|written) by\s)",
    re.IGNORECASE,
)
_SIGN_OFF_ALONE = re.compile(
    r"^\((?:reporting|writing|editing) by [^()]{3,200}\)\.?$", re.IGNORECASE
)
_SIGN_OFF_TAIL = re.compile(
    r"\((?:(?:additional |with )?reporting|writing|editing|compiled) "
    r"by\s[^()]{3,400};\s?(?:additional )?"
    r"(?:editing|writing|reporting)[^()]{3,200}\)\.?\s*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:19|20)\d\d)?,?\s*(?:by\s)?(?P<owner>.{2,60})",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?:\W{0,3})(?:source|quelle|fuente|fonte|bron|källa|kilde|lähde|źródło|zdroj|kaynak|"
    r"источник|джерело|"
    r"sumber|from|via|agency|with inputs from agency|credits?|text|report|news agency|"
    r"(?:supplied|provided|distributed|produced|reported|written) by|出典|來源|来源)"
    r"\s*[:：–-]?\s*(?P<name>[^:]{2,50})$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"^[-–—]{1,2}\s?(?P<name>[^-–—]{2,40})$")
_SUPPLIED = re.compile(
    r"(?:this|the) (?:story|article|report|piece) (?:was |is )?(?:(?:first|originally) )?"
    r"(?:published|appeared|supplied|provided|written|produced)\s(?:first |originally )?"
    r"(?:by|from|at|in|on)\s(?P<name>.{3,80})|"
    r"(?:this|the) (?P<whose>Reuters|Associated Press|AP|AFP|Bloomberg) (?:article|story|report)\b",
    re.IGNORECASE,
)
_NOTICE = 160


def bare_agencies(text: str) -> tuple[Agency, ...]:
    """Return the agencies that are all a line says, a label ("Source:") or a dash before them aside."""
    if len(text) > _SHORT_LINE:
        return ()
    given = _GIVEN.match(text) or _DASHED.match(text)
    if given:
        return agencies_in_slot(given["name"])
    # Two capitals on a line are a person's initials or the buttons for the size of the type.
    if len(text) == _INITIALS and text != "AP":
        return ()
    return agencies_in_slot(text)


def owners(text: str) -> tuple[Agency, ...]:
    """Return the agency whose copyright a line claims."""
    found = _COPYRIGHT.search(text)
    if found is None:
        return ()
    named = agencies_named(found["owner"])
    if named and named[0].begin <= 4:
        return (named[0].agency,)
    owner = canonical_agency(re.split(r"[.,;]|\sAll\s", found["owner"])[0])
    return (owner,) if owner else ()


def signed_off_by(text: str) -> tuple[Agency, ...]:
    """Return the agency that closes its reports with the names of those who wrote and edited."""
    signs = (_SIGN_OFF, _SIGN_OFF_TAIL, _SIGN_OFF_ALONE)
    reuters = canonical_agency("Reuters")
    return (reuters,) if reuters and any(each.search(text) for each in signs) else ()


def suppliers(text: str) -> tuple[Agency, ...]:
    """Return who supplied the text or published it first, as a notice says."""
    supplied = _SUPPLIED.search(text)
    if supplied is None:
        return ()
    if supplied["whose"]:
        return agencies_in_slot(supplied["whose"])
    return tuple(each.agency for each in agencies_named(supplied["name"])[:1])


def says_whose(text: str) -> bool:
    """Whether a line below a text only says whose the text is."""
    if bare_agencies(text):
        return True
    return len(text) <= _NOTICE and bool(
        owners(text) or (suppliers(text) and _SUPPLIED.match(text)) or _SIGN_OFF_ALONE.match(text)
    )
