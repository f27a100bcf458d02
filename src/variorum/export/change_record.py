"""Spans and changes as JSON, the same wherever a record has them."""

from collections.abc import Iterable
from typing import Any

from ..model import Change, Span


def span_records(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as pairs of offsets."""
    return [[span.begin, span.end] for span in spans]


def change_records(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return what was changed: class, words before and after, how grave, and why."""
    return [
        {
            "kind": each.kind,
            "from": each.before,
            "to": each.after,
            "grade": each.grade,
            "reason": each.reason,
        }
        for each in changes
    ]
