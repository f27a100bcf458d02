"""Fit the weights by which two accounts are told to report one event, and pick the threshold.

    python -m eval.fit_stories

Logistic regression on the pairs of the labelled stories of even number; prints what stands as
constants in variorum.stories, and how the threshold does on both halves.
"""

import numpy as np

from variorum.figures import find_figures
from variorum.model import Article
from variorum.stories.profile import profiles_of
from variorum.stories.resemblance import FEATURES, Weights, pairs_of

from .stories import b_cubed, grouped, labelled_articles, own_accounts

# Keeps weights of rare features from running off.
_RIDGE = 0.1
_ROUNDS = 30
_THRESHOLDS = [round(0.27 + 0.02 * step, 2) for step in range(12)]


def pair_features(labelled: list[tuple[int, Article]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of all candidate pairs, and whether each is of one story."""
    articles = [article for _, article in labelled]
    story = {article.id: number for number, article in labelled}
    figures = [figure for article in articles for figure in find_figures(article)]
    profiles = profiles_of(articles, own_accounts(articles), figures)
    numbers = np.array([story[profile.article.id] for profile in profiles])
    rows = [(each, numbers[others] == numbers[row]) for row, others, each in pairs_of(profiles)]
    return np.concatenate([each for each, _ in rows]), np.concatenate([same for _, same in rows])


def fit(features: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Return the weights and the constant that make the labels likeliest (Newton's method, ridge)."""
    design = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[-1] = 0
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (same - chance) - penalty * weights
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty + 1e-9)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit on one half, print the constants and the scores at each threshold on both halves."""
    labelled = labelled_articles()
    even = [each for each in labelled if each[0] % 2 == 0]
    features, same = pair_features(even)
    weights = fit(features, same)
    print(f"{len(same)} pairs, {int(same.sum())} of one story")
    for name, weight in zip((*FEATURES, "constant"), weights, strict=True):
        print(f"  {name:<14} {weight:8.2f}")
    fitted = Weights(tuple(weights[:-1].round(2).tolist()), float(round(weights[-1], 2)))
    halves = (even, [each for each in labelled if each[0] % 2], labelled)
    for threshold in _THRESHOLDS:
        scores = [
            b_cubed(
                grouped([a for _, a in half], fitted, threshold),
                {a.id: number for number, a in half},
            )
            for half in halves
        ]
        print(threshold, "  ".join("{:.3f}/{:.3f}/{:.4f}".format(*score) for score in scores))


if __name__ == "__main__":
    main()
