"""A name as it is written: the titles before it, its parts, its suffix, and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from .given_names import FEMALE, MALE
from .subjects import SMALL_WORDS
from .titles import (
    HONORIFICS,
    PARTICLES,
    SUFFIXES,
    SURNAMES,
    Sex,
    is_title,
    plain_title,
    sex_told,
)
from .transliteration import plain_letters

_WORD = re.compile(r"[^\W\d_](?:[\w.’'‘`‐‑-]*[\w])?\.?(?:[’'‘`](?!\w))?|[,;:()&“”\"]|\d+")
_POSSESSIVE = re.compile(r"(?:['’‘`]s|(?<=s)['’‘`])$")
_BODY_LETTERS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?$")
_COUNTRY_LETTERS = frozenset("U.S. U.K. U.N. E.U. D.C. U.S U.K U.N U.S.A. US UK UN EU UAE".split())
# "D-Va.", "R-Ky."
_PARTY = re.compile(r"[A-Z]-[A-Z]\w*\.?$")
_GLUED = re.compile(r"^(?:al|el|ul|an|ar|as|ash|at|az|ad|abd)[-‐‑](?=\w)", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[A-Z]\.){1,3}[A-Z]?\.?$")
# Behind these a capital names somebody else, or a place.
_OBLIQUE = frozenset(
    "of in on at for from by with to into onto off near outside inside toward towards against "
    "about around behind beside between among under over via than like through as".split()
)
_LINKING = frozenset(("and", "&", "or", "both"))
# What has a capital only because it opens a sentence, or is a day's.
_OPENERS = SMALL_WORDS | frozenset(
    "even yet now many some does did more twelve most if although whether will can could would any "
    "every each few several such just only perhaps maybe let not nor neither either these those "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)
# Of these, what behind a given name is a surname.
_SURNAMES = frozenset("may will can most still just long such".split())
# Longer runs of capitals are headlines and lists.
_MOST_PARTS = 6
_CALLED_SHORT = 2


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A personal name: `name` as written without titles, its folded parts, `begin` to `end` with titles.

    `called` is the name with the honorifics that belong to it: "Sheikh Tarek Olmi"; `the` whether
    the article stands before it, as before bodies and things.
    """

    name: str
    parts: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str | None = None
    begin: int = 0
    end: int = 0
    called: str = ""
    the: bool = False

    @property
    def surname(self) -> str:
        """The last part: the family's name in most orders."""
        return self.parts[-1]

    @property
    def sex(self) -> Sex | None:
        """What titles and a common given name tell."""
        for title in self.titles:
            told = sex_told(title)
            if told is not None:
                return told
        if len(self.parts) > 1:
            given = self.parts[0]
            return "female" if given in FEMALE else "male" if given in MALE else None
        return None


@dataclass(slots=True)
class _Word:
    text: str
    begin: int
    end: int
    role: str
    owner: bool = False


@lru_cache(maxsize=1 << 15)
def read_name(text: str) -> WrittenName | None:
    """Return the person whom a text names, `None` where it names nobody, or more than one.

    >>> read_name("Belm’s former mayor Orla Venn (Greens)").name
    'Orla Venn'
    >>> read_name("Sen. O. Venn of Belm").titles, read_name("Venn and Roo")
    (('senator',), None)
    """
    words = list(_words(text))
    runs = list(_runs(words))
    fitting = [
        run for run in map(partial(_past_place, words), runs) if not _is_oblique(words, run[0])
    ]
    if not fitting:
        return None
    if any(word.text.lower() in _LINKING for word in words) and len(fitting) > 1:
        return None
    titled = [run for run in fitting if run[0] and words[run[0] - 1].role == "title"]
    begin, end = (titled or fitting)[-1] if titled or len(fitting) == 1 else fitting[0]
    return _read(text, words, begin, end)


def _words(text: str) -> Iterator[_Word]:
    all_capitals = text.isupper()
    before = ""
    for found in _WORD.finditer(text):
        written = found.group()
        bare = _POSSESSIVE.sub("", written)
        role = _role(bare, all_capitals)
        if role == "other" and before == "name" and bare.lower() in _SURNAMES and bare[0].isupper():
            role = "name"
        before = "" if bare != written else role
        yield _Word(written, found.start(), found.start() + len(bare), role, owner=bare != written)


def _role(word: str, all_capitals: bool) -> str:
    low = word.lower()
    if word.strip(".").lower() in SUFFIXES and word[0].isupper():
        return "suffix"
    if low in PARTICLES:
        return "particle"
    if not word[0].isupper() and _GLUED.match(word):
        return "name"
    if word in _COUNTRY_LETTERS or _PARTY.match(word):
        return "other"
    if is_title(word) and (len(word) > 1):
        return "title"
    if not word[0].isupper() or low in _OBLIQUE or low in _LINKING or low in _OPENERS:
        return "other"
    if word.isupper() and len(word) > _CALLED_SHORT and not all_capitals and "." not in word:
        return "letters"
    return "name"


