"""Relating: which texts in the archive may report the event that a new one reports."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection

from ...store import units
from ...store.units import Unit
from ...stories.affairs import kin
from ...stories.candidates import FEWEST_TELLING, WINDOW_DAYS
from ...stories.resemblance import Resemblance
from .likeness import unpack_bags

# New texts looked at together: their candidates are read once.
_TOGETHER = 250
_EVER = 10_000_000


def relate(connection: Connection, fresh: Sequence[Unit]) -> set[int]:
    """Keep which texts look like reports of one event as new ones; return the clusters concerned."""
    units.keep_telling(connection, (row for unit in fresh for row in _rows(unit)))
    ordered = sorted(fresh, key=lambda unit: (unit.first_day, unit.number))
    pairs: set[tuple[int, int, float]] = set()
    for begin in range(0, len(ordered), _TOGETHER):
        pairs |= _pairs(connection, ordered[begin : begin + _TOGETHER])
    units.keep_kinship(connection, sorted(pairs))
    return units.clusters_of(connection, sorted({end for pair in pairs for end in pair[:2]}))


def _rows(unit: Unit) -> list[tuple[int, int, int]]:
    days = {*range(unit.first_day, unit.last_day + 1, WINDOW_DAYS), unit.last_day}
    return [(term, day, unit.number) for term in unit.telling for day in days]


def _pairs(connection: Connection, fresh: Sequence[Unit]) -> set[tuple[int, int, float]]:
    candidates = _candidates(connection, fresh)
    named = sorted({*(u.number for u in fresh), *(n for each in candidates.values() for n in each)})
    texts = [unpack_bags(each) for each in _profiles(connection, named, fresh)]
    at = {number: row for row, number in enumerate(named)}
    resemblance = Resemblance(texts)
    found: set[tuple[int, int, float]] = set()
    for unit in fresh:
        others = np.array([at[each] for each in candidates[unit.number]], dtype=np.int64)
        for _, row, odds in kin(resemblance, at[unit.number], others):
            other = named[row]
            found.add((min(unit.number, other), max(unit.number, other), odds))
    return found


def _profiles(connection: Connection, named: Sequence[int], fresh: Sequence[Unit]) -> list[bytes]:
    known = {unit.number: unit.profile for unit in fresh}
    read = units.profiles_by_number(connection, [each for each in named if each not in known])
    return [known[each] if each in known else read[each] for each in named]


def _candidates(connection: Connection, fresh: Sequence[Unit]) -> dict[int, list[int]]:
    """Return for each new text those near in time that share telling words with it."""
    found: dict[int, list[int]] = {}
    by_day: dict[tuple[int, int], list[Unit]] = {}
    for unit in fresh:
        by_day.setdefault((unit.first_day, unit.last_day), []).append(unit)
    for (first, last), together in sorted(by_day.items()):
        window = (first - WINDOW_DAYS, last + WINDOW_DAYS) if first else (0, _EVER)
        wanted = {term for unit in together for term in unit.telling}
        tables = [units.units_telling(connection, wanted, *window)]
        if first:
            tables.append(units.units_telling(connection, wanted, 0, 0))
        terms = np.concatenate([table[0] for table in tables])
        owners = np.concatenate([table[1] for table in tables])
        for unit in together:
            shared = owners[np.isin(terms, np.array(unit.telling, dtype=np.int64))]
            others, counts = np.unique(shared, return_counts=True)
            near = others[(counts >= FEWEST_TELLING) & (others != unit.number)]
            found[unit.number] = near.tolist()
    return found
