"""Train the line model on labelled pages rendered to text: python -m eval.train_lines [--write].

numpy only, seeded: the same pages give the same weights. Gold states come from the gold bodies:
a block whose four-word runs stand in the body is body; what lies between body blocks is a gap.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.extract.body.features import Matrix, feature_names, page_matrix
from variorum.extract.body.line_model import AFTER, BEFORE, BODY, GAP, STATES
from variorum.extract.body.wrapping import Block, join_wrapped
from variorum.extract.lines import split_lines

from .chain import chain_slopes
from .labelled import read_rows
from .render import RENDERERS, ROUGH_RENDERERS

SETS = ("pages", "pages-2008", "pages-fields")
TAUGHT = (*RENDERERS, "nodes", "one line", "unseparated")
WEIGHTS = Path(__file__).parent.parent / "src/variorum/extract/body/line_weights.json"
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
                rows = page_matrix(blocks)
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
    return replace(page, blocks=blocks, rows=page_matrix(blocks), states=page.states[kept])


def learnable(page: LabelledPage) -> bool:
    """Whether the gold body can be rebuilt from the page's blocks, so that its states are right."""
    taken = [
        block.text for block, state in zip(page.blocks, page.states, strict=True) if state == BODY
    ]
    return body_f1("\n".join(taken), page.body) >= _LEARNABLE


@dataclass(frozen=True, slots=True)
class Training:
    """How the network and the chain are trained, together."""

    hidden: int = 24
    rounds: int = 10
    batch: int = 16
    rate: float = 0.004
    decay: float = 0.02
    dropout: float = 0.1
    seed: int = 7
    nets: int = 1


