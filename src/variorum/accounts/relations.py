"""Relations: a first estimate of what each witness did with its account's text, before any tree is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, ArticleId, Origin, Relation
from .carriage import Carriage
from .names import is_own_page

# Share of its narrated words that a copy has in common with the account. A copy taken by machine
# keeps .95 and more even after a page's own lines have crept into its body; a hand that edits
# moves a tenth of a text.
KEPT = 0.9
# Share of its nearest kin that it may lack and still be a copy of it: a paragraph lost on the way.
LOST = 0.15
# Share of the words inside common passages that differ. Of 115 copies labelled verbatim in
# `summit` one exceeds .015, of those labelled edited by wording none is under .024.
EDITED = 0.02
# An excerpt mostly breaks off: what it has in common with a longer witness is the opening of
# that. So much of it stands there, filling so much of the stretch up to its last word.
CUT = 0.8
# And so much of the longer one must be missing: less is a page's own lines after its text.
BROKEN_OFF = 0.3
# A text that so many other pages carry as it is was sent out as it is: an earlier state of the
# account, not an excerpt.
STATE_PAGES = 3
# A witness that keeps less of its words than this from the account is a text of its own that
# follows it.
REWRITTEN = 0.6
# Share of a witness that comes from other accounts, from which on that is what it is.
CONTAMINATED = 0.3
# The same for an article that stands alone in its account: it must be mostly others' text.
TAKEN_MOSTLY = 0.5


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
    witnesses: Mapping[ArticleId, float],
    origin: Origin,
    carriage: Carriage,
    sigla: dict[ArticleId, str],
) -> Estimate:
    """Estimate the relation of an article to the account it shares with its kin.

    `witnesses` gives for each article of the account the share of it that is other accounts' text.
    """
    taken = witnesses[article.id]
    kin = [each for each in witnesses if each != article.id]
    if not kin:
        return _alone(taken)
    # Most of the kin of a widely copied text were never compared with this witness.
    near = carriage.others(article.id) & set(kin) or set(kin)
    versus = [
        _Versus.of(article.id, each, sigla[each], carriage, witnesses[each])
        for each in sorted(near)
    ]
    nearest = min(versus, key=lambda each: (-each.likeness, each.sigil))
    shared = carriage.share(article.id, kin)
    relation, confidence, why = _classify(shared, taken, nearest, versus)
    reasons = [
        f"{shared:.0%} of its narrated words stand in other witnesses of the account",
        f"nearest to {nearest.sigil}: {nearest.kept:.0%} of its words stand there, "
        f"{nearest.dropped:.0%} of {nearest.sigil} is missing here",
        *why,
    ]
    supplier = origin.agency or origin.outlet
    if supplier and is_own_page(article.outlet or article.host, supplier):
        reasons.append(f"{article.outlet or article.host} is the supplier itself")
        if relation == "rewrite":
            # Others told the supplier's text in their own words, not the supplier theirs.
            relation, confidence = "verbatim", 0.6
    dropped = nearest.dropped
    if relation == "excerpt":
        dropped = max(each.dropped for each in versus if each.kept >= min(CUT, nearest.kept))
    own = max(0.0, 1 - shared)
    return Estimate(relation, shared, own, dropped, confidence, tuple(reasons))


@dataclass(frozen=True, slots=True)
class _Versus:
    """A witness held against one of its kin: what it keeps of itself there, what it lacks.

    `opening` says how far the words in common fill the other up to the last of them: 1 where the
    witness is the other's opening.
    """

    sigil: str
    kept: float
    dropped: float
    opening: float
    edits: float

    @classmethod
    def of(
        cls, article: ArticleId, other: ArticleId, sigil: str, carriage: Carriage, foreign: float
    ) -> "_Versus":
        """Compare two articles; so much of the other is no text of the account, and not lacked."""
        kept = carriage.share(article, (other,))
        lacked = 1 - carriage.share(other, (article,))
        return cls(
            sigil,
            kept,
            max(0.0, lacked - foreign) / (1 - foreign) if foreign < 1 else 0.0,
            carriage.filled(other, article),
            max(carriage.edits(article, other), carriage.edits(other, article)),
        )

    @property
    def mutual(self) -> float:
        """The smaller of both shares."""
        return min(self.kept, 1 - self.dropped)

    @property
    def likeness(self) -> float:
        """How alike both are, changed words inside common passages counted against."""
        return self.mutual * (1 - self.edits)

    @property
    def is_twin(self) -> bool:
        """Whether both carry just one text."""
        return self.mutual >= 1 - LOST

    @property
    def is_cut(self) -> bool:
        """Whether the witness is the opening of the other and breaks off there."""
        return self.kept >= CUT and self.opening >= CUT and self.dropped >= BROKEN_OFF


def _alone(taken: float) -> Estimate:
    reasons = ["no other article carries its narrated text"]
    if taken:
        reasons.append(f"{taken:.0%} of its narrated words are other accounts' text")
    relation: Relation = "contaminated" if taken >= TAKEN_MOSTLY else "original"
    return Estimate(relation, 1.0 - taken, 1.0 - taken, 0.0, 0.8 - 0.3 * taken, tuple(reasons))


def _classify(
    shared: float, taken: float, nearest: _Versus, versus: Sequence[_Versus]
) -> tuple[Relation, float, tuple[str, ...]]:
    twins = sum(each.is_twin for each in versus)
    cut = [each for each in versus if each.is_cut]
    if taken >= CONTAMINATED:
        return "contaminated", 0.7, (f"{taken:.0%} of its words come from other accounts",)
    if cut and twins < STATE_PAGES:
        longest = max(cut, key=lambda each: (each.dropped, each.sigil))
        reason = f"it is the opening of {longest.sigil} and breaks off there"
        return "excerpt", _surety(longest.kept), (reason,)
    if nearest.dropped <= LOST and nearest.edits >= EDITED and shared >= REWRITTEN:
        reason = f"{nearest.edits:.0%} of the words inside the common passages are changed"
        return "edited", _surety(KEPT + nearest.edits), (reason,)
    if shared < KEPT and _holds_all(versus):
        reason = "it carries all that the other witnesses have, and more"
        return "verbatim", 0.6, (reason,)
    if shared >= KEPT:
        if nearest.dropped <= LOST:
            return "verbatim", _surety(nearest.mutual + LOST / 2), ()
        return "excerpt", _surety(shared), ()
    if shared >= REWRITTEN:
        return "edited", 0.6, ()
    return "rewrite", 0.5, ()


def _holds_all(versus: Sequence[_Versus]) -> bool:
    """Whether the others are too few and too short to show that the rest was added here."""
    return len(versus) < STATE_PAGES and all(each.dropped <= LOST / 2 for each in versus)


def _surety(share: float) -> float:
    """The confidence of a class whose border is KEPT: .6 at the border, .95 far from it."""
    return round(min(0.95, max(0.5, 0.6 + 3.5 * (share - KEPT))), 2)
