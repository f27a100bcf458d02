"""The lists behind the marks of a stemma that stand for several pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Witness
from ..wording import relation_phrase
from .phrases import moment_worded, outlet_heading
from .register import Register
from .stemma_drawing import Drawing


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """One page behind a mark: its siglum and the row that tells more, its outlet, what it is."""

    sigil: str
    row: str
    name: str
    page: str
    told: str


@dataclass(frozen=True, slots=True)
class FoldView:
    """The pages of one mark, and those that were copied from them."""

    anchor: str
    title: str
    pages: tuple[FoldedPage, ...]
    branch: tuple[FoldedPage, ...]


def fold_anchors(anchors: Mapping[str, str]) -> dict[str, str]:
    """Return the anchors of marks by siglum: rows of the table, and the list of each mark's pages."""
    return {**anchors, **{f"fold {sigil}": f"{row}-fold" for sigil, row in anchors.items()}}


def view_folds(
    drawings: Sequence[Drawing], register: Register, rows: Mapping[str, str]
) -> tuple[FoldView, ...]:
    """Return the folded marks of a stemma; the wide and the narrow drawing fold the same."""
    return tuple(
        FoldView(
            ring.anchor,
            ring.fold.title,
            _pages(ring.fold.pages, register, rows),
            _pages(ring.fold.branch, register, rows),
        )
        for drawing in drawings[:1]
        for ring in drawing.rings
        if ring.fold and ring.anchor
    )


def _pages(
    witnesses: Sequence[Witness], register: Register, rows: Mapping[str, str]
) -> tuple[FoldedPage, ...]:
    alike = len({each.relation for each in witnesses}) == 1
    return tuple(
        FoldedPage(
            each.sigil,
            rows[each.sigil],
            outlet_heading(article),
            register.anchors[each.article],
            ", ".join(part for part in (relation, moment_worded(article.published)) if part),
        )
        for each in witnesses
        for article in (register.articles[each.article],)
        for relation in (None if alike else relation_phrase(each),)
    )
