"""Full text: which articles hold words and phrases, best first, in either dialect."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

# The index holds no text of its own: the capture has it.
CREATE_SQLITE = (
    "create virtual table words using fts5(headline, body, content='', "
    "tokenize='unicode61 remove_diacritics 2')",
)
CREATE_POSTGRESQL = (
    "create table words (article integer primary key, vector tsvector not null)",
    "create index words_vector on words using gin (vector)",
)
# Bytes of a text that PostgreSQL can index: of an article it takes 1,048,575 in all, and a text in which
# no word comes twice needs up to twice its own. The longest labelled page has 300,000.
_LONGEST_TEXT = 400_000
_LONGEST_HEADLINE = 20_000
# A word of the headline counts so many times as one of the text.
_HEADLINE = 4.0
# Of the articles that hold what is sought, the latest so many are ranked: a word that stands in 87,000
# of 96,000 took 200 to 870 ms, and of these 15 to 60. Whoever seeks a common word wants what is new.
_RANKED = 5000

_PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought: phrases, each a row of words; a page must have all `wanted`, none `unwanted`."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...] = ()


def read_query(asked: str) -> Query:
    """Return what somebody seeks: words, phrases in quotation marks, `-` before what is not wanted.

    >>> read_query('ferry "ran aground" -drill').wanted
    (('ferry',), ('ran', 'aground'))
    """
    wanted: list[tuple[str, ...]] = []
    unwanted: list[tuple[str, ...]] = []
    begin = 0
    for found in _PIECE.finditer(asked):
        begin = found.start()
        quoted = found[5] is None
        piece = next(each for each in found.groups() if each is not None)
        refused = not quoted and piece.startswith("-") and len(piece) > 1
        refused |= quoted and begin > 0 and asked[begin - 1] == "-"
        words = tuple(_WORD.findall(piece))
        if words:
            (unwanted if refused else wanted).append(words)
    return Query(tuple(wanted), tuple(unwanted))


def index_texts(connection: Connection, rows: Sequence[Mapping[str, Any]], sqlite: bool) -> None:
    """Take articles into the index; each row has `number`, `headline` and `body`."""
    if not rows:
        return
    if sqlite:
        statement = "insert into words (rowid, headline, body) values (:number, :headline, :body)"
    else:
        statement = (
            "insert into words (article, vector) values (:number, "
            "setweight(to_tsvector('simple', :headline), 'A') || to_tsvector('simple', :body)) "
            "on conflict (article) do nothing"
        )
        rows = [
            {
                **row,
                "headline": _beginning(row["headline"], _LONGEST_HEADLINE),
                "body": _beginning(row["body"], _LONGEST_TEXT),
            }
            for row in rows
        ]
    connection.execute(text(statement), list(rows))


def _beginning(written: str, most: int) -> str:
    """Return so many bytes of a text, and no half character."""
    if len(written) * 4 <= most:
        return written
    return written.encode("utf-8")[:most].decode("utf-8", "ignore")


def forget_texts(connection: Connection, rows: Sequence[Mapping[str, Any]], sqlite: bool) -> None:
    """Take articles out of the index; the rows are those with which they were taken in."""
    if not rows:
        return
    if sqlite:
        statement = (
            "insert into words (words, rowid, headline, body) "
            "values ('delete', :number, :headline, :body)"
        )
        connection.execute(text(statement), list(rows))
    else:
        ids = [{"number": row["number"]} for row in rows]
        connection.execute(text("delete from words where article = :number"), ids)


def matching(query: Query, sqlite: bool) -> tuple[str, str, dict[str, Any]]:
    """Return the table to join as `w`, its condition and score, and the parameters, of a query.

    The table gives `number` and `score`, a lower score for a better hit.
    """
    if sqlite:
        return (
            f"(select rowid as number, bm25(words, {_HEADLINE}, 1.0) as score "
            "from words where words match :sought)",
            "",
            {"sought": _fts5(query)},
        )
    return (
        "(select article as number, cast(-ts_rank(vector, q) as double precision) as score from words, "
        "to_tsquery('simple', :sought) q where vector @@ q)",
        "",
        {"sought": _tsquery(query)},
    )


def ranked(query: Query, condition: str, sqlite: bool) -> tuple[str, dict[str, Any]]:
    """Return the table of the articles to be ranked that meet a condition on `a`, and its parameters.

    It is that of `matching` of the latest articles, all of them unless there are thousands.
    """
    if sqlite:
        # The words first, from the latest; of each article just what stands in the index named.
        return (
            f"(select a.number as number, bm25(words, {_HEADLINE}, 1.0) as score from words "
            "cross join article a indexed by article_sought on a.number = words.rowid "
            "where words match :sought "
            f"and {condition} order by words.rowid desc limit :ranked)",
            {"sought": _fts5(query), "ranked": _RANKED},
        )
    return (
        "(select a.number as number, cast(-ts_rank(vector, q) as double precision) as score "
        "from words join article a on a.number = words.article, to_tsquery('simple', :sought) q "
        f"where vector @@ q and {condition} order by a.number desc limit :ranked)",
        {"sought": _tsquery(query), "ranked": _RANKED},
    )


def _fts5(query: Query) -> str:
    wanted = " AND ".join(_quoted(each) for each in query.wanted)
    unwanted = "".join(f" NOT {_quoted(each)}" for each in query.unwanted)
    return f"({wanted}){unwanted}" if wanted else ""


def _quoted(words: Iterable[str]) -> str:
    return '"' + " ".join(words) + '"'


def _tsquery(query: Query) -> str:
    wanted = " & ".join(_chained(each) for each in query.wanted)
    return wanted + "".join(f" & !{_chained(each)}" for each in query.unwanted)


def _chained(words: Iterable[str]) -> str:
    return "(" + " <-> ".join("'" + word.replace("'", "''") + "'" for word in words) + ")"


def holding_any(connection: Connection, query: Query, most: int, *, sqlite: bool) -> list[int]:
    """Return articles that hold what is sought, in no order that means anything."""
    table, _, given = matching(query, sqlite)
    rows = connection.execute(
        text(f"select w.number from {table} w order by w.number limit :most"),
        {**given, "most": most},
    )
    return [row[0] for row in rows]
