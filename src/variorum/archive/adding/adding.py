"""Adding: captures kept at once, then worked on batch by batch, each batch whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from operator import attrgetter

from sqlalchemy import Connection

from ...engine import Engine
from ...extract import Context, extract_article
from ...figures import find_figures
from ...model import Article, Capture, Failure, Note, StoryId
from ...model.holding import Added
from ...reuse import pack_voices
from ...reuse.wording import read_wording
from ...store import Database
from ...store.articles import (
    BLANK,
    PackedArticle,
    articles_by_number,
    keep_articles,
    mark_current,
    pack_article,
    states_of,
)
from ...store.captures import (
    captures_by_number,
    done_with,
    keep_captures,
    known_captures,
    mark_failed,
    pending_captures,
    still_pending,
)
from ...store.fulltext import forget_texts, index_texts
from ...store.people import forget_sayings
from ...store.revision import renew
from ...store.sections import forget_sections
from ..reading import PAGE_LIMIT, load_reader, note_empty
from .likeness import bags_of_article, pack_bags
from .neighbours import Hashes, pack_runs, sampled_runs
from .renewing import renew_articles
from .sectioning import file_articles
from .settling import Change, settle

# Captures of one batch: what a crash may cost, and how long others wait to write. What follows from
# one page often follows from another: batches of 250 and 500 took 1.6 and 1.3 times the time.
BATCH = 1000

Progress = Callable[[int, str], None]


@dataclass(slots=True)
class Tally:
    """What has become of captures so far."""

    captures: int = 0
    known: int = 0
    states: int = 0
    resumed: int = 0
    stories: dict[StoryId, None] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def told(self) -> Added:
        """Return it as what adding gives back."""
        return Added(
            captures=self.captures,
            known=self.known,
            states=self.states,
            resumed=self.resumed,
            stories=tuple(self.stories),
            failures=tuple(self.failures),
            notes=tuple(self.notes),
        )


def add_captures(
    database: Database,
    engine: Engine,
    found: Iterable[Capture | Failure | Note],
    *,
    fast: bool = False,
    progress: Progress | None = None,
) -> Added:
    """Keep captures that are new, and work on them and on what an earlier run had left."""
    tally = Tally()
    left = resume(database, engine, progress=progress)
    tally.resumed = left.captures
    tally.stories.update(left.stories)
    tally.failures += left.failures
    for _ in _settled(database, engine, _kept(database, engine, found, tally, fast), tally):
        if progress is not None:
            progress(tally.captures + tally.known, "captures added")
    return tally.told()


def resume(database: Database, engine: Engine, *, progress: Progress | None = None) -> Tally:
    """Work on what an older version or an interrupted run has left."""
    tally = Tally()
    tally.stories.update(dict.fromkeys(renew_articles(database, engine, progress)))
    for _ in _settled(database, engine, _left(database, engine, tally), tally):
        if progress is not None:
            progress(tally.captures, "captures that were left")
    return tally


def _kept(
    database: Database,
    engine: Engine,
    found: Iterable[Capture | Failure | Note],
    tally: Tally,
    fast: bool,
) -> Iterator["_Pending"]:
    """Keep captures batch by batch, and have each batch begun to be read."""
    for batch in _batches(_sorted_out(found, tally)):
        with database.writing() as connection:
            known = known_captures(connection, [each.id for each in batch])
            fresh = list({each.id: each for each in batch if each.id not in known}.values())
            numbers = keep_captures(connection, fresh, fast=fast)
        tally.known += len(batch) - len(fresh)
        tally.captures += len(fresh)
        yield _begin(engine, dict(zip(numbers, fresh, strict=True)), fast)


def _left(database: Database, engine: Engine, tally: Tally) -> Iterator["_Pending"]:
    last = 0
    while True:
        with database.reading() as connection:
            waiting = pending_captures(connection, BATCH, last)
            captures = captures_by_number(connection, [number for number, _ in waiting])
        if not waiting:
            return
        last = waiting[-1][0]
        tally.captures += len(waiting)
        for fast in (False, True):
            asked = {number: captures[number] for number, is_fast in waiting if is_fast == fast}
            yield _begin(engine, asked, fast)


def _settled(
    database: Database, engine: Engine, begun: Iterator["_Pending"], tally: Tally
) -> Iterator[None]:
    """Settle batch after batch, while the one after it is being read."""
    before: _Pending | None = None
    for pending in begun:
        if before is not None:
            _work(database, engine, before, tally)
            yield
        before = pending
    if before is not None:
        _work(database, engine, before, tally)
        yield


def _sorted_out(found: Iterable[Capture | Failure | Note], tally: Tally) -> Iterator[Capture]:
    for each in found:
        if isinstance(each, Failure):
            tally.failures.append(each)
        elif isinstance(each, Note):
            tally.notes.append(each)
        else:
            yield each


def _batches(captures: Iterator[Capture]) -> Iterator[list[Capture]]:
    while batch := list(islice(captures, BATCH)):
        yield batch


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as a worker hands it over: without its capture, which is here already."""

    article: Article
    packed: PackedArticle
    hashes: Hashes | None


