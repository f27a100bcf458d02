"""Whom "he" and "she" mean: the persons of the sentences before, the newest first."""

from collections import deque
from collections.abc import Iterable

from .people import Named, People

# A person behind a preposition ("a friend of Venn") is passed over for the subject of a sentence
# this much older.
_OBLIQUE_COST = 2
_REMEMBERED = 4


class Focus:
    """The persons named in the last sentences of an article outside quotations."""

    def __init__(self, people: People) -> None:
        """Begin with nobody."""
        self._people = people
        self._sentences: deque[list[Named]] = deque(maxlen=_REMEMBERED)

    def whom(self, pronoun: str, here: Iterable[Named]) -> str | None:
        """Return the person meant by a pronoun before which its own sentence names those `here`."""
        best: tuple[int, str] | None = None
        for age, named in enumerate([list(here), *reversed(self._sentences)]):
            for each in named:
                cost = age + (0 if each.subject else _OBLIQUE_COST)
                if (best is None or cost < best[0]) and self._people.fits(pronoun, each.name):
                    best = (cost, each.name)
        return best[1] if best is not None else None

    def pass_on(self, spoke: Iterable[Named], named: Iterable[Named]) -> None:
        """Leave a sentence: who spoke in it comes before whom it names."""
        told = [*spoke, *named]
        if told:
            self._sentences.append(told)
