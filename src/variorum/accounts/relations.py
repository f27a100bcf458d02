"""Relations: a first estimate of what each witness did with its account's text, before any tree is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Also, Article, ArticleId, Origin, Relation
from .carriage import Carriage
from .names import is_own_page

# Share of narrated words. A copy taken by machine keeps .95 and more even after a page's own
# lines have crept into the body; a hand that edits or cuts moves a tenth of a text.
KEPT = 0.9
# A witness that keeps less than half of its words from the account is a text of its own that
# follows it.
REWRITTEN = 0.5
# Share of a witness that comes from other accounts, from which on that is what it is.
CONTAMINATED = 0.3


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a witness did with its account's text, and how we know."""

    relation: Relation
    shared: float
    own: float
    dropped: float
    confidence: float
    reasons: tuple[str, ...]


def estimate_relation(
    article: Article,
    kin: Sequence[ArticleId],
    also: Sequence[Also],
    origin: Origin,
    carriage: Carriage,
    sigla: dict[ArticleId, str],
) -> Estimate:
    """Estimate the relation of an article to the account it shares with its kin."""
    taken = sum(each.shared for each in also)
    if not kin:
        return _alone(taken)
    nearest = max(kin, key=lambda each: (_mutual(article.id, each, carriage), sigla[each]))
    shared = carriage.share(article.id, kin)
    kept = carriage.share(article.id, (nearest,))
    dropped = 1 - carriage.share(nearest, (article.id,))
    own = max(0.0, 1 - shared)
    reasons: tuple[str, ...] = (
        f"{shared:.0%} of its narrated words stand in other witnesses of the account",
        f"nearest to {sigla[nearest]}: {kept:.0%} of its words stand there, "
        f"{dropped:.0%} of {sigla[nearest]} is missing here",
    )
    supplier = origin.agency or origin.outlet
    if supplier and is_own_page(article.outlet or article.host, supplier):
        reasons = (*reasons, f"{article.outlet or article.host} is the supplier itself")
    relation, confidence, why = _classify(shared, dropped, taken)
    return Estimate(relation, shared, own, dropped, confidence, (*reasons, *why))


def _alone(taken: float) -> Estimate:
    reasons = ["no other article carries its narrated text"]
    if taken:
        reasons.append(f"{taken:.0%} of its narrated words are other accounts' text")
    relation: Relation = "contaminated" if taken >= REWRITTEN else "original"
    return Estimate(relation, 1.0 - taken, 1.0 - taken, 0.0, 0.8 - 0.3 * taken, tuple(reasons))


def _mutual(one: ArticleId, other: ArticleId, carriage: Carriage) -> float:
    return min(carriage.share(one, (other,)), carriage.share(other, (one,)))


def _classify(
    shared: float, dropped: float, taken: float
) -> tuple[Relation, float, tuple[str, ...]]:
    if taken >= CONTAMINATED:
        return "contaminated", 0.7, (f"{taken:.0%} of its words come from other accounts",)
    if shared >= KEPT:
        if dropped <= 1 - KEPT:
            return "verbatim", _surety(min(shared, 1 - dropped)), ()
        return "excerpt", _surety(shared), ()
    if shared >= REWRITTEN:
        return "edited", 0.6, ()
    return "rewrite", 0.5, ()


def _surety(share: float) -> float:
    """The confidence of a class whose border is KEPT: .6 at the border, .95 far from it."""
    return round(min(0.95, 0.6 + 3.5 * (share - KEPT)), 2)
