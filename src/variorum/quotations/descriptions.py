"""Bare descriptions: "Belm's mayor", "the foreign minister of Tarr", and whom articles describe so.

An article that names a person says beside the name what the person is, before it as a title or
behind it as an apposition. Another article that gives the description alone means the same one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .subjects import SMALL_WORDS
from .titles import ADDRESSES, HONORIFICS, SHORT_TITLES, is_office, is_short, is_title, plain_title
from .transliteration import plain_letters

_WORD = re.compile(r"[^\s,;:()“”\"]+")
_POSSESSIVE = re.compile(r"(?:['’‘`]s|(?<=s)['’‘`])$")
_LINKS = frozenset("of to for the and in on at from".split())
_DETERMINERS = frozenset("the his her its their our my this that".split())
_INDEFINITE = frozenset("a an one another any every each some no".split())
_LONGEST = 12
_WITHIN = 90
# "Envoy to Tarr": an office, a link and a place before a name.
_PLACED = 2
# "Iran" and "Iranian", "Finland" and "Finnish" share a beginning of this length, or three letters
# where one of them is no longer than that and two.
_STEM = 4
_SHORT_STEM = 3
_INITIALS = re.compile(r"(?:\w\.)+")
_OPENERS = SMALL_WORDS | frozenset(
    "even yet now many some if although but monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
_PAST = frozenset(("former", "ex", "late", "retired", "then"))
_BEHIND = re.compile(
    r",\s+((?:(?:the|an?|then|former)\s|[A-Z])[^,.;:“”\"()\n]{2,90}?)\s*(?=[,;:.)(]|$)"
)
_BEFORE = re.compile(
    r"((?:\b[Tt]he|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er|\b[A-Z][\w.-]*['’]s?)\s+[^,.;:“”\"()\n]{2,80}),\s+$"
)
# "Tarr’s leader, Sheikh Adan Olmi": what belongs to the name stands before it.
_ADDRESS = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(HONORIFICS | ADDRESSES | SHORT_TITLES))})\.?\s+)+$", re.IGNORECASE
)
_HONORIFIC = re.compile(rf"(?:\b(?:{'|'.join(sorted(HONORIFICS))})\s+)+$", re.IGNORECASE)
_LEFT = re.compile(r"(?:[\w.’'‘-]+[^\S\n]+){1,9}$")


@dataclass(frozen=True, slots=True)
class Description:
    """What a person is said to be: the office and the words that narrow it down."""

    head: str
    words: frozenset[str]
    definite: bool = True

    @property
    def past(self) -> bool:
        """Whether the office has been left: a "former mayor" is not "the mayor"."""
        return bool(self.words & _PAST)


@lru_cache(maxsize=1 << 14)
def read_description(text: str) -> Description | None:
    """Return the description that a text is, `None` where it is a name or more than a description.

    >>> sorted(read_description("Belm’s foreign minister").words)
    ['belm', 'foreign']
    >>> read_description("the minister said") is None
    True
    """
    words = [found.group() for found in _WORD.finditer(text)]
    if not words or len(words) > _LONGEST:
        return None
    low = [_plain(word) for word in words]
    first = low[0]
    head = _head(words)
    if head is None:
        return None
    for word, plain in zip(words, low, strict=True):
        known = is_title(plain) or plain in _LINKS or plain in _DETERMINERS or plain in _INDEFINITE
        if not known and not word[0].isupper():
            return None
    narrowing = {
        plain_letters(plain)
        for at, plain in enumerate(low)
        if at != head
        and plain not in _LINKS
        and plain not in _DETERMINERS
        and plain not in _INDEFINITE
        and plain not in HONORIFICS
        and plain not in ADDRESSES
    }
    return Description(
        plain_title(low[head]), frozenset(narrowing - {""}), first not in _INDEFINITE
    )


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word).strip(".'’‘`").lower()


def _head(words: Sequence[str]) -> int | None:
    """Return where the office stands that the description is about: the last before "of", or the end."""
    head = None
    last = None
    for at, word in enumerate(words):
        if head is not None and _plain(word) in _LINKS:
            break
        last = at
        if _POSSESSIVE.search(word):
            head = None
        elif is_office(word):
            head = at
    return head if head == last else None


def descriptions_beside(text: str, begin: int, end: int) -> Iterator[tuple[str, Description]]:
    """Yield what stands beside the name at `begin` to `end`: before it, or apposed to it."""
    title = _title_before(text, begin)
    if title:
        yield from _readable(title)
    behind = _BEHIND.match(text, end, end + _WITHIN)
    if behind is not None:
        yield from _readable(_shortest(behind[1]))
    before = _BEFORE.search(_ADDRESS.sub("", text[max(0, begin - _WITHIN) : begin]))
    if before is not None:
        yield from _readable(before[1])


def _readable(text: str) -> Iterator[tuple[str, Description]]:
    description = read_description(text)
    if description is not None:
        yield text, description


def _shortest(text: str) -> str:
    """Return an apposition without the relative clause behind it."""
    return re.split(r"\s+(?:who|which|whose|that|and|said|told)\b", text, maxsplit=1)[0]


def _title_before(text: str, begin: int) -> str:
    """Return the title that ends where a name begins, with whose it is: "Tarr’s foreign minister"."""
    left = _LEFT.search(_HONORIFIC.sub("", text[max(0, begin - _WITHIN) : begin]))
    if left is None:
        return ""
    words = left.group().split()
    at = len(words)
    while at:
        word = words[at - 1]
        linked = _plain(word) in _LINKS and at > 1 and is_title(words[at - 2])
        title = is_title(word)
        if not (title or linked or (word[0].isupper() and _plain(word) not in _DETERMINERS)):
            break
        # A point ends a sentence, but for that of an initial or a short title.
        ended = word.endswith(".") and not is_short(word) and not _INITIALS.fullmatch(word)
        opener = _plain(word) in _OPENERS or _plain(word) in _LINKS
        if ended or (opener and not linked):
            break
        at -= 1
        if _POSSESSIVE.search(word):
            break
    placed = len(words) - at > _PLACED and _plain(words[-2]) in _LINKS and is_title(words[-3])
    return " ".join(words[at:]) if at < len(words) and (is_title(words[-1]) or placed) else ""


def fits_description(asked: Description, told: Description) -> bool:
    """Whether a bare description can mean somebody described so: nothing asked for is untold."""
    if asked.head != told.head or asked.past != told.past:
        return False
    return all(any(_kindred(word, each) for each in told.words) for word in asked.words)


def contradicts(asked: Description, told: Description) -> bool:
    """Whether two descriptions give one office to two places: "Belm’s mayor", "the mayor of Tarr"."""
    if asked.head != told.head:
        return False
    here, there = _places(asked), _places(told)
    return bool(here and there) and not any(_kindred(one, two) for one in here for two in there)


def _places(description: Description) -> set[str]:
    return {word for word in description.words if not is_title(word)}


def _kindred(one: str, other: str) -> bool:
    if one == other:
        return True
    stem = _SHORT_STEM if min(len(one), len(other)) <= _STEM else _STEM
    shared = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return shared >= stem and shared >= min(len(one), len(other)) - _SHORT_STEM
