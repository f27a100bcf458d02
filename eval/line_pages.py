"""Labelled pages as the line model learns them: rendered to text, with the gold state of each block.

Gold states come from the gold bodies: a block whose four-word runs stand in the body is body; what
lies between body blocks is a gap.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.extract.body.features import Matrix, text_matrix
from variorum.extract.body.line_model import AFTER, BEFORE, BODY, GAP
from variorum.extract.body.wrapping import Block, join_wrapped
from variorum.extract.lines import split_lines

from .labelled import read_rows
from .render import RENDERERS, ROUGH_RENDERERS

SETS = ("pages", "pages-2008", "pages-fields")
_WORD = re.compile(r"\w+")
_RUN = 4
# A page whose gold body its own labelled blocks can't rebuild to this F1 (a gold of another
# version, a collapsed page) teaches nothing about lines.
_LEARNABLE = 0.85


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A rendered page with the gold state of each block."""

    collection: str
    key: str
    renderer: str
    text: str
    body: str
    blocks: tuple[Block, ...]
    rows: Matrix
    states: NDArray[np.int64]


def runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the four-word runs of a text."""
    return [tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparing: letters and digits, lower case."""
    return _WORD.findall(text.lower())


def gold_states(
    blocks: Sequence[Block], body: str, subheadings: Iterable[str] = ()
) -> NDArray[np.int64]:
    """Return the state of each block, by the runs of words that it has in common with the gold body."""
    written = [words_of(block.text) for block in blocks]
    flat = [word for words in written for word in words]
    gold = set(runs(words_of(body)))
    covered = np.zeros(len(flat), dtype=bool)
    for at, run in enumerate(runs(flat)):
        if run in gold:
            covered[at : at + _RUN] = True
    ends = np.cumsum([len(words) for words in written])
    shares = np.array(
        [
            covered[end - len(words) : end].mean() if words else 0.0
            for words, end in zip(written, ends, strict=True)
        ]
    )
    inside = shares >= 0.6
    inside &= ~_stray_duplicates(blocks, inside)
    inside = _main_stretch(inside, [len(words) for words in written])
    heads = {tuple(words_of(each)) for each in subheadings}
    return _states(inside, [tuple(words) in heads for words in written])


def _stray_duplicates(blocks: Sequence[Block], inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark copies of a body block that stand away from the body: teasers, standfirsts, link lists."""
    near = np.convolve(inside, np.ones(9), mode="same")[: len(inside)]
    places: dict[str, list[int]] = {}
    for at in np.flatnonzero(inside).tolist():
        places.setdefault(" ".join(words_of(blocks[at].text)), []).append(at)
    stray = np.zeros(len(inside), dtype=bool)
    for each in places.values():
        best = max(each, key=lambda at: (near[at], at))
        stray[[at for at in each if at != best]] = True
    return stray


def _main_stretch(inside: NDArray[np.bool_], lengths: Sequence[int]) -> NDArray[np.bool_]:
    """Drop body-like blocks at either edge that a long run of others parts from the main stretch."""
    at = np.flatnonzero(inside)
    if not len(at):
        return inside
    cuts = np.flatnonzero(np.diff(at) > 25) + 1
    stretches = np.split(at, cuts)
    sizes = [sum(lengths[each] for each in stretch) for stretch in stretches]
    kept = np.zeros_like(inside)
    for stretch, size in zip(stretches, sizes, strict=True):
        if size >= max(sizes) / 4:
            kept[stretch] = True
    return kept


def _states(inside: NDArray[np.bool_], heads: Sequence[bool]) -> NDArray[np.int64]:
    states = np.full(len(inside), BEFORE)
    at = np.flatnonzero(inside)
    if not len(at):
        return states
    states[at[-1] + 1 :] = AFTER
    between = slice(at[0], at[-1] + 1)
    states[between] = np.where(inside[between] | np.array(heads[between]), BODY, GAP)
    return states


def body_f1(found: str, gold: str) -> float:
    """Return the F1 of the distinct four-word runs of two texts.

    Distinct ones: the gold of pages-2008 repeats the text of nested elements.
    """
    left, right = words_of(found), words_of(gold)
    if not left or not right:
        return float(not left and not right)
    found_runs, gold_runs = set(runs(left)), set(runs(right))
    return 2 * len(found_runs & gold_runs) / (len(found_runs) + len(gold_runs))


def read_pages(renderers: Sequence[str], collections: Sequence[str] = SETS) -> list[LabelledPage]:
    """Return every labelled page in every named rendering."""
    found: list[LabelledPage] = []
    renders = {**RENDERERS, **ROUGH_RENDERERS}
    for collection in collections:
        for row in read_rows(collection):
            body = row["body"] if isinstance(row["body"], str) else "\n\n".join(row["body"])
            for renderer in renderers:
                text = renders[renderer](row["html"])
                blocks = join_wrapped(split_lines(text))
                if not blocks:
                    continue
                states = gold_states(blocks, body, row.get("subheadings") or ())
                rows = text_matrix(blocks)
                found.append(
                    LabelledPage(collection, row["id"], renderer, text, body, blocks, rows, states)
                )
    return found


def cropped(page: LabelledPage) -> LabelledPage:
    """Return the page as a capture that lost much of its chrome: blocks cut at both ends and at random."""
    draw = np.random.default_rng(crc32(f"{page.key} {page.renderer}".encode()))
    inside = np.flatnonzero(page.states == BODY)
    count = len(page.blocks)
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, count - 1)
    at = np.arange(count)
    above, below = draw.integers(0, 12), draw.integers(0, 12)
    near = (at >= first - above) & (at <= last + below)
    # Half of the crops keep a stretch at the edge whole, half thin the chrome out.
    thinned = (draw.random(count) < draw.choice([0.4, 1.0])) | (page.states == BODY)
    kept = np.flatnonzero(near & thinned).tolist()
    blocks = tuple(page.blocks[each] for each in kept)
    return replace(page, blocks=blocks, rows=text_matrix(blocks), states=page.states[kept])


def learnable(page: LabelledPage) -> bool:
    """Whether the gold body can be rebuilt from the page's blocks, so that its states are right."""
    taken = [
        block.text for block, state in zip(page.blocks, page.states, strict=True) if state == BODY
    ]
    return body_f1("\n".join(taken), page.body) >= _LEARNABLE


def lessons_of(pages: Sequence[LabelledPage]) -> list[LabelledPage]:
    """Return what is taught of pages: those that can be learned, whole and cropped.

    The most varied set is the smallest: its pages are taught twice.
    """
    taught = [page for page in pages if learnable(page)]
    taught += [cropped(page) for page in taught]
    return [*taught, *(page for page in taught if page.collection == SETS[0])]


def fold_of(page: LabelledPage, folds: int = 3) -> int:
    """Return the fold of a page, by its id: all renderings of a page, and a site's pages, fall together."""
    return crc32(page.key.split("_")[0].encode()) % folds
