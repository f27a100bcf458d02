"""Adding: captures kept at once, then worked on batch by batch, each batch whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from operator import attrgetter

from sqlalchemy import Connection

from ..engine import Engine
from ..extract import Context, extract_article
from ..figures import find_figures
from ..model import Article, Capture, Failure, Note, StoryId
from ..model.holding import Added
from ..quotations import find_quotations
from ..store import Database
from ..store.articles import (
    BLANK,
    Findings,
    PackedArticle,
    articles_by_number,
    keep_articles,
    mark_current,
    pack_article,
    quotations_of,
    states_of,
)
from ..store.captures import (
    captures_by_number,
    done_with,
    keep_captures,
    known_captures,
    mark_failed,
    pending_captures,
    still_pending,
)
from ..store.fulltext import forget_texts, index_texts
from ..store.people import forget_sayings, keep_sayings
from ..store.revision import renew
from .likeness import bags_of_article, pack_bags
from .neighbours import Hashes, sampled_runs
from .reading import PAGE_LIMIT, load_reader, note_empty
from .settling import Change, settle

# Captures of one batch: what a crash may cost, and how long others wait to write.
BATCH = 500

Progress = Callable[[int, str], None]
Pending = tuple[int, Capture]


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
    for batch in _batches(_sorted_out(found, tally)):
        with database.writing() as connection:
            known = known_captures(connection, [each.id for each in batch])
            fresh = list({each.id: each for each in batch if each.id not in known}.values())
            numbers = keep_captures(connection, fresh, fast=fast)
        tally.known += len(batch) - len(fresh)
        tally.captures += len(fresh)
        pending = list(zip(numbers, fresh, strict=True))
        _work(database, engine, pending, tally, fast=fast)
        if progress is not None:
            progress(tally.captures + tally.known, "captures added")
    return tally.told()


def resume(database: Database, engine: Engine, *, progress: Progress | None = None) -> Tally:
    """Work on the captures that an interrupted run has left."""
    tally = Tally()
    while True:
        with database.reading() as connection:
            waiting = pending_captures(connection, BATCH)
            captures = captures_by_number(connection, [number for number, _ in waiting])
        if not waiting:
            return tally
        for fast in (False, True):
            pending = [(n, captures[n]) for n, is_fast in waiting if is_fast == fast]
            _work(database, engine, pending, tally, fast=fast)
        tally.captures += len(waiting)
        if progress is not None:
            progress(tally.captures, "captures that were left")


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


def _work(
    database: Database, engine: Engine, pending: Sequence[Pending], tally: Tally, *, fast: bool
) -> None:
    """Read articles, then keep them with all that follows from them in one transaction."""
    if not pending:
        return
    read: dict[int, _Read] = {}
    failed: dict[int, str] = {}
    captures = [capture for _, capture in pending]
    answers = engine.map(
        partial(read_alone, fast=fast),
        captures,
        name=attrgetter("location"),
        limit=PAGE_LIMIT,
        prepare=partial(load_reader, captures),
    )
    for (number, _), answer in zip(pending, answers, strict=True):
        if isinstance(answer, Failure):
            tally.failures.append(answer)
            failed[number] = answer.error
        else:
            read[number] = answer
    with database.writing() as connection:
        # Another process may have worked on some of them meanwhile.
        waiting = still_pending(connection, [number for number, _ in pending])
        articles = {
            number: replace(read[number].article, capture=capture)
            for number, capture in pending
            if number in read and number in waiting
        }
        _keep(connection, engine, articles, read, tally, sqlite=database.is_sqlite)
        mark_failed(connection, {n: each for n, each in failed.items() if n in waiting})
        done_with(connection, sorted(waiting))
        renew(connection)


def read_alone(capture: Capture, *, fast: bool = False) -> _Read:
    """Return the article of a capture by itself, with its quotations and figures."""
    article = extract_article(capture, Context(), fast=fast)
    bare = replace(article, capture=BLANK)
    if article.kind != "article":
        return _Read(bare, pack_article(article, Findings()), None)
    findings = Findings(find_quotations(article), find_figures(article))
    packed = pack_article(article, findings, pack_bags(bags_of_article(article, findings.figures)))
    return _Read(bare, packed, sampled_runs(article))


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
    counts = {n: len(each) for n, each in hashes.items()}
    keep_articles(connection, articles, {n: read[n].packed for n in articles}, counts)
    begun, ended = _states(connection, articles, tally)
    tally.notes += note_empty(list(articles.values()))
    again = articles_by_number(connection, [n for n in begun if n not in articles])
    gone = articles_by_number(connection, ended)
    fresh = {n: each for n, each in {**articles, **again}.items() if n in begun}
    index_texts(connection, [_indexed(n, each) for n, each in fresh.items()], sqlite)
    forget_texts(connection, [_indexed(n, each) for n, each in gone.items()], sqlite)
    keep_sayings(connection, {n: read[n].packed.said for n in fresh if n in read})
    keep_sayings(connection, _said_again(connection, again))
    forget_sayings(connection, ended)
    fresh = {n: each for n, each in fresh.items() if each.kind == "article"}
    change = Change(
        fresh=fresh,
        profiles={n: p for n in fresh if n in read and (p := read[n].packed.profile)},
        hashes={n: hashes[n] if n in hashes else sampled_runs(fresh[n]) for n in fresh},
        retired={n: each for n, each in gone.items() if each.kind == "article"},
    )
    tally.stories.update(dict.fromkeys(settle(connection, engine, change)))


def _said_again(
    connection: Connection, articles: Mapping[int, Article]
) -> dict[int, tuple[str, ...]]:
    """Return who is quoted in states of pages that have become the newest again."""
    return {
        number: tuple(each.speaker.name for each in found if each.speaker and each.speaker.name)
        for number, found in quotations_of(connection, articles).items()
    }


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
