"""The fourth answer: what is stated differently, a row a figure, a column an account."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import AccountId, Figure, LedgerRow, LedgerStatus, Story
from ...model.figure import LedgerEntry, LedgerState
from ..wording import count, figure_value, origin_name, tallied
from .palette import Sign
from .phrases import day_worded, some
from .register import Register

# Columns that fit beside each other on a desk; the accounts beyond share one last column.
_COLUMNS = 6
_SHOWN_ROWS = 14
_ORDER: dict[LedgerStatus, int] = {"conflict": 0, "agreed": 1, "single": 2}
_STATUS: dict[LedgerStatus, str] = {
    "conflict": "stated differently",
    "agreed": "agreed",
    "single": "in one account only",
}
# What versions of one account did to a figure, told where its accounts agree or one alone states it.
_STATE: dict[LedgerState, str] = {
    "changed": "changed in a version",
    "dropped": "left out of a version",
    "added": "added in a version",
    "undecided": "leaves room for what another says",
}
_SHOWN_VERSIONS = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """How an account words a figure, what that comes to, and where to read it."""

    text: str
    value: str | None
    pages: int
    page: str
    begin: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One figure: its name, its standing, and a cell of wordings for each column."""

    name: str
    kind: str
    status: LedgerStatus
    told: str
    cells: tuple[tuple[Wording, ...], ...]
    reasons: tuple[str, ...]
    varies: bool = False


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger of a story."""

    sentence: str
    columns: tuple[tuple[Sign, str], ...]
    shared: int
    lines: tuple[LedgerLine, ...]
    folded: tuple[LedgerLine, ...]


def view_ledger(story: Story, register: Register) -> LedgerView:
    """Return the ledger of a story, conflicts first."""
    groups = _grouped(story.ledger)
    columns = _columns(groups, register)
    lines = [_line(group, columns, register) for group in groups]
    lines.sort(key=lambda line: (_ORDER[line.status], not line.varies))
    split = max(_SHOWN_ROWS, sum(1 for line in lines if line.status == "conflict"))
    others = len({each for row in story.ledger for each in row.accounts}) - len(columns)
    return LedgerView(
        sentence=_sentence(lines),
        columns=tuple((register.sign(each), _column_name(each, register)) for each in columns),
        shared=max(others, 0),
        lines=tuple(lines[:split]),
        folded=tuple(lines[split:]),
    )


def _grouped(rows: Iterable[LedgerRow]) -> list[list[LedgerRow]]:
    """Bring the rows of one conflict together: they state different values of the same thing."""
    groups: dict[object, list[LedgerRow]] = {}
    for number, row in enumerate(rows):
        key: object = (row.kind, row.topic) if row.status == "conflict" and row.topic else number
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _columns(groups: Sequence[Sequence[LedgerRow]], register: Register) -> list[AccountId]:
    """Return the accounts that have a column: those that state most of what is compared."""
    stated: dict[AccountId, int] = {}
    for group in groups:
        compared = len({each for row in group for each in row.accounts}) > 1
        for account in {each for row in group for each in row.accounts}:
            stated[account] = stated.get(account, 0) + (1000 if compared else 1)
    order = [account.id for account in register.accounts if account.id in stated]
    if len(order) > _COLUMNS:
        most = sorted(order, key=lambda each: -stated[each])[:_COLUMNS]
        order = [each for each in order if each in most]
    return order


def _column_name(account: AccountId, register: Register) -> str:
    found = next(each for each in register.accounts if each.id == account)
    if len(found.witnesses) > 1:
        origin = origin_name(found)
        pages = tallied(len(found.witnesses), "page")
        return f"{origin}, {pages}" if origin else pages
    return register.name(found.articles[0])


def _line(
    group: Sequence[LedgerRow], columns: Sequence[AccountId], register: Register
) -> LedgerLine:
    first = group[0]
    cells: list[list[Figure]] = [[] for _ in range(len(columns) + 1)]
    for row in group:
        for figure in row.figures:
            account = register.account_of.get(figure.article)
            place = columns.index(account) if account in columns else len(columns)
            cells[place].append(figure)
    return LedgerLine(
        name=_name(group),
        kind=first.kind,
        status=first.status,
        told=_told(group),
        cells=tuple(_wordings(cell, register) for cell in cells),
        reasons=tuple(
            dict.fromkeys(
                [
                    *(reason for row in group for reason in row.reasons),
                    *_versions(group, register),
                ]
            )
        ),
        varies=any(_is_telling(entry) for row in group for entry in row.entries),
    )


def _told(group: Sequence[LedgerRow]) -> str:
    """Say how a line stands: between accounts first, then in the versions of one."""
    first = group[0]
    if first.status == "conflict":
        if any(row.state == "conflict" for row in group):
            return _STATUS["conflict"]
        many = len({account for row in group for account in row.accounts}) > 1
        return "stated differently, perhaps counted later" if many else _STATE["changed"]
    between = _STATUS[first.status]
    within = _STATE.get(first.state)
    return between if within is None else f"{between}; {within}"


def _is_telling(entry: LedgerEntry) -> bool:
    """Whether a version did something to a figure beyond not carrying the passage it stands in."""
    return entry.state in {"changed", "added"} or (entry.state == "dropped" and entry.carried)


def _versions(group: Sequence[LedgerRow], register: Register) -> list[str]:
    """Name the pages that changed, added or left out a figure, the first few."""
    telling = [entry for row in group for entry in row.entries if _is_telling(entry)]
    names = [
        f"{register.name(entry.article)}: {entry.state}, {entry.reason}"
        for entry in telling
        if entry.figure is not None or entry.state == "dropped"
    ]
    more = len(names) - _SHOWN_VERSIONS
    return [*names[:_SHOWN_VERSIONS], *([f"and {more} more versions"] if more > 0 else [])]


def _name(group: Sequence[LedgerRow]) -> str:
    first = group[0]
    if len(group) > 1:
        return first.topic or first.unit or first.kind
    # A time of day alone ("T06:40") reads best as the page has it.
    if first.kind == "date" and isinstance(first.value, str) and not first.value.startswith("T"):
        return day_worded(first.value)
    return first.text


def _wordings(figures: Sequence[Figure], register: Register) -> tuple[Wording, ...]:
    """Return the different wordings of an account, each with the number of pages that have it."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        text = " ".join(figure.text.split())
        groups.setdefault((text.casefold(), str(figure.value)), []).append(figure)
    return tuple(
        Wording(
            text=" ".join(group[0].text.split()),
            value=_value(group[0]),
            pages=len({figure.article for figure in group}),
            page=register.anchors[group[0].article],
            begin=group[0].begin,
            end=group[0].end,
        )
        for group in sorted(groups.values(), key=len, reverse=True)
    )


def _value(figure: Figure) -> str | None:
    """Return what a wording comes to, where the words do not say it by themselves."""
    if figure.value is None:
        return "not resolved"
    told = figure_value(figure.value, figure.unit)
    if figure.kind == "date" and isinstance(figure.value, str):
        told = day_worded(figure.value)
    plain = figure.text.casefold().replace(",", "")
    number = told.split(" ")[0].replace(",", "")
    return None if number in plain and figure.kind != "date" else told


def _sentence(lines: Sequence[LedgerLine]) -> str:
    if not lines:
        return "No figure was found."
    counts = {status: sum(1 for line in lines if line.status == status) for status in _ORDER}
    parts = []
    if counts["conflict"]:
        parts.append(f"{count(counts['conflict'], 'figure is', 'figures are')} stated differently")
    if counts["agreed"]:
        parts.append(f"{some(counts['agreed'])} the same in several accounts")
    if counts["single"]:
        parts.append(f"{count(counts['single'], 'stands', 'stand')} in one account only")
    if not counts["conflict"]:
        parts.insert(0, "no figure is stated differently")
    told = "; ".join(parts)
    return told[0].upper() + told[1:] + "."
