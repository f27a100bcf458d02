"""Who helped: agencies and people that a line names as having contributed, without the text being theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..agencies.directory import agencies_in_slot, agencies_named, canonical_agency

_LONGEST = 900
_SHORT = 120
_REPORT = (
    r"(?:report(?:ing|age)?|story|article|piece|post|column|project|information|coverage|dispatch)"
)
# "A and B contributed to this report.": the names stand before.
_CONTRIBUTED = re.compile(
    rf"\s(?:also\s|all\s|both\s)?(?:contributed|contributing)\s(?:(?:additional\s)?(?:reporting|"
    rf"research|information)\b|to\s(?:this|the|our)\s(?:\w+\s)?{_REPORT}\b)|"
    rf"\s(?:was|were)\sused\s(?:in|to|for)\s|\s(?:hat|haben)\s(?:zu\sdiesem\s\w+\s)?beigetragen|"
    rf"\s(?:a|ont)\scontribué\s(?:à|au)\s|\s(?:contribuyó|contribuyeron|colaboró|colaboraron)\s(?:en|a|con)\s|"
    rf"\sha(?:nno)?\s(?:contribuito|collaborato)\s|\s(?:contribuiu|contribuíram|colaborou|colaboraram)\s",
    re.IGNORECASE,
)
# "With files from A": they stand behind.
_HELPED_BY = re.compile(
    r"(?:\b(?:additional|extra|further|with|based\son)\s(?:the\s)?(?:reporting|research|reports?)\s"
    r"(?:by|from)|\bwith\s(?:additional\s)?(?:files|inputs?|input|material|information|contributions|"
    r"agency\sinputs|wire\sreports|agencies)\s?(?:from|by|of)?|"
    r"\binformation\sfrom\s?:|\bincludes\s(?:material|information|reporting)\s(?:from|by)|"
    r"\b(?:mit|unter\sverwendung\svon)\s(?:\w+\s)?(?:material|informationen|agenturmaterial|inhalten)\s"
    r"(?:von|der|des)(?:\s(?:der|des))?|\b(?:avec)\s(?:des\s|les\s)?"
    r"(?:informations|éléments|dépêches|agences?)\s?(?:de\sl['’]|d['’]|d[eu]s?\s)?|"
    r"\b(?:con|com)\s(?:informaci[oó]n(?:es)?|informações|información\sadicional|agencias|agências|datos|material)"
    r"\s?(?:d[eoa]s?\b)?|"
    r"\bcon\s(?:fonti|informazioni|materiale)\s(?:di|da|dell['’])|"
    r"\b(?:med|met)\s(?:material|materiaal|informatie|opplysninger)\s(?:från|van|fra)|"
    r"\bz\swykorzystaniem\smateriałów|\bпо\sматериалам|\bза\sматеріалами|\bс\sиспользованием\s\w+)\s*:?\s*",
    re.IGNORECASE,
)
# Alone in its brackets, or the whole of a short line: "(avec AFP)", "Mit dpa".
_WITH = re.compile(
    r"^\W{0,2}(?:with|mit|avec|con|com|met|med|z|с)\s(?P<names>[^()]{2,60}?)\W{0,2}$|"
    r"\((?:with|mit|avec|con|com|met|med|z|с)\s(?P<inside>[^()]{2,60})\)",
    re.IGNORECASE,
)
# One of these stands in every such line, in lower case; most lines hold none.
_HINTS = (
    "contribu",
    "reporting",
    "additional ",
    "with ",
    "based on",
    "information",
    "material",
    "files",
    "used ",
    "beigetragen",
    "avec ",
    "con ",
    "com ",
    "mit ",
    "met ",
    "med ",
    "colabor",
    "collabor",
    "inputs",
    "informa",
    "матер",
    "wykorzyst",
    "использ",
    "с ",
)
_CONTRIBUTED_HINTS = ("contribu", "used ", "beigetragen", "colabor", "collabor")
_HELPED_HINTS = (
    "reporting",
    "research",
    "reports",
    "files",
    "input",
    "information",
    "material",
    "contributions",
    "agenc",
    "dépêches",
    "éléments",
    "fonti",
    "datos",
    "opplysninger",
    "inhalten",
    "wykorzyst",
    "матер",
    "использ",
    "informati",
    "informa",
)
_SENTENCE_END = re.compile(r"[.!?…”\"»]['’)\]]?\s+(?=[A-ZÀ-ÞĀ-Ž(\[—–-])(?<!\b[A-Z]\.\s)")
_BETWEEN = re.compile(
    r"\s*[,;]\s*(?:and\s|und\s|et\s|y\s|e\s)?|\s+(?:and|und|et|y|e|og|och|i|и|та|&)\s+"
)
_PLACE = re.compile(r"\s(?:in|from|at|aus|à|en|em|da|in den)\s.*$")
_ROLE = re.compile(
    r"^(?:(?:the|our)\s)?(?P<owner>.{2,40}?)(?:['’]s?\s|\s)?(?:(?:\b[a-z]+\s){0,3}"
    r"(?:writers?|reporters?|correspondents?|journalists?|staff|staffers?|producers?|editors?)\s)(?=[A-Z])"
)
_OWNED = re.compile(r"^(?P<owner>[^’']{2,40})['’]s?\s(?=[A-ZÀ-Þ])")
_PERSON_WORD = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽА-Я](?:[^\W\d_]|[.'’-]){0,24}|(?:de|del|van|von|der|den|la|le|bin|al|da|dos)"
)
_PERSON_WORDS = range(2, 5)
_NO_PERSON = frozenset(
    "the this that our a an his her their news press staff wire agencies agency service network "
    "newsroom team desk media radio tv channel times post herald tribune".split()
)


@dataclass(frozen=True, slots=True)
class Helper:
    """One who helped, `[begin, end)` relative to the line; `is_agency` or a person."""

    name: str
    begin: int
    end: int
    is_agency: bool


# Several readers ask about the same lines of a page.
@lru_cache(maxsize=1 << 10)
def read_helpers(text: str) -> tuple[Helper, ...]:
    """Return the agencies and people that a line says contributed, in order.

    >>> [each.name for each in read_helpers("Anna Roe and The Associated Press contributed to this report.")]
    ['Anna Roe', 'AP']
    """
    line = text[-_LONGEST:]
    shift = len(text) - len(line)
    lowered = line.lower()
    if not any(hint in lowered for hint in _HINTS):
        return ()
    found: dict[str, Helper] = {}
    for begin, end in _stretches(line, lowered):
        for each in _helpers_in(line, begin, end):
            moved = Helper(each.name, each.begin + shift, each.end + shift, each.is_agency)
            found.setdefault(each.name, moved)
    return tuple(sorted(found.values(), key=lambda each: each.begin))


def _stretches(line: str, lowered: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that hold the names of those who helped."""
    if any(hint in lowered for hint in _CONTRIBUTED_HINTS):
        for said in _CONTRIBUTED.finditer(line):
            ends = [each.end() for each in _SENTENCE_END.finditer(line, 0, said.start())]
            yield (ends[-1] if ends else 0), said.start()
    if any(hint in lowered for hint in _HELPED_HINTS):
        for said in _HELPED_BY.finditer(line):
            yield said.end(), said.end() + _length_of_names(line[said.end() :])
    alone = _WITH.search(line) if "(" in line or len(line) <= _SHORT else None
    if alone:
        group = "names" if alone["names"] else "inside"
        if agencies_in_slot(alone[group]):
            yield alone.span(group)


