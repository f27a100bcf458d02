"""The marks of a drawn stemma: a witness each, or one for witnesses that cannot be told apart."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Account, Article, ArticleId, Stemma, StemmaEdge, StemmaNode, Witness
from ..text import fold_typography, folded_words

# A drawing of more marks than this no longer fits a screen (50 pixels a mark); beyond it, copies
# of the same words, then of the same kind, from one exemplar fold too, and then whole branches,
# the smallest first. The table below it always lists every page.
_MOST_MARKS = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a lost witness (no `witnesses`), an extant one, or several folded into one.

    `edges` are what it derives from, its exemplar first, then the strongest; their `target` is
    `sigil`. `alike` says what folded witnesses have in common beside their place in the tree.
    `branch` are pages copied from it, at first or second hand, that are not drawn by themselves.
    """

    sigil: str
    witnesses: tuple[Witness, ...]
    edges: tuple[StemmaEdge, ...]
    alike: str = ""
    branch: tuple[Witness, ...] = ()

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
    copied_from = {witness.sigil: witness.copied_from for witness in account.witnesses}
    marks = [
        Mark(
            node.sigil,
            (by_sigil[node.sigil],) if node.extant and node.sigil in by_sigil else (),
            tuple(sorted(incoming[node.sigil], key=lambda edge: _rank(edge, copied_from))),
        )
        for node in stemma.nodes
    ]
    folded = _fold(marks, lambda mark: _text(mark, articles), "same text")
    if len(folded) > _MOST_MARKS:
        folded = _fold(folded, lambda mark: _words(mark, articles), "same words")
    if len(folded) > _MOST_MARKS:
        folded = _fold(folded, _relation, "")
    while len(folded) > _MOST_MARKS and (branch := _smallest_branch(folded)):
        folded = _fold(_fold_branch(folded, branch), _relation, "")
    return tuple(folded)


def _rank(edge: StemmaEdge, copied_from: Mapping[str, str | None]) -> tuple[bool, float, str]:
    """What a witness was copied from goes before what else it drew on."""
    return edge.origin != copied_from.get(edge.target), -(edge.shared or 0), edge.origin


def _smallest_branch(marks: Sequence[Mark]) -> Mark | None:
    """Return the mark, not the root, whose copies are all leaves and fewest in pages."""
    children: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.edges:
            children[mark.edges[0].origin].append(mark)
    able = [
        mark
        for mark in marks
        if mark.edges
        and children[mark.sigil]
        and not any(children[child.sigil] for child in children[mark.sigil])
    ]

    def pages(mark: Mark) -> int:
        return sum(len(child.witnesses) + len(child.branch) for child in children[mark.sigil])

    return min(able, key=lambda mark: (pages(mark), mark.sigil), default=None)


def _fold_branch(marks: Sequence[Mark], branch: Mark) -> list[Mark]:
    """Fold what was copied from a mark into it."""
    copies = [each for each in marks if each.edges and each.edges[0].origin == branch.sigil]
    below = tuple(page for each in copies for page in (*each.witnesses, *each.branch))
    folded = replace(branch, branch=(*branch.branch, *below))
    return [folded if each is branch else each for each in marks if each not in copies]


def _relation(mark: Mark) -> str:
    return mark.witnesses[0].relation


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
    branch = tuple(witness for mark in group for witness in mark.branch)
    return replace(group[0], witnesses=witnesses, alike=alike, branch=branch)
