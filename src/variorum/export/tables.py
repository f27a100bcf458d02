"""CSV tables: passages found in two pages, readings of the apparatus, witnesses of each account.

Columns that passim has too bear its names: `uid`, `id`, `series`, `begin`, `end`, `text` and the same with a
2 of a pair; `cluster` and `size` of an account. Offsets are code points into the text of a capture.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Account, Alignment, Article, ArticleId, Span
from .writable import writable

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and the rows."""

    fields: Sequence[str]
    rows: Iterable[Sequence[Cell]]


Articles = Mapping[ArticleId, Article]
# What a spreadsheet takes for a formula at the beginning of a cell, in its full-width forms too, and
# what it may drop in front of one. https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")

_PAIRS = ("uid", "id", "series", "begin", "end", "text")
_PAIR_FIELDS = (*_PAIRS, *(f"{name}2" for name in _PAIRS), "kind", "words", "reason", "cluster")
_APPARATUS_FIELDS = (
    "cluster",
    "unit",
    "paragraph",
    "added",
    "before",
    "lemma",
    "after",
    "lemma_witnesses",
    "reading",
    "witnesses",
    "kind",
)
_WITNESS_FIELDS = (
    "cluster",
    "size",
    "sigil",
    "uid",
    "id",
    "series",
    "begin",
    "end",
    "date",
    "outlet",
    "headline",
    "url",
    "location",
    "relation",
    "copied_from",
    "shared",
    "own",
    "dropped",
    "confidence",
    "also",
)


def render_pairs(
    alignments: Iterable[Alignment], accounts: Iterable[Account], articles: Articles
) -> str:
    """Return a table of the passages that two articles share, one a row."""
    return render_csv(pairs_table(alignments, accounts, articles))


def render_apparatus(accounts: Iterable[Account]) -> str:
    """Return a table of the apparatus, a row a reading; sigla of one cell have a space between them."""
    return render_csv(apparatus_table(accounts))


def render_witnesses(accounts: Iterable[Account], articles: Articles) -> str:
    """Return a table of the witnesses of each account, one a row."""
    return render_csv(witnesses_table(accounts, articles))


def pairs_table(
    alignments: Iterable[Alignment], accounts: Iterable[Account], articles: Articles
) -> Table:
    """Return the passages that two articles share, one a row."""
    cluster = {article: account.id for account in accounts for article in account.articles}
    return Table(
        _PAIR_FIELDS,
        (
            (
                *_passage(articles[alignment.left], passage.left),
                *_passage(articles[alignment.right], passage.right),
                passage.kind,
                passage.words,
                passage.reason,
                _both(cluster.get(alignment.left), cluster.get(alignment.right)),
            )
            for alignment in alignments
            for passage in alignment.passages
        ),
    )


def apparatus_table(accounts: Iterable[Account]) -> Table:
    """Return the apparatus, a row a reading; sigla of one cell have a space between them."""
    return Table(
        _APPARATUS_FIELDS,
        (
            (
                account.id,
                number,
                unit.paragraph,
                unit.added,
                unit.before,
                unit.lemma,
                unit.after,
                " ".join(unit.lemma_witnesses),
                reading.text,
                " ".join(reading.witnesses),
                reading.kind,
            )
            for account in accounts
            for number, unit in enumerate(account.apparatus, 1)
            for reading in unit.readings
        ),
    )


def witnesses_table(accounts: Iterable[Account], articles: Articles) -> Table:
    """Return the witnesses of each account, one a row."""
    return Table(
        _WITNESS_FIELDS, (row for account in accounts for row in _witness_rows(account, articles))
    )


def read_cell(cell: str) -> str:
    """Return the text of a cell as it was before it was made safe for a spreadsheet."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _witness_rows(account: Account, articles: Articles) -> Iterator[Sequence[Cell]]:
    for witness in account.witnesses:
        article = articles[witness.article]
        capture, paragraphs = article.capture, article.paragraphs
        yield (
            account.id,
            len(account.witnesses),
            witness.sigil,
            article.id,
            capture.key,
            _series(article),
            min((each.begin for each in paragraphs), default=None),
            max((each.end for each in paragraphs), default=None),
            article.published.value if article.published else None,
            article.outlet,
            article.headline,
            capture.url,
            capture.location,
            witness.relation,
            witness.copied_from,
            witness.shared,
            witness.own,
            witness.dropped,
            witness.confidence,
            " ".join(f"{each.account}:{each.shared:.3f}" for each in witness.also),
        )


def _passage(article: Article, span: Span) -> Sequence[Cell]:
    text = article.capture.text[span.begin : span.end]
    return (article.id, article.capture.key, _series(article), span.begin, span.end, text)


def _series(article: Article) -> str | None:
    return article.capture.series or article.outlet or article.host


def _both(one: str | None, other: str | None) -> str | None:
    return one if one == other else None


def render_csv(table: Table) -> str:
    """Return a table as CSV; text that a spreadsheet would run gets an apostrophe in front."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(table.fields)
    writer.writerows([csv_cell(each) for each in row] for row in table.rows)
    return stream.getvalue()


def csv_cell(value: Cell) -> Cell:
    """Return what stands in a cell; text that a spreadsheet would run gets an apostrophe in front."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return round(value, 3)
    if not isinstance(value, str):
        return value
    text = writable(value)
    return f"'{text}" if _FORMULA.match(text) else text
