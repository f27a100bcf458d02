"""Train the line model on labelled pages rendered to text: python -m eval.train_lines [--write].

numpy only, seeded: the same pages give the same weights. Gold states come from the gold bodies:
a block whose four-word runs stand in the body is body; what lies between body blocks is a gap.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.extract.features import Matrix, feature_names, page_matrix
from variorum.extract.line_model import AFTER, BEFORE, BODY, GAP, STATES
from variorum.extract.lines import split_lines
from variorum.extract.wrapping import Block, join_wrapped

from .labelled import read_rows
from .render import RENDERERS

SETS = ("pages", "pages-2008", "pages-fields")
WEIGHTS = Path(__file__).parent.parent / "src/variorum/extract/line_weights.json"
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
    for collection in collections:
        for row in read_rows(collection):
            body = row["body"] if isinstance(row["body"], str) else "\n\n".join(row["body"])
            for renderer in renderers:
                text = RENDERERS[renderer](row["html"])
                blocks = join_wrapped(split_lines(text))
                if not blocks:
                    continue
                states = gold_states(blocks, body, row.get("subheadings") or ())
                rows = page_matrix(blocks)
                found.append(
                    LabelledPage(collection, row["id"], renderer, text, body, blocks, rows, states)
                )
    return found


def learnable(page: LabelledPage) -> bool:
    """Whether the gold body can be rebuilt from the page's blocks, so that its states are right."""
    taken = [
        block.text for block, state in zip(page.blocks, page.states, strict=True) if state == BODY
    ]
    return body_f1("\n".join(taken), page.body) >= _LEARNABLE


@dataclass(frozen=True, slots=True)
class Training:
    """How the network is trained."""

    hidden: int = 24
    rounds: int = 12
    batch: int = 512
    rate: float = 0.004
    decay: float = 0.02
    dropout: float = 0.1
    seed: int = 7


def train(pages: Sequence[LabelledPage], how: Training = Training()) -> dict[str, Any]:
    """Return the weights learned from pages, in the form in which they are written."""
    rows = np.vstack([page.rows for page in pages])
    states = np.concatenate([page.states for page in pages])
    # Words weigh, not lines: a wrong paragraph costs more than a wrong menu entry. And every page
    # counts alike, however long its menus.
    weights = np.concatenate([_line_weights(page) for page in pages])
    mean = rows.mean(axis=0)
    scale = 1 / np.maximum(rows.std(axis=0), 0.03)
    standard = np.clip((rows - mean) * scale, -5, 5).astype(np.float32)
    layers = _fit(standard, states, weights.astype(np.float32), how)
    start, steps, stop = _chain([page.states for page in pages])
    return _written(mean, scale, layers, start, steps, stop)


def _line_weights(page: LabelledPage) -> NDArray[np.float64]:
    length = np.array([len(block.text) for block in page.blocks])
    weight = np.log1p(length / 40) + 0.2
    return np.asarray(weight / weight.sum())


