"""The ledger of a story: a row a figure, who states it, conflicts first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from ..model import Account, AccountId, ArticleId, Figure, LedgerRow, content_id
from ..model.figure import FigureId
from .bounds import bounds_of
from .naming import topic_of
from .states import tell_states
from .things import Standing, same_statement, same_thing, standing_of, thing_of
from .versions import Told, compare_versions

_KINDS = ("quantity", "money", "percent", "age", "duration", "date")
_ORDER = ("conflict", "agreed", "single")
# Values of one thing that lie further apart are rather of two things: a toll and that of another
# disaster told as background. Not measured.
_FURTHEST_APART = 3.0


@dataclass(slots=True)
class _Rows:
    """The rows of one story while conflicts are noted on them."""

    rows: list[LedgerRow]
    standing: Standing
    topics: dict[int, str] = field(default_factory=dict)
    reasons: dict[int, list[str]] = field(default_factory=dict)
    opposed: dict[int, set[int]] = field(default_factory=dict)
    fitting: set[int] = field(default_factory=set)
    overtaken: set[int] = field(default_factory=set)

    def join(self, left: int, right: int, figure: Figure, other: Figure) -> None:
        """Give two rows one topic, and all that had either's; a topic names one conflict only."""
        held = [self.topics[row] for row in (left, right) if row in self.topics]
        topic = held[0] if held else topic_of(figure, other, frozenset(self.topics.values()))
        for row, each in self.topics.items():
            if each in held:
                self.topics[row] = topic
        self.topics[left] = self.topics[right] = topic
        self.opposed.setdefault(left, set()).add(right)
        self.opposed.setdefault(right, set()).add(left)

    def note(self, row: int, reason: str) -> None:
        """Add a reason to a row, once."""
        reasons = self.reasons.setdefault(row, [])
        if reason not in reasons:
            reasons.append(reason)


def build_ledger(figures: Sequence[Figure], accounts: Sequence[Account]) -> tuple[LedgerRow, ...]:
    """Return the rows of one story's figures: conflicts first, then what several accounts state.

    Figures of articles that are in none of the accounts are left out.
    """
    account_of = {article: each.id for each in accounts for article in each.articles}
    stated = sorted(
        (figure for figure in figures if figure.article in account_of),
        key=lambda figure: (figure.article, figure.begin, figure.end),
    )
    rows = _Rows([_row(group, account_of) for group in _groups(stated)], standing_of(stated))
    _note_conflicts(rows)
    finished = [_finish(rows, number) for number in range(len(rows.rows))]
    told = tell_states(finished, _told(stated, accounts), rows.fitting, rows.overtaken)
    return tuple(sorted(told, key=_sort_key))


