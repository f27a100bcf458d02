"""Learn how sentences that are said differ from the reporter's own; write the package's weights.

    python -m eval.learn_voices

The weights say how single words vote; no run of the training text is kept.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.quotations.masking import Masked
from variorum.quotations.restoring import voice_features
from variorum.text import sentences

from .labelled import ROOT, read_rows
from .learn_quotations import TRAIN, Example, learn, masked_lines

WEIGHTS = ROOT / "src" / "variorum" / "quotations" / "voices.json"
# Shorter pieces between marks are no sentences.
_SHORTEST = 20
_FEWEST_SIGHTINGS = 12
# Of weights nearer to nothing there are hundreds, and they decide nothing.
_LEAST = 0.15


def main() -> None:
    """Learn from the training part and write the weights, one word a line."""
    learned = learn(list(voice_examples(read_rows(TRAIN))), fewest=_FEWEST_SIGHTINGS)
    kept = {word: round(weight, 1) for word, weight in learned.items() if abs(weight) >= _LEAST}
    text = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def voice_examples(rows: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Yield the words of every sentence, and whether it stands between marks."""
    for row in rows:
        for _, masked in masked_lines(row):
            # Where a mark is lost, the border may be a guess that these weights made.
            if any(span.marks in ("unopened", "unclosed") for span in masked.stretches):
                continue
            yield from _own(masked)
            for span in masked.stretches:
                said = masked.text[span.begin : span.end]
                for begin, end in sentences(said):
                    if end - begin > _SHORTEST:
                        yield voice_features(said[begin:end]), True


def _own(masked: Masked) -> Iterator[Example]:
    """Yield the sentences in which nothing is quoted."""
    for words in masked.sentences:
        begin, end = words[0].begin, words[-1].end
        if not any(span.begin < end and begin < span.end for span in masked.stretches):
            yield voice_features(masked.text[begin:end]), False


if __name__ == "__main__":
    main()
