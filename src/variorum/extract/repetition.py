"""What repeats across the pages of one outlet: lines and runs of words that no single article owns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text import folded_words

# A run long enough that two articles of one outlet do not share it by chance, short enough that a
# menu of three entries has one.
_RUN = 6


@dataclass(frozen=True, slots=True)
class SiteRepetition:
    """How many pages of one outlet carry each line and each run of words, as hashes."""

    pages: int
    lines: dict[int, int]
    runs: dict[int, int]

    def line_share(self, line: str) -> float:
        """Return the share of the outlet's other pages that carry this very line."""
        if self.pages < 2:
            return 0.0
        return max(0, self.lines.get(_line_key(line), 1) - 1) / (self.pages - 1)

    def run_shares(self, words: Sequence[str]) -> list[float]:
        """Return, for each run of words in order, the share of the other pages that carry it."""
        if self.pages < 2:
            return [0.0] * len(_runs(words))
        others = self.pages - 1
        return [max(0, self.runs.get(run, 1) - 1) / others for run in _runs(words)]


def find_repetition(texts: Iterable[str]) -> SiteRepetition:
    """Count what repeats over the pages of one outlet; the same page twice counts once."""
    lines: Counter[int] = Counter()
    runs: Counter[int] = Counter()
    pages = 0
    for text in dict.fromkeys(texts):
        pages += 1
        written = {stripped for raw in text.splitlines() if (stripped := raw.strip())}
        lines.update({_line_key(line) for line in written})
        runs.update(set(_runs(folded_words(text))))
    return SiteRepetition(
        pages,
        {key: count for key, count in lines.items() if count > 1},
        {key: count for key, count in runs.items() if count > 1},
    )


def _line_key(line: str) -> int:
    # Counters and dates differ from page to page ("12 comments"): the digits of a line are no
    # part of what repeats.
    return hash("".join("0" if letter.isdigit() else letter for letter in line.casefold()))


def _runs(words: Sequence[str]) -> list[int]:
    return [hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)]
