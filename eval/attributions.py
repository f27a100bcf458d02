"""Attributions against people's annotation: contents of every kind, their cues and speakers.

A found attribution is all quotations of an article under one cue and speaker; one without a cue
stands by itself. Annotated contents include marks, ours do not, and annotators differ on a final
point: so space, marks and punctuation are taken off the ends of every span, and spans that only
such characters keep apart are one. A found span that lies within another one of its own
attribution is a piece of it (the quoted words of reported speech) and stands for nothing.

- exact: the spans of contents, one by one, an attribution of two spans being two. A found one is
  right if a gold one has both its ends.
- overlap: a found attribution is right if any gold one overlaps it, a gold one is found if any
  found one does: in its content (content), in content and speaker, or both name none (speaker), in
  content, speaker and cue (all).
- paired: the same, but each is right only together with one of the other side, those of one cue
  first, then those that share most of their content. Two halves of one attribution are one right
  and one false.
- tokens (Citron, Newell et al. 2018): words that a found and a gold attribution of one cue share,
  over all words found and all words of the gold.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from variorum.model import Quotation
from variorum.quotations import find_quotations

from .labelled import read_rows
from .quotations import article_of

DATA = ("attributions-dev",)
Interval = tuple[int, int]
Part = Literal["content", "speaker", "cue"]
Counts = tuple[float, float, float]
_PARTS: tuple[Part, ...] = ("content", "speaker", "cue")
_WORD = re.compile(r"\w+(?:['’‘`.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of one attribution's content, speaker and cue."""

    content: tuple[Interval, ...]
    speaker: tuple[Interval, ...]
    cue: tuple[Interval, ...]


def measure() -> dict[str, float]:
    """Score attributions on the labelled articles."""
    return score(read_rows(DATA[0]))


