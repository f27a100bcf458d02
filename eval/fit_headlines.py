"""Train the weights of headline.py: which line above a body is its headline, on three renderings.

`python -m eval.fit_headlines` writes the weights; `cross_validated()` measures them on outlets
that they were not trained on. Conditional choice among the lines of a page: a line's chance is
its share of the exponentials of all scores.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.extract import render_markup
from variorum.extract.fields.captions import find_captions
from variorum.extract.fields.front import settle
from variorum.extract.fields.headline import _REACH, _WEIGHTS, cut_title
from variorum.extract.fields.headline_traits import line_traits
from variorum.extract.page import Page
from variorum.extract.recovery import recover
from variorum.extract.site.context import Context, host_of
from variorum.ingest import make_capture
from variorum.model import content_id
from variorum.text import folded_words

from .labelled import read_rows
from .render import RENDERERS

_RENDERERS = {"product": render_markup, **{name: RENDERERS[name] for name in ("spaced", "wrapped")}}
# Pulls the weights to nothing: with .3 and with 3 a line fewer in a hundred is right on other outlets.
_RIDGE = 1.0
_ROUNDS, _RATE = 400, 0.3
_FOLDS = 5
# So little below the lowest score of a true headline, one line in fifty cut off.
_LEAST_SHARE = 0.02
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines of one page by their traits, and the number of the true headline among them."""

    outlet: str
    names: tuple[str, ...]
    lines: NDArray[np.float64]
    right: int


def main() -> None:
    """Train on all pages and write the weights."""
    choices = list(read_choices())
    weights = fit(choices)
    truths = sorted(float(each.lines[each.right] @ weights) for each in choices)
    least = truths[int(len(truths) * _LEAST_SHARE)]
    named = {
        name: round(float(each), 3) for name, each in zip(choices[0].names, weights, strict=True)
    }
    written = {"least": round(least, 3), "weights": named}
    _WEIGHTS.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(choices)} pages; right on other outlets {cross_validated(choices):.4f}")


def read_choices() -> Iterator[Choice]:
    """Yield the choices of the labelled pages, in three renderings each, where the headline is printed."""
    for name in ("pages-fields", "pages-2008"):
        for row in read_rows(name):
            wanted = str(row["headline"] or "").strip().split("\n")[0].strip()
            if not wanted or len(wanted) > _LONGEST_TITLE:
                continue
            for render in _RENDERERS.values():
                text = render(row["html"])
                if text.strip():
                    choice = choice_of(page_of(text, row), wanted, host_of(row["url"]) or row["id"])
                    if choice:
                        yield choice


def page_of(text: str, row: dict[str, Any]) -> Page:
    """Return a page as its fields are read from it."""
    capture = make_capture(row["id"], text, is_markup=False, url=row["url"])
    recovery = recover(capture, Context())
    page = Page(text, recovery.lines, recovery.body)
    captions = find_captions(page)
    return settle(replace(page, body=tuple(at for at in page.body if at not in captions.taken)))


def choice_of(page: Page, wanted: str, outlet: str) -> Choice | None:
    """Return the choice that a page poses, `None` where no line of it is the headline."""
    traits = line_traits(page, page.before(_REACH))
    words = set(folded_words(wanted.replace("?", " ")))
    right = [at for at in traits if _is_title(page.lines[at].text, words)]
    if not right or len(traits) < 2:
        return None
    rows = [list(each.values()) for each in traits.values()]
    names = tuple(next(iter(traits.values())))
    return Choice(outlet, names, np.array(rows), list(traits).index(max(right)))


def _is_title(text: str, words: set[str]) -> bool:
    here = set(folded_words(cut_title(text)))
    return len(here ^ words) <= len(words) // 8


def fit(choices: Sequence[Choice]) -> NDArray[np.float64]:
    """Return the weights that make the true headlines the likeliest."""
    weights = np.zeros(choices[0].lines.shape[1])
    for _ in range(_ROUNDS):
        slope = -_RIDGE * weights
        for choice in choices:
            scores = choice.lines @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            slope += choice.lines[choice.right] - chance @ choice.lines
        weights += _RATE * slope / np.sqrt(len(choices)) / 4
    return weights


def cross_validated(choices: Sequence[Choice]) -> float:
    """Return the share of headlines chosen right by weights that never saw the outlet."""
    fold_of = {each.outlet: int(content_id(each.outlet), 16) % _FOLDS for each in choices}
    right = 0
    for fold in range(_FOLDS):
        weights = fit([each for each in choices if fold_of[each.outlet] != fold])
        held = [each for each in choices if fold_of[each.outlet] == fold]
        right += sum(int(np.argmax(each.lines @ weights)) == each.right for each in held)
    return right / len(choices)


if __name__ == "__main__":
    main()
