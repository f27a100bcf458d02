"""Learn what a cue is and what a quoted stretch is from the training part; write the package's weights.

    python -m eval.learn_quotations

The weights say how words and their neighbours vote; no run of the training text is kept.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from variorum.quotations.cues import cue_features
from variorum.quotations.find import voiced_stretches
from variorum.quotations.masking import Masked, Word, mask
from variorum.quotations.stretches import stretch_features
from variorum.quotations.weights import weights

from .labelled import ROOT, read_rows
from .quotations import article_of

TRAIN = "attributions-train"
WEIGHTS = ROOT / "src" / "variorum" / "quotations" / "weights.json"
# A word is a candidate if at least 3 cues and 2 % of its uses have it as their head: 85 % of
# the cues of articles held back keep a candidate (81 % at 4 and 4 %, with the same F1).
_FEWEST_CUES = 3
_LEAST_SHARE = 0.02
_FEWEST_SIGHTINGS = 4
_STEPS = 400
_RATE = 0.1
# Ridge: on a tenth of the training part held back, cue F1 is .739 at 3e-5, .736 at 1e-4 and .733 at
# 1e-5.
_RIDGE = 3e-5
# The colon of "Mayor: no more mines" and the dash before a signature are cues without a word.
_COLON = frozenset(":—–―-")
Example = tuple[Sequence[str], bool]
Table = np.ndarray[Any, np.dtype[np.int64]]
Column = np.ndarray[Any, np.dtype[np.float64]]


def main() -> None:
    """Learn from the training part and write the weights."""
    rows = list(read_rows(TRAIN))
    lexicon = learn_lexicon(rows)
    cues = learn(list(cue_examples(rows, lexicon)))
    learned: dict[str, Any] = {"lexicon": sorted(lexicon), "cues": cues, "stretches": {}}
    write(learned, WEIGHTS)
    weights.cache_clear()
    learned["stretches"] = learn(list(stretch_examples(rows)))
    write(learned, WEIGHTS)


def write(learned: dict[str, Any], path: Path) -> None:
    """Write the weights, one feature a line."""
    path.write_text(
        json.dumps(learned, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )


def lines(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Yield offset, text and following text of every line that is not blank."""
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    for place, (begin, line) in enumerate(found):
        yield begin, line, found[place + 1][1] if place + 1 < len(found) else None


def masked_lines(row: dict[str, Any]) -> Iterator[tuple[int, Masked]]:
    """Yield the covered lines of an annotated article with their offsets."""
    for begin, line, following in lines(row["text"]):
        yield begin, mask(line, following)


def cue_spans(row: dict[str, Any]) -> list[tuple[int, int]]:
    """Return the first span of every annotated cue."""
    return sorted({tuple(each["cue"][0]) for each in row["attributions"] if each.get("cue")})


