"""Bodies that speak: ministries, courts, companies; their long names, short names and letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .subjects import SMALL_WORDS
from .transliteration import plain_letters

_NOUNS = frozenset(
    "ministry department dept committee council commission commissioner's agency authority bureau "
    "office board bank fund court tribunal parliament congress senate assembly government "
    "administration cabinet party union alliance coalition league federation confederation "
    "association society foundation institute institution university college school academy "
    "hospital clinic company corporation corp inc ltd group holdings airline airlines airways "
    "railway railways army navy force forces police guard service services embassy consulate "
    "mission church diocese synod newspaper times post journal herald tribune gazette broadcaster "
    "radio television tv news channel magazine media studio studios network club team organisation "
    "organization charity museum theatre theater brewing brewery exchange secretariat presidency "
    "campaign centre center laboratory lab observatory inspectorate ombudsman regulator watchdog "
    "prosecution house press treasury kremlin mayoralty municipality port cooperative trust nations"
    "".split()
)
_WORD = re.compile(r"[^\W_](?:[\w.&’'‘`-]*[\w])?\.?|[,;:()“”\"]")
_POSSESSIVE = re.compile(r"(?:['’‘`]s|(?<=s)['’‘`])$")
_LINKS = frozenset("of for on and the & in".split())
_LITTLE = frozenset("of for on and the a an in its their our his her".split())
_LEADING = (SMALL_WORDS | _LITTLE | frozenset(("even", "yet", "now"))) - {"one", "two", "three"}
_SAME_WORD = {
    "dept": "department",
    "defence": "defense",
    "organisation": "organization",
    "centre": "center",
    "labour": "labor",
    "theatre": "theater",
    "corp": "corporation",
}
# Longer capitals are the names of speakers in transcripts.
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,5}$")
# What may stand behind the name of a body that speaks.
_BEHIND = frozenset(", ; : ( in on at by of for from last this late early earlier".split())
_FEWEST_LETTERS = 2
_LONGEST = 9
_PORTFOLIOS = frozenset(
    "foreign health defence defense interior finance justice education energy trade economy labour "
    "labor agriculture transport environment state national central federal royal supreme high "
    "public police security intelligence news city town county district military army naval ruling "
    "opposition culture oil home emergency weather health electoral election constitutional".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)
_BRACKETED = re.compile(
    r"((?:[A-Z][\w’'-]*|of|for|on|and|the|&)(?:\s+(?:[A-Z][\w’'-]*|of|for|on|and|the|&)){1,8})"
    r"\s+\(([A-Z](?:\.?[A-Za-z]){1,7}\.?)\)"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it is written: its name, the folded words of it, the letters it goes by."""

    name: str
    words: frozenset[str]
    letters: str
    begin: int
    end: int

    @property
    def is_letters(self) -> bool:
        """Whether it is written by its letters alone: "NATO"."""
        return not self.words


@lru_cache(maxsize=1 << 14)
def read_body(text: str) -> Body | None:
    """Return the body that a text names, `None` where it names none or somebody of it.

    >>> read_body("Belm’s Ministry of Health").words == read_body("the Belm health ministry").words
    True
    >>> read_body("the ministry’s spokesman") is None
    True
    """
    words = list(_WORD.finditer(text))
    while words and words[0].group().lower() in _LEADING:
        words = words[1:]
    run = list(_run(words))
    taken = len(run)
    while run and run[-1].group().lower() in _LINKS:
        run.pop()
    if not run or len(run) > _LONGEST:
        return None
    plain = [_plain(found.group()) for found in run]
    begin, end = run[0].start(), run[-1].end()
    name = _POSSESSIVE.sub("", text[begin:end])
    if _is_followed(words[taken:]):
        return None
    if len(run) == 1 and _LETTERS.match(name):
        return Body(name, frozenset(), name.replace(".", "").lower(), begin, begin + len(name))
    if not _is_headed(plain):
        return None
    content = frozenset(_SAME_WORD.get(each, each) for each in plain if each not in _LITTLE)
    if len(content) < len("of"):
        return None
    return Body(name, content, _letters(run), begin, begin + len(name))


def _run(words: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the words of a body's name from the start: capitals, portfolios, the noun, its links."""
    for at, found in enumerate(words):
        word = found.group()
        low = _plain(word)
        owner = bool(_POSSESSIVE.search(word))
        if low in _LINKS:
            following = words[at + 1].group() if at + 1 < len(words) else ""
            named = following[:1].isupper() or _plain(following) in _PORTFOLIOS
            if not at or not named or _plain(following) in _TIMES:
                return
        elif not (word[0].isupper() or word[0].isdigit() or low in _NOUNS or low in _PORTFOLIOS):
            return
        yield found
        if owner and low in _NOUNS:
            return


def is_body_noun(word: str) -> bool:
    """Whether a word is the head of bodies' names: "Ministry"."""
    return plain_letters(word) in _NOUNS


def _is_headed(words: list[str]) -> bool:
    """Whether the head of a name is a body's: its last word, or the one before "of"."""
    if words[-1] in _NOUNS:
        return True
    return any(word in _NOUNS and following in _LINKS for word, following in pairwise(words))


def _is_followed(words: list[re.Match[str]]) -> bool:
    """Whether the words behind a name make it somebody else's: "NATO allies"."""
    return bool(words) and words[0].group().lower() not in _BEHIND


def _plain(word: str) -> str:
    return plain_letters(_POSSESSIVE.sub("", word))


def _letters(run: list[re.Match[str]]) -> str:
    """Return the first letters of the capitals of a name."""
    return "".join(found.group()[0].lower() for found in run if found.group()[0].isupper())


def bodies_agree(one: Body, other: Body) -> tuple[float, str] | None:
    """Return how surely two names are one body's, and why; `None` where they are not."""
    if one.is_letters or other.is_letters:
        if one.letters != other.letters:
            return None
        if one.is_letters and other.is_letters:
            return 0.95, "the same letters"
        # Two letters are those of too many names, unless an article states them in brackets.
        return (0.75, "its first letters") if len(one.letters) > _FEWEST_LETTERS else None
    if one.words == other.words:
        return 0.95, "the same words"
    if _is_shortened(one, other) or _is_shortened(other, one):
        return 0.75, "its first letters within the name"
    shorter, longer = sorted((one.words, other.words), key=len)
    if shorter < longer and shorter & _NOUNS == longer & _NOUNS:
        return 0.75, "a shorter form of the name"
    return None


def _is_shortened(one: Body, other: Body) -> bool:
    """Whether one name has letters for words of the other: "RPS Brewing"."""
    own = one.words - other.words
    letters = next(iter(own)) if len(own) == 1 else ""
    spelt = other.words - one.words
    return len(letters) == len(spelt) > 1 and letters in other.letters


def letters_given(text: str) -> Iterator[tuple[str, str]]:
    """Yield each long name that a text abbreviates in brackets, with the letters.

    >>> list(letters_given("The Belm Harbour Board (BHB) said no."))
    [('The Belm Harbour Board', 'bhb')]
    """
    for found in _BRACKETED.finditer(text):
        letters = found[2].replace(".", "")
        if sum(letter.isupper() for letter in letters) >= _FEWEST_LETTERS:
            yield found[1], letters.lower()
