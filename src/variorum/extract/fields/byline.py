"""The byline: people and desks as printed, apart from the agency that a reporter belongs to."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..agencies.directory import (
    Agency,
    agencies_in_slot,
    agencies_named,
    agency_at_end,
    canonical_agency,
)
from ..moments.moments import find_moments
from ..moments.months import month_pattern

_LONGEST = 220
# Names alone, without "by", fill no longer line and end no sentence.
_LONGEST_BARE = 120
_SENTENCE_ENDS = ("!", "?", ":", "…", "”", '"')
_MARK = re.compile(
    r"(?:(?P<lead>^|^.{0,60}?[\s|,•·–—-])"
    r"(?:(?:written|story|reported|reporting|text|words|posted|published|analysis|opinion)\s+)?"
    r"by|^(?:(?:kolumne|kommentar|analyse|interview|bericht) von|von|par|por|"
    r"di|door|av|af|autor|autorin|autorin/autor|author|authors|text|texte|texto|testo|от|автор|"
    r"yazar|oleh|reporter|redaktion))(?P<colon>\s*:)?\s+(?=\S)",
    re.IGNORECASE,
)
_ONLY_MARK = re.compile(
    r"(?:(?:written|story|reported|reporting|text|words|posted|published|analysis|opinion)\s)?by:?|"
    r"(?:(?:kolumne|kommentar|analyse|interview|bericht|ein kommentar|eine analyse) )?von:?|par:?|por:?|di:?|"
    r"door:?|av:?|af:?|(?:autor(?:in)?|authors?|texte?|texto|автор|yazar|reporter):",
    re.IGNORECASE,
)
_LONGEST_MARK = 30
_WELDED = re.compile(r"(?P<name>.{3,60}?)\s?by\s?(?P=name)", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:,|\b)\s*(?:(?:(?P<agency>AP|Reuters|AFP|UPI|CNN|Associated Press)\s)?"
    r"(?:[A-Z][\w-]+\s){0,3}?(?:staff\s)?"
    r"(?:writers?|correspondents?|reporters?|editors?|columnists?|producers?|bureau chief|journalists?|"
    r"redakteur(?:in)?|special to .*|contributors?))\s*$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:[|•·]|\bfollow\b|@|\bupdated\b|\bposted\b|\bpublished\b|\bemail\b|\bread more\b|"
    r"\s[-–—]\s|\s[-–—]$|\bcontributed\b|\bis an?\b|\bis the\b|\bon\s{0,3}$|\b(?:sun|mon|tues?|wed(?:nes)?|"
    r"thu(?:rs)?|fri|sat(?:ur)?)day,?|"
    rf"(?:\b|(?<=(?-i:[a-zß-ÿ]))(?=(?-i:[A-ZÀ-Þ])))(?:{month_pattern()})\.?\s\d|\d|"
    r"\b(?:in|at)\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
# What the expression above needs, at a glance.
_STOP_MARK = re.compile(r"[|•·@\d]|\s[-–—]")
_STOP_WORDS = frozenset(
    "follow updated posted published email read contributed is on in at sun mon tue tues wed wednes thu "
    "thur thurs fri sat satur sunday monday tuesday wednesday thursday friday saturday".split()
)
_HELPING = re.compile(r"(?:[Ww]ith|[Uu]sing|mit|unter|avec|con)\s")
# Whose material the writer used: they helped, and the text is not theirs.
_HELPED = re.compile(
    r"[\s,;(–—-]+(?:(?:with|using)\s(?:additional\s)?(?:material|files?|reports?|reporting|inputs?|"
    r"information)\s(?:from|by|of)|(?:mit|unter verwendung von)\s(?:material|informationen)\s(?:von|der)|"
    r"avec\s(?:des\s)?(?:informations|éléments)\sd[e’']|con\sinformaci[oó]n\sde)\s?",
    re.IGNORECASE,
)
# What joins a reporter to the agency: "of The", a stroke, or "The" welded to the surname.
_CONNECTION = re.compile(r"(?:\s(?:of|for|from|with))?\s?(?:[Tt]he)?[\s,/|(–—-]*$")
_SEGMENT = re.compile(r"\s[-–—]+(?:\s|$)|[|•·]")
_DESK = re.compile(
    r"\s(?:staff|newsroom|desk|team|reporters?|correspondents?|news ?wire|report|video|services?)$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\s*(?P<comma>[,;])\s*(?:(?:and|und|et|y)\s+)?|\s+(?P<and>and|und|et|y|e|og|och|ja|en|i|und|"
    r"&|\+|with|mit|"
    r"avec|con)\s+",
)
_PARTICLES = frozenset(
    "de del della di da dos das do van von der den ter ten la le el al bin ben ibn abu und y e of "
    "af zu zur st du".split()
)
# Words of navigation and of desks that are no part of a person's name.
_NO_NAME = frozenset(
    "home news world politics more menu search subscribe login sign share print email comments comment "
    "related read photo photos video videos image images advertisement facebook twitter instagram "
    "newsletter "
    "skip content close sections business sports opinion latest live breaking follow save listen "
    "weather "
    "entertainment privacy terms cookies media gallery local nation us uk europe middle east "
    "africa asia "
    "register account contact about top story stories trending popular next previous join now "
    "today getty "
    "file associated this that there here what why how when who".split()
)
_NO_NAME_MARK = frozenset("0123456789:?!@#/|=<>")
_INITIALS = 2
# White space aside; a wider line is an attack on the expressions.
_WIDEST = 4 * _LONGEST
_MOST_WORDS = 24
# Entries of menus run to so many words.
_ENTRY_WORDS = 3
_OPENERS = frozenset(
    "kolumne kommentar analyse interview bericht von par por di door av af autor autorin "
    "autorin/autor author authors text texte texto testo от автор yazar oleh reporter redaktion".split()
)
_SMALL_SECONDS = frozenset("and und et y e og och ja en i with mit avec con via".split())
# "기자" behind a name, "责编：" before one: scripts without capitals name the trade with the name.
_EASTERN = re.compile(
    r"(?:责任编辑|责编|編輯|编辑|记者|記者|作者|撰文|文)\s?[：:/／]\s?"
    r"(?P<before>[\u4e00-\u9fff]{2,4}(?:[、,，\s][\u4e00-\u9fff]{2,4}){0,4})(?![\u4e00-\u9fff])"
    r"|(?<![\uac00-\ud7af])(?P<behind>[\uac00-\ud7af]{2,4}(?:[,·\s][\uac00-\ud7af]{2,4}){0,4})\s?"
    r"(?:기자|특파원|논설위원)(?![\uac00-\ud7af])"
)
_SHORTEST_NAME = 2
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class WrittenByline:
    """What a line says of who wrote: names in order with their places, and the agencies it names.

    `marked` says that the line itself says "by", `helped` names the agencies whose material was used.
    """

    names: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    agencies: tuple[Agency, ...]
    marked: bool
    helped: tuple[Agency, ...] = ()


def read_byline(line: str) -> WrittenByline | None:
    """Return who wrote, as a line of its own says it; `None` where it says no such thing.

    >>> read_byline("By ANNA ROE, Associated Press").names
    ('ANNA ROE',)
    """
    return _read(line) if may_be_byline(line) else None


def may_be_byline(line: str) -> bool:
    """Whether a line can say who wrote, at a glance: most lines of a page can't."""
    length = len(line)
    if length > _LONGEST and (length > _WIDEST or len(" ".join(line.split())) > _LONGEST):
        return False
    # Two capitals are a person's initials or the buttons for the size of the type.
    if length <= _INITIALS and line != "AP":
        return False
    words = line.split(None, _MOST_WORDS)
    if may_be_marked(line) or not line.isascii():
        return length <= _LONGEST
    if length > _LONGEST_BARE or len(words) > _MOST_WORDS or line.endswith(_SENTENCE_ENDS):
        return False
    if len(words) == 1:
        return bool(agencies_in_slot(line))
    if len(words) <= _ENTRY_WORDS and any(word.casefold() in _NO_NAME for word in words):
        return bool(agencies_in_slot(line))
    # A sentence, or an entry of a menu: its second word is a small one, and no part of a name.
    second = words[1]
    return not second[0].islower() or second in _PARTICLES or second in _SMALL_SECONDS


