"""Bodies: what is recovered of an article from the text of its whole page.

Every page is judged by weights that never saw it: lines by folds trained here, one renderer
(`spaced`) kept out of the training altogether. Bodies from HTML are measured in `markup_bodies`.
"""

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from variorum.extract.body.line_model import LineModel, model_of
from variorum.extract.body.text_body import find_roles

from .train_lines import (
    LabelledPage,
    Training,
    body_f1,
    cropped,
    fold_of,
    learnable,
    read_pages,
    train,
)

DATA = ("pages", "pages-2008", "pages-fields")
SEEN = ("resiliparse", "wrapped")
UNSEEN = "spaced"
_FOLDS = 3
# The weights that are shipped are the mean of three networks trained for ten rounds on all pages:
# a little better than what is measured here in three minutes.
_BRIEF = Training(rounds=7)


def measure() -> dict[str, float]:
    """Return F1 and exact share of bodies for each set and rendering."""
    pages = read_pages([*SEEN, UNSEEN])
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        model = model_of(train(_lessons(pages, fold), _BRIEF))
        for page in pages:
            if fold_of(page, _FOLDS) == fold:
                seen = "unseen renderer" if page.renderer == UNSEEN else page.renderer
                shares[f"{page.collection}, {seen}"].append(_score(page, model))
    scores: dict[str, float] = {}
    for name, found in sorted(shares.items()):
        scores[f"body F1, {name}"] = mean(f1 for f1, _ in found)
        scores[f"body exact, {name}"] = mean(exact for _, exact in found)
    return scores


def _lessons(pages: Sequence[LabelledPage], fold: int) -> list[LabelledPage]:
    taught = [
        page
        for page in pages
        if fold_of(page, _FOLDS) != fold and page.renderer in SEEN and learnable(page)
    ]
    return [*taught, *(cropped(page) for page in taught)]


def _score(page: LabelledPage, model: LineModel) -> tuple[float, float]:
    roles, _ = find_roles(page.blocks, model=model, rows=page.rows)
    # Gold bodies of two of the sets hold the subheadings.
    kept = ("body",) if page.collection == "pages-fields" else ("body", "subheading")
    found = "\n".join(
        block.text for block, role in zip(page.blocks, roles, strict=True) if role in kept
    )
    f1 = body_f1(found, page.body)
    return f1, float(f1 == 1.0)
