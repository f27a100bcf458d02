"""Manuscript traditions copied by chance, so that the true stemma is known: tables of readings.

No newsroom: scribes who slip, misread, take a likelier word, leave out a line; leaves are lost before
or after a book was copied; some scribes have a second book open; many books are lost. The kinds and
rates follow what is told of the artificial traditions of stemmatology (Spencer et al. 2004; Roos and
Heikkilä 2009): some 15 to 70 books, a few hundred to 1,500 places, one to six changes in a hundred
words, half of the changes such as others make too. The words are made of syllables.
"""

import random
from dataclasses import dataclass, field

Row = list[str | None]

_ONSETS = "b c d f g h k l m n p qu r s t th v st br cl".split()
_CORES = "a e i o u ae oe ia".split()
_ENDS = ("", "m", "s", "nt", "r", "t", "ns", "x")
# A place has this many wordings that lie at hand, which any scribe may write who strays.
_AT_HAND = 2
_STRAYS_TO_HAND = 0.5


@dataclass(slots=True)
class Book:
    """One manuscript: what it reads, what it was copied from, whether it is preserved."""

    name: str
    row: Row
    exemplars: tuple[str, ...]
    lost: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Tradition:
    """All books of a text by name, the original first."""

    books: dict[str, Book] = field(default_factory=dict)

    @property
    def extant(self) -> list[Book]:
        """The books that are preserved."""
        return [book for book in self.books.values() if not book.lost]

    def links(self) -> dict[str, set[str]]:
        """Return who is copied from whom, in both directions."""
        found: dict[str, set[str]] = {name: set() for name in self.books}
        for book in self.books.values():
            for above in book.exemplars:
                found[book.name].add(above)
                found[above].add(book.name)
        return found


def copy_out(books: int, places: int, chance: random.Random) -> Tradition:
    """Return a tradition of so many preserved books of a text of so many places."""
    text = [_word(chance) for _ in range(places)]
    at_hand = [[_vary(word, chance) for _ in range(_AT_HAND)] for word in text]
    tradition = Tradition()
    tradition.books["00"] = Book("00", list(text), ())
    preserved = chance.uniform(0.6, 0.95)
    mixing = chance.choice((0.0, 0.0, 0.1, 0.2))
    rate = chance.uniform(0.008, 0.04)
    total = max(books + 1, round(books / preserved))
    for number in range(1, total):
        above = _exemplar(tradition, chance)
        row = _copy(above.row, at_hand, rate * chance.uniform(0.4, 2.0), chance)
        exemplars: tuple[str, ...] = (above.name,)
        if number > 3 and chance.random() < mixing:
            beside = chance.choice([b for b in tradition.books.values() if b is not above])
            row = _mix(row, beside.row, chance)
            exemplars += (beside.name,)
        book = Book(f"{number:02d}", row, exemplars, depth=above.depth + 1)
        tradition.books[book.name] = book
        if chance.random() < 0.12:
            _lose_leaves(chance.choice(list(tradition.books.values())[1:]), chance)
    for name in chance.sample(list(tradition.books), total - books):
        tradition.books[name].lost = True
    return tradition


def _exemplar(tradition: Tradition, chance: random.Random) -> Book:
    """Choose what is copied: any book, such as were copied often the less."""
    copied = dict.fromkeys(tradition.books, 0)
    for book in tradition.books.values():
        for above in book.exemplars:
            copied[above] += 1
    weights = [1.0 / (1 + copied[name]) for name in tradition.books]
    return chance.choices(list(tradition.books.values()), weights)[0]


def _copy(row: Row, at_hand: list[list[str]], rate: float, chance: random.Random) -> Row:
    copied = list(row)
    for at, word in enumerate(row):
        if not word or chance.random() >= rate:
            continue
        if chance.random() < _STRAYS_TO_HAND:
            copied[at] = chance.choice(at_hand[at])
        else:
            copied[at] = _vary(word, chance)
    for _ in range(chance.choice((0, 0, 1, 2))):
        begin = chance.randrange(len(copied))
        for at in range(begin, min(len(copied), begin + chance.choice((1, 2, 4, 8)))):
            copied[at] = "" if copied[at] is not None else None
    return copied


def _mix(row: Row, beside: Row, chance: random.Random) -> Row:
    """Take every few words from a second book, or a stretch."""
    if chance.random() < 0.5:
        share = chance.uniform(0.2, 0.5)
        return [
            theirs if theirs and chance.random() < share else own
            for own, theirs in zip(row, beside, strict=True)
        ]
    begin = chance.randrange(len(row) // 2)
    end = begin + round(len(row) * chance.uniform(0.2, 0.5))
    return [
        theirs if theirs is not None and begin <= at < end else own
        for at, (own, theirs) in enumerate(zip(row, beside, strict=True))
    ]


def _lose_leaves(book: Book, chance: random.Random) -> None:
    begin = chance.randrange(len(book.row))
    length = round(len(book.row) * chance.uniform(0.03, 0.5))
    for at in range(begin, min(len(book.row), begin + length)):
        book.row[at] = None


def _word(chance: random.Random) -> str:
    syllables = (
        chance.choice(_ONSETS) + chance.choice(_CORES) for _ in range(chance.choice((1, 2, 2, 3)))
    )
    return "".join(syllables) + chance.choice(_ENDS)


def _vary(word: str, chance: random.Random) -> str:
    """Return another word, or the same spelt or inflected in another way."""
    if chance.random() < 0.4:
        return _word(chance)
    if chance.random() < 0.5:
        return word.rstrip("mstnrx") + chance.choice(_ENDS)
    at = chance.randrange(len(word))
    return word[:at] + chance.choice("aeioulmnrst") + word[at + 1 :]