@dataclass(frozen=True, slots=True)
class _Pending:
    """Captures by number, and what is read of them, in their order."""

    captures: Mapping[int, Capture]
    answers: Iterator[_Read | Failure]


def _begin(engine: Engine, captures: Mapping[int, Capture], fast: bool) -> _Pending:
    listed = list(captures.values())
    answers = engine.ahead(
        partial(read_alone, fast=fast),
        listed,
        name=attrgetter("location"),
        limit=PAGE_LIMIT,
        prepare=partial(load_reader, listed),
    )
    return _Pending(captures, answers)


def _work(database: Database, engine: Engine, pending: _Pending, tally: Tally) -> None:
    """Keep what was read of captures with all that follows from it, in one transaction."""
    if not pending.captures:
        return
    read: dict[int, _Read] = {}
    failed: dict[int, str] = {}
    for number, answer in zip(pending.captures, pending.answers, strict=True):
        if isinstance(answer, Failure):
            tally.failures.append(answer)
            failed[number] = answer.error
        else:
            read[number] = answer
    with database.writing() as connection:
        # Another process may have worked on some of them meanwhile.
        waiting = still_pending(connection, list(pending.captures))
        articles = {
            number: replace(read[number].article, capture=capture)
            for number, capture in pending.captures.items()
            if number in read and number in waiting
        }
        _keep(connection, engine, articles, read, tally, sqlite=database.is_sqlite)
        mark_failed(connection, {n: each for n, each in failed.items() if n in waiting})
        done_with(connection, sorted(waiting))
        renew(connection)


def read_alone(capture: Capture, *, fast: bool = False) -> _Read:
    """Return the article of a capture by itself, with the figures that it states."""
    article = extract_article(capture, Context(), fast=fast)
    bare = replace(article, capture=BLANK)
    if article.kind != "article":
        return _Read(bare, pack_article(article), None)
    figures = find_figures(article)
    wording = read_wording(article.paragraphs)
    runs = sampled_runs(article, wording)
    packed = replace(
        pack_article(article, figures),
        profile=pack_bags(bags_of_article(article, figures)),
        runs=pack_runs(runs),
        voices=pack_voices(article, wording),
        fingerprints=len(runs),
    )
    return _Read(bare, packed, runs)


def _keep(
    connection: Connection,
    engine: Engine,
    articles: Mapping[int, Article],
    read: Mapping[int, _Read],
    tally: Tally,
    *,
    sqlite: bool,
) -> None:
    hashes = {n: found for n in articles if (found := read[n].hashes) is not None}
    keep_articles(connection, articles, {n: read[n].packed for n in articles})
    begun, ended = _states(connection, articles, tally)
    tally.notes += note_empty(list(articles.values()))
    again = articles_by_number(connection, [n for n in begun if n not in articles])
    gone = articles_by_number(connection, ended)
    fresh = {n: each for n, each in {**articles, **again}.items() if n in begun}
    index_texts(connection, [_indexed(n, each) for n, each in fresh.items()], sqlite)
    forget_texts(connection, [_indexed(n, each) for n, each in gone.items()], sqlite)
    forget_sayings(connection, ended)
    forget_sections(connection, ended)
    fresh = {n: each for n, each in fresh.items() if each.kind == "article"}
    file_articles(connection, fresh)
    change = Change(
        fresh=fresh,
        profiles={n: p for n in fresh if n in read and (p := read[n].packed.profile)},
        hashes={n: hashes[n] if n in hashes else sampled_runs(fresh[n]) for n in fresh},
        retired={n: each for n, each in gone.items() if each.kind == "article"},
    )
    tally.stories.update(dict.fromkeys(settle(connection, engine, change)))


def _states(
    connection: Connection, articles: Mapping[int, Article], tally: Tally
) -> tuple[set[int], list[int]]:
    """Say which articles are their pages' newest states; return those that count now and no longer."""
    begun = set(articles)
    ended: list[int] = []
    for states in states_of(connection, sorted(articles)).values():
        if len(states) < 2:
            continue
        newest = max(states, key=lambda state: state[1])[0]
        older = [number for number, _, _ in states if number != newest]
        tally.states += sum(number in articles for number, _, _ in states) - (
            len(older) + 1 == sum(number in articles for number, _, _ in states)
        )
        ended += [
            number for number, _, current in states if current and number in set(older) - begun
        ]
        begun -= set(older)
        if newest not in articles and not next(c for n, _, c in states if n == newest):
            begun.add(newest)
        mark_current(connection, older, current=False)
        mark_current(connection, [newest], current=True)
    return begun, ended


def _indexed(number: int, article: Article) -> dict[str, object]:
    return {"number": number, "headline": article.headline or "", "body": article.text}