def may_be_marked(line: str) -> bool:
    """Whether a line can hold the word that opens a byline, at a glance."""
    if "by" in line or "By" in line or "BY" in line:
        return True
    return line.split(None, 1)[0].strip(":").casefold() in _OPENERS


# The finders of byline, headline and body ask about the same lines of a page.
@lru_cache(maxsize=1 << 10)
def _read(line: str) -> WrittenByline | None:
    eastern = None if line.isascii() else _EASTERN.search(line)
    if eastern:
        return _parsed_eastern(eastern)
    helped = _HELPED.search(line) if _HELPING.search(line) else None
    if helped:
        written = read_byline(line[: helped.start()])
        rest = line[helped.end() :]
        helpers = tuple(each.agency for each in agencies_named(rest)) or agencies_in_slot(rest)
        return replace(written, helped=helpers) if written else None
    welded = _WELDED.fullmatch(line) if "by" in line else None
    if welded and _is_name(welded["name"]):
        return _parsed(line, 0, welded.end("name"), marked=True)
    begin, marked = _after_mark(line)
    if not marked:
        begin = _behind_moments(line)
    if not marked and (len(line) > _LONGEST_BARE or line.endswith(_SENTENCE_ENDS)):
        return None
    end = begin + _stop(_without_moments(line, begin))
    parsed = _parsed(line, begin, end, marked=marked) if begin < end else None
    if parsed is None:
        return parsed
    # "The Associated Press — By ANNA ROE - Associated Press": the agency may stand outside.
    outside = (
        [*_SEGMENT.split(line[:begin]), *_SEGMENT.split(line[end:])]
        if end < len(line) or begin
        else []
    )
    agencies = dict.fromkeys(parsed.agencies)
    for segment in outside:
        agencies |= dict.fromkeys(agencies_in_slot(segment) if segment.strip() else ())
    return WrittenByline(parsed.names, parsed.spans, tuple(agencies), marked)