def _fit(rows: Matrix, states: NDArray[np.int64], weights: Matrix, how: Training) -> list[Matrix]:
    draw = np.random.default_rng(how.seed)
    width = rows.shape[1]
    layers: list[Matrix] = [
        draw.normal(0, np.sqrt(2 / width), (width, how.hidden)).astype(np.float32),
        np.zeros(how.hidden, dtype=np.float32),
        draw.normal(0, np.sqrt(1 / how.hidden), (how.hidden, len(STATES))).astype(np.float32),
        np.zeros(len(STATES), dtype=np.float32),
    ]
    first = [np.zeros_like(layer) for layer in layers]
    second = [np.zeros_like(layer) for layer in layers]
    weights = weights / weights.mean()
    total = how.rounds * (len(rows) // how.batch + 1)
    step = 0
    for _ in range(how.rounds):
        order = draw.permutation(len(rows))
        for at in range(0, len(rows), how.batch):
            taken = order[at : at + how.batch]
            step += 1
            slopes = _slopes(layers, rows[taken], states[taken], weights[taken], how, draw)
            rate = how.rate * 0.5 * (1 + np.cos(np.pi * step / total))
            for index, slope in enumerate(slopes):
                first[index] += 0.1 * (slope - first[index])
                second[index] += 0.001 * (slope**2 - second[index])
                move = (first[index] / (1 - 0.9**step)) / (
                    np.sqrt(second[index] / (1 - 0.999**step)) + 1e-8
                )
                shrink = how.decay * layers[index] if index % 2 == 0 else 0.0
                layers[index] = (layers[index] - rate * (move + shrink)).astype(np.float32)
    return layers


def _slopes(
    layers: Sequence[Matrix],
    rows: Matrix,
    states: NDArray[np.int64],
    weights: Matrix,
    how: Training,
    draw: np.random.Generator,
) -> list[Matrix]:
    hidden, hidden_bias, output, output_bias = layers
    kept = (draw.random(rows.shape, dtype=np.float32) >= how.dropout) / np.float32(1 - how.dropout)
    rows = rows * kept
    layer = np.maximum(rows @ hidden + hidden_bias, 0)
    scores = layer @ output + output_bias
    scores -= scores.max(axis=1, keepdims=True)
    raised = np.exp(scores)
    wrong = raised / raised.sum(axis=1, keepdims=True)
    wrong[np.arange(len(states)), states] -= 1
    wrong *= (weights / len(states))[:, None]
    back = (wrong @ output.T) * (layer > 0)
    return [rows.T @ back, back.sum(axis=0), layer.T @ wrong, wrong.sum(axis=0)]


# Steps against the order (a second stretch of body after "after") are rare but real: forbidding
# them outright costs .01 F1 on pages, allowing them at -2 lets link lists in.
_AGAINST_ORDER = -5.0
# The network has seen the neighbours already, so that the chain must not count them twice: at 1
# F1 over all sets is .005 lower than at a quarter, at 0 lines scatter.
_CHAIN_WEIGHT = 0.25


def _chain(paths: Sequence[NDArray[np.int64]]) -> tuple[Any, Any, Any]:
    """Return the log odds of starting in, stepping between and stopping in states."""
    size = len(STATES)
    start, stop = np.ones(size), np.ones(size)
    steps = np.zeros((size, size))
    for path in paths:
        start[path[0]] += 1
        stop[path[-1]] += 1
        np.add.at(steps, (path[:-1], path[1:]), 1 / len(path))
    allowed = np.zeros((size, size), dtype=bool)
    for above, below in (
        (BEFORE, BEFORE),
        (BEFORE, BODY),
        (BODY, BODY),
        (BODY, GAP),
        (BODY, AFTER),
        (GAP, GAP),
        (GAP, BODY),
        (AFTER, AFTER),
    ):
        allowed[above, below] = True
    # The network has seen how common each state is; the chain adds only how states follow.
    share = steps.sum(axis=0) / steps.sum()
    odds = np.log((steps + 0.01) / (steps + 0.01).sum(axis=1, keepdims=True) / (share + 1e-3))
    start[GAP] = start[AFTER] = 1e-9
    stop[GAP] = 1e-9
    steps = np.where(allowed, _CHAIN_WEIGHT * odds, _AGAINST_ORDER)
    return (
        _CHAIN_WEIGHT * np.log(start / start.sum()),
        steps,
        _CHAIN_WEIGHT * np.log(stop / stop.sum()),
    )


def _written(mean: Matrix, scale: Matrix, layers: Sequence[Matrix], *chain: Any) -> dict[str, Any]:
    hidden, hidden_bias, output, output_bias = layers

    def rounded(values: Any) -> list[float]:
        return [float(f"{value:.4g}") for value in values]

    return {
        "states": list(STATES),
        "start": rounded(chain[0]),
        "steps": [rounded(row) for row in chain[1]],
        "stop": rounded(chain[2]),
        "hidden_bias": rounded(hidden_bias),
        "output": [rounded(row) for row in output],
        "output_bias": rounded(output_bias),
        "features": [
            {
                "feature": name,
                "mean": rounded([mean[at]])[0],
                "scale": rounded([scale[at]])[0],
                "hidden": rounded(hidden[at]),
            }
            for at, name in enumerate(feature_names())
        ],
    }


def fold_of(page: LabelledPage, folds: int = 3) -> int:
    """Return the fold of a page, by its id: all renderings of a page, and a site's pages, fall together."""
    from zlib import crc32

    return crc32(page.key.split("_")[0].encode()) % folds


def main(arguments: Sequence[str]) -> None:
    """Train on all pages and write the weights, or print how many there are."""
    pages = [page for page in read_pages(list(RENDERERS)) if learnable(page)]
    weights = train(pages)
    print(f"{len(pages)} renderings of pages, {sum(len(page.blocks) for page in pages)} blocks")
    if "--write" in arguments:
        lines = json.dumps(weights, indent=1)
        WEIGHTS.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
