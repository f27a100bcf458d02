"""States: which nodes of a stemma are the first version and the updates of their supplier's text."""

from .grounds import Grounds
from .tree import Node

# An update brings at least so many words in passages of its own, some three sentences; a desk adds
# one paragraph of some thirty. Not measured beyond grown accounts.
_NEWS = 60
_FIRST = "first version"


def label_states(root: Node, grounds: Grounds) -> dict[Node, str]:
    """Return the states of the supplier's text among the nodes; none where there is but one.

    A state is lost, or its supplier's own page; at least two lines come from it, or one from it
    and one from what follows.
    """
    labels: dict[Node, str] = {}
    number = 0
    waiting = [(root, child) for child in root.children]
    while waiting:
        above, node = waiting.pop(0)
        if not _may_be_state(node, grounds) or not _credited(node, grounds):
            continue
        if _news(above, node, grounds) >= _NEWS:
            number += 1
            labels[node] = f"update {number}"
            waiting.extend((node, child) for child in node.children)
    if labels and _may_be_state(root, grounds):
        labels[root] = _FIRST
    return labels


def _may_be_state(node: Node, grounds: Grounds) -> bool:
    if node.witness is not None:
        return grounds.clue(node.witness).is_origin
    return len(node.children) > 1


def _credited(node: Node, grounds: Grounds) -> bool:
    """Tell whether those below a node credit one supplier, or are he."""
    clues = [grounds.clue(each) for each in node.witnesses()]
    credits = {clue.credits for clue in clues if clue.credits}
    return len(credits) == 1 or any(clue.is_origin for clue in clues)


def _news(above: Node, node: Node, grounds: Grounds) -> int:
    """Return the words of the passages that a node has and the one above it lacks."""
    before, after = grounds.states(above), grounds.states(node)
    return sum(
        len(character.readings[1].split())
        for at, character in enumerate(grounds.characters)
        if character.kind == "passage" and before[at] == 0 and after[at] == 1
    )