def learn_lexicon(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Return the words that head annotated cues often enough to be candidates, and how often."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    cues: list[list[str]] = []
    for row in rows:
        spans = cue_spans(row)
        for word, span in _words_and_cues(row, spans):
            seen[word.low] += 1
            inside[word.low] += span is not None
        cues += _cue_words(row, spans)
    heads: Counter[str] = Counter()
    for words in cues:
        if words:
            heads[max(words, key=lambda word: inside[word] / max(1, seen[word]))] += 1
    return {
        word: inside[word] / seen[word]
        for word, count in heads.items()
        if count >= _FEWEST_CUES
        and (word in _COLON or (count >= _LEAST_SHARE * seen[word] and word[0].isalpha()))
    }


def _cue_words(row: dict[str, Any], spans: list[tuple[int, int]]) -> list[list[str]]:
    return [[word.low for _, word in group] for group in _grouped(row, spans).values()]


def _grouped(
    row: dict[str, Any], spans: list[tuple[int, int]]
) -> dict[tuple[int, int], list[tuple[int, Word]]]:
    groups: dict[tuple[int, int], list[tuple[int, Word]]] = {}
    for word, span in _words_and_cues(row, spans):
        if span is not None and (word.text[0].isalpha() or word.text in _COLON):
            groups.setdefault(span, []).append((0, word))
    return groups


def _words_and_cues(
    row: dict[str, Any], spans: list[tuple[int, int]]
) -> Iterator[tuple[Word, tuple[int, int] | None]]:
    place = 0
    for begin, masked in masked_lines(row):
        for sentence in masked.sentences:
            for word in sentence:
                at = begin + word.begin
                while place < len(spans) and spans[place][1] <= at:
                    place += 1
                hit = place < len(spans) and spans[place][0] <= at
                yield word, spans[place] if hit else None


def cue_examples(rows: Iterable[dict[str, Any]], lexicon: dict[str, float]) -> Iterator[Example]:
    """Yield every candidate outside quotations and whether it heads an annotated cue.

    The other words of a cue ("expressed" beside "concern") are no examples of either side.
    """
    for row in rows:
        spans = cue_spans(row)
        for begin, masked in masked_lines(row):
            for sentence in masked.sentences:
                heads = _heads(begin, sentence, spans, lexicon)
                for place, word in enumerate(sentence):
                    if word.low not in lexicon:
                        continue
                    at = begin + word.begin
                    span = next((each for each in spans if each[0] <= at < each[1]), None)
                    if span is None or heads.get(span) == place:
                        yield cue_features(sentence, place), span is not None


def _heads(
    begin: int,
    sentence: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    lexicon: dict[str, float],
) -> dict[tuple[int, int], int]:
    """Return the place of the word of each cue that is oftenest part of cues."""
    heads: dict[tuple[int, int], int] = {}
    for place, word in enumerate(sentence):
        at = begin + word.begin
        for span in spans:
            if span[0] <= at < span[1] and word.low in lexicon:
                held = heads.get(span)
                if held is None or lexicon[word.low] > lexicon[sentence[held].low]:
                    heads[span] = place
    return heads


def stretch_examples(rows: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Yield every quoted stretch and whether annotators took most of it as content."""
    for row in rows:
        text = row["text"]
        content = bytearray(len(text) + 1)
        for attribution in row["attributions"]:
            for begin, end in attribution.get("content", []):
                content[begin:end] = b"\1" * (end - begin)
        for paragraph, read, stretch, voice in voiced_stretches(article_of(text, row["id"])):
            begin = paragraph.begin + stretch.span.begin
            end = paragraph.begin + stretch.span.end
            inside = 2 * sum(content[begin:end]) >= end - begin
            features = stretch_features(read.masked, stretch, continued=voice.speaks)
            yield features, inside


def learn(
    examples: list[Example],
    report: Callable[[str], None] = print,
    *,
    fewest: int = _FEWEST_SIGHTINGS,
) -> dict[str, float]:
    """Return the weights of a logistic regression with ridge, by Adam on the whole set.

    Features of fewer than `fewest` examples have none.
    """
    counts = Counter(feature for features, _ in examples for feature in features)
    names = sorted(name for name, count in counts.items() if count >= fewest)
    index = {name: at + 1 for at, name in enumerate(names)}
    widest = max(len(features) for features, _ in examples)
    table = np.zeros((len(examples), widest), dtype=np.int64)
    for at, (features, _) in enumerate(examples):
        known = [index[feature] for feature in features if feature in index]
        table[at, : len(known)] = known
    truth = np.array([label for _, label in examples], dtype=np.float64)
    solved, bias = _descend(table, truth, len(names) + 1)
    right = float(np.mean((solved[table].sum(axis=1) + bias > 0) == (truth > 0.5)))
    report(f"{len(examples)} examples, {len(names)} features, {right:.4f} right on them")
    learned = {name: round(float(solved[at]), 2) for name, at in index.items()}
    learned = {name: weight for name, weight in learned.items() if abs(weight) >= 0.05}
    learned[""] = round(bias, 2)
    return learned


def _descend(table: Table, truth: Column, size: int) -> tuple[Column, float]:
    """Return the weights and the bias; place 0 pads and stays 0."""
    solved, bias = np.zeros(size), 0.0
    first, second = np.zeros(size + 1), np.zeros(size + 1)
    for step in range(1, _STEPS + 1):
        odds = solved[table].sum(axis=1) + bias
        slope = 1 / (1 + np.exp(-odds)) - truth
        gradient = (
            np.bincount(table.ravel(), weights=np.repeat(slope, table.shape[1]), minlength=size)
            / len(truth)
            + _RIDGE * solved
        )
        gradient[0] = 0
        whole = np.append(gradient, slope.mean())
        first = 0.9 * first + 0.1 * whole
        second = 0.999 * second + 0.001 * whole**2
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        solved, bias = solved - _RATE * move[:-1], bias - _RATE * float(move[-1])
        solved[0] = 0
    return solved, bias


if __name__ == "__main__":
    main()
