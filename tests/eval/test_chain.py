"""The slopes of the chain's likelihood agree with small differences."""

import numpy as np

from eval.chain import chain_slopes

PAGES, BLOCKS, STATES = 2, 4, 3
LENGTHS = np.array([4, 2])


def minus_log_likelihood(scores: dict[str, np.ndarray], gold: np.ndarray) -> float:
    """Sum over all paths, by counting them out."""
    total = 0.0
    for page, length in enumerate(LENGTHS):
        local = scores["local"][page, :length]
        paths = np.array(np.meshgrid(*[range(STATES)] * length)).reshape(length, -1).T
        values = np.array(
            [
                scores["start"][path[0]]
                + scores["stop"][path[-1]]
                + local[np.arange(length), path].sum()
                + scores["steps"][path[:-1], path[1:]].sum()
                for path in (*paths, gold[page, :length])
            ]
        )
        total += float(np.log(np.exp(values[:-1]).sum()) - values[-1])
    return total


def test_slopes_agree_with_small_differences() -> None:
    draw = np.random.default_rng(3)
    scores = {
        "local": draw.normal(size=(PAGES, BLOCKS, STATES)),
        "start": draw.normal(size=STATES),
        "steps": draw.normal(size=(STATES, STATES)),
        "stop": draw.normal(size=STATES),
    }
    gold = draw.integers(0, STATES, (PAGES, BLOCKS))
    mask = np.arange(BLOCKS) < LENGTHS[:, None]
    slopes = chain_slopes(
        scores["local"], mask, gold, scores["start"], scores["steps"], scores["stop"]
    )
    for name, values in scores.items():
        found = getattr(slopes, name)
        for place in np.ndindex(values.shape):
            moved = {key: each.copy() for key, each in scores.items()}
            moved[name][place] += 1e-5
            slope = (minus_log_likelihood(moved, gold) - minus_log_likelihood(scores, gold)) / 1e-5
            assert abs(found[place] - slope) < 1e-3, (name, place)
