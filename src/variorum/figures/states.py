"""What became of each figure of a story, in one word with its reasons: in versions and between accounts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import AccountId, ArticleId, Figure, LedgerRow
from ..model.figure import FigureId, LedgerEntry, LedgerState
from .versions import Told

# The first of these that holds of any version is the state of the row.
_GRAVEST: tuple[LedgerState, ...] = ("changed", "dropped", "added", "undecided")
_SHOWN = 3


def tell_states(
    rows: Sequence[LedgerRow],
    told: Sequence[Told],
    fitting: Collection[int],
    overtaken: Collection[int],
) -> list[LedgerRow]:
    """Return the rows with their entries, their states and the reasons for them.

    `fitting` are the rows that leave room for what another account states, `overtaken` those of
    one toll counted again on a later day: at odds, and yet no conflict.
    """
    row_of = {_where(figure): number for number, row in enumerate(rows) for figure in row.figures}
    held: list[list[LedgerEntry]] = [[] for _ in rows]
    for each in told:
        if each.entry.figure is not None:
            held[row_of[_where(each.entry.figure)]].append(each.entry)
    homes = _homes(told, row_of)
    at_odds: list[set[FigureId]] = [set(row.conflicts_with) for row in rows]
    for each in told:
        _lay_beside(rows, each, homes, row_of, held, at_odds)
    vouching = {row.id: _vouching(held[number]) for number, row in enumerate(rows)}
    finished: list[LedgerRow] = []
    for number, row in enumerate(rows):
        opposed = [vouching[each] for each in row.conflicts_with if number not in overtaken]
        finished.append(
            _finish(
                replace(
                    row, entries=tuple(held[number]), conflicts_with=tuple(sorted(at_odds[number]))
                ),
                fits=number in fitting,
                is_overtaken=number in overtaken,
                is_conflict=any(_are_two(vouching[row.id], each) for each in opposed),
            )
        )
    return finished


def _vouching(entries: Iterable[LedgerEntry]) -> frozenset[AccountId]:
    """Return the accounts that state a figure themselves: not by one version's change alone."""
    return frozenset(
        each.account for each in entries if each.figure is not None and each.state != "changed"
    )


def _are_two(ours: frozenset[AccountId], theirs: frozenset[AccountId]) -> bool:
    return bool(ours) and bool(theirs) and len(ours | theirs) > 1


Where = tuple[ArticleId, int, int]


def _where(figure: Figure) -> Where:
    return (figure.article, figure.begin, figure.end)


def _homes(
    told: Iterable[Told], row_of: Mapping[Where, int]
) -> dict[tuple[AccountId, int], set[int]]:
    """Return the rows of each figure of an archetype: those of the witnesses that keep it."""
    homes: dict[tuple[AccountId, int], set[int]] = defaultdict(set)
    for entry, place in told:
        if place is not None and entry.figure is not None and entry.state == "same":
            homes[entry.account, place].add(row_of[_where(entry.figure)])
    return homes


def _lay_beside(
    rows: Sequence[LedgerRow],
    told: Told,
    homes: Mapping[tuple[AccountId, int], set[int]],
    row_of: Mapping[Where, int],
    held: list[list[LedgerEntry]],
    at_odds: list[set[FigureId]],
) -> None:
    """Enter a witness that drops or changes a figure in the row of those that keep it."""
    entry, place = told
    if place is None or entry.state not in {"changed", "dropped"}:
        return
    kept = homes.get((entry.account, place), set())
    if entry.figure is None:
        for number in sorted(kept)[:1]:
            held[number].append(entry)
        return
    own = row_of[_where(entry.figure)]
    for number in sorted(kept - {own})[:1]:
        reason = f"“{entry.figure.text}” in its place"
        held[number].append(replace(entry, figure=None, instead=entry.figure.text, reason=reason))
        at_odds[number].add(rows[own].id)
        at_odds[own].add(rows[number].id)


def _finish(row: LedgerRow, fits: bool, is_overtaken: bool, is_conflict: bool) -> LedgerRow:
    states = {entry.state for entry in row.entries}
    if fits:
        states.add("undecided")
    if is_overtaken:
        states.add("changed")
    state: LedgerState = next((each for each in _GRAVEST if each in states), "same")
    if is_conflict:
        state = "conflict"
    return replace(row, state=state, reasons=(*row.reasons, *_reasons(row.entries)))


def _reasons(entries: Sequence[LedgerEntry]) -> tuple[str, ...]:
    """Say how many versions keep the figure and what the others did, the gravest first."""
    compared = [each for each in entries if each.state != "undecided"]
    if len({entry.article for entry in compared}) < 2 and all(e.state == "same" for e in compared):
        return ()
    reasons: list[str] = []
    for state in _GRAVEST[:-1]:
        which = [each for each in compared if each.state == state]
        why = list(dict.fromkeys(each.reason for each in which))
        if which:
            pages = len({each.article for each in which})
            told = "; ".join(why[:_SHOWN])
            reasons.append(f"{state} in {pages} version{'s' if pages > 1 else ''}: {told}")
    return tuple(reasons)