def _runs(words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that can be a name: capitals, and particles between them."""
    at = 0
    while at < len(words):
        if words[at].role not in ("name", "particle"):
            at += 1
            continue
        begin = at
        while at < len(words) and _goes_on(words, at):
            at += 1
            if words[at - 1].owner:
                break
        at = max(at, begin + 1)
        end = at
        while end > begin and words[end - 1].role == "particle":
            end -= 1
        named = [word for word in words[begin:end] if word.role != "particle"]
        owned = words[end - 1].owner and end < len(words) and words[end].role in ("title", "name")
        # "The Belm mayor": what stands right before an office narrows it down.
        owned = owned or (end < len(words) and words[end].role == "title")
        if named and not owned and len(named) <= _MOST_PARTS:
            yield begin, end


def _goes_on(words: list[_Word], at: int) -> bool:
    word = words[at]
    if word.role in ("name", "particle", "suffix"):
        return True
    # "Julie Bishop", "Stephen King": a title behind a given name is a surname.
    low = text_of(word).lower()
    surname = word.role == "title" and low in SURNAMES and word.text[0].isupper() and at > 0
    last = at + 1 == len(words) or words[at + 1].role in ("other", "suffix")
    return bool(surname and last and words[at - 1].role == "name" and not words[at - 1].owner)


def _past_place(words: list[_Word], run: tuple[int, int]) -> tuple[int, int]:
    """Return a run without the place of the office before it: "envoy to Tarr Orla Venn"."""
    begin, end = run
    placed = begin > 1 and words[begin - 2].role == "title" and end - begin > _CALLED_SHORT
    return (begin + 1, end) if placed and words[begin - 1].role == "other" else run


def _is_oblique(words: list[_Word], begin: int) -> bool:
    at = begin
    while at and words[at - 1].text.lower() in ("the", "a", "an"):
        at -= 1
    return at > 0 and words[at - 1].text.lower() in _OBLIQUE


def _read(text: str, words: list[_Word], begin: int, end: int) -> WrittenName | None:
    first = _title_begin(words, begin)
    ranked = [word for word in words[first:begin] if word.role == "title"]
    titles = tuple(plain_title(word.text) for word in ranked)
    kept = [word for word in words[begin:end] if word.role != "suffix"]
    suffix = next((w.text.strip(".").lower() for w in words[begin:end] if w.role == "suffix"), None)
    if suffix is None and end + 1 < len(words) and words[end].text == ",":
        following = words[end + 1]
        suffix = following.text.strip(".").lower() if following.role == "suffix" else None
    parts = tuple(part for word in kept if not _is_particle(word, kept) for part in _parts(word))
    if not parts or all(len(part) == 1 for part in parts):
        return None
    # Honorifics and the like are written with a capital; "the" and "former" are not part of a form.
    while first < begin and not words[first].text[0].isupper():
        first += 1
    stop = words[end - 1].end
    called = begin
    while called > first and is_called(words[called - 1].text):
        called -= 1
    return WrittenName(
        text[words[begin].begin : stop],
        parts,
        titles,
        suffix,
        words[first].begin,
        stop,
        text[words[called].begin : stop],
        first > 0 and words[first - 1].text.lower() == "the",
    )


def _title_begin(words: list[_Word], begin: int) -> int:
    """Return where the titles before a name begin: "Secretary of State" is one."""
    first = begin
    while first:
        before = words[first - 1]
        linked = first > 1 and before.text.lower() == "of" and words[first - 2].role == "title"
        if before.owner or before.text.lower() == "the" or not (linked or before.role == "title"):
            break
        first -= 1
    # "Secretaries of State Orla Venn and Piet Roo": "State" is no title of one.
    return begin if first and words[first - 1].text.lower() == "of" else first


def _is_particle(word: _Word, kept: list[_Word]) -> bool:
    """Whether a word belongs to the surname behind it; "Al Roo" and "Ben Roo" have it as a given name."""
    if word.role != "particle":
        return False
    return not (word.text in ("Al", "Ben") and word is kept[0])


def _parts(word: _Word) -> Iterator[str]:
    """Yield the folded parts of a word: one, or the letters of "J.K."."""
    written = text_of(word)
    if _INITIALS.match(written) or _BODY_LETTERS.match(written):
        yield from (letter.lower() for letter in written if letter.isalpha())
        return
    bare = _GLUED.sub("", written)
    halves = [plain_letters(half) for half in re.split(r"[-‐‑]", bare)]
    folded = "-".join(half for half in halves if half)
    if folded:
        yield folded


def text_of(word: _Word) -> str:
    """Return a word without the sign of possession."""
    return word.text[: word.end - word.begin]


def is_called(word: str) -> bool:
    """Whether a title belongs to how a person is called, so that it is printed with the name."""
    return word[0].isupper() and word.strip(".").lower() in HONORIFICS
