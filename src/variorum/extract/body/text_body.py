"""The body of a page: which of its lines are the article, and what the others are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...model import ArticleKind, Paragraph
from ..lines import Line
from ..site.agreement import Agreement
from ..site.repetition import SiteRepetition
from .features import OWN_FEATURES, Matrix, own_matrix, text_matrix, words_of_blocks
from .kind import judge_kind
from .line_model import BODY, LineModel, Scores, States, shipped_model
from .roles import LineLabel, captions_inside, drop_teasers, is_subheading, looks_of, roles_outside
from .words import PageWords
from .wrapping import Block, join_wrapped

# Log odds of being body for a block that stands on all other pages of its outlet, and for one
# that stands on pages of other outlets word for word. Notices need about -8 against a network that
# takes them for prose; from -6 to -20 nothing changed on 97 labelled pages of 22 outlets.
_REPEATED = -10.0
_AGREEING = 2.0


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
    *,
    says_article: bool = False,
    blocks: Sequence[Block] | None = None,
) -> Body:
    """Return the body of the page whose lines are `lines`, and what kind of page it is.

    `site` says what repeats on the outlet's pages, `agreement` what other outlets carry too,
    `says_article` whether the page's metadata calls it an article; `blocks` are those of the lines
    where they were joined before.
    """
    if not lines:
        return Body((), (), (), "none", 1.0, ("the capture holds no text",))
    blocks = join_wrapped(lines) if blocks is None else blocks
    words = words_of_blocks(blocks)
    rows = text_matrix(blocks, words)
    roles, probabilities = find_roles(blocks, site, agreement, rows=rows, words=words)
    judgement = judge_kind(blocks, roles, probabilities, says_article=says_article, rows=rows)
    if judgement.kind == "none":
        roles = ["chrome" if role in ("body", "subheading") else role for role in roles]
    labels = [
        role
        for block, role in zip(blocks, roles, strict=True)
        for _ in range(block.first, block.last)
    ]
    return Body(
        tuple(labels),
        paragraphs_of(blocks, roles, "body", text),
        paragraphs_of(blocks, roles, "subheading", text),
        judgement.kind,
        judgement.confidence,
        judgement.reasons,
    )


def find_roles(
    blocks: Sequence[Block],
    site: SiteRepetition | None = None,
    agreement: Agreement | None = None,
    *,
    model: LineModel | None = None,
    rows: Matrix | None = None,
    words: PageWords | None = None,
) -> tuple[list[LineLabel], Scores]:
    """Return the role of each block, and the probability of each state for each.

    Another `model` than the shipped one may be given, and the features `rows` and the `words` of
    the blocks where they are known.
    """
    model = model or shipped_model()
    if words is None and (rows is None or site or agreement):
        words = words_of_blocks(blocks)
    rows = text_matrix(blocks, words) if rows is None else rows
    probabilities = model.probabilities(rows)
    if words is not None and (site or agreement):
        probabilities = _weigh(blocks, words, probabilities, site, agreement)
    states = drop_teasers([block.text for block in blocks], model.decode(probabilities))
    roles = roles_of(blocks, states, probabilities, rows)
    return roles, probabilities


def _weigh(
    blocks: Sequence[Block],
    words: PageWords,
    probabilities: Scores,
    site: SiteRepetition | None,
    agreement: Agreement | None,
) -> Scores:
    """Return the probabilities with what other pages say of each block counted in."""
    odds = np.zeros(len(blocks))
    if site:
        odds += _REPEATED * site.shares([block.text for block in blocks], words)
    if agreement:
        odds += _AGREEING * agreement.shares(words)
    weighed = probabilities.copy()
    weighed[:, BODY] *= np.exp(odds)
    return np.asarray(weighed / weighed.sum(axis=1, keepdims=True))


def roles_of(
    blocks: Sequence[Block], states: States, probabilities: Scores, rows: Matrix | None = None
) -> list[LineLabel]:
    """Return what each block is: states of the chain, refined by what a block looks like.

    `rows` are the features of the blocks, where they are known.
    """
    own = own_matrix(blocks) if rows is None else rows[:, : len(OWN_FEATURES)]
    inside = states == BODY
    looks = looks_of(own)
    roles = roles_outside(looks, inside)
    body = np.flatnonzero(inside).tolist()
    if not body:
        return roles
    first, last = body[0], body[-1]
    captions = captions_inside(looks, probabilities[:, BODY], first)
    for at in body:
        if captions[at]:
            roles[at] = "caption"
        elif first < at < last and is_subheading(blocks[at].text, blocks[at + 1].text):
            roles[at] = "subheading"
        else:
            roles[at] = "body"
    return roles


def paragraphs_of(
    blocks: Sequence[Block], roles: Sequence[LineLabel], wanted: LineLabel, text: str
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a role; pieces of one line stand together again."""
    found: list[Paragraph] = []
    for block, role in zip(blocks, roles, strict=True):
        if role != wanted:
            continue
        if found and text[found[-1].end : block.begin] in ("", " "):
            begin = found[-1].begin
            found[-1] = Paragraph(text[begin : block.end], begin, block.end)
        else:
            found.append(block.paragraph)
    return tuple(found)
