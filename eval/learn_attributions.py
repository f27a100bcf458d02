"""Learn who speaks and where reported words begin and end; write the package's votes.

    python -m eval.learn_attributions

For every cue found that people marked too, the choices of the package are weighed against what they
marked: multinomial regression with ridge, a choice that touches the annotation being right. The
votes say how words and their neighbours weigh; no run of the training text is kept.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from variorum.quotations.borders import (
    BEGIN,
    END,
    begin_choices,
    begin_signs,
    end_choices,
    end_context,
    end_signs,
)
from variorum.quotations.clauses import (
    Clause,
    Governed,
    chosen_clause,
    govern,
    is_chosen,
    proposed_behind,
    sides_of,
)
from variorum.quotations.cues import find_cues, is_quoted_as_saying
from variorum.quotations.layouts import LAYOUT, Layout, Sides, layout_signs
from variorum.quotations.masking import Word, is_cover
from variorum.quotations.speakers import SPEAKER, choice_signs, context_signs, speaker_choices
from variorum.quotations.votes import forget

from .attributions import Attribution, Interval, gold_attributions
from .labelled import ROOT, read_rows
from .learn_quotations import masked_lines

TRAIN = "attributions-train"
VOTES = ROOT / "src" / "variorum" / "quotations" / "attributions.json"
_FEWEST_SIGHTINGS = 4
_STEPS = 150
_RATE = 0.1
# With a sixth of the training part held back, content, speaker and cue overlap together with F1 .715
# at 7e-5, .719 at 2e-4, .715 at 6e-4 and .712 at 2e-3.
_RIDGE = {"speaker": 2e-4, "layout": 2e-4, "begin": 2e-4, "end": 2e-4}
Choices = list[tuple[list[str], bool]]
Column = np.ndarray[Any, np.dtype[np.float64]]
Places = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cue found where people marked one: its sentence, what rules say, and what they marked."""

    words: Sequence[Word]
    begin: int
    governed: Governed
    sides: Sides
    gold: Attribution


def main() -> None:
    """Learn from the training part and write the votes."""
    rows = list(read_rows(TRAIN))
    learn_all(rows)


def learn_all(rows: Sequence[dict[str, Any]], report: Callable[[str], None] = print) -> None:
    """Learn every judgement from rows, twice: what is chosen for one cue is proposed to the next."""
    learned: dict[str, dict[str, float]] = {each: {} for each in _RIDGE}
    write(learned)
    for names in (("speaker",), tuple(_RIDGE)):
        marked = list(marked_cues(rows))
        for name in names:
            learned[name] = learn(list(_EXAMPLES[name](marked)), _RIDGE[name], report)
        write(learned)


