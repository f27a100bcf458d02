"""Utterances: are quotations on two pages renderings of one? Held against pairs judged by reading.

The pairs were drawn from the `summit` pages before anything was tuned on them: same words, one
within the other, many and few words in common, the same speaker and another. Only where they stand
and the judgement are kept. Two are of one utterance if they give, in whole or in part, the same
words said once; two sentences of one speech are not. Four pairs were left out when the first
measure showed that the question does not suit them: two parts of what another page quotes as a
whole. Pages of one event may fall into two stories: `within stories` counts the pairs of one story
only. The half marked `held_out` is measured apart.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from variorum.archive import open_archive
from variorum.model import Comparison

from .labelled import data_path

DATA = ("summit",)
PAIRS = Path(__file__).with_name("utterance_pairs.json")
# A labelled quotation is a rendering if at least this share of it is: findings of quotations may
# move a border, and a cue may divide what the label holds together.
_LEAST_COVERED = 0.5

Where = tuple[str, int, int]
Pair = Mapping[str, Any]


def measure() -> dict[str, float]:
    """Return pair precision and recall of utterances as `variorum compare` gives them."""
    archive = open_archive(workers=os.cpu_count() or 1)
    comparison = archive.compare_reading(archive.read([str(data_path("summit"))]))
    pairs: list[Pair] = json.loads(PAIRS.read_text(encoding="utf-8"))
    return score_pairs(comparison, pairs)


def score_pairs(comparison: Comparison, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the scores of all pairs, of the half that was kept apart, and of pairs of one story."""
    homes = _homes(comparison, [_where(each[side]) for each in pairs for side in ("left", "right")])
    joined = [bool(homes[_where(each["left"])] & homes[_where(each["right"])]) for each in pairs]
    if os.environ.get("VERBOSE"):
        for number, (each, one) in enumerate(zip(pairs, joined, strict=True)):
            if one != each["same"]:
                print("  missed" if each["same"] else "  welded", number, each)
    within = _story_of(comparison)
    told = [
        (bool(each["same"]), one, bool(each["held_out"]), within(each))
        for each, one in zip(pairs, joined, strict=True)
    ]
    scores = _scores("", [(same, one) for same, one, _, _ in told])
    scores |= _scores("held out, ", [(same, one) for same, one, held_out, _ in told if held_out])
    return scores | _scores(
        "within stories, ", [(same, one) for same, one, _, home in told if home]
    )


def _story_of(comparison: Comparison) -> Callable[[Pair], bool]:
    """Return a function that tells whether both pages of a pair are of one story."""
    keys = {article.id: str(article.capture.key) for article in comparison.articles}
    story_of = {keys[each]: story.id for story in comparison.stories for each in story.articles}
    return lambda pair: (
        story_of.get(_where(pair["left"])[0]) == story_of.get(_where(pair["right"])[0])
    )


def _scores(name: str, told: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    return {
        f"{name}pair precision": _share(same for same, one in told if one),
        f"{name}pair recall": _share(one for same, one in told if same),
    }


def _share(told: Iterable[bool]) -> float:
    counted = list(told)
    return sum(counted) / max(1, len(counted))


def _where(written: Sequence[Any]) -> Where:
    key, begin, end = written
    return str(key), int(begin), int(end)


def _homes(comparison: Comparison, places: Iterable[Where]) -> dict[Where, set[str]]:
    """Return the utterances whose renderings cover each of the places."""
    keys = {article.id: str(article.capture.key) for article in comparison.articles}
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for story in comparison.stories:
        for utterance in story.utterances:
            for rendering in utterance.renderings:
                for carried in rendering.carried:
                    held = spans.setdefault(keys[carried.article], {})
                    held.setdefault(utterance.id, []).extend(carried.spans)
    return {
        (key, begin, end): {
            utterance
            for utterance, held in spans.get(key, {}).items()
            if sum(max(0, min(end, high) - max(begin, low)) for low, high in set(held))
            >= _LEAST_COVERED * (end - begin)
        }
        for key, begin, end in places
    }
