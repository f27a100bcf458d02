"""Bodies: what is recovered of an article from the text of its whole page.

Every page is judged by weights that never saw it: lines by folds trained here, two renderers kept
out of the training altogether. Bodies from HTML are measured in `markup_bodies`.
"""

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from variorum.extract.body.line_model import LineModel, model_of
from variorum.extract.body.text_body import find_roles

from .line_pages import LabelledPage, body_f1, fold_of, lessons_of, read_pages
from .train_lines import Training, train

DATA = ("pages", "pages-2008", "pages-fields")
# Whole lines, hard wraps, a line for each stretch between tags, all on one line, lines as in the
# markup; and of whole lines and single lines one each whose renderer is kept out of the training.
SEEN = ("resiliparse", "wrapped", "nodes", "one line", "unseparated")
UNSEEN = {"spaced": "unseen renderer", "trafilatura": "one line, unseen renderer"}
_FOLDS = 3
# The shipped weights are the mean of four networks taught by all renderers, too.
_BRIEF = Training(hidden=32, rounds=8, nets=2)


def measure() -> dict[str, float]:
    """Return F1 and exact share of bodies for each set and rendering."""
    pages = read_pages([*SEEN, *UNSEEN])
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        model = model_of(train(_lessons(pages, fold), _BRIEF))
        for page in pages:
            if fold_of(page, _FOLDS) == fold:
                renderer = UNSEEN.get(page.renderer, page.renderer)
                shares[f"{page.collection}, {renderer}"].append(_score(page, model))
    scores: dict[str, float] = {}
    for name, found in sorted(shares.items()):
        scores[f"body F1, {name}"] = mean(f1 for f1, _ in found)
        scores[f"body exact, {name}"] = mean(exact for _, exact in found)
    return scores


def _lessons(pages: Sequence[LabelledPage], fold: int) -> list[LabelledPage]:
    return lessons_of(
        [page for page in pages if fold_of(page, _FOLDS) != fold and page.renderer in SEEN]
    )


def _score(page: LabelledPage, model: LineModel) -> tuple[float, float]:
    roles, _ = find_roles(page.blocks, model=model, rows=page.rows)
    # Gold bodies of two of the sets hold the subheadings.
    kept = ("body",) if page.collection == "pages-fields" else ("body", "subheading")
    found = "\n".join(
        block.text for block, role in zip(page.blocks, roles, strict=True) if role in kept
    )
    f1 = body_f1(found, page.body)
    return f1, float(f1 == 1.0)
