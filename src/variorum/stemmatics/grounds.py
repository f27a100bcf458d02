"""Grounds: why an edge of the stemma is drawn, and how sure it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from ..collation import fold_reading
from ..model import Collation
from .characters import Character
from .clues import NO_CLUE, Clue, Clues, is_surely_later, is_too_early
from .grouping import SIGNIFICANT
from .passages import UNKNOWN
from .search import Found
from .tree import Node, States, Table

# Under this margin between the best root and the next the readings do not tell which text was
# first: one dropped passage (1.1) is about enough, a comma is not.
DECIDED = 1.0
# How fast support turns into confidence: two swapped words (3.2) go half the way.
_SUPPORT = 4.0
_MARGIN = 2.0
_LEAST, _MOST = 0.35, 0.95
# Who names its exemplar is believed; of two that read the same either may be the first.
_TOLD, _TWIN = 0.85, 0.55
# Logarithms of odds, after a logistic regression on 3,107 edges of grown accounts (seed 8 of eval
# stemmata, even seeds of eval lineages), rounded. On 2,075 edges held apart those stated .55, .65,
# .75, .86, .93 were right in .57, .65, .79, .87, .94. Credits and dates made no difference there,
# since grown dates err as often as they tell; that an order which no date confirms lowers the
# confidence is set by hand.
_WEIGHTS: Mapping[str, float] = {
    "always": -0.9,
    "lost root": 3.0,
    "extant root": 2.0,
    "extant exemplar": 0.6,
    "support": 1.5,
    "too early": -0.6,
    "order unknown": -0.2,
    "words": 0.4,
    "witnesses": -0.4,
}
_FEWEST_WORDS, _USUAL_WORDS, _USUAL_WITNESSES = 20, 300, 6
_EXAMPLES = 2
_LONGEST_EXAMPLE = 8

Judged = tuple[float, tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that edges are argued from."""

    collation: Collation
    base: tuple[str, ...]
    characters: tuple[Character, ...]
    table: Table
    found: Found
    clues: Clues
    root_is_lost: bool
    copies: Mapping[int, Sequence[int]]

    def states(self, node: Node) -> States:
        """Return what a node reads."""
        if node in self.found.states:
            return self.found.states[node]
        assert node.witness is not None
        states: States = self.table.states[node.witness]
        return states

    def clue(self, witness: int | None) -> Clue:
        """Return what is known beside the readings."""
        if witness is None:
            return NO_CLUE
        return self.clues.get(self.collation.witnesses[witness], NO_CLUE)

    def is_later(self, one: int, other: int) -> bool:
        """Tell whether a witness is surely later than another."""
        return is_surely_later(self.clue(one).published, self.clue(other).published)

    def is_too_early(self, copy: int, exemplar: int) -> bool:
        """Tell whether a witness was finished before another was out."""
        return is_too_early(self.clue(copy), self.clue(exemplar))

    def has_own_text(self, node: Node) -> bool:
        """Tell whether a node has significant innovations against the root."""
        root = self.found.states[self.found.root]
        return bool(self.table.change(root, self.states(node)).sum() >= SIGNIFICANT)

    def same_text(self, witness: int) -> tuple[str, ...]:
        """Return the sigla of the witnesses that read the same throughout."""
        for first, rest in self.copies.items():
            if witness == first or witness in rest:
                return tuple(
                    sorted(self.collation.witnesses[w] for w in (first, *rest) if w != witness)
                )
        return ()


def justify(
    parent: Node, child: Node, root: Node, sigla: Mapping[Node, str], grounds: Grounds
) -> Judged:
    """Return the confidence in an edge, its reasons, and the share of text taken over."""
    above, below = grounds.states(parent), grounds.states(child)
    origin = grounds.states(grounds.found.root)
    inherited = (above != origin) & (above == below) & (below != UNKNOWN) & (origin != UNKNOWN)
    at = np.flatnonzero(inherited)
    weights = grounds.table.costs[at, origin[at], above[at]]
    support = float(weights.sum())
    heaviest = [grounds.characters[int(at[i])] for i in np.argsort(-weights, kind="stable")]
    reasons = [
        *_same_text(child, grounds),
        *_naming(parent, child, sigla, grounds),
        *_from_root(parent, child, root, grounds),
        *_shared(heaviest, below, grounds, parent is not root, sigla[parent]),
        *_own(above, below, grounds),
        *_dates(parent, child, sigla, grounds),
    ]
    confidence = _confidence(parent, child, root, support, grounds)
    return confidence, tuple(reasons), _share(parent, child, grounds)


