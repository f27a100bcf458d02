"""The marks of a drawn stemma: a witness each, or one for witnesses that cannot be told apart."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Account, Article, ArticleId, Stemma, StemmaEdge, StemmaNode, Witness
from ...text import fold_typography, folded_words

# A drawing of more marks than this no longer fits a screen (30 pixels a mark); beyond it, copies
# of the same words, then of the same kind, from one exemplar fold too. The table below it always
# lists every page.
_MOST_MARKS = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a lost witness (no `witnesses`), an extant one, or several folded into one.

    `edges` are what it derives from, the strongest first; their `target` is `sigil`. `alike`
    says what folded witnesses have in common beside their place in the tree.
    """

    sigil: str
    witnesses: tuple[Witness, ...]
    edges: tuple[StemmaEdge, ...]
    alike: str = ""

    @property
    def lost(self) -> bool:
        """Whether it stands for a witness that nobody has."""
        return not self.witnesses


def drawable(account: Account) -> Stemma:
    """Return the account's stemma; where it has none, the one that its witnesses imply."""
    if account.stemma.nodes:
        return account.stemma
    sigla = {witness.sigil for witness in account.witnesses}
    exemplars = {each.copied_from for each in account.witnesses if each.copied_from} - sigla
    nodes = [StemmaNode(sigil, extant=False) for sigil in sorted(exemplars)]
    nodes += [StemmaNode(witness.sigil, extant=True) for witness in account.witnesses]
    edges = tuple(
        StemmaEdge(each.copied_from, each.sigil, each.confidence, each.reasons, each.shared)
        for each in account.witnesses
        if each.copied_from
    )
    return Stemma(tuple(nodes), edges)


def stemma_marks(account: Account, articles: Mapping[ArticleId, Article]) -> tuple[Mark, ...]:
    """Return the marks of an account's stemma; identical leaves of one exemplar fold into one."""
    stemma = drawable(account)
    incoming: dict[str, list[StemmaEdge]] = defaultdict(list)
    for edge in stemma.edges:
        incoming[edge.target].append(edge)
    by_sigil = {witness.sigil: witness for witness in account.witnesses}
    marks = [
        Mark(
            node.sigil,
            (by_sigil[node.sigil],) if node.extant and node.sigil in by_sigil else (),
            tuple(
                sorted(incoming[node.sigil], key=lambda edge: (-(edge.shared or 0), edge.origin))
            ),
        )
        for node in stemma.nodes
    ]
    folded = _fold(marks, lambda mark: _text(mark, articles), "same text")
    if len(folded) > _MOST_MARKS:
        folded = _fold(folded, lambda mark: _words(mark, articles), "same words")
    if len(folded) > _MOST_MARKS:
        folded = _fold(folded, lambda mark: mark.witnesses[0].relation, "")
    return tuple(folded)


def _text(mark: Mark, articles: Mapping[ArticleId, Article]) -> str:
    return " ".join(fold_typography(articles[mark.witnesses[0].article].text).split())


def _words(mark: Mark, articles: Mapping[ArticleId, Article]) -> str:
    return " ".join(folded_words(articles[mark.witnesses[0].article].text))


def _fold(marks: Sequence[Mark], likeness: Callable[[Mark], str], alike: str) -> list[Mark]:
    """Fold leaves that have the same exemplars and the same likeness, each into the first of them."""
    origins = {edge.origin for mark in marks for edge in mark.edges}
    groups: dict[object, list[Mark]] = {}
    for mark in marks:
        key: object = mark.sigil
        if not mark.lost and mark.edges and mark.sigil not in origins:
            key = (tuple(sorted(edge.origin for edge in mark.edges)), likeness(mark))
        groups.setdefault(key, []).append(mark)
    return [_folded(group, alike) for group in groups.values()]


def _folded(group: Sequence[Mark], alike: str) -> Mark:
    if len(group) == 1:
        return group[0]
    witnesses = tuple(witness for mark in group for witness in mark.witnesses)
    return replace(group[0], witnesses=witnesses, alike=alike)
