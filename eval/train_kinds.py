"""Train the kind of a page on labelled captures: python -m eval.train_kinds [--write].

numpy only. Captures of one event, articles from all labelled pages, so that the words of no event
decide, and pages put together of the articles of other events (eval/made_pages.py).
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.extract.body.front_page import find_openings
from variorum.extract.body.kind import KINDS, KindModel, decide, kinds_of
from variorum.extract.body.line_model import BODY
from variorum.extract.body.page_look import look_of
from variorum.extract.body.text_body import find_roles
from variorum.extract.body.traits import TRAITS, page_traits
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines

from .labelled import read_rows
from .made_pages import made_pages
from .render import RENDERERS

WEIGHTS = Path(__file__).parent.parent / "src/variorum/extract/body/kind_weights.json"
# A page of the article sets weighs less than a capture: they are many, and of one kind.
_PAGE_WEIGHT = 0.6
# Of each make, so many pages to learn from.
_MADE = 40
_MADE_WEIGHT = 0.3
# Real pages with a short report are many, walls of cookies and tables few.
_MAKE_WEIGHTS = {"brief": 3.0, "article": 2.0, "consent": 0.5, "nothing there": 0.5, "table": 0.5}
# From .005 to .02 held-out macro F1 stays within .02; from .1 on it falls by .07, since the pages
# put together hold the weights in check by themselves.
_DECAY = 0.01
# Articles are far commoner than among the pages to learn from, and one that is lost costs more than
# a notice that passes for one. At these odds 490 of 510 labelled articles are judged right by weights
# that did not see them, at 1 it is 475, at 5 it is 498; held-out macro F1 on the captures is .86 from
# 1 to 2, .83 at 3 and .70 at 5.
_ARTICLE_ODDS = 2.0
_ROUNDS = 1500
_RATE = 0.3


@dataclass(frozen=True, slots=True)
class LabelledKind:
    """The traits of one page, its gold kind, and the text by which its copies are known."""

    traits: NDArray[np.float64]
    kind: str
    group: int
    weight: float
    key: str
    has_body: bool
    is_front: bool


def labelled_kind(text: str, kind: str, weight: float, key: str) -> LabelledKind:
    """Return the traits of a capture."""
    lines = split_lines(text)
    # Copies of one text must not stand on both sides of a fold: they share their longest line.
    longest = max((line.text for line in lines), key=len, default="")[:80]
    blocks = join_wrapped(lines)
    roles, probabilities = find_roles(blocks)
    body = [at for at, role in enumerate(roles) if role == "body"]
    look = look_of(blocks)
    openings = find_openings(look)
    traits, _ = page_traits(look, roles, probabilities[body, BODY].tolist(), openings)
    return LabelledKind(
        traits, kind, crc32(longest.encode()), weight, key, bool(body), openings.fill_the_page
    )


def read_captures() -> list[LabelledKind]:
    """Return the labelled captures."""
    kinds = {row["id"]: row["kind"] for row in read_rows("summit-labels")}
    return [
        labelled_kind(row["text"], kinds[row["id"]], 1.0, row["id"]) for row in read_rows("summit")
    ]


def read_articles() -> list[LabelledKind]:
    """Return the labelled pages, every one an article, each in one rendering."""
    renderers = list(RENDERERS.values())
    found: list[LabelledKind] = []
    for collection in ("pages", "pages-2008", "pages-fields"):
        for number, row in enumerate(read_rows(collection)):
            text = renderers[number % len(renderers)](row["html"])
            if text.strip():
                found.append(labelled_kind(text, "article", _PAGE_WEIGHT, row["id"]))
    return found


def read_made(half: int, count: int = _MADE) -> list[LabelledKind]:
    """Return pages put together of one half of the articles; `key` names their make."""
    return [
        labelled_kind(
            page.text, page.kind, _MADE_WEIGHT * _MAKE_WEIGHTS.get(page.make, 1.0), page.make
        )
        for page in made_pages(half, count)
    ]


def train(pages: Sequence[LabelledKind]) -> dict[str, Any]:
    """Return the weights of the regression, kinds balanced in part."""
    pages = [page for page in pages if page.has_body]
    traits = np.array([page.traits for page in pages])
    gold = np.array([KINDS.index(page.kind) for page in pages])
    weights = np.array([page.weight for page in pages])
    share = np.array([weights[gold == kind].sum() for kind in range(len(KINDS))])
    weights = weights / np.sqrt(share[gold])
    weights /= weights.sum()
    mean = np.average(traits, axis=0, weights=weights)
    scale = 1 / np.maximum(np.sqrt(np.average((traits - mean) ** 2, axis=0, weights=weights)), 0.02)
    rows = np.clip((traits - mean) * scale, -4, 4)
    matrix, bias = np.zeros((rows.shape[1], len(KINDS))), np.zeros(len(KINDS))
    wanted = np.eye(len(KINDS))[gold]
    for _ in range(_ROUNDS):
        scores = rows @ matrix + bias
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        wrong = (raised / raised.sum(axis=1, keepdims=True) - wanted) * weights[:, None]
        matrix -= _RATE * (rows.T @ wrong + _DECAY * matrix)
        bias -= _RATE * wrong.sum(axis=0)
    bias[KINDS.index("article")] += np.log(_ARTICLE_ODDS)
    return {
        "bias": {kind: round(float(bias[at]), 4) for at, kind in enumerate(KINDS)},
        "traits": [
            {
                "trait": name,
                "mean": round(float(mean[row]), 4),
                "scale": round(float(scale[row]), 4),
                **{kind: round(float(matrix[row, at]), 4) for at, kind in enumerate(KINDS)},
            }
            for row, name in enumerate(TRAITS)
        ],
    }


def judged(model: KindModel, page: LabelledKind) -> str:
    """Return the kind that a model gives a page."""
    if page.is_front:
        return "aggregate"
    if not page.has_body:
        return "none"
    return KINDS[decide(model.probabilities(page.traits), page.traits)]


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean over kinds of F1; `pairs` are (gold, judged)."""
    scores = []
    for kind in KINDS:
        right = sum(gold == kind == found for gold, found in pairs)
        wanted = sum(gold == kind for gold, _ in pairs)
        found = sum(judged == kind for _, judged in pairs)
        scores.append(2 * right / (wanted + found) if wanted + found else 0.0)
    return sum(scores) / len(scores)


def held_out(
    captures: Sequence[LabelledKind], others: Sequence[LabelledKind], folds: int = 2
) -> list[tuple[str, str]]:
    """Return (gold, judged) of every capture, judged by weights that saw no copy of it."""
    pairs: list[tuple[str, str]] = []
    for fold in range(folds):
        model = kinds_of(
            train([*(each for each in captures if each.group % folds != fold), *others])
        )
        pairs += [
            (each.kind, judged(model, each)) for each in captures if each.group % folds == fold
        ]
    return pairs


def main(arguments: Sequence[str]) -> None:
    """Print the held-out score; with --write, train on everything and write the weights."""
    captures, others = read_captures(), [*read_articles(), *read_made(0)]
    print(f"kind macro F1, two halves, copies together: {macro_f1(held_out(captures, others)):.3f}")
    if "--write" in arguments:
        WEIGHTS.write_text(
            json.dumps(train([*captures, *others]), indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
