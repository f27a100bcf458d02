"""Fit the weights by which two accounts are told to report one event, and pick the threshold.

    python -m eval.fit_stories

Logistic regression on the pairs of the labelled stories of even number, and on pairs of look-alike
events (eval/lookalikes.py): the labelled stories alone hold few, and weights fitted on them alone
join reports of a kind. Prints what stands as constants in variorum.stories, and how the threshold
does on both halves.
"""

import random

import numpy as np

from variorum.figures import find_figures
from variorum.model import ArticleId
from variorum.stories.affairs import find_affairs
from variorum.stories.profile import profiles_of
from variorum.stories.rarity import Rarity
from variorum.stories.resemblance import FEATURES, Resemblance, Weights

from .lookalikes import Labelled, folded_news, names_of, with_look_alikes
from .stories import b_cubed, grouped, labelled_articles, own_accounts

# What a pair of look-alikes counts beside a labelled pair. More keeps more of them apart and takes
# recall from the labelled stories: at .1 folded news is joined wrongly a fifth less often, and the
# half not fitted on loses .005 of F1.
_FOLDED_WEIGHT = 0.03
_TWIN_WEIGHT = 0.2
_FOLDED = 3500
_SEED = 6
# Keeps weights of rare features from running off.
_RIDGE = 0.1
_ROUNDS = 30
_THRESHOLDS = (0.34, 0.36, 0.38, 0.4, 0.42)


def pair_features(labelled: Labelled) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the features of all pairs within affairs, and the numbers of the stories of both."""
    articles = [article for _, article in labelled]
    story = {article.id: number for number, article in labelled}
    figures = [figure for article in articles for figure in find_figures(article)]
    texts = [each.bags for each in profiles_of(articles, own_accounts(articles), figures)]
    numbers = np.array([story[ArticleId(each.fullest)] for each in texts])
    rows = []
    for affair in find_affairs(texts):
        within, members = [texts[each] for each in affair], np.array(affair)
        resemblance = Resemblance(within, Rarity(within))
        for row in range(len(within) - 1):
            others = resemblance.comparable(row, np.arange(row + 1, len(within)))
            left = np.full(len(others), numbers[members[row]])
            rows.append((resemblance.features(row, others), left, numbers[members[others]]))
    features, left, right = (np.concatenate(each) for each in zip(*rows, strict=True))
    return features, left, right


def examples(even: Labelled) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the features of pairs to learn from, whether each is of one story, and what it counts."""
    chance = random.Random(_SEED)
    features, left, right = pair_features(even)
    parts = [(features, left == right, np.ones(len(left)))]
    features, left, right = pair_features(folded_news(_FOLDED, 0, chance))
    other = left != right
    parts.append((features[other], ~other[other], np.full(other.sum(), _FOLDED_WEIGHT)))
    names = names_of([article for _, article in even])
    features, left, right = pair_features(with_look_alikes(even, names, chance))
    twins = left == -1 - right
    parts.append((features[twins], ~twins[twins], np.full(twins.sum(), _TWIN_WEIGHT)))
    features, same, counts = (np.concatenate(each) for each in zip(*parts, strict=True))
    return features, same, counts


def fit(features: np.ndarray, same: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the weights and the constant that make the labels likeliest (Newton's method, ridge)."""
    design = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[-1] = 0
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ ((same - chance) * counts) - penalty * weights
        curve = (design.T * (chance * (1 - chance) * counts)) @ design + np.diag(penalty + 1e-9)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit on one half, print the constants and the scores at each threshold on both halves."""
    labelled = labelled_articles()
    even = [each for each in labelled if each[0] % 2 == 0]
    features, same, counts = examples(even)
    weights = fit(features, same, counts)
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
