"""Persons across articles: are two names, as their articles give them, one person's?"""

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from ..text import fold_word

_TITLES = frozenset(
    "ayatollah sheikh shaikh pope sir lord lady dame king queen prince princess imam sayed sayyed "
    "seyyed sayyid dr mr mrs ms miss prof professor president minister general gen the".split()
)
# Not measured on labelled names. Transliterations such as "Qasimi", "Kasimi" score 83 and more;
# so do a few different surnames ("Clinton", "Clifton": 86), so the first names must agree as well.
_SAME_SURNAME = 80.0
_SHORTEST_FUZZY = 5
# Long given names are written more freely: "Mohammed" and "Muhammad" score 75.
_LONG_GIVEN = 6
_SAME_LONG_GIVEN = 72.0
# In a story about a president his wife is named too; a bare surname means him.
_DOMINANT = 3


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the surname agrees and no other part speaks against it.

    >>> same_person("Ayatollah Orla Ines Venn", "O. Venn"), same_person("Orla Venn", "Piet Venn")
    (True, False)
    """
    left, right = _parts(one), _parts(other)
    if not left or not right:
        return False
    if sorted(left) == sorted(right):
        return True
    if not _same_surname(left[-1], right[-1]):
        return False
    shorter, longer = sorted((left[:-1], right[:-1]), key=len)
    return all(any(_same_given(part, each) for each in longer) for part in shorter)


def one_people(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for every name, the name to call its person by.

    `named` holds pairs of name and article. The name that most articles give is taken, then the
    fullest. A bare surname that two persons bear is the one's
    whom several times as many articles name, or stays by itself.
    """
    articles: dict[str, set[str]] = {}
    for name, article in named:
        articles.setdefault(name, set()).add(article)
    persons: list[list[str]] = []
    for name in sorted(articles, key=lambda each: (-len(_parts(each)), each)):
        fitting = [person for person in persons if same_person(person[0], name)]
        borne = [sum(len(articles[each]) for each in person) for person in fitting]
        order = sorted(range(len(fitting)), key=lambda at: (-borne[at], fitting[at][0]))
        rival = borne[order[1]] if len(order) > 1 else 0
        if order and (len(_parts(name)) > 1 or borne[order[0]] >= _DOMINANT * rival):
            fitting[order[0]].append(name)
        else:
            persons.append([name])
    called: dict[str, str] = {}
    for person in persons:
        full = [name for name in person if len(_parts(name)) > 1] or person
        best = min(full, key=lambda name: (-len(articles[name]), -len(name.split()), name))
        called |= dict.fromkeys(person, best)
    return called


def _parts(name: str) -> list[str]:
    parts = [fold_word(part.strip(".,'’\"()")) for part in name.split()]
    named = [part for part in parts if part and part not in _TITLES]
    return named or [part for part in parts if part]


def _same_surname(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORTEST_FUZZY and ratio(one, other) >= _SAME_SURNAME


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if min(len(one), len(other)) >= _LONG_GIVEN:
        return ratio(one, other) >= _SAME_LONG_GIVEN
    return one == other or ratio(one, other) >= _SAME_SURNAME