def train(
    pages: Sequence[LabelledPage],
    how: Training = Training(),
    names: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Return the weights learned from pages, in the form in which they are written.

    `names` names the columns of the pages' rows where they hold more than `page_matrix`.
    """
    rows = np.vstack([page.rows for page in pages])
    mean = rows.mean(axis=0)
    scale = 1 / np.maximum(rows.std(axis=0), 0.03)
    nets = [_fit(pages, mean, scale, replace(how, seed=how.seed + net)) for net in range(how.nets)]
    return _written(mean, scale, _merged(nets), names or feature_names())


def _merged(nets: Sequence[Sequence[Any]]) -> list[Any]:
    """Return one network that gives the mean of the scores of several."""
    hidden, hidden_bias, output, *means = (list(layers) for layers in zip(*nets, strict=True))
    return [
        np.hstack(hidden),
        np.concatenate(hidden_bias),
        np.vstack(output) / len(nets),
        *(sum(each) / len(nets) for each in means),
    ]


def _line_weights(page: LabelledPage) -> NDArray[np.float64]:
    # Words weigh, not lines: a wrong paragraph costs more than a wrong menu entry. And long pages
    # weigh less than their lines.
    length = np.array([len(block.text) for block in page.blocks])
    weight = np.log1p(length / 40) + 0.2
    return np.asarray(weight / weight.sum() * np.sqrt(len(weight)) * 10)


def _batches(pages: Sequence[LabelledPage], how: Training, draw: np.random.Generator) -> list[Any]:
    """Return batches of pages of about one length, in random order."""
    lengths = np.array([len(page.blocks) for page in pages])
    order = np.argsort(lengths * draw.uniform(0.9, 1.1, len(pages)), kind="stable")
    cuts = np.array_split(order, len(pages) // how.batch + 1)
    draw.shuffle(cuts)
    return cuts


def _fit(pages: Sequence[LabelledPage], mean: Matrix, scale: Matrix, how: Training) -> list[Any]:
    draw = np.random.default_rng(how.seed)
    standard = [np.clip((page.rows - mean) * scale, -5, 5).astype(np.float32) for page in pages]
    weights = [_line_weights(page) for page in pages]
    width, size = len(mean), len(STATES)
    allowed = np.where(ORDER, 0.0, AGAINST_ORDER)
    layers: list[Any] = [
        draw.normal(0, np.sqrt(2 / width), (width, how.hidden)).astype(np.float32),
        np.zeros(how.hidden, dtype=np.float32),
        draw.normal(0, np.sqrt(1 / how.hidden), (how.hidden, size)).astype(np.float32),
        np.zeros(size, dtype=np.float32),
        np.zeros(size),
        allowed,
        np.zeros(size),
    ]
    first = [np.zeros_like(layer) for layer in layers]
    second = [np.zeros_like(layer) for layer in layers]
    total = how.rounds * (len(pages) // how.batch + 1)
    step = 0
    for _ in range(how.rounds):
        for taken in _batches(pages, how, draw):
            step += 1
            batch = [(standard[at], pages[at].states, weights[at]) for at in taken]
            slopes = _slopes(layers, batch, how, draw)
            rate = how.rate * 0.5 * (1 + np.cos(np.pi * step / total))
            for index, slope in enumerate(slopes):
                first[index] += 0.1 * (slope - first[index])
                second[index] += 0.001 * (slope**2 - second[index])
                move = (first[index] / (1 - 0.9**step)) / (
                    np.sqrt(second[index] / (1 - 0.999**step)) + 1e-8
                )
                shrink = how.decay * layers[index] if index in (0, 2) else 0.0
                layers[index] = (layers[index] - rate * (move + shrink)).astype(layers[index].dtype)
    return layers


def _slopes(
    layers: Sequence[Any], batch: Sequence[Any], how: Training, draw: np.random.Generator
) -> list[Any]:
    hidden, hidden_bias, output, output_bias, start, steps, stop = layers
    lengths = [len(states) for _, states, _ in batch]
    rows = np.vstack([each for each, _, _ in batch])
    rows = rows * (
        (draw.random(rows.shape, dtype=np.float32) >= how.dropout) / np.float32(1 - how.dropout)
    )
    layer = np.maximum(rows @ hidden + hidden_bias, 0)
    scores = layer @ output + output_bias
    longest = max(lengths)
    mask = np.arange(longest) < np.array(lengths)[:, None]
    local = np.zeros((len(batch), longest, len(STATES)))
    local[mask] = scores
    gold = np.zeros((len(batch), longest), dtype=np.int64)
    gold[mask] = np.concatenate([states for _, states, _ in batch])
    found = chain_slopes(local, mask, gold, start, steps, stop)
    weight = np.concatenate([each for _, _, each in batch])[:, None]
    wrong = (found.local[mask] * weight).astype(np.float32) / len(batch)
    back = (wrong @ output.T) * (layer > 0)
    return [
        rows.T @ back,
        back.sum(axis=0),
        layer.T @ wrong,
        wrong.sum(axis=0),
        found.start / len(batch),
        np.where(ORDER, found.steps, 0.0) / len(batch),
        found.stop / len(batch),
    ]


# What a step against the order of states costs to begin with (a second stretch of body after
# "after"); the training leaves it alone. Measured on held-out pages: -3 gives mean F1 .941 whole
# and .958 cropped, -8 .935 and .956, since such steps are rare but real.
AGAINST_ORDER = -3.0
ORDER = np.zeros((4, 4), dtype=bool)
for _above, _below in (
    (BEFORE, BEFORE),
    (BEFORE, BODY),
    (BODY, BODY),
    (BODY, GAP),
    (BODY, AFTER),
    (GAP, GAP),
    (GAP, BODY),
    (AFTER, AFTER),
):
    ORDER[_above, _below] = True


def _written(
    mean: Matrix, scale: Matrix, layers: Sequence[Any], names: Sequence[str]
) -> dict[str, Any]:
    hidden, hidden_bias, output, output_bias, *chain = layers

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
            for at, name in enumerate(names)
        ],
    }


def fold_of(page: LabelledPage, folds: int = 3) -> int:
    """Return the fold of a page, by its id: all renderings of a page, and a site's pages, fall together."""
    return crc32(page.key.split("_")[0].encode()) % folds


def printed(weights: dict[str, Any]) -> str:
    """Return the weights as JSON with a feature a line, so that a change can be read."""
    rows = weights["features"]
    head = json.dumps({name: each for name, each in weights.items() if name != "features"})[:-1]
    return head + ', "features": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]}\n"


def main(arguments: Sequence[str]) -> None:
    """Train on all pages and write the weights, or print how many there are."""
    pages = [page for page in read_pages(TAUGHT) if learnable(page)]
    pages += [cropped(page) for page in pages]
    weights = train(pages, Training(nets=3))
    print(f"{len(pages)} renderings of pages, {sum(len(page.blocks) for page in pages)} blocks")
    if "--write" in arguments:
        WEIGHTS.write_text(printed(weights), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