def _stop(written: str) -> int:
    """Return where the names of a line end and something else begins."""
    words = frozenset(written.casefold().replace(",", " ").split())
    if words.isdisjoint(_STOP_WORDS) and not _STOP_MARK.search(written):
        return len(written)
    found = _STOP.search(written)
    return len(written[: found.start()].rstrip()) if found else len(written)


def _parsed_eastern(found: re.Match[str]) -> WrittenByline:
    group = next(name for name in ("before", "behind") if found[name])
    names: dict[str, tuple[int, int]] = {}
    for name in re.finditer(r"[^、,，·・\s]+", found[group]):
        begin = found.start(group) + name.start()
        names.setdefault(name.group(), (begin, begin + len(name.group())))
    return WrittenByline(tuple(names), tuple(names.values()), (), marked=True)


def _behind_moments(line: str) -> int:
    """Return where a line goes on behind the date that it opens with: "27 March 2021 • Anna Roe"."""
    blank = _without_moments(line, 0)
    return len(blank) - len(blank.lstrip("|•· \u00a0–—-,")) if blank[:1] == "|" else 0


def split_names(stated: str) -> tuple[str, ...]:
    """Return the people and desks that a record or a tag names in one string."""
    begin, _ = _after_mark(stated)
    end = begin + _stop(stated[begin:])
    parsed = _parsed(stated, begin, end, marked=True)
    return parsed.names if parsed else ()


def _after_mark(line: str) -> tuple[int, bool]:
    found = _MARK.match(line)
    if found is None:
        return 0, False
    lead = found["lead"] or ""
    # "avatar by", "The Associated Press — By", a date before it; not a sentence with "by" in it.
    plain = lead.strip(" |,•·–—-")
    words = _without_moments(plain, 0).split("|")[0].split()
    if len(words) > 3 or (
        len(words) > 1 and not canonical_agency(plain) and plain[-1:] not in "-—|"
    ):
        return (
            (0, False)
            if not _without_moments(plain, 0).startswith("|") and len(words) > 3
            else (found.end(), True)
        )
    opens = line[found.end()]
    return (
        (found.end(), True)
        if opens.isupper() or not opens.islower() or found["colon"]
        else (0, False)
    )


