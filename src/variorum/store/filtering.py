"""Filtering: what somebody asks of articles and stories, as conditions of a statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from ..errors import OptionError
from ..model.filters import ArticleFilter, StoryFilter
from .days import ordinal
from .fulltext import Query, matching, read_query
from .names import indexed
from .places import account_article, place_of
from .stories import story_number

# Own text: no copy of what others have, or at least half of it its own.
OWN = "(a.own >= 0.5 or a.relation = 'original')"
# Another page carries what this one wrote.
_TAKEN = (
    "(a.relation = 'original' and exists (select 1 from article o where o.story = a.story "
    "and o.account = a.account and o.is_current = 1 and o.number <> a.number))"
)
_NOTHING = "1 = 0"
# Characters of what is sought. 120,000 kept SQLite busy for a minute, and PostgreSQL gave up.
_MOST_SOUGHT = 2_000


@dataclass(slots=True)
class Conditions:
    """Conditions that all must hold, with the values that they name."""

    where: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)

    def add(self, condition: str, **given: Any) -> None:
        """Ask for one more thing."""
        self.where.append(condition)
        self.given.update(given)

    def one_of(self, column: str, values: Sequence[Any], name: str) -> None:
        """Ask that a column has one of some values, if there are any."""
        if values:
            named = {f"{name}_{at}": value for at, value in enumerate(dict.fromkeys(values))}
            self.add(f"{column} in ({', '.join(f':{each}' for each in named)})", **named)

    def __str__(self) -> str:
        """Return them as a statement has them behind `where`."""
        return " and ".join(self.where) or "1 = 1"


def wanted_words(words: str | None) -> Query | None:
    """Return what is sought; `None` where nothing is, not even what is refused."""
    if not words:
        return None
    if len(words) > _MOST_SOUGHT:
        reason = f"may have {_MOST_SOUGHT:,} characters; a longer text is better traced"
        raise OptionError("words", reason)
    query = read_query(words)
    return query if query.wanted else None


def article_conditions(connection: Connection, asked: ArticleFilter) -> Conditions:
    """Return the conditions on `article a`, but for the words sought."""
    found = Conditions()
    found.add("a.is_current = 1")
    found.one_of("a.kind", asked.kinds, "kind")
    found.one_of("a.id", asked.ids, "id")
    _of_outlets(asked.outlets, "a.", found)
    found.one_of("a.supplier", [indexed(each) for each in asked.agencies], "agency")
    # Of what else narrows a list down all is rarer than a language, which SQLite cannot know: put
    # together with nothing, a column is found by no index.
    rarer = asked.ids or asked.outlets or asked.agencies or asked.story or asked.account
    alone = len(asked.languages) == 1 and not rarer
    found.one_of("a.language" if alone else "a.language || ''", asked.languages, "language")
    if asked.date_from is not None:
        found.add("a.day >= :date_from", date_from=ordinal(asked.date_from))
    if asked.date_to is not None:
        found.add("a.day <= :date_to and a.day > 0", date_to=ordinal(asked.date_to))
    if asked.story is not None:
        found.add("a.story = :story", story=story_number(connection, asked.story) or -1)
    if asked.account is not None:
        _in_account(connection, asked.account, found)
    if asked.copies != "all":
        found.add(OWN if asked.copies == "own" else f"(a.relation is not null and not {OWN})")
    if asked.taken != "all":
        found.add(_TAKEN if asked.taken == "taken" else f"(a.relation is null or not {_TAKEN})")
    return found


def _in_account(connection: Connection, id: str, found: Conditions) -> None:
    """Ask for the pages of the account that has, or ever had, an id."""
    held = account_article(connection, id)
    place = place_of(connection, held[1]) if held else None
    if place is None or place.account is None:
        found.add(_NOTHING)
    else:
        found.add(
            "a.story = :in_story and a.account = :account",
            in_story=place.story,
            account=place.account,
        )


def story_conditions(connection: Connection, asked: StoryFilter, *, sqlite: bool) -> Conditions:
    """Return the conditions on `story s`."""
    found = Conditions()
    if asked.ids:
        numbers = (story_number(connection, id) for id in asked.ids)
        known = [number for number in numbers if number is not None]
        found.one_of("s.number", known, "number")
        if not known:
            found.add(_NOTHING)
    _within(asked, found)
    _with_pages(asked, found)
    query = wanted_words(asked.words)
    if query is not None:
        table, _, given = matching(query, sqlite)
        found.add(
            f"s.number in (select a.story from {table} w join article a on a.number = w.number "
            "where a.is_current = 1)",
            **given,
        )
    elif asked.words:
        found.add(_NOTHING)
    return found


def _of_outlets(names: Sequence[str], table: str, found: Conditions) -> None:
    """Ask for pages of outlets, each by its name or by the host of its pages."""
    if not names:
        return
    either = Conditions()
    either.one_of(f"{table}outlet", [indexed(each) for each in names], "outlet")
    either.one_of(f"{table}host", [each.lower().removeprefix("www.") for each in names], "host")
    found.add(f"({' or '.join(either.where)})", **either.given)


def _with_pages(asked: StoryFilter, found: Conditions) -> None:
    """Ask for stories that have a page of an outlet, and one with text of an agency."""
    outlets, agencies = Conditions(), Conditions()
    _of_outlets(asked.outlets, "", outlets)
    agencies.one_of("supplier", [indexed(each) for each in asked.agencies], "agency")
    for pages in (outlets, agencies):
        if pages.where:
            found.add(f"s.number in (select story from article where {pages})", **pages.given)


def _within(asked: StoryFilter, found: Conditions) -> None:
    """Ask for stories that have pages between two days."""
    if asked.date_from is None and asked.date_to is None:
        return
    days = Conditions()
    if asked.date_from is not None:
        days.add("day >= :date_from", date_from=ordinal(asked.date_from))
    if asked.date_to is not None:
        days.add("day <= :date_to", date_to=ordinal(asked.date_to))
    found.add(f"s.number in (select story from story_day where {days})", **days.given)