def _confidence(parent: Node, child: Node, root: Node, support: float, grounds: Grounds) -> float:
    """Return the confidence that the signs of an edge give together.

    No more than in the root where another text may be it, since then the edge turns round.
    """
    odds = sum(
        _WEIGHTS[name] * sign for name, sign in _signs(parent, child, root, support, grounds)
    )
    confidence = max(_LEAST, min(_MOST, 1 / (1 + exp(-odds))))
    if _is_open(parent is root, grounds):
        confidence = min(confidence, rooted(grounds.found.margin))
    if parent.witness is not None and child.witness is not None:
        if grounds.clue(child.witness).names == grounds.collation.witnesses[parent.witness]:
            confidence = max(confidence, _TOLD)
        elif _is_twin(parent, child, grounds):
            confidence = min(confidence, _TWIN)
    return round(confidence, 2)


def _is_open(is_at_root: bool, grounds: Grounds) -> bool:
    """Tell whether an edge hangs on which text is the root: at it, or where no credit tells copies."""
    told = any(clue.is_origin for clue in grounds.clues.values())
    return not grounds.root_is_lost and (is_at_root or not told)


def _signs(
    parent: Node, child: Node, root: Node, support: float, grounds: Grounds
) -> Iterator[tuple[str, float]]:
    """Yield what bears on the confidence in an edge: how much of each sign there is."""
    exemplar, copy = parent.witness, child.witness
    yield "always", 1.0
    if parent is root:
        yield "lost root" if exemplar is None else "extant root", 1.0
    else:
        yield "support", 1 - exp(-support / _SUPPORT)
        yield "extant exemplar", float(exemplar is not None)
    if exemplar is not None and copy is not None:
        yield "too early", float(grounds.is_too_early(copy, exemplar))
        yield "order unknown", float(not grounds.is_later(copy, exemplar))
    yield "words", log(max(_carried(child, grounds), _FEWEST_WORDS) / _USUAL_WORDS)
    yield "witnesses", log(len(grounds.collation.witnesses) / _USUAL_WITNESSES)


def _carried(node: Node, grounds: Grounds) -> int:
    """Return how many words the fullest witness at or below a node has."""
    columns = grounds.collation.columns
    return max(sum(bool(column.readings[at]) for column in columns) for at in node.witnesses())


def rooted(margin: float) -> float:
    """Return how sure it is which text is the root, that costs so much less than the next."""
    return _LEAST + (_MOST - _LEAST) * (1 - exp(-margin / _MARGIN))


def _is_twin(parent: Node, child: Node, grounds: Grounds) -> bool:
    """Tell whether two witnesses read the same, so that only dates say which was first."""
    assert parent.witness is not None and child.witness is not None
    sigil = grounds.collation.witnesses[parent.witness]
    return sigil in grounds.same_text(child.witness)


def _credits(node: Node, grounds: Grounds) -> str | None:
    found = [grounds.clue(witness).credits for witness in node.witnesses()]
    return next((credit for credit in found if credit), None)


def _same_text(child: Node, grounds: Grounds) -> list[str]:
    same = grounds.same_text(child.witness) if child.witness is not None else ()
    return [f"word for word the same text as {_list(same)}"] if same else []


def _naming(parent: Node, child: Node, sigla: Mapping[Node, str], grounds: Grounds) -> list[str]:
    clue = grounds.clue(child.witness)
    if parent.witness is None or clue.names != sigla[parent]:
        return []
    if clue.by_address:
        return [f"gives the address of {clue.names} as the page's canonical one"]
    return [f"names {clue.names} as where it has the text from"]


def _from_root(parent: Node, child: Node, root: Node, grounds: Grounds) -> list[str]:
    if parent is not root:
        return []
    credit = _credits(child, grounds)
    if parent.witness is None and credit:
        return [f"credits {credit}, whose own text is not among the pages"]
    if not grounds.root_is_lost and grounds.found.margin < DECIDED:
        return ["undecided: the readings do not tell which text was first"]
    if parent.witness is not None and grounds.clue(parent.witness).is_origin:
        return ["the page of the text's own publisher"]
    if parent.witness is None:
        return ["has no significant change that another witness made"]
    return ["all that differs is explained as change of this text"]


