"""Marks by which a paragraph names its agency where it opens or ends: "/TASS/", "— AP", "PTI MO JP"."""

import re

from ..agencies.directory import (
    Agency,
    agencies_in_slot,
    agencies_named,
    canonical_agency,
    is_everyday,
)

_OPENING = 110
_CLOSING = 70
_OPEN, _CLOSE = r"[(（\[【［/]", r"[)）\]】］/]"
# Place and date before the bracket: no sentence, so no full stop followed by more than a date.
_BRACKET = re.compile(
    rf"(?P<front>[^()（）\[\]【】/]{{0,70}}?){_OPEN}(?P<slot>[^()（）\[\]【】/]{{2,60}}(?:/[^()（）\[\]【】/]{{2,20}})?)"
    rf"{_CLOSE}\s*(?P<stop>\.?)\s*(?P<dash>[-–—−:]{{0,2}})"
)
_SLASHED = re.compile(
    r"(?P<front>[^/]{2,60}?)\s/(?P<slot>[^/\s][^/]{0,38}[^/\s])/(?P<stop>\.?)(?P<dash>\s*[-–—]?)"
)
# "SVERAN, 14 MAR - RIA Novosti. The dockers": the agency as a sentence of its own.
_SPOKEN = re.compile(
    r"(?P<front>[^-–—]{2,60}?)\s[-–—]\s(?P<slot>[^.–—\d]{2,30}?)(?:\.\s|\s[-–—]\s)(?=\S)"
)
# "14 марта. ИНТЕРФАКС - ".
_SENTENCE = re.compile(
    r"(?P<front>[^-–—]{0,50}?\d[^-–—.]{0,20}\.)\s?(?P<slot>[^.\s][^.–—]{1,24}?)\s[-–—]\s(?=\S)"
)
# "Filed on the 14th": 14日电.
_FILED = re.compile(r"日[电電]|電$|电$")
_JOINED = re.compile(r"[=＝/\s・·、]+|特派員|記者|기자")
_PLACE_WORD = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄΑ-Ω].*|\d{1,4}(?:st|nd|rd|th)?\.?|de|del|du|la|le|al|el|of|the|do|da|am|den|[-–—,.]+"
)
_SPACELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_WORDS = 10
_LONGEST_SPACELESS = 30
_MONTH = re.compile(r"[^\W\d_]{3,12}\.?")
_ENDS_IN = re.compile(
    r"[.!?…”\"»]['’]?\s{0,2}(?:[-–—]{1,2}\s{0,2}|[(\[/（【]\s{0,2})(?P<name>[^()\[\]（）【】.!?]{2,40}?)\s{0,2}[)\]/）】]?\.?\s*$"
)
# The desk's initials follow the agency's name: "PTI MO JP JP".
_ENDS_WITH_DESK = re.compile(r"[.!?”\"]\s(?P<name>[A-Z]{2,8})(?:\s[A-Z]{2,4}){1,6}\s*$")

_ENDS_BARE = re.compile(r"[.!?”\"»]\s(?P<name>[A-ZÀ-ÞČŠŽİ]{3,8}|Reuters|dpa|Efe)\s*$")


def opening_mark(paragraph: str) -> tuple[tuple[Agency, ...], int]:
    """Return the agencies that a paragraph names before its first word, and where the mark ends.

    >>> [each.name for each in opening_mark("SVERAN, March 14. /TASS/. Dockers ended")[0]]
    ['TASS']
    """
    opening = paragraph[:_OPENING]
    for form in (_BRACKET, _SLASHED, _SPOKEN, _SENTENCE):
        found = form.match(opening)
        if found is None or not _is_place(found["front"]):
            continue
        agencies = _in_mark(found["slot"])
        # Without a dash a bracket behind words may explain them: "Wire desks (AFP) said".
        loose = form in (_BRACKET, _SLASHED) and not (found["dash"] or found["stop"])
        if agencies and not (loose and found["front"].strip() and not _is_loud(found["front"])):
            return agencies, found.end()
    return (), 0


def closing_mark(paragraph: str) -> tuple[Agency, ...]:
    """Return the agencies that stand behind the last sentence of a paragraph.

    >>> [each.name for each in closing_mark("The boats will sail on Monday. — AFP")]
    ['AFP']
    """
    ending = paragraph[-_CLOSING:]
    found = _ENDS_IN.search(ending)
    if found:
        return agencies_in_slot(found["name"])
    desk = _ENDS_WITH_DESK.search(ending) or _ENDS_BARE.search(ending)
    agency = canonical_agency(desk["name"]) if desk else None
    return (agency,) if agency and agency.kind == "agency" else ()


def _in_mark(slot: str) -> tuple[Agency, ...]:
    """Return the agencies of a bracket; where scripts set no spaces it holds place and agency."""
    whole = agencies_in_slot(slot)
    if whole or not _SPACELESS.search(slot):
        return whole
    if _FILED.search(slot):
        return tuple(each.agency for each in agencies_named(slot))
    parts = [part for part in _JOINED.split(slot) if part]
    return tuple(
        each for part in parts[-2:] if not is_everyday(part) for each in agencies_in_slot(part)
    )


def _is_place(front: str) -> bool:
    """Whether what stands before a mark can be a place and a date."""
    if _SPACELESS.search(front):
        return len(front) <= _LONGEST_SPACELESS
    words = front.replace(",", " ").split()
    behind = ["", *words]
    return len(words) <= _MOST_WORDS and all(
        _PLACE_WORD.fullmatch(word) or (before[:1].isdigit() and _MONTH.fullmatch(word))
        for before, word in zip(behind, words, strict=False)
    )


def _is_loud(front: str) -> bool:
    """Whether a place is set in capitals, or a day follows it."""
    words = [word for word in re.split(r"[\s,]+", front) if word]
    return words[0].isupper() or any(any(map(str.isdigit, word)) for word in words)
