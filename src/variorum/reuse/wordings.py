"""The words of many articles laid end to end, so that those of thousands of pairs are looked at in one go."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ..model import Article
from .voices import NARRATIVE, voices_of
from .wording import Places, Wording, capture_places, read_wording
from .words import Voices


class Wordings:
    """The words of a collection: the voice of each, and where it stands in its capture.

    Articles go by their number; a word by its place among all words, its article's from
    `starts` on. Voices and places are known of the articles that were heard.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.each: list[Wording] = [read_wording(article.paragraphs) for article in articles]
        lengths = np.array([len(each.numbers) for each in self.each], dtype=np.int64)
        self.starts: Places = np.concatenate(([0], np.cumsum(lengths)))
        total = int(self.starts[-1])
        self.voices: Voices = np.zeros(total, dtype=np.uint8)
        # 32 bits, for all words of all articles are held: no page has two thousand million characters.
        self.begins: npt.NDArray[np.int32] = np.zeros(total, dtype=np.int32)
        self.ends: npt.NDArray[np.int32] = np.zeros(total, dtype=np.int32)
        self._reasons: dict[int, dict[int, str]] = {}

    def hear(self, numbers: Iterable[int]) -> None:
        """Read the voices and places of some articles: it costs more than counting their words."""
        for number in numbers:
            article, wording = self.articles[number], self.each[number]
            begin, end = self.starts[number : number + 2]
            self.voices[begin:end], reasons = voices_of(article, wording)
            self.begins[begin:end], self.ends[begin:end] = capture_places(
                article.paragraphs, wording
            )
            if reasons:
                self._reasons[number] = dict(reasons)

    def narrated(self) -> Places:
        """Return for each article how many of its words are the reporter's own."""
        told = np.concatenate(([0], np.cumsum(self.voices == NARRATIVE)))
        return np.diff(told[self.starts])

    def reason(self, article: int, word: int) -> str | None:
        """Say why a word is common; `None` where nothing in the article itself makes it so."""
        reasons = self._reasons.get(article)
        if reasons is None:
            return None
        wording = self.each[article]
        begin = wording.begins[word - int(self.starts[article])]
        return reasons.get(int(np.searchsorted(wording.starts, begin, side="right")) - 1)
