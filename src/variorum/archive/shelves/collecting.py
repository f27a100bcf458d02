"""Collecting: page after page out of an archive, as many as there are, in little memory."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from ...model import AccountId, Article, ArticleFilter, StoryId
from ...model.holding import CollectedPage
from ...store import Database
from ...store.articles import articles_by_number
from ...store.filtering import wanted_words
from ...store.fulltext import Query
from ...store.rows import chunks
from ...store.searching import MARKS, nearest_pages, search

# Rows that are listed at once, and pages that are read at once: a usual one is some 20 kB while it is
# held, but one may have four million characters.
_BATCH = 400
_AT_ONCE = 25


def collect_pages(
    database: Database, asked: ArticleFilter, *, one_per_account: bool
) -> Iterator[CollectedPage]:
    """Yield the pages that meet what is asked, the oldest first, all as they are at one moment."""
    query = wanted_words(asked.words)
    if asked.words is not None and query is None:
        return
    with database.reading() as connection:
        after: Sequence[Any] | None = None
        while True:
            rows = search(
                connection,
                query,
                asked,
                "oldest",
                sqlite=database.is_sqlite,
                after=after,
                most=_BATCH,
            )
            yield from _pages(connection, query, asked, rows, database.is_sqlite, one_per_account)
            if len(rows) < _BATCH:
                return
            after = [getattr(rows[-1], name) for name in MARKS["oldest"]]


def _pages(
    connection: Connection,
    query: Query | None,
    asked: ArticleFilter,
    rows: Sequence[Any],
    sqlite: bool,
    one_per_account: bool,
) -> Iterator[CollectedPage]:
    stories = [row.home for row in rows if row.home is not None]
    nearest = nearest_pages(connection, query, asked, stories, sqlite=sqlite)
    # A page that stands in no account stands for itself.
    standing = {row.number: nearest.get(row.number, (row.number, 1)) for row in rows}
    if one_per_account:
        rows = [row for row in rows if standing[row.number][0] == row.number]
    for some in chunks(rows, _AT_ONCE):
        articles = articles_by_number(connection, [row.number for row in some])
        for row in some:
            yield _page(row, articles[row.number], standing[row.number][1])


def _page(row: Any, article: Article, pages: int) -> CollectedPage:
    return CollectedPage(
        article=article,
        story=StoryId(row.story) if row.story else None,
        account=AccountId(row.account) if row.account else None,
        account_pages=pages,
        relation=row.relation,
        own=row.own,
        agency=row.agency,
    )
