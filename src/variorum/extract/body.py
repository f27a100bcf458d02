"""The body of a page captured as text: which lines are the article, and what the others are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..model import ArticleKind, Paragraph
from .agreement import Agreement
from .features import Surroundings, page_matrix
from .kind import judge_kind
from .line_model import AFTER, BEFORE, BODY, Scores, States, shipped_model
from .lines import Line
from .repetition import SiteRepetition
from .roles import is_caption, is_subheading, role_outside
from .wrapping import Block, join_wrapped

LineLabel = Literal[
    "chrome",
    "headline",
    "standfirst",
    "byline",
    "date",
    "body",
    "caption",
    "subheading",
    "related",
]


@dataclass(frozen=True, slots=True)
class Body:
    """What was recovered from one page: a label a line, the paragraphs, the kind of page and why."""

    labels: tuple[LineLabel, ...]
    paragraphs: tuple[Paragraph, ...]
    subheadings: tuple[Paragraph, ...]
    kind: ArticleKind
    confidence: float
    reasons: tuple[str, ...]


def recover_body(
    lines: Sequence[Line],
    text: str,
    site: SiteRepetition | None = None,
    agreement: Agreement | None = None,
) -> Body:
    """Return the body of the page whose lines are `lines`, and what kind of page it is.

    `site` says what repeats on the outlet's pages, `agreement` what other outlets carry too.
    """
    if not lines:
        return Body((), (), (), "none", 1.0, ("the capture holds no text",))
    blocks = join_wrapped(lines)
    model = shipped_model()
    probabilities = model.probabilities(page_matrix(blocks, _around(blocks, site, agreement)))
    states = model.decode(probabilities)
    roles = _roles(blocks, states, probabilities)
    judgement = judge_kind(blocks, roles, probabilities)
    if judgement.kind == "none":
        roles = ["chrome" if role in ("body", "subheading") else role for role in roles]
    labels = [
        role
        for block, role in zip(blocks, roles, strict=True)
        for _ in range(block.first, block.last)
    ]
    return Body(
        tuple(labels),
        _paragraphs(blocks, roles, "body"),
        _paragraphs(blocks, roles, "subheading"),
        judgement.kind,
        judgement.confidence,
        judgement.reasons,
    )


def _around(
    blocks: Sequence[Block], site: SiteRepetition | None, agreement: Agreement | None
) -> Surroundings:
    return Surroundings(
        [site.share(block.text) for block in blocks] if site else None,
        [agreement.share(block.text) for block in blocks] if agreement else None,
    )


def _roles(blocks: Sequence[Block], states: States, probabilities: Scores) -> list[LineLabel]:
    """Return what each block is: states of the chain, refined by what a block looks like."""
    inside = states == BODY
    first = int(np.argmax(inside)) if inside.any() else len(blocks)
    last = len(blocks) - 1 - int(np.argmax(inside[::-1])) if inside.any() else -1
    roles: list[LineLabel] = []
    for at, block in enumerate(blocks):
        if not inside[at]:
            where = BEFORE if at < first else AFTER if at > last else None
            roles.append(role_outside(block.text, where, first - at))
        elif is_caption(block.text, float(probabilities[at, BODY]), at == first):
            roles.append("caption")
        elif first < at < last and is_subheading(block.text, blocks[at + 1].text):
            roles.append("subheading")
        else:
            roles.append("body")
    return roles


def _paragraphs(
    blocks: Sequence[Block], roles: Sequence[LineLabel], wanted: LineLabel
) -> tuple[Paragraph, ...]:
    return tuple(
        block.paragraph for block, role in zip(blocks, roles, strict=True) if role == wanted
    )
