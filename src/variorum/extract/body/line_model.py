"""The line model: a small network scores each block of a page, a chain of states makes it whole.

Four states: before the article, in its body, a gap within (caption, related link), after it. The
network (one hidden layer) and the scores of the chain were trained together, as a conditional
random field, by `eval/train_lines.py`. The best path through the states is found by Viterbi, so
that the body comes out as one stretch with gaps and not as scattered lines.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .features import Matrix, text_feature_names

Scores = NDArray[np.float64]
States = NDArray[np.int64]

STATES = ("before", "body", "gap", "after")
BEFORE, BODY, GAP, AFTER = range(4)
# A feature farther from its mean than so many standard deviations counts as no farther.
MOST_DEVIATION = 5.0
_ALONE = 1 << 18
# Keeps the logarithm of a probability finite.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights: the range in which each feature counts, one hidden layer, the scores of the chain."""

    least: Matrix
    most: Matrix
    hidden: Matrix
    hidden_bias: Matrix
    output: Matrix
    output_bias: Matrix
    start: Scores
    steps: Scores
    stop: Scores

    def probabilities(self, rows: Matrix) -> Scores:
        """Return for each row the probability of each state, judged by itself."""
        within = np.maximum(rows, self.least)
        np.minimum(within, self.most, out=within)
        layer = _product(within, self.hidden)
        layer += self.hidden_bias
        np.maximum(layer, 0, out=layer)
        scores = (layer @ self.output + self.output_bias).astype(np.float64)
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores, out=scores)
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))

    def decode(self, probabilities: Scores) -> States:
        """Return the best path of states through a page (Viterbi 1967).

        Four states are too few for arrays: plain numbers take half of the time.
        """
        before, body, gap, after = self.steps.T.tolist()
        a, b, c, d = (np.log(probabilities[0] + _LEAST) + self.start).tolist()
        back: list[tuple[int, int, int, int]] = []
        for at_a, at_b, at_c, at_d in np.log(probabilities[1:] + _LEAST).tolist():
            to_a = (a + before[0], b + before[1], c + before[2], d + before[3])
            to_b = (a + body[0], b + body[1], c + body[2], d + body[3])
            to_c = (a + gap[0], b + gap[1], c + gap[2], d + gap[3])
            to_d = (a + after[0], b + after[1], c + after[2], d + after[3])
            a, b, c, d = max(to_a), max(to_b), max(to_c), max(to_d)
            back.append((to_a.index(a), to_b.index(b), to_c.index(c), to_d.index(d)))
            a, b, c, d = a + at_a, b + at_b, c + at_c, d + at_d
        path = [int((np.array((a, b, c, d)) + self.stop).argmax())]
        for step in reversed(back):
            path.append(step[path[-1]])
        return np.array(path[::-1], dtype=np.int64)


def _product(rows: Matrix, weights: Matrix) -> Matrix:
    """Return the matrix product, a few rows at a time.

    OpenBLAS spreads products of more than 2**18 multiplications over threads. On a machine whose
    cores are busy, with other pages, waiting for them takes fifty times as long as the product.
    """
    few = max(1, _ALONE // weights.size)
    whole = len(rows) // few * few
    found = np.empty((len(rows), weights.shape[1]), dtype=np.float32)
    stripes = rows[:whole].reshape(-1, few, rows.shape[1])
    np.matmul(stripes, weights, out=found[:whole].reshape(-1, few, weights.shape[1]))
    np.matmul(rows[whole:], weights, out=found[whole:])
    return found


def model_of(written: dict[str, Any], names: Sequence[str] | None = None) -> LineModel:
    """Return the model whose weights were read from JSON.

    `names` names the columns of its rows where they are not those of `text_matrix`.
    """
    names = names or text_feature_names()
    rows = {row["feature"]: row for row in written["features"]}
    if differing := sorted(set(rows) ^ set(names)):
        raise ValueError(f"the line weights were trained on other features: {differing[:3]}")
    ordered = [rows[name] for name in names]
    mean = np.array([row["mean"] for row in ordered])
    scale = np.array([row["scale"] for row in ordered])
    # Standardising the rows and weighing them is one product where the weights are standardised.
    hidden = np.array([row["hidden"] for row in ordered]) * scale[:, None]
    return LineModel(
        _single(mean - MOST_DEVIATION / scale),
        _single(mean + MOST_DEVIATION / scale),
        _single(hidden),
        _single(np.array(written["hidden_bias"]) - mean @ hidden),
        _single(written["output"]),
        _single(written["output_bias"]),
        np.array(written["start"], dtype=np.float64),
        np.array(written["steps"], dtype=np.float64),
        np.array(written["stop"], dtype=np.float64),
    )


def _single(values: Any) -> Matrix:
    return np.array(values, dtype=np.float32)


@cache
def shipped_model() -> LineModel:
    """Return the model that comes with the package."""
    weights = resources.files(__package__).joinpath("line_weights.json")
    return model_of(json.loads(weights.read_text(encoding="utf-8")))
