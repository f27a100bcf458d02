"""build_stemma: from a table of readings to a family tree with reasons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..collation import sentence_blocks
from ..model import Collation, Stemma, StemmaEdge, StemmaNode
from .characters import Character, find_characters, leading_text
from .clues import NO_CLUE, Clues, earliest, is_too_early
from .costs import Practice
from .grounds import Grounds, justify
from .labels import label_states
from .mixing import Drawn, find_drawn, justify_second
from .plain import is_plain
from .presence import Lacking, find_lacking
from .rooting import build_plain_stemma
from .search import Found, search
from .settling import Terms
from .sigla import lost_sigla
from .tree import Node, make_table
from .unfolding import give_back, unfold
from .updates import cheapen_news


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """A stemma with what it was built from: the tree, its states, the characters, the base text."""

    stemma: Stemma
    collation: Collation
    base: tuple[str, ...]
    characters: tuple[Character, ...]
    found: Found
    sigla: Mapping[Node, str]
    lacking: Lacking


def build_stemma(
    collation: Collation,
    *,
    clues: Clues | None = None,
    root_is_lost: bool | None = None,
    practice: Practice | None = None,
) -> Stemma:
    """Return the family tree of the witnesses of a collation.

    A plain table of readings is enough; `clues` adds dates and credits. `root_is_lost` says that
    all witnesses derive from a text that is not among them; without it that follows from the
    credits: witnesses that credit an agency derive from its text, which is lost unless one of
    them is the agency's own page. `practice` says whether the versions are copies of another's
    text (which cut) or revisions of one's own (which grow); without it that follows from the
    credits too, or is taken as unknown.

    >>> from variorum.collation import collate
    >>> pages = {"A": ["It rained hard."], "B": ["It rained hard. So"], "C": ["It rained a lot."]}
    >>> [edge.origin for edge in build_stemma(collate(pages), root_is_lost=True).edges]
    ['α', 'α', 'α']
    """
    if practice is None and is_plain(collation):
        return build_plain_stemma(collation, clues or {}, root_is_lost)
    return reconstruct_stemma(collation, clues or {}, root_is_lost, practice).stemma


def reconstruct_stemma(
    collation: Collation,
    clues: Clues,
    root_is_lost: bool | None = None,
    practice: Practice | None = None,
    mixed: Collection[str] = (),
) -> Reconstruction:
    """Return the stemma with all that the archetype and the apparatus need.

    Sentences that only `mixed` witnesses have, those that carry passages of other texts, are left
    out of account.
    """
    lost = _credits_a_lost_text(clues) if root_is_lost is None else root_is_lost
    known = lost or any(clue.is_origin for clue in clues.values())
    practice = practice or ("copying" if known else "unknown")
    foreign = _foreign(collation, mixed)
    grounds = _search(collation, clues, lost, practice, foreign)
    grounds = replace(grounds, found=give_back(grounds))
    root = unfold(grounds.found.root, grounds)
    sigla = _name(root, collation)
    stemma = (
        _stemma(root, sigla, grounds, find_drawn(root, grounds))
        if len(collation.witnesses) > 1
        else Stemma()
    )
    return Reconstruction(
        stemma,
        collation,
        grounds.base,
        grounds.characters,
        grounds.found,
        sigla,
        find_lacking(root, collation, foreign, practice, grounds.base),
    )


def _foreign(collation: Collation, mixed: Collection[str]) -> frozenset[int]:
    """Return the columns of the sentences that only witnesses of several texts have."""
    pure = [at for at, sigil in enumerate(collation.witnesses) if sigil not in mixed]
    if not pure:
        return frozenset()
    return frozenset(
        at
        for begin, end in sentence_blocks(collation)
        if not any(collation.columns[at].readings[w] for at in range(begin, end) for w in pure)
        for at in range(begin, end)
    )


def _search(
    collation: Collation, clues: Clues, lost: bool, practice: Practice, foreign: Collection[int]
) -> Grounds:
    base = tuple("" if at in foreign else text for at, text in enumerate(leading_text(collation)))
    characters = find_characters(collation, base, practice)
    if practice == "copying":
        characters = tuple(cheapen_news(characters))
    count = len(collation.witnesses)
    table = make_table(characters, count)
    first, copies = _fold(characters, collation, clues)
    found = search(table, first, _terms(collation, clues, lost, copies))
    return Grounds(collation, base, characters, table, found, clues, lost, copies)


def _credits_a_lost_text(clues: Clues) -> bool:
    credited = any(clue.credits for clue in clues.values())
    return credited and not any(clue.is_origin for clue in clues.values())


def _terms(
    collation: Collation, clues: Clues, lost: bool, copies: Mapping[int, Sequence[int]]
) -> Terms:
    by_date = _by_date(collation, clues)
    order = [0] * len(by_date)
    for rank, witness in enumerate(by_date):
        order[witness] = rank
    known = [clues.get(sigil, NO_CLUE) for sigil in collation.witnesses]
    stated = {at for at, clue in enumerate(known) if clue.is_origin}
    origins = frozenset(first for first, same in copies.items() if stated & {first, *same})
    too_early = {
        (copy, exemplar)
        for copy in copies
        for exemplar in copies
        if is_too_early(known[copy], known[exemplar])
    }
    return Terms(
        lost,
        frozenset() if lost else origins,
        too_early,
        frozenset(at for at, clue in enumerate(known) if clue.is_signed),
        order,
        copies,
        _named(collation, clues, copies),
    )


def _named(
    collation: Collation, clues: Clues, copies: Mapping[int, Sequence[int]]
) -> dict[int, int]:
    """Return which witness each names, by those that stand for all that read the same."""
    stands = {each: first for first, same in copies.items() for each in (first, *same)}
    at = {sigil: number for number, sigil in enumerate(collation.witnesses)}
    named = {
        stands[at[sigil]]: stands[at[clue.names]]
        for sigil, clue in sorted(clues.items())
        if clue.names in at and sigil in at
    }
    return {one: other for one, other in named.items() if one != other}


def _by_date(collation: Collation, clues: Clues) -> list[int]:
    """Witnesses by date, undated ones last: only to choose among equals."""

    def rank(witness: int) -> tuple[datetime, int]:
        return earliest(clues.get(collation.witnesses[witness], NO_CLUE).published), witness

    return sorted(range(len(collation.witnesses)), key=rank)


def _fold(
    characters: Sequence[Character], collation: Collation, clues: Clues
) -> tuple[list[int], dict[int, list[int]]]:
    """Let one witness stand for all that read the same everywhere: one that others name, or the first."""
    kinds: dict[tuple[int, ...], list[int]] = {}
    for witness in _by_date(collation, clues):
        kinds.setdefault(tuple(each.states[witness] for each in characters), []).append(witness)
    copies = {}
    for same in kinds.values():
        named = {clues.get(collation.witnesses[each], NO_CLUE).names for each in same}
        same.sort(key=lambda each: collation.witnesses[each] not in named)
        copies[same[0]] = same[1:]
    return sorted(copies), copies


def _name(root: Node, collation: Collation) -> dict[Node, str]:
    """Give lost nodes their letters from the root down, in the order of their first witness."""
    names: dict[Node, str] = {}
    letters = lost_sigla()
    waiting = [root]
    while waiting:
        node = waiting.pop(0)
        node.children.sort(key=lambda child: child.witnesses())
        waiting.extend(node.children)
        names[node] = next(letters) if node.witness is None else collation.witnesses[node.witness]
    return names


def _stemma(
    root: Node, sigla: Mapping[Node, str], grounds: Grounds, drawn: Mapping[Node, Drawn]
) -> Stemma:
    nodes, edges = [], []
    labels = label_states(root, grounds)
    for node, sigil in sigla.items():
        nodes.append(StemmaNode(sigil, node.witness is not None, labels.get(node)))
    for node in sigla:
        for child in node.children:
            confidence, reasons, shared = justify(node, child, root, sigla, grounds)
            if node in labels:
                reasons = (f"carries the {labels[node]} of the text", *reasons)
            edges.append(StemmaEdge(sigla[node], sigla[child], confidence, reasons, shared))
            if child in drawn:
                judged = justify_second(drawn[child], node, child, sigla, grounds)
                edges.append(StemmaEdge(sigla[drawn[child].origin], sigla[child], *judged))
    return Stemma(tuple(nodes), tuple(edges))
