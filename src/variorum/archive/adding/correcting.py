"""Correcting: what somebody has put right by hand, held against the stories as they were grouped."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ...model.holding import Correction
from ...store.corrections import corrections, units_of_pages
from ...stories.components import Link

# Stronger than any likeness: what is joined by hand is never cut apart.
_BY_HAND = 1e9


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction in terms of the units that its articles stand in now."""

    correction: Correction
    units: tuple[int, ...]
    target: int | None

    @property
    def links(self) -> list[Link]:
        """What it holds together."""
        if self.target is None:
            return []
        ends = ((min(u, self.target), max(u, self.target)) for u in self.units)
        return [(low, high, _BY_HAND) for low, high in ends if low != high]


def rulings(connection: Connection) -> list[Ruling]:
    """Return all corrections of which something is in the archive, in the order of their making."""
    made = corrections(connection)
    if not made:
        return []
    at = units_of_pages(connection, {each for one in made for each in one.named})
    found = []
    for each in made:
        units = tuple(sorted({at[article] for article in each.articles if article in at}))
        target = at.get(each.target) if each.target else None
        if units and (target is not None or each.kind in {"split", "part"}):
            found.append(Ruling(each, units, target))
    return found


def concerning(made: Sequence[Ruling], units: Sequence[int]) -> list[Ruling]:
    """Return the rulings that say something of some units."""
    within = set(units)
    return [each for each in made if within & {*each.units, each.target}]


def corrected(groups: Sequence[Sequence[int]], made: Sequence[Ruling]) -> list[tuple[int, ...]]:
    """Return stories, as groups of units, after the rulings on them, one after the other.

    >>> corrected([(1,), (2, 3)], [])
    [(1,), (2, 3)]
    """
    home: dict[int, set[int]] = {}
    for group in groups:
        together = set(group)
        home.update(dict.fromkeys(group, together))
    for ruling in made:
        _apply(home, ruling)
    return sorted({tuple(sorted(together)) for together in home.values()})


def _apply(home: dict[int, set[int]], ruling: Ruling) -> None:
    units = [unit for unit in ruling.units if unit in home]
    if ruling.correction.kind == "join":
        moved = {each for unit in units for each in home[unit]}
    else:
        moved = set(units)
    target = home.get(ruling.target) if ruling.target is not None else set()
    if target is None or not moved:
        return
    if ruling.correction.kind != "join" and ruling.target in moved:
        moved.discard(ruling.target)
    _leave(home, moved)
    together = set() if ruling.target is None else home[ruling.target]
    together |= moved
    for unit in moved:
        home[unit] = together


def _leave(home: dict[int, set[int]], moved: set[int]) -> None:
    for unit in moved:
        home[unit].discard(unit)
