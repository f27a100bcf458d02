"""Renewing: articles of an older version are told apart anew, batch by batch, by whoever next adds.

Until a batch is done its articles stand in the stories that they had, for readers too; each batch is
whole or not at all, and comes to what adding those articles today would.
"""

from collections.abc import Callable

from ...engine import Engine
from ...model import StoryId
from ...store import Database
from ...store.articles import articles_by_number, figures_of
from ...store.postings import forget_postings
from ...store.revision import renew
from ...store.stale import keep_profiles, stale_articles
from .likeness import bags_of_article, pack_bags
from .neighbours import sampled_runs
from .settling import Change, settle

_AT_ONCE = 1000


def renew_articles(
    database: Database, engine: Engine, progress: Callable[[int, str], None] | None = None
) -> tuple[StoryId, ...]:
    """Tell apart anew all articles that an older version left; return the stories new or other."""
    changed: dict[StoryId, None] = {}
    done = 0
    while count := _renew(database, engine, changed):
        done += count
        if progress is not None:
            progress(done, "articles of an older version read anew")
    return tuple(changed)


def _renew(database: Database, engine: Engine, changed: dict[StoryId, None]) -> int:
    """Renew some articles; return how many."""
    with database.reading() as connection:
        # Nearly always there is none, and nobody else has to wait.
        if not stale_articles(connection, 1):
            return 0
    with database.writing() as connection:
        stale = stale_articles(connection, _AT_ONCE)
        articles = articles_by_number(connection, stale)
        figures = figures_of(connection, articles)
        profiles = {n: pack_bags(bags_of_article(articles[n], figures[n])) for n in articles}
        keep_profiles(connection, profiles)
        fresh = {n: articles[n] for n, current in stale.items() if current}
        hashes = {n: sampled_runs(article) for n, article in fresh.items()}
        forget_postings(connection, hashes)
        told = settle(connection, engine, Change(fresh, profiles, hashes, retired={}))
        changed.update(dict.fromkeys(told))
        renew(connection)
    return len(stale)
