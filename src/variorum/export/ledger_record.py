"""The ledger as JSON: `status` is what became of a figure, `standing` how the accounts agree on it."""

from collections.abc import Sequence
from typing import Any

from ..model import Figure, LedgerRow
from ..model.figure import LedgerEntry

Record = dict[str, Any]


def ledger_records(rows: Sequence[LedgerRow]) -> list[Record]:
    """Return the ledger of a story, a row a figure, each with what every version states or lacks."""
    by_id = {row.id: row for row in rows if row.id}
    return [
        _ledger_row(row, [by_id[each] for each in row.conflicts_with if each in by_id])
        for row in rows
    ]


def _ledger_row(row: LedgerRow, at_odds: Sequence[LedgerRow]) -> Record:
    return {
        "id": row.id,
        "kind": row.kind,
        "text": row.text,
        "value": row.value,
        "unit": row.unit,
        "precision": row.precision,
        "hedge": row.hedge,
        "articles": list(row.articles),
        "accounts": list(row.accounts),
        "status": row.state,
        "standing": row.status,
        "topic": row.topic,
        "conflicts_with": [
            {
                "id": each.id,
                "text": each.text,
                "value": each.value,
                "accounts": list(each.accounts),
            }
            for each in at_odds
        ],
        "reasons": list(row.reasons),
        "statements": [_statement(each, each.figure) for each in row.entries if each.figure],
        "lacking": [
            {
                "article": each.article,
                "account": each.account,
                "status": each.state,
                "instead": each.instead,
                "carried": each.carried,
                "reason": each.reason,
            }
            for each in row.entries
            if each.figure is None
        ],
        "stated": [
            {
                "article": figure.article,
                "text": figure.text,
                "begin": figure.begin,
                "end": figure.end,
                "hedge": figure.hedge,
            }
            for figure in row.figures
        ],
    }


def _statement(entry: LedgerEntry, figure: Figure) -> Record:
    return {
        "article": entry.article,
        "account": entry.account,
        "text": figure.text,
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit,
        "hedge": figure.hedge,
        "begin": figure.begin,
        "end": figure.end,
        "status": entry.state,
        "instead": entry.instead,
        "reason": entry.reason,
    }
