"""Articles in the archive, each with what was found in it, near the text from which it repeats."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from ..model import Article, ArticleId, Capture, CaptureId, Figure, Quotation, content_id
from .captures import captures_by_number
from .names import indexed
from .packing import pack, unpack
from .rows import select_in

BLANK = Capture(CaptureId(""), "", "", "", "")
Quotations = tuple[Quotation, ...]
Figures = tuple[Figure, ...]
_INSERT = text(
    "insert into article (number, id, anchor, kind, is_current, rank, outlet, host, language, "
    "headline, published, day, fingerprints, runs, voices, record, quotations, figures, profile) "
    "values (:number, :id, :anchor, :kind, :is_current, :rank, :outlet, :host, :language, "
    ":headline, :published, :day, :fingerprints, :runs, :voices, :record, :quotations, :figures, "
    ":profile)"
)
# In place of the quotations of an article in which nobody has looked for them yet: finding them
# takes as long as all else that adding does, and most articles are never opened.
_NOT_SOUGHT = b""


@dataclass(frozen=True, slots=True)
class PackedArticle:
    """An article with the figures it states, as it is kept: packed where it was read, by any process.

    `profile` is what stories are told apart by, `runs` what neighbours are found by, `voices` say
    whose words its words are.
    """

    record: bytes
    figures: bytes
    profile: bytes | None = None
    runs: bytes | None = None
    voices: bytes | None = None
    fingerprints: int = 0


def pack_article(article: Article, figures: Figures = ()) -> PackedArticle:
    """Return an article as it is kept."""
    near = article.capture.text
    return PackedArticle(
        pack(replace(article, capture=BLANK), Article, near), pack(figures, Figures, near)
    )


def anchor_of(article_id: str) -> str:
    """Return the id of the story of which this article is the earliest."""
    return content_id("story", article_id)


def rank_of(article: Article) -> str:
    """Return by what the states of one page are put in order: the last one is its current state.

    A page on which no article stands, or the beginning of one, does not take the place of an
    article that was there; otherwise the later capture does.
    """
    capture = article.capture
    moments = (article.modified or article.published, article.published)
    times = [capture.taken_at or "", *(each.value if each else "" for each in moments)]
    return "|".join(
        (str(int(article.kind != "none")), str(int(not capture.stated.teaser)), *times, article.id)
    )


def keep_articles(
    connection: Connection, articles: Mapping[int, Article], packed: Mapping[int, PackedArticle]
) -> None:
    """Keep articles, by their captures' numbers, with what was found in them."""
    rows = [_row(number, article, packed[number]) for number, article in sorted(articles.items())]
    if rows:
        connection.execute(_INSERT, rows)


def _row(number: int, article: Article, packed: PackedArticle) -> dict[str, Any]:
    return {
        "number": number,
        "id": article.id,
        "anchor": anchor_of(article.id),
        "kind": article.kind,
        "is_current": 1,
        "rank": rank_of(article),
        "outlet": indexed(article.outlet or article.host),
        "host": indexed(article.host),
        "language": indexed(article.language),
        "headline": article.headline,
        "published": article.published.value if article.published else None,
        "day": day_of(article),
        "fingerprints": packed.fingerprints,
        "runs": packed.runs,
        "voices": packed.voices,
        "record": packed.record,
        "quotations": _NOT_SOUGHT,
        "figures": packed.figures,
        "profile": packed.profile,
    }


def day_of(article: Article) -> int:
    """Return the day of an article as a number: of its publication, else of its capture, else 0."""
    if article.published:
        return article.published.day.toordinal()
    try:
        return date.fromisoformat((article.capture.taken_at or "")[:10]).toordinal()
    except ValueError:
        return 0


def articles_by_number(
    connection: Connection, numbers: Iterable[int], *, markup: bool = False
) -> dict[int, Article]:
    """Return articles, by number; of their captures the markup only where it is asked for."""
    wanted = sorted(set(numbers))
    captures = captures_by_number(connection, wanted, markup=markup)
    rows = select_in(
        connection, "select number, record from article where number in :values", wanted
    )
    return {
        row.number: replace(
            unpack(row.record, Article, captures[row.number].text), capture=captures[row.number]
        )
        for row in rows
    }


def quotations_of(connection: Connection, articles: Mapping[int, Article]) -> dict[int, Quotations]:
    """Return the quotations of articles, by number, of those in which somebody has looked for them."""
    rows = select_in(
        connection,
        "select number, quotations from article where number in :values",
        sorted(articles),
    )
    return {
        row.number: unpack(row.quotations, Quotations, articles[row.number].capture.text)
        for row in rows
        if row.quotations != _NOT_SOUGHT
    }


def keep_quotations(connection: Connection, found: Sequence[tuple[Article, Quotations]]) -> None:
    """Keep the quotations that were found in articles."""
    rows = [
        {"id": article.id, "quotations": pack(quotations, Quotations, article.capture.text)}
        for article, quotations in found
    ]
    if rows:
        connection.execute(text("update article set quotations = :quotations where id = :id"), rows)


def figures_of(connection: Connection, articles: Mapping[int, Article]) -> dict[int, Figures]:
    """Return the figures that articles state, by number."""
    rows = select_in(
        connection, "select number, figures from article where number in :values", sorted(articles)
    )
    return {
        row.number: unpack(row.figures, Figures, articles[row.number].capture.text) for row in rows
    }


def runs_of(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return the sampled runs of articles, packed; not of those that an older version kept."""
    rows = select_in(
        connection, "select number, runs from article where number in :values", numbers
    )
    return {row.number: bytes(row.runs) for row in rows if row.runs is not None}


def voices_of(connection: Connection, ids: Sequence[ArticleId]) -> dict[ArticleId, bytes]:
    """Return whose words the words of articles are, packed; not of those that an older version kept."""
    rows = select_in(connection, "select id, voices from article where id in :values", ids)
    return {row.id: bytes(row.voices) for row in rows if row.voices is not None}


def profiles_of(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return by what articles are told apart, packed."""
    rows = select_in(
        connection, "select number, profile from article where number in :values", numbers
    )
    return {row.number: bytes(row.profile) for row in rows}


def current_among(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """Return which of some articles are the newest states of their pages and hold an article."""
    rows = select_in(
        connection,
        "select number from article where is_current = 1 and kind = 'article' and number in :values",
        numbers,
    )
    return sorted(row.number for row in rows)


def states_of(
    connection: Connection, numbers: Sequence[int]
) -> dict[str, list[tuple[int, str, bool]]]:
    """Return the states of the pages that some captures show: number, rank, whether it is current."""
    rows = select_in(
        connection,
        "select distinct o.page, a.number, a.rank, a.is_current from capture k "
        "join capture o on o.page = k.page join article a on a.number = o.number "
        "where k.number in :values",
        list(numbers),
    )
    found: dict[str, list[tuple[int, str, bool]]] = {}
    for row in rows:
        found.setdefault(row.page, []).append((row.number, row.rank, bool(row.is_current)))
    return found


def mark_current(connection: Connection, numbers: Iterable[int], *, current: bool) -> None:
    """Say of articles whether they are the newest state of their page."""
    rows = [{"number": number, "current": int(current)} for number in numbers]
    if rows:
        connection.execute(
            text("update article set is_current = :current where number = :number"), rows
        )
