"""Bodies from HTML: what is recovered of an article from the markup of its page, beside trafilatura.

Every page is judged by weights trained on the two other thirds of the pages, a site's pages in one
third. Read fast, a page of markup is judged by its lines alone: `bodies` measures that, "resiliparse".
"""

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from variorum.extract.markup.markup_body import find_marked_roles

from .line_pages import SETS, LabelledPage, body_f1, fold_of
from .train_markup import read_marked, train_marked

DATA = SETS
_FOLDS = 3


def measure() -> dict[str, float]:
    """Return F1 and exact share of the bodies of each set."""
    pages = list(read_marked())
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        kept = [each for each in pages if fold_of(each.page, _FOLDS) == fold]
        model = train_marked([each.page for each in pages if fold_of(each.page, _FOLDS) != fold])
        for each in kept:
            roles, _ = find_marked_roles(
                each.structure, each.page.blocks, model=model, rows=each.page.rows
            )
            shares[each.page.collection].append(_score(each.page, roles))
    scores: dict[str, float] = {}
    for name, found in sorted(shares.items()):
        scores[f"body F1, {name}, markup"] = mean(f1 for f1, _ in found)
        scores[f"body exact, {name}, markup"] = mean(exact for _, exact in found)
    return scores


def _score(page: LabelledPage, roles: Sequence[str]) -> tuple[float, float]:
    # Gold bodies of two of the sets hold the subheadings.
    kept = ("body",) if page.collection == "pages-fields" else ("body", "subheading")
    found = "\n".join(
        block.text for block, role in zip(page.blocks, roles, strict=True) if role in kept
    )
    f1 = body_f1(found, page.body)
    return f1, float(f1 == 1.0)