def _shared(
    heaviest: Sequence[Character], below: States, grounds: Grounds, is_inner: bool, sigil: str
) -> list[str]:
    if not is_inner or not heaviest:
        return []
    places = "a change" if len(heaviest) == 1 else f"{len(heaviest)} changes"
    origin = grounds.states(grounds.found.root)
    at = {id(each): number for number, each in enumerate(grounds.characters)}
    examples = [
        show_change(each, int(origin[at[id(each)]]), int(below[at[id(each)]]))
        for each in heaviest[:_EXAMPLES]
    ]
    return [f"has {places} that {sigil} made: {'; '.join(examples)}"]


def show_change(character: Character, before: int, after: int) -> str:
    """Return a change in words."""
    if character.kind == "passage":
        text = _short(character.readings[1])
        return f"the passage “{text}” {'added' if after else 'dropped'}"
    if character.kind == "order":
        return "a passage moved"
    old, new = (_short(character.readings[state]) for state in (before, after))
    if not old:
        return f"“{new}” added"
    return f"“{new}” for “{old}”" if new else f"“{old}” left out"


def _short(text: str) -> str:
    words = text.strip("“”\"'").split()
    return " ".join(words[:_LONGEST_EXAMPLE]) + ("…" if len(words) > _LONGEST_EXAMPLE else "")


def _own(above: States, below: States, grounds: Grounds) -> list[str]:
    changed = (above != below) & (above != UNKNOWN) & (below != UNKNOWN)
    counts = dict.fromkeys(("dropped", "added", "marks", "wordings", "moved"), 0)
    for at in np.flatnonzero(changed):
        character = grounds.characters[int(at)]
        old, new = (character.readings[states[at]] for states in (above, below))
        if character.kind == "order":
            counts["moved"] += 1
        elif character.kind == "passage":
            counts["added" if below[at] else "dropped"] += 1
        elif _lost_mark(old, new):
            counts["marks"] += 1
        else:
            counts["wordings"] += 1
    phrases = {
        "dropped": "leaves out {}",
        "added": "adds {} of its own",
        "marks": "lost a quotation mark in {}, a copy's fault",
        "wordings": "differs in {} of wording or type",
        "moved": "moved {}",
    }
    nouns = {"marks": "place", "wordings": "place"}
    return [
        phrases[kind].format(_count(number, nouns.get(kind, "passage")))
        for kind, number in counts.items()
        if number
    ]


def _lost_mark(old: str, new: str) -> bool:
    before, after = fold_reading(old), fold_reading(new)
    return (
        before != after
        and before.replace('"', "") == after.replace('"', "")
        and len(before) > len(after)
    )


def _dates(parent: Node, child: Node, sigla: Mapping[Node, str], grounds: Grounds) -> list[str]:
    if parent.witness is None or child.witness is None:
        return []
    if grounds.is_later(child.witness, parent.witness):
        return [f"published after {sigla[parent]}"]
    if grounds.is_too_early(child.witness, parent.witness):
        return [f"dated before {sigla[parent]}, which the readings outweigh"]
    return []


def _share(parent: Node, child: Node, grounds: Grounds) -> float:
    """Return the share of the words below that stand above too."""
    at = dict.fromkeys(child.witnesses())
    first = child.witness if child.witness is not None else next(iter(at))
    own = same = 0
    for column in grounds.collation.columns:
        reading = column.readings[first]
        if not reading:
            continue
        own += 1
        others = (
            [column.readings[parent.witness]]
            if parent.witness is not None
            else [each for number, each in enumerate(column.readings) if number != first]
        )
        same += any(each and fold_reading(each) == fold_reading(reading) for each in others)
    return round(same / own, 3) if own else 0.0


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"


def _list(sigla: Sequence[str]) -> str:
    if len(sigla) > 4:
        return f"{', '.join(sigla[:3])} and {len(sigla) - 3} more"
    return " and ".join((", ".join(sigla[:-1]), sigla[-1]) if len(sigla) > 1 else sigla)
