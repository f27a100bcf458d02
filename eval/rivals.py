"""Rivals of the stemma: what a newsroom script, passim or phylogenetics would say of the same pages."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from rapidfuzz.distance import LCSseq

from eval.growing import GrownAccount
from eval.judging import words_of
from variorum.model import Stemma, StemmaEdge, StemmaNode
from variorum.stemmatics.joining import join_neighbours

ROOT = "α"
_RUN = 3
_NO_DATE = "9999"

Exemplars = Mapping[str, str]
Rival = Callable[[GrownAccount], Stemma]


def earliest_page(account: GrownAccount) -> Stemma:
    """The earliest page copies from the lost wire, all others from it."""
    order = _by_date(account)
    return _stemma(account, {name: order[0] if at else ROOT for at, name in enumerate(order)})


def most_similar_earlier(account: GrownAccount) -> Stemma:
    """Each page copies from the earlier page with which it shares most runs of three words."""
    runs = {name: _runs(text.paragraphs) for name, text in account.extant.items()}
    order = _by_date(account)
    given = {
        name: max(order[:at], key=lambda each: len(runs[each] & runs[name]), default=ROOT)
        for at, name in enumerate(order)
    }
    return _stemma(account, given)


def best_exemplar(account: GrownAccount) -> Stemma:
    """Each page copies from the earlier page whose alignment with it matches most (as passim links).

    Ties go to the earliest; the score is that of the words matched in order, less those that the
    exemplar would have lost or changed.
    """
    words = {name: words_of(text.paragraphs) for name, text in account.extant.items()}
    order = _by_date(account)

    def score(name: str, each: str) -> float:
        matched = LCSseq.similarity(words[name], words[each])
        return 2.0 * matched - 0.5 * (len(words[name]) + len(words[each]) - 2 * matched)

    given = {
        name: max(order[:at], key=lambda each: score(name, each), default=ROOT)
        for at, name in enumerate(order)
    }
    return _stemma(account, given)


def joined_by_date(account: GrownAccount) -> Stemma:
    """Neighbour joining on shares of words not in common, rooted beside the earliest page.

    A page whose line has no length is set at the point where it hangs.
    """
    order = _by_date(account)
    words = [words_of(account.extant[name].paragraphs) for name in order]
    apart = np.array([[1 - LCSseq.normalized_similarity(a, b) for b in words] for a in words])
    joined = join_neighbours(apart)
    names = dict(enumerate(order))
    for (one, other), length in sorted(joined.lengths.items()):
        if one < len(order) <= other and length <= 0 and other not in names:
            names[other] = order[one]
    root = next(iter(joined.neighbours[0]), 0)
    given: dict[str, str] = {}
    waiting = [(root, -1)]
    while waiting:
        point, above = waiting.pop()
        label = names.get(point, ROOT if point == root else f"*{point}")
        over = names.get(above, ROOT if above == root else f"*{above}")
        if above >= 0 and label != over:
            given.setdefault(label, over)
        waiting.extend((each, point) for each in joined.neighbours[point] if each != above)
    return _stemma(account, given)


RIVALS: Mapping[str, tuple[Rival, bool]] = {
    "earliest page": (earliest_page, True),
    "most similar earlier": (most_similar_earlier, True),
    "neighbour joining": (joined_by_date, False),
    "best exemplar": (best_exemplar, True),
}


def _by_date(account: GrownAccount) -> list[str]:
    dates = {
        name: (text.moment.value if text.moment else _NO_DATE, name)
        for name, text in account.extant.items()
    }
    return sorted(dates, key=lambda name: dates[name])


def _runs(paragraphs: Sequence[str]) -> set[tuple[str, ...]]:
    words = words_of(paragraphs)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _stemma(account: GrownAccount, given: Exemplars) -> Stemma:
    """Return the stemma that exemplars make; a state of the wire itself is nobody's copy."""
    given = {name: above for name, above in given.items() if not account.is_state(name)}
    names = dict.fromkeys((*given.values(), *given))
    nodes = tuple(StemmaNode(name, name in account.extant) for name in names)
    return Stemma(nodes, tuple(StemmaEdge(above, name, 0.5, ()) for name, above in given.items()))
