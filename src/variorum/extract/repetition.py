"""What repeats across the pages of one outlet: text that no single article owns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from .runs import LONGEST_LINE, block_runs, run_hashes


@dataclass(frozen=True, slots=True)
class SiteRepetition:
    """How many of one outlet's pages carry each short line and each run of words, as hashes."""

    pages: int
    lines: dict[int, int]
    runs: dict[int, int]

    def share(self, text: str) -> float:
        """Return how far a block repeats: the mean share of the outlet's other pages that carry it."""
        if self.pages < 2:
            return 0.0
        others = self.pages - 1
        keys, counts = (
            ([_line_key(text)], self.lines)
            if len(text) <= LONGEST_LINE
            else (block_runs(text), self.runs)
        )
        return float(np.mean([counts.get(key, 1) - 1 for key in keys])) / others if keys else 0.0


def find_repetition(texts: Iterable[str]) -> SiteRepetition:
    """Count what repeats over the pages of one outlet; a page that came twice counts once."""
    lines: Counter[int] = Counter()
    runs: Counter[int] = Counter()
    pages = 0
    for text in dict.fromkeys(texts):
        pages += 1
        lines.update({_line_key(line) for raw in text.splitlines() if (line := raw.strip())})
        runs.update(np.unique(run_hashes(text)).tolist())
    return SiteRepetition(
        pages,
        {key: count for key, count in lines.items() if count > 1},
        {key: count for key, count in runs.items() if count > 1},
    )


def _line_key(line: str) -> int:
    # Counters and dates differ from page to page ("12 comments"): a line repeats whatever its
    # digits are.
    shape = "".join("0" if sign.isdigit() else sign for sign in line.casefold())
    return crc32(shape.encode("utf-8", "surrogatepass"))