def score(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Return exact, overlap and token F1 over annotated articles."""
    paired = [
        (row["text"], gold_attributions(row), found_attributions(row["text"], row["id"]))
        for row in rows
    ]
    scores = {"content_exact_f1": _f1(_exact(gold, found) for _, gold, found in paired)}
    for name, agree in _AGREEING.items():
        scores[f"{name}_overlap_f1"] = _overlap_f1(
            [_overlaps(gold, found, agree) for _, gold, found in paired]
        )
    for name, agree in _AGREEING.items():
        scores[f"{name}_paired_f1"] = _f1(
            (sum(agree(*pair) for pair in _pairs(gold, found)), len(found), len(gold))
            for _, gold, found in paired
        )
    tokens = {
        part: [_tokens(text, gold, found, part) for text, gold, found in paired] for part in _PARTS
    }
    for part in _PARTS:
        scores[f"{part}_token_f1"] = _f1(tokens[part])
    scores["all_token_f1"] = _f1(counts for part in _PARTS for counts in tokens[part])
    return scores


def gold_attributions(row: dict[str, Any]) -> list[Attribution]:
    """Return the annotated attributions of an article that have a content."""
    text = row["text"]
    gold = (
        Attribution(
            tidied(text, each.get("content") or ()),
            tidied(text, each.get("source") or ()),
            tidied(text, each.get("cue") or ()),
        )
        for each in row["attributions"]
    )
    return list(dict.fromkeys(each for each in gold if each.content))


def found_attributions(text: str, key: str) -> list[Attribution]:
    """Return what is found in a text, quotations under one cue and speaker brought together."""
    groups: dict[Any, list[Quotation]] = {}
    for quotation in find_quotations(article_of(text, key)):
        cue, speaker = quotation.cue, quotation.speaker
        place = cue and (cue.begin, cue.end, speaker and speaker.begin)
        groups.setdefault(place or quotation, []).append(quotation)
    return [_joined(text, group) for group in groups.values()]


def _joined(text: str, group: Sequence[Quotation]) -> Attribution:
    cue, speaker = group[0].cue, group[0].speaker
    return Attribution(
        tidied(text, [(each.begin, each.end) for each in group]),
        tidied(text, [(speaker.begin, speaker.end)] if speaker else ()),
        tidied(text, [(cue.begin, cue.end)] if cue else ()),
    )


def tidied(text: str, spans: Iterable[Sequence[int]]) -> tuple[Interval, ...]:
    """Return spans from word to word, those joined that overlap or have no word between them."""
    joined: list[Interval] = []
    for begin, end in sorted((each[0], each[1]) for each in spans):
        if joined and not any(map(str.isalnum, text[joined[-1][1] : begin])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    trimmed = (_trimmed(text, begin, end) for begin, end in joined)
    return tuple(each for each in trimmed if each[0] < each[1])


def _trimmed(text: str, begin: int, end: int) -> Interval:
    while begin < end and not text[begin].isalnum():
        begin += 1
    while end > begin and not text[end - 1].isalnum():
        end -= 1
    return begin, end


def _exact(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Counts:
    truth = {span for each in gold for span in each.content}
    told = {span for each in found for span in each.content}
    return len(truth & told), len(told), len(truth)


def _same_content(truth: Attribution, told: Attribution) -> bool:
    return _touch(truth.content, told.content)


def _same_speaker(truth: Attribution, told: Attribution) -> bool:
    spoken = _touch(truth.speaker, told.speaker) or not (truth.speaker or told.speaker)
    return spoken and _same_content(truth, told)


def _same_all(truth: Attribution, told: Attribution) -> bool:
    return _touch(truth.cue, told.cue) and _same_speaker(truth, told)


_AGREEING: dict[str, Callable[[Attribution, Attribution], bool]] = {
    "content": _same_content,
    "speaker": _same_speaker,
    "all": _same_all,
}


def _overlaps(
    gold: Sequence[Attribution],
    found: Sequence[Attribution],
    agree: Callable[[Attribution, Attribution], bool],
) -> tuple[int, int, int, int]:
    right = sum(any(agree(truth, told) for truth in gold) for told in found)
    met = sum(any(agree(truth, told) for told in found) for truth in gold)
    return right, len(found), met, len(gold)


def _overlap_f1(counts: Iterable[tuple[int, int, int, int]]) -> float:
    right, found, met, gold = map(sum, zip(*counts, strict=True))
    precision, recall = right / max(1, found), met / max(1, gold)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _pairs(
    gold: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Yield pairs one to one, first those of one cue, then those that share most of their content."""
    weighed = sorted(
        (
            (-_touch(truth.cue, told.cue), -_likeness(truth.content, told.content), at, place)
            for at, truth in enumerate(gold)
            for place, told in enumerate(found)
            if _shared(truth.content, told.content)
        ),
    )
    taken: set[int] = set()
    used: set[int] = set()
    for _, _, at, place in weighed:
        if at not in taken and place not in used:
            taken.add(at)
            used.add(place)
            yield gold[at], found[place]


def _likeness(one: Sequence[Interval], other: Sequence[Interval]) -> float:
    return _shared(one, other) / sum(end - begin for begin, end in (*one, *other))


def _shared(one: Sequence[Interval], other: Sequence[Interval]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _touch(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    return _shared(one, other) > 0


def _tokens(
    text: str, gold: Sequence[Attribution], found: Sequence[Attribution], part: Part
) -> Counts:
    # Contents lie within one another: to count a word once for each pair that shares it, as Citron
    # does, would count it for strangers too. Only the pair of one attribution counts.
    shared = sum(
        len(_words(text, getattr(truth, part)) & _words(text, getattr(told, part)))
        for truth, told in _pairs(gold, found)
    )
    told, truth = (
        sum(len(_words(text, getattr(each, part))) for each in side) for side in (found, gold)
    )
    return shared, told, truth


def _words(text: str, spans: Sequence[Interval]) -> set[int]:
    return {word.start() for begin, end in spans for word in _WORD.finditer(text, begin, end)}


def _f1(counts: Iterable[Counts]) -> float:
    right, predicted, gold = map(sum, zip(*counts, strict=True))
    return 2 * right / max(1.0, predicted + gold)
