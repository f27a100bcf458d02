"""Sentences with their offsets, by rules; a quotation of two sentences is not cut from its marks' inside."""

import re

from ..model import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”]*")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt maj adm cmdr sen rep gov pres hon rev fr st sr jr vs "
    "no inc ltd corp co dept est jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun a.m p.m u.s u.k u.n e.u d.c i.e e.g etc al fig vol ave blvd mt ft "
    "ariz calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo neb nev okla ore "
    "pa tenn tex va vt wash wis wyo".split()
)
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]$")
_LAST_WORD = re.compile(r"[\w.]+$")
_SPACE = re.compile(r"\s*")
# Words that open sentences, as they follow an abbreviation, and how far to look for one.
_OPENER = re.compile(r"(?:The|He|She|It|They|But|In|A|An|On|At|We|I)\b")
_OPENER_REACH = 8


def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, white space between them left out."""
    found: list[Span] = []
    begin = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        if end.start() < begin or not _is_boundary(text, end.start(), end.end()):
            continue
        found.append(Span(begin, end.end()))
        begin = end.end()
        while begin < len(text) and text[begin].isspace():
            begin += 1
    last = len(text.rstrip())
    if begin < last:
        found.append(Span(begin, last))
    return tuple(found)


def _is_boundary(text: str, stop: int, after: int) -> bool:
    # Not all that follows: copying it at every end would take time that grows with the square.
    next_word = _SPACE.match(text, after).end()  # type: ignore[union-attr]
    rest = text[next_word : next_word + _OPENER_REACH]
    if not rest:
        return True
    if text[stop] in "。！？":
        return True
    if rest[0].islower():
        return False
    if text[stop] == "." and after == stop + 1:
        before = _LAST_WORD.search(text, max(0, stop - 20), stop)
        word = before.group() if before else ""
        if word.lower() in _ABBREVIATIONS and word.lower() not in {"no"}:
            # "in the U.S. The" ends a sentence, "U.S. President" does not: only a word that
            # opens sentences decides for an end.
            return "." in word and _OPENER.match(rest) is not None
        if _INITIAL.search(text[max(0, stop - 2) : stop]):
            return False
    return True