def _without_moments(line: str, begin: int) -> str:
    kept = line
    for found in find_moments(line):
        kept = kept[: found.begin] + "|" * (found.end - found.begin) + kept[found.end :]
    return kept[begin:]


def _parsed(line: str, begin: int, end: int, *, marked: bool) -> WrittenByline | None:
    names: list[str] = []
    spans: list[tuple[int, int]] = []
    agencies: list[Agency] = []
    for piece, at, joined_by_comma in _pieces(line, begin, end):
        whole = agencies_in_slot(piece)
        if whole:
            agencies += [each for each in whole if each not in agencies]
            if joined_by_comma and names:
                continue
            names.append(piece)
            spans.append((at, at + len(piece)))
            continue
        name, agency = _without_role(piece)
        agency = agency or canonical_agency(_DESK.sub("", piece))
        # "AP/Channel Nine Staff": an agency and whoever took it over.
        parts = (canonical_agency(part) for part in piece.split("/")) if "/" in piece else ()
        for each in (agency, canonical_agency(name) if name else None, *parts):
            if each and each not in agencies:
                agencies.append(each)
        if name and _is_name(name, marked=marked):
            if name not in names:
                names.append(name)
                spans.append((at, at + len(name)))
        elif name and not agency and (pair := _parted_names(name)):
            names += pair
            spans += [(begin := at + name.index(each), begin + len(each)) for each in pair]
        elif not marked and (name or not agency):
            return None
    if not names and not agencies:
        return None
    return WrittenByline(tuple(names), tuple(spans), tuple(agencies), marked)


def _parted_names(piece: str) -> tuple[str, ...]:
    """Return the names that a stroke parts: "Anna Roe/Jon Pell"; empty where one part is no name."""
    parts = tuple(part.strip() for part in piece.split("/"))
    whole = len(parts) > 1 and all(" " in part and _is_name(part) for part in parts)
    return parts if whole and not any(map(canonical_agency, parts)) else ()


def is_only_mark(line: str) -> bool:
    """Whether a line is just the word that opens a byline; the names stand on the lines below.

    >>> is_only_mark("By"), is_only_mark("By the river")
    (True, False)
    """
    return len(line) <= _LONGEST_MARK and _ONLY_MARK.fullmatch(line) is not None


def _pieces(line: str, begin: int, end: int) -> list[tuple[str, int, bool]]:
    found: list[tuple[str, int, bool]] = []
    at, comma = begin, False
    for join in _JOIN.finditer(line, begin, end):
        found.append((line[at : join.start()], at, comma))
        at, comma = join.end(), join["comma"] is not None and not join.group().strip(" ,;\u00a0")
    found.append((line[at:end], at, comma))
    trimmed = []
    for piece, place, by_comma in found:
        bare = piece.strip(" \t\u00a0.-–—|:*()")
        if bare:
            trimmed.append((bare, place + piece.index(bare), by_comma))
    return trimmed


def _without_role(piece: str) -> tuple[str, Agency | None]:
    agency: Agency | None = None
    role = _ROLE.search(piece)
    if role and role.start() > 0:
        agency = canonical_agency(role["agency"]) if role["agency"] else None
        piece = piece[: role.start()].rstrip(" ,")
    elif role:
        return "", canonical_agency(role["agency"]) if role["agency"] else None
    at_end = agency_at_end(piece)
    if at_end:
        return _CONNECTION.sub("", piece[: at_end.begin]), at_end.agency
    return piece, agency


def _is_name(piece: str, *, marked: bool = False) -> bool:
    words = piece.replace("\u00a0", " ").split()
    if not words or len(words) > _LONGEST_NAME or not _NO_NAME_MARK.isdisjoint(piece):
        return False
    if not marked and (
        len(words) < _SHORTEST_NAME or any(word.casefold().strip(".") in _NO_NAME for word in words)
    ):
        return False
    if words[-1].casefold() in _PARTICLES:
        return False
    return all(
        word[0].isupper()
        or not (word[0].islower() or word[0].isalnum() is False)
        or word.casefold() in _PARTICLES
        or "’" in word
        or "'" in word
        or word[0] in '("“'
        for word in words
    ) and any(word[0].isupper() or (word[0].isalpha() and not word[0].islower()) for word in words)