def write(learned: dict[str, dict[str, float]], path: Path = VOTES) -> None:
    """Write the votes, one a line, and have the package read them anew."""
    path.write_text(
        json.dumps(learned, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    forget()


def marked_cues(rows: Iterable[dict[str, Any]]) -> Iterator[Marked]:
    """Yield the cues that the package finds where people marked one."""
    for row in rows:
        gold = gold_attributions(row)
        for begin, masked in masked_lines(row):
            for words in masked.sentences:
                if len(words) <= 400:
                    yield from _marked(words, begin, gold)


def _marked(words: Sequence[Word], begin: int, gold: Sequence[Attribution]) -> Iterator[Marked]:
    cues = find_cues(words, quoted=any(map(is_cover, words)))
    previous: Clause | None = None
    for number, cue in enumerate(cues):
        governed = govern(words, cues, number, previous)
        previous = chosen_clause(words, governed)
        sides = sides_of(words, governed, previous.speaker)
        low, high = begin + words[cue.place].begin, begin + words[cue.place].end
        truth = next((each for each in gold if _touches(each.cue, low, high)), None)
        if truth is not None:
            yield Marked(words, begin, governed, sides, truth)


def _touches(spans: Iterable[Interval], low: int, high: int) -> bool:
    return any(begin < high and low < end for begin, end in spans)


def speaker_examples(marked: Iterable[Marked]) -> Iterator[Choices]:
    """Yield the choices of a speaker with those right that touch the annotated one."""
    for each in marked:
        if not is_chosen(each.words, each.governed):
            continue
        governed, words = each.governed, each.words
        place = governed.cue.place
        choices = speaker_choices(
            words, place, governed.limit, governed.clause.speaker, governed.shared
        )
        context = context_signs(words, place)
        yield [
            (
                list(SPEAKER.vote_names(context, choice_signs(words, place, span, how))),
                _names(each, span),
            )
            for span, how in choices.items()
        ]


def _names(each: Marked, span: tuple[int, int] | None) -> bool:
    if span is None or not each.gold.speaker:
        return span is None and not each.gold.speaker
    low, high = each.words[span[0]].begin, each.words[span[1] - 1].end
    return _touches(each.gold.speaker, each.begin + low, each.begin + high)


def begin_examples(marked: Iterable[Marked]) -> Iterator[Choices]:
    """Yield the places where words behind a cue may begin."""
    for each in marked:
        truth = _behind(each)
        if truth is None:
            continue
        words, place, proposed = each.words, each.sides.place, proposed_behind(each.governed)
        begins = begin_choices(words, place, proposed[0], each.sides.last)
        low = words[place].low
        yield [
            (list(BEGIN.vote_names((low, low[-3:]), signs)), at == truth[0])
            for at, signs in zip(begins, begin_signs(words, place, begins, proposed), strict=True)
        ]


def end_examples(marked: Iterable[Marked]) -> Iterator[Choices]:
    """Yield the places where words that begin as annotated may end."""
    for each in marked:
        truth = _behind(each)
        if truth is None:
            continue
        begin, proposed = truth[0], proposed_behind(each.governed)
        ends = end_choices(each.words, begin, proposed[1], each.sides.last)
        context = end_context(each.sides, begin)
        yield [
            (list(END.vote_names(context, signs)), at == truth[1])
            for at, signs in zip(ends, end_signs(each.sides, begin, ends, proposed), strict=True)
        ]


def layout_examples(marked: Iterable[Marked]) -> Iterator[Choices]:
    """Yield the sides of a cue on which words may stand."""
    for each in marked:
        if not is_laid_out(each):
            continue
        before, behind = _before(each), _behind(each)
        context = layout_signs(each.sides)
        truth: Layout = "both" if before and behind else "before" if before else "behind"
        yield [
            (
                list(LAYOUT.vote_names(context, (layout,))),
                layout == truth and (before or behind) is not None,
            )
            for layout in each.sides.choices()
        ]


def is_laid_out(each: Marked) -> bool:
    """Whether the sides of a cue are chosen: a colon and "quoted as saying" show them."""
    place = each.governed.cue.place
    return each.words[place].text[0].isalnum() and not is_quoted_as_saying(each.words, place)


def _behind(each: Marked) -> tuple[int, int] | None:
    """Return the first annotated words behind a cue in its sentence."""
    if not is_laid_out(each):
        return None
    place = each.governed.cue.place
    found = (_inside(each, span) for span in each.gold.content)
    return next((words for words in found if words and words[0] > place), None)


def _before(each: Marked) -> tuple[int, int] | None:
    """Return the last annotated words before a cue in its sentence."""
    place = each.governed.cue.place
    found = [_inside(each, span) for span in each.gold.content]
    return next((words for words in reversed(found) if words and words[1] <= place), None)


def _inside(each: Marked, span: Interval) -> tuple[int, int] | None:
    """Return which words of its sentence an annotated span holds."""
    inside = [
        at
        for at, word in enumerate(each.words)
        if word.text[0].isalnum()
        and each.begin + word.begin < span[1]
        and span[0] < each.begin + word.end
    ]
    return (inside[0], inside[-1] + 1) if inside else None


_EXAMPLES: dict[str, Callable[[Iterable[Marked]], Iterator[Choices]]] = {
    "speaker": speaker_examples,
    "layout": layout_examples,
    "begin": begin_examples,
    "end": end_examples,
}


def learn(
    examples: list[Choices], ridge: float, report: Callable[[str], None] = print
) -> dict[str, float]:
    """Return the weights of a multinomial regression over choices, by Adam on the whole set."""
    kept = [each for each in examples if len(each) > 1 and any(right for _, right in each)]
    counts = Counter(name for each in kept for names, _ in each for name in set(names))
    names = sorted(name for name, count in counts.items() if count >= _FEWEST_SIGHTINGS)
    index = {name: at for at, name in enumerate(names)}
    flat: list[int] = []
    rows: list[int] = []
    truth: list[bool] = []
    begins: list[int] = []
    for each in kept:
        begins.append(len(truth))
        for signs, right in each:
            known = [index[name] for name in signs if name in index]
            flat += known
            rows += [len(truth)] * len(known)
            truth.append(right)
    solved = _descend(
        np.array(flat), np.array(rows), np.array(truth), np.array(begins), len(names), ridge
    )
    odds = np.bincount(np.array(rows), weights=solved[np.array(flat)], minlength=len(truth))
    best = [
        truth[begin + int(np.argmax(odds[begin:end]))]
        for begin, end in zip(begins, [*begins[1:], len(truth)], strict=True)
    ]
    report(
        f"{len(kept)} of {len(examples)} examples, {len(names)} signs, {np.mean(best):.4f} right"
    )
    weights = {name: round(float(solved[at]), 2) for name, at in index.items()}
    return {name: weight for name, weight in weights.items() if abs(weight) >= 0.05}


def _descend(
    flat: Places,
    rows: Places,
    truth: np.ndarray[Any, np.dtype[np.bool_]],
    begins: Places,
    size: int,
    ridge: float,
) -> Column:
    solved, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    lengths = np.diff([*begins, len(truth)])
    for step in range(1, _STEPS + 1):
        odds = np.bincount(rows, weights=solved[flat], minlength=len(truth))
        odds = np.exp(odds - np.repeat(np.maximum.reduceat(odds, begins), lengths))
        share = odds / np.repeat(np.add.reduceat(odds, begins), lengths)
        right = np.where(truth, odds, 0.0)
        right /= np.repeat(np.add.reduceat(right, begins), lengths)
        slope = (share - right) / len(begins)
        gradient = np.bincount(flat, weights=slope[rows], minlength=size) + ridge * solved
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        solved = solved - _RATE * move
    return solved


if __name__ == "__main__":
    main()
