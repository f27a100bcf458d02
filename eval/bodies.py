"""Bodies: what is recovered of an article from the text of its whole page.

Every page is judged by weights that never saw it: lines by folds trained here, one renderer
(`spaced`) kept out of the training altogether, and pages of markup in the product's own rendering,
with what the markup sets apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import mean

import numpy as np

from variorum.extract import render_markup
from variorum.extract.body.features import page_matrix
from variorum.extract.body.line_model import LineModel, model_of
from variorum.extract.body.set_apart import SetApart
from variorum.extract.body.text_body import find_roles
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines
from variorum.extract.markup.markup_body import find_set_apart

from .labelled import read_rows
from .train_lines import (
    SETS,
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
    marked = list(_read_marked())
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        model = model_of(train(_lessons(pages, fold), _BRIEF))
        for page in pages:
            if fold_of(page, _FOLDS) == fold:
                seen = "unseen renderer" if page.renderer == UNSEEN else page.renderer
                shares[f"{page.collection}, {seen}"].append(_score(page, model))
        for page, apart in marked:
            if fold_of(page, _FOLDS) == fold:
                shares[f"{page.collection}, markup"].append(_score(page, model, apart))
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


def _read_marked() -> Iterator[tuple[LabelledPage, SetApart | None]]:
    """Yield the labelled pages as captured in markup, with what the markup sets apart."""
    for collection in SETS:
        for row in read_rows(collection):
            text = render_markup(row["html"])
            blocks = join_wrapped(split_lines(text))
            if not blocks:
                continue
            body = row["body"] if isinstance(row["body"], str) else "\n\n".join(row["body"])
            states = np.zeros(len(blocks), dtype=np.int64)
            page = LabelledPage(
                collection, row["id"], "markup", text, body, blocks, page_matrix(blocks), states
            )
            yield page, find_set_apart(row["html"], text)


def _score(
    page: LabelledPage, model: LineModel, apart: SetApart | None = None
) -> tuple[float, float]:
    roles, _ = find_roles(page.blocks, apart=apart, model=model, rows=page.rows)
    # Gold bodies of two of the sets hold the subheadings.
    kept = ("body",) if page.collection == "pages-fields" else ("body", "subheading")
    found = "\n".join(
        block.text for block, role in zip(page.blocks, roles, strict=True) if role in kept
    )
    f1 = body_f1(found, page.body)
    return f1, float(f1 == 1.0)
