"""Presence: which sentences each text of a tree had, lost ones included.

The tree is sought with cuts as its characters; once it stands, each sentence is asked for by
itself. A text that stopped earlier says nothing of what came later.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..collation import join_words, retellings, sentence_blocks
from ..model import Collation
from .characters import Character
from .cohesion import STRANGE, Telling, is_foreign, lean
from .costs import PassageKind, Practice, passage_costs
from .passages import UNKNOWN
from .tree import Node, make_table, reconstruct
from .updates import cheapen_news

# Of so many witnesses one alone has hardly kept what all others cut; of fewer it often has: in
# grown accounts of five to nine the long end that one page has is mostly the wire's.
_MANY = 10

Lacking = Mapping[Node, frozenset[int]]


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences that the same witnesses have: columns, who has them, numbers."""

    begin: int
    end: int
    having: frozenset[int]
    sentences: tuple[int, ...]
    is_strange: bool


def find_lacking(
    root: Node,
    collation: Collation,
    foreign: Collection[int],
    practice: Practice,
    base: Sequence[str],
) -> Lacking:
    """Return for each node of a tree the columns of the sentences that it lacks."""
    strange = _strange(collation, base) if practice == "copying" else frozenset()
    runs = [run for run in _runs(collation, strange) if not foreign or run.begin not in foreign]
    retold = retellings(collation)
    told = [Telling.of(filter(None, base[run.begin : run.end])) for run in runs]
    belongs = (
        [_lean(at, runs, told) for at in range(len(runs))]
        if practice == "copying"
        else [0.0] * len(runs)
    )
    sentences = [
        _character(run, runs, retold, collation, practice, base, each)
        for run, each in zip(runs, belongs, strict=True)
    ]
    if practice == "copying":
        sentences = cheapen_news(sentences)
    states = reconstruct(root, make_table(sentences, len(collation.witnesses)))
    lacking: dict[Node, frozenset[int]] = {}
    for node, row in states.items():
        below = set(node.witnesses())
        has = [
            bool(state) and bool(below & run.having) for run, state in zip(runs, row, strict=True)
        ]
        if node.witness is None:
            _open(has, runs, below)
        absent = {
            at
            for run, is_there in zip(runs, has, strict=True)
            if not is_there
            for at in range(run.begin, run.end)
        }
        lacking[node] = frozenset(absent | set(foreign))
    return lacking


def _strange(collation: Collation, base: Sequence[str]) -> frozenset[int]:
    """Return the paragraphs that share next to nothing with the others."""
    words: dict[int, list[str]] = {}
    for column, word in zip(collation.columns, base, strict=True):
        if word:
            words.setdefault(column.paragraph, []).append(word)
    told = {number: Telling.of(text) for number, text in words.items()}
    return frozenset(
        number
        for number, text in told.items()
        if is_foreign(text, [each for other, each in told.items() if other != number])
    )


def _runs(collation: Collation, strange: Collection[int]) -> Iterator[_Run]:
    blocks = list(sentence_blocks(collation))
    having = [
        frozenset(
            witness
            for witness in range(len(collation.witnesses))
            if any(column.readings[witness] for column in collation.columns[begin:end])
        )
        for begin, end in blocks
    ]

    def kind(at: int) -> tuple[frozenset[int], bool]:
        return having[at], collation.columns[blocks[at][0]].paragraph in strange

    for (carriers, is_strange), same in groupby(range(len(blocks)), key=kind):
        run = tuple(same)
        yield _Run(blocks[run[0]][0], blocks[run[-1]][1], carriers, run, is_strange)


def _character(
    run: _Run,
    runs: Sequence[_Run],
    retold: Collection[int],
    collation: Collation,
    practice: Practice,
    base: Sequence[str],
    belongs: float,
) -> Character:
    count = len(collation.witnesses)
    later = {w for each in runs if each.begin >= run.end for w in each.having}
    # Who has the run has these too, so that who lacks them stopped before it could have it.
    between = [each for each in runs if each.end <= run.begin and each.having & run.having]
    states = []
    for witness in range(count):
        if witness in run.having:
            states.append(1)
        elif witness in retold or (
            witness not in later and between and witness not in between[-1].having
        ):
            states.append(UNKNOWN)
        else:
            states.append(0)
    inside = any(not state and witness in later for witness, state in enumerate(states))
    kind: PassageKind = "paragraph" if inside else "end"
    if kind == "end" and (not run.is_strange or run is runs[-1]):
        belongs = 0.0
    costs = passage_costs(run.end - run.begin, practice, kind, belongs)
    if count >= _MANY and len(run.having) == 1:
        states = [max(state, 0) for state in states]
    text = join_words(base[run.begin : run.end])
    return Character(
        "passage", run.begin, run.end, ("", text), tuple(states), costs, is_end=kind == "end"
    )


def _lean(at: int, runs: Sequence[_Run], told: Sequence[Telling]) -> float:
    """Return how much rather a run belongs to what others have than not."""
    run = runs[at]
    if run.is_strange:
        return STRANGE
    return lean(
        told[at],
        [text for each, text in zip(runs, told, strict=True) if not each.having <= run.having],
    )


def _open(has: list[bool], runs: Sequence[_Run], below: Collection[int]) -> None:
    """Give a lost text an opening: where each state has its own, that which most have."""
    openings = {min(at for at, run in enumerate(runs) if w in run.having) for w in below}
    if not openings or any(has[at] for at in openings):
        return
    has[max(sorted(openings), key=lambda at: len(runs[at].having & set(below)))] = True
