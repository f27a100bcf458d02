"""./run eval [NAME…]: every discipline on the labelled data that is there, held against the floors.

A discipline is a module of this package with `DATA`, the names of the labelled files it reads,
and `measure() -> dict[str, float]`. It prints what it likes beyond that. `--raise` writes today's
scores into floors.json where they are higher; a floor never falls by a command.
"""

import importlib
import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from .labelled import DataAbsentError, digest

DISCIPLINES = (
    "bodies",
    "markup_bodies",
    "kinds",
    "fields",
    "credits",
    "accounts",
    "quotations",
    "attributions",
    "renderings",
    "utterances",
    "persons",
    "figures",
    "ledger",
    "stemmata",
    "traditions",
    "lineages",
    "stories",
    "lookalikes",
    "lookalikes",
    "arrivals",
    "traces",
)
# Learned decisions near their threshold fall differently with another processor's arithmetic: a
# floor stands this far below the score that set it. One page of 78 is worth .013 of "exact".
MARGIN = 0.005
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str]) -> int:
    """Measure the named disciplines, or all; return 1 when one is under its floor (errors: over)."""
    names = [name for name in arguments if not name.startswith("-")] or list(DISCIPLINES)
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = 0
    for name in names:
        module = importlib.import_module(f"eval.{name}")
        try:
            digests = {each: digest(each) for each in module.DATA}
        except DataAbsentError as absent:
            print(f"{name}: skipped, {absent}")
            continue
        # Figures of rivals, and counts that are neither good nor bad, are shown and not held.
        unpinned: tuple[str, ...] = getattr(module, "UNPINNED", ())
        begun = time.perf_counter()
        scores: dict[str, float] = module.measure()
        print(f"{name} ({time.perf_counter() - begun:.0f} s)")
        pinned = floors.setdefault(name, {"data": digests, "floors": {}})
        if pinned["data"] != digests:
            print("  the data differs from that of the floors; scores shown, floors not applied")
        applies = pinned["data"] == digests
        for measure, score in scores.items():
            floor = pinned["floors"].get(measure)
            low = floor is not None and applies and _is_worse(measure, score, floor)
            fallen += low
            name_of_floor = "ceiling" if _is_error(measure) else "floor"
            shown = "" if floor is None else f"   {name_of_floor} {floor:.3f}"
            print(f"  {measure:<52} {score:8.4f}{shown}{'   FALLEN' if low else ''}")
            if "--raise" in arguments and not measure.startswith(unpinned):
                raised = _pin(measure, score)
                if floor is None or _is_worse(measure, floor, raised):
                    pinned["floors"][measure] = raised
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def _is_error(measure: str) -> bool:
    return "errors" in measure


def _is_worse(measure: str, score: float, than: float) -> bool:
    return score > than if _is_error(measure) else score < than


def _pin(measure: str, score: float) -> float:
    if _is_error(measure):
        return math.ceil((score + MARGIN) * 1000) / 1000
    return math.floor((score - MARGIN) * 1000) / 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
