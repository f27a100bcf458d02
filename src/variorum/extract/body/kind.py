"""What kind of page a capture is: one article, an aggregate of several, or none.

A multinomial regression on the traits of the page, trained by `eval/train_kinds.py`. The reasons
given are the traits that spoke most for the kind against the next one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from ...model import ArticleKind
from .features import Matrix
from .front_page import Openings, find_openings
from .line_model import BODY, Scores
from .page_look import look_of
from .traits import TRAITS, Traits, page_traits
from .wrapping import Block

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)
_REASONS = 3
# The odds of an article where the metadata calls the page one; notices and galleries say so too.
# From 1 to 10 the kinds of 206 pages with metadata did not change but for two short articles.
_SAYS_ARTICLE = 3.0
# A page with as many words as a short report has is no article only where that is sure: an article
# that is lost costs more than a notice that passes for one. It saves half of the labelled articles
# that would be lost, and costs .01 of macro F1; from 60 words on it would cost .07.
_REPORT_WORDS = 80
_SURE = 0.8
# Several articles only where that is likelier than not; held-out scores are the same with and without.
_LIKELY = 0.5
_WORDS_TRAIT = list(TRAITS).index("words of the body (log)")
# Of the pages that are a row of openings, about this share are fronts.
_FRONT = 0.9


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a page, how sure, and why."""

    kind: ArticleKind
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindModel:
    """Weights of the regression: standardising, and a score of each trait for each kind."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def contributions(self, traits: Traits) -> NDArray[np.float64]:
        """Return what each trait adds to the score of each kind."""
        standard = np.clip((traits - self.mean) * self.scale, -4, 4)
        return np.asarray(standard[:, None] * self.weights)

    def probabilities(self, traits: Traits) -> NDArray[np.float64]:
        """Return the probability of each kind."""
        scores = self.contributions(traits).sum(axis=0) + self.bias
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum())


def judge_kind(
    blocks: Sequence[Block],
    roles: Sequence[str],
    probabilities: Scores,
    *,
    says_article: bool = False,
    rows: Matrix | None = None,
) -> Judgement:
    """Return the kind of the page whose blocks have these roles.

    `says_article` tells that the page's metadata calls it an article; `rows` are the features of
    the blocks, where they are known.
    """
    if not blocks:
        return Judgement("none", 1.0, ("the capture holds no text",))
    body = [at for at, role in enumerate(roles) if role == "body"]
    look = look_of(blocks, rows)
    openings = find_openings(look)
    if openings.fill_the_page and not says_article:
        return Judgement("aggregate", _FRONT, _reasons_of_front(openings))
    if not body:
        return Judgement("none", 0.95, ("no prose of an article stands on the page",))
    traits, shown = page_traits(look, roles, probabilities[body, BODY].tolist(), openings)
    model = shipped_kinds()
    chances = model.probabilities(traits)
    if says_article:
        chances[KINDS.index("article")] *= _SAYS_ARTICLE
        chances /= chances.sum()
    best = decide(chances, traits)
    return Judgement(KINDS[best], float(chances[best]), _reasons(model, traits, shown, best))


def decide(chances: NDArray[np.float64], traits: Traits) -> int:
    """Return which of KINDS a page is: the likeliest, but no article only where that is sure enough."""
    best = int(chances.argmax())
    is_report = np.expm1(traits[_WORDS_TRAIT]) >= _REPORT_WORDS
    needed = {"aggregate": _LIKELY, "none": _SURE if is_report else 0.0}
    if chances[best] < needed.get(KINDS[best], 0.0):
        return KINDS.index("article")
    return best


def _reasons_of_front(openings: Openings) -> tuple[str, ...]:
    return (
        f"{openings.count} openings of articles stand each under its title",
        f"they hold {openings.share:.0%} of the page's prose",
    )


def _reasons(
    model: KindModel, traits: Traits, shown: Sequence[object], best: int
) -> tuple[str, ...]:
    """Return the traits that speak for the kind more than for any other, strongest first."""
    shares = model.contributions(traits)
    leaning = shares[:, best] - np.delete(shares, best, axis=1).max(axis=1)
    strongest = np.argsort(-leaning, kind="stable")[:_REASONS]
    phrases = list(TRAITS.values())
    low = traits < model.mean
    return tuple(phrases[at][int(low[at])].format(shown[at]) for at in strongest if leaning[at] > 0)


def kinds_of(written: dict[str, Any]) -> KindModel:
    """Return the regression whose weights were read from JSON."""
    rows = {row["trait"]: row for row in written["traits"]}
    if set(rows) != set(TRAITS):
        raise ValueError("the kind weights were trained on other traits")
    ordered = [rows[name] for name in TRAITS]
    return KindModel(
        np.array([row["mean"] for row in ordered]),
        np.array([row["scale"] for row in ordered]),
        np.array([[row[kind] for kind in KINDS] for row in ordered]),
        np.array([written["bias"][kind] for kind in KINDS]),
    )


@cache
def shipped_kinds() -> KindModel:
    """Return the regression that comes with the package."""
    weights = resources.files(__package__).joinpath("kind_weights.json")
    return kinds_of(json.loads(weights.read_text(encoding="utf-8")))
