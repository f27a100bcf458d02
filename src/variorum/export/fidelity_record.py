"""Fidelity as JSON: what one outlet made of the quotations that it took over."""

from typing import Any

from ..model import Fidelity, TakenQuotation
from .change_record import change_records, span_records

Record = dict[str, Any]


def fidelity_record(fidelity: Fidelity | None) -> Record | None:
    """Return how many quotations an outlet took over and kept, and those it changed; `null` for none."""
    if fidelity is None:
        return None
    return {
        "taken": fidelity.taken,
        "kept": fidelity.kept,
        "changed": [_changed(each) for each in fidelity.changed],
    }


def _changed(taken: TakenQuotation) -> Record:
    return {
        "article": taken.article,
        "spans": span_records(taken.spans),
        "text": taken.text,
        "exemplar": taken.exemplar,
        "quotation": taken.utterance,
        "marks": taken.marks,
        "changes": change_records(taken.changes),
        "reasons": list(taken.reasons),
    }