def _told(figures: Iterable[Figure], accounts: Sequence[Account]) -> list[Told]:
    """Return how each figure stands in each version of its account."""
    by_article: dict[ArticleId, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_article[figure.article].append(figure)
    return [
        told
        for account in sorted(accounts, key=lambda each: each.id)
        for told in compare_versions(
            account, [figure for each in account.articles for figure in by_article[each]]
        )
    ]


def _groups(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Put together the figures that state one value of one thing."""
    by_value: dict[tuple[object, ...], list[list[Figure]]] = {}
    for figure in figures:
        unit = figure.unit if figure.kind in {"money", "percent"} else None
        key = (figure.kind, figure.value, figure.upper, figure.precision, unit)
        groups = by_value.setdefault(key, [])
        for group in groups:
            if any(same_statement(figure, each) for each in group):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return [group for groups in by_value.values() for group in groups]


def _row(figures: list[Figure], account_of: Mapping[ArticleId, AccountId]) -> LedgerRow:
    wordings = Counter(figure.text for figure in figures)
    shown = min(figures, key=lambda each: (-wordings[each.text], -len(each.text), each.text))
    articles = tuple(dict.fromkeys(figure.article for figure in figures))
    accounts = tuple(sorted({account_of[article] for article in articles}))
    return LedgerRow(
        kind=shown.kind,
        text=shown.text,
        value=shown.value,
        unit=shown.unit or next((each.unit for each in figures if each.unit), None),
        articles=articles,
        accounts=accounts,
        figures=tuple(figures),
        precision=shown.precision,
        hedge=shown.hedge,
        status="agreed" if len(accounts) > 1 else "single",
        id=_id_of(shown.kind, figures[0]),
        reasons=(f"stated by {len(accounts)} accounts",) if len(accounts) > 1 else (),
    )


def _id_of(kind: str, first: Figure) -> FigureId:
    """Return the id of a row by the first place at which it is stated."""
    return FigureId(content_id(kind, first.article, str(first.begin), str(first.end)))


def _note_conflicts(rows: _Rows) -> None:
    """Compare the rows that count alike; only those of one unit and deed can be at odds."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, row in enumerate(rows.rows):
        things = {thing_of(figure) for figure in row.figures if figure.kind != "date"}
        for key in {(row.kind, thing.unit, thing.deed) for thing in things if thing.unit}:
            alike.setdefault(key, []).append(number)
    pairs = {pair for numbers in alike.values() for pair in combinations(numbers, 2)}
    for left, right in sorted(pairs):
        _compare(rows, left, right)


def _compare(rows: _Rows, left: int, right: int) -> None:
    one, other = rows.rows[left], rows.rows[right]
    if one.value == other.value:
        return
    # Whoever states both values means two things, or tells how one became the other.
    if set(one.articles) & set(other.articles):
        return
    found = _opposed(one, other, rows.standing)
    if found is None:
        return
    figure, against, why = found
    if _compatible(one, other):
        rows.note(left, f"fits “{against.text}”, which another account states")
        rows.note(right, f"fits “{figure.text}”, which another account states")
        rows.fitting |= {left, right}
        return
    rows.join(left, right, figure, against)
    _note_update(rows, left, right, figure)
    rows.note(left, f"“{figure.text}” here, “{against.text}” elsewhere: {why}")
    rows.note(right, f"“{against.text}” here, “{figure.text}” elsewhere: {why}")


def _note_update(rows: _Rows, left: int, right: int, figure: Figure) -> None:
    """Note where a toll that only grows is higher on every page of a later day: counted again."""
    if thing_of(figure).deed is None:
        return
    low, high = sorted((left, right), key=lambda row: _number(rows.rows[row].value))
    before = [each.seen_from for each in rows.rows[low].figures]
    after = [each.seen_from for each in rows.rows[high].figures]
    days, later = [day for day in before if day], [day for day in after if day]
    if len(days) < len(before) or len(later) < len(after) or not max(days) < min(later):
        return
    for row in (low, high):
        rows.overtaken.add(row)
        rows.note(row, f"may be a later count: {max(days)}, then {min(later)}")


def _number(value: float | int | str | None) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _opposed(
    one: LedgerRow, other: LedgerRow, standing: Standing
) -> tuple[Figure, Figure, str] | None:
    for figure in one.figures:
        for against in other.figures:
            if not _near(figure, against):
                continue
            why = same_thing(figure, against, standing)
            if why:
                return figure, against, why
    return None


def _near(figure: Figure, other: Figure) -> bool:
    left, right = figure.value, other.value
    if left is None or right is None or isinstance(left, str) or isinstance(right, str):
        return False
    return 0 < max(left, right) <= min(left, right) * _FURTHEST_APART


def _compatible(one: LedgerRow, other: LedgerRow) -> bool:
    """Return whether every wording of one value leaves room for every wording of the other.

    A page that says flatly "37 hurt" is at odds with "52 hurt", whatever "at least 37" allows.
    """
    ones, others = ({bounds_of(each) for each in row.figures} for row in (one, other))
    return all(
        left is not None and right is not None and left.meet(right)
        for left in ones
        for right in others
    )


def _finish(rows: _Rows, number: int) -> LedgerRow:
    row, topic = rows.rows[number], rows.topics.get(number)
    return replace(
        row,
        topic=topic,
        status="conflict" if topic else row.status,
        reasons=(*row.reasons, *rows.reasons.get(number, ())),
        conflicts_with=tuple(sorted(rows.rows[each].id for each in rows.opposed.get(number, ()))),
    )


def _sort_key(row: LedgerRow) -> tuple[object, ...]:
    first = row.figures[0]
    return (
        _ORDER.index(row.status),
        row.topic or "",
        -len(row.accounts),
        -len(row.articles),
        _KINDS.index(row.kind),
        first.article,
        first.begin,
    )
