"""The body of a page captured as markup: by how its blocks look and where they stand in its structure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..body.features import words_of_blocks
from ..body.kind import judge_kind
from ..body.line_model import LineModel, Scores
from ..body.roles import LineLabel
from ..body.text_body import Body, find_roles, paragraphs_of
from ..body.words import PageWords
from ..body.wrapping import Block
from ..site.agreement import Agreement
from ..site.repetition import SiteRepetition
from .markup_model import markup_matrix, shipped_markup_model
from .names import CALLED_NEWSLETTER, CALLED_SIDE, IN_CAPTION, IN_FOOTER, IN_HEADER, IN_NAV
from .standing import Structure, read_structure
from .structure import Matrix

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Some pages set a heading as a paragraph in bold.
_WHOLE = 0.9
# A related link is a title: mostly link, and longer than what a menu says.
_LINK = 0.8
_FEWEST_WORDS = 4
# Mean F1 in folds .9641 with neither, .9660 and .9649 with one alone. Boxes called related, shared
# or aside hold text of the article as often as not.
_BOXES = (CALLED_SIDE, CALLED_NEWSLETTER)


@dataclass(frozen=True, slots=True)
class MarkedBody:
    """The body of a page of markup, and whether its first paragraph is set like the second.

    What is set like the text is its first paragraph, and no standfirst above it.
    """

    body: Body
    opens_alike: bool


def recover_marked_body(
    blocks: Sequence[Block],
    text: str,
    markup: str,
    site: SiteRepetition | None = None,
    agreement: Agreement | None = None,
    *,
    says_article: bool = False,
) -> MarkedBody:
    """Return the body of the page of `markup` whose rendering is `text`, and what kind of page it is."""
    if not blocks:
        return MarkedBody(Body((), (), (), "none", 1.0, ("the capture holds no text",)), False)
    structure = read_structure(markup, blocks, text)
    words = words_of_blocks(blocks)
    rows = markup_matrix(structure, blocks, words)
    roles, probabilities = find_marked_roles(
        structure, blocks, site, agreement, rows=rows, words=words
    )
    judgement = judge_kind(blocks, roles, probabilities, says_article=says_article, rows=rows)
    if judgement.kind == "none":
        roles = ["chrome" if role in ("body", "subheading") else role for role in roles]
    body = Body(
        tuple(
            role
            for block, role in zip(blocks, roles, strict=True)
            for _ in range(block.first, block.last)
        ),
        paragraphs_of(blocks, roles, "body", text),
        paragraphs_of(blocks, roles, "subheading", text),
        judgement.kind,
        judgement.confidence,
        judgement.reasons,
    )
    return MarkedBody(body, _opens_alike(structure, roles))


def find_marked_roles(
    structure: Structure,
    blocks: Sequence[Block],
    site: SiteRepetition | None = None,
    agreement: Agreement | None = None,
    *,
    model: LineModel | None = None,
    rows: Matrix | None = None,
    words: PageWords | None = None,
) -> tuple[list[LineLabel], Scores]:
    """Return the role of each block of a page of markup, and the probability of each state for each.

    Another `model` than the shipped one may be given, and the features `rows` and the
    `words` of the blocks where they are known.
    """
    roles, probabilities = find_roles(
        blocks,
        site,
        agreement,
        model=model or shipped_markup_model(),
        rows=markup_matrix(structure, blocks, words) if rows is None else rows,
        words=words,
    )
    return _settle(structure, blocks, roles), probabilities


def _opens_alike(structure: Structure, roles: Sequence[LineLabel]) -> bool:
    paragraphs = [at for at, role in enumerate(roles) if role == "body"][:2]
    if len(paragraphs) < 2:
        return False
    first, second = structure.standing.elements[paragraphs].tolist()
    paths, parents = structure.elements.paths, structure.elements.parents
    marks = structure.standing
    same = paths[first] == paths[second] and parents[first] == parents[second]
    bolder = marks.bold[paragraphs[0]] >= _WHOLE > marks.bold[paragraphs[1]]
    return bool(same and not bolder)


def _settle(
    structure: Structure, blocks: Sequence[Block], roles: Sequence[LineLabel]
) -> list[LineLabel]:
    """Return the roles as far as the markup settles them: headings, captions, links to articles.

    Measured in folds on 514 pages: headings and paragraphs by their elements make 5 more of 128
    bodies exact where subheadings are apart, captions 1 more in each of two sets, boxes 5 more.
    """
    roles = _without_boxes(structure, roles)
    names = structure.names()
    captions = structure.carry(IN_CAPTION)
    bold = structure.standing.bold >= _WHOLE
    links = _links(structure, blocks)
    body = [at for at, role in enumerate(roles) if role == "body"]
    settled = list(roles)
    for at, role in enumerate(roles):
        if role in ("body", "subheading"):
            if names[at] in _HEADINGS:
                settled[at] = "subheading"
            elif captions[at]:
                settled[at] = "caption"
            elif names[at] == "p" and not bold[at]:
                settled[at] = "body"
        elif role in ("related", "chrome"):
            settled[at] = "related" if body and at > body[0] and links[at] else "chrome"
    return settled


def _without_boxes(structure: Structure, roles: Sequence[LineLabel]) -> list[LineLabel]:
    """Return the roles, body that stands in a box called so or so taken out.

    Where most of the body stands in parts of that name, it says nothing.
    """
    body = np.array([role in ("body", "subheading") for role in roles])
    for name in _BOXES:
        boxed = body & structure.carry(name)
        letters = structure.standing.letters
        if 2 * letters[boxed].sum() < letters[body].sum():
            body &= ~boxed
    return [
        role if stays or role not in ("body", "subheading") else "chrome"
        for role, stays in zip(roles, body.tolist(), strict=True)
    ]


def _links(structure: Structure, blocks: Sequence[Block]) -> NDArray[np.bool_]:
    """Return which blocks are links to other articles by their place: titles, and in no menu."""
    titles = [len(block.text.split()) >= _FEWEST_WORDS for block in blocks]
    chrome = structure.carry(IN_NAV | IN_FOOTER | IN_HEADER)
    return np.asarray((structure.standing.linked >= _LINK) & np.array(titles) & ~chrome)
