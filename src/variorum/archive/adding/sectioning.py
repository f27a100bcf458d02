"""Sectioning: under which places and topics an article is filed."""

import re
from collections.abc import Mapping

from sqlalchemy import Connection

from ...model import Article
from ...store.articles import articles_by_number, day_of
from ...store.sections import Filed, Section, keep_sections, unfiled

# A word, with the end that an apostrophe sets off: "CUTLER'S" is one, "O'HARE" two.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?")
# Characters; no place and no topic has so long a name, and no index would hold a much longer one.
_LONGEST = 200
# Articles of an older version that are filed with each batch: a third of a millisecond each.
_AT_ONCE = 500


def sections_of(article: Article) -> tuple[Filed, ...]:
    """Return the sections in which an article stands."""
    places = places_in(article.dateline.place or "") if article.dateline else ()
    named: tuple[tuple[Section, tuple[str, ...]], ...] = (
        ("place", places),
        ("topic", (*article.sections, *article.tags)),
    )
    found: dict[tuple[Section, str], Filed] = {}
    for section, names in named:
        for shown in names:
            name = fold(shown)
            if name and len(name) <= _LONGEST:
                found.setdefault((section, name), Filed(section, name, " ".join(shown.split())))
    return tuple(found.values())


def fold(name: str) -> str:
    """Return by what two ways of printing the name of a section are one."""
    return " ".join(name.casefold().split())


def places_in(dateline: str) -> tuple[str, ...]:
    """Return the places that a dateline names; set in capitals or not, they are the same.

    >>> places_in("PORT ANSEL/CUTLER'S HILL, Vessland")
    ('Port Ansel', "Cutler's Hill, Vessland")
    """
    named = (
        ", ".join(_lowered(part.strip()) for part in place.split(",") if part.strip())
        for place in dateline.split("/")
    )
    return tuple(dict.fromkeys(filter(None, named)))


def _lowered(part: str) -> str:
    # Initials ("UK", "D.C.") stay as they are.
    if not part.isupper() or len(part.strip(".")) <= 3:
        return part
    return _WORD.sub(lambda word: word[0].capitalize(), part)


def file_articles(connection: Connection, articles: Mapping[int, Article]) -> None:
    """File articles, by number, under their places and topics, and some that an older version left."""
    left = [number for number in unfiled(connection, _AT_ONCE) if number not in articles]
    every = {**articles, **articles_by_number(connection, left)}
    keep_sections(
        connection,
        {number: sections_of(article) for number, article in every.items()},
        {number: day_of(article) for number, article in every.items()},
    )
