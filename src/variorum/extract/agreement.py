"""What agrees across the pages of other outlets: text that several of them carry is content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text import folded_words

# Eight words in a row are shared by two outlets through copying or quoting, hardly by chance.
_RUN = 8


@dataclass(frozen=True, slots=True)
class Agreement:
    """Which runs of words stand on pages of which outlets, as hashes: one outlet, or several."""

    outlets: dict[int, int]

    def share(self, words: Sequence[str]) -> float:
        """Return the share of the runs of `words` that stand on pages of two or more outlets."""
        runs = _runs(words)
        return sum(self.outlets.get(run, 0) > 1 for run in runs) / len(runs) if runs else 0.0


def find_agreement(pages: Iterable[tuple[str, str]]) -> Agreement:
    """Count for each run of words the outlets that carry it; `pages` are pairs (outlet, text)."""
    seen: dict[int, set[str]] = {}
    for outlet, text in pages:
        for run in _runs(folded_words(text)):
            seen.setdefault(run, set()).add(outlet)
    return Agreement({run: len(outlets) for run, outlets in seen.items() if len(outlets) > 1})


def _runs(words: Sequence[str]) -> list[int]:
    return [hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)]