def _length_of_names(rest: str) -> int:
    """Return how far a list of names runs: to the end of its sentence or bracket."""
    stop = re.search(
        r"[;)\]|]|(?<!\b[A-Z])(?<!\bJr)(?<!\bSt)\.(?:\s|$)|[.!?]$|\s(?:was|were|writing|editing)\s",
        rest,
    )
    return stop.start() if stop else len(rest)


def _helpers_in(line: str, begin: int, end: int) -> Iterator[Helper]:
    at, placed = begin, False
    for join in (*_BETWEEN.finditer(line, begin, end), None):
        stop = join.start() if join else end
        piece = line[at:stop]
        # "Anna Roe in Sveran, Outer Velmark, and": what follows a place by a comma is its country.
        is_country = placed and line[at - 2 : at] == ", " and not _PLACE.search(piece)
        if not is_country:
            yield from _helper(piece, at)
        placed = not is_country and _PLACE.search(piece) is not None
        at = join.end() if join else end


def _helper(piece: str, at: int) -> Iterator[Helper]:
    bare = piece.strip(" \t\u00a0—–-*•·_()[].:")
    begin = at + piece.find(bare)
    whole = agencies_in_slot(bare)
    if whole:
        yield from (Helper(each.name, begin, begin + len(bare), True) for each in whole)
        return
    belongs = _ROLE.match(bare) or _OWNED.match(bare)
    if belongs:
        owner = canonical_agency(belongs["owner"])
        if owner:
            yield Helper(owner.name, begin, begin + belongs.end("owner"), True)
        begin, bare = begin + belongs.end(), bare[belongs.end() :]
    named = agencies_named(bare)
    if named:
        for each in named:
            yield Helper(each.agency.name, begin + each.begin, begin + each.end, True)
        return
    name = _PLACE.sub("", bare)
    if _is_person(name):
        yield Helper(name, begin, begin + len(name), False)


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        len(words) in _PERSON_WORDS
        and all(_PERSON_WORD.fullmatch(word) for word in words)
        and not any(word.casefold() in _NO_PERSON for word in words)
    )
