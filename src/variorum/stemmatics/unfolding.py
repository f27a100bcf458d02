"""From the cheapest tree to the one that is told: what copies owe each other, and what a lost text."""

from collections.abc import Sequence

from .grounds import Grounds, rooted
from .search import Found
from .tree import Node

# An editor adds a sentence or two of his own; so many new ones are a state of the text that its
# supplier sent out. Not measured beyond that: accounts grown for measuring add one paragraph a copy.
_NEW_STATE = 3
# Confidence in the root under which no witness is called the exemplar of the others.
_DECIDED = 0.5


def give_back(grounds: Grounds) -> Found:
    """Return the tree in which no witness stands where its supplier's text, or a lost one, should.

    Who credits the agency for what he has in common with others who do, has it from the agency.
    And where nothing tells which text was first, their common ancestor is lost.
    """
    found = grounds.found
    states = dict(found.states)
    root = found.root
    for node in list(root.walk()):
        above = next((each for each in root.walk() if node in each.children), None)
        if above is not None and _is_agencys(node, above, grounds):
            lost = Node(None, [Node(node.witness), *node.children])
            states[lost] = states[node]
            above.children = [lost if each is node else each for each in above.children]
    if root.witness is not None and not _is_told(root.witness, grounds):
        lost = Node(None, [Node(root.witness), *root.children])
        states[lost] = states[root]
        return Found(lost, states, found.cost, 0.0)
    return Found(root, states, found.cost, found.margin)


def _is_agencys(node: Node, above: Node, grounds: Grounds) -> bool:
    """Tell whether what a witness and those below it have in common is a state of their agency's text."""
    copies = [each.witness for each in node.children if each.witness is not None]
    if node.witness is None or not copies or not _credit_alike((node.witness, *copies), grounds):
        return False
    before, after = grounds.states(above), grounds.states(node)
    columns = grounds.collation.columns
    new = {
        columns[at].sentence
        for number, each in enumerate(grounds.characters)
        if each.kind == "passage" and before[number] == 0 and after[number] == 1
        for at in range(each.begin, each.end)
        if grounds.base[at]
    }
    return len(new) >= _NEW_STATE


def _credit_alike(witnesses: Sequence[int], grounds: Grounds) -> bool:
    clues = [grounds.clue(each) for each in witnesses]
    return len({each.credits for each in clues} | {each.names for each in clues}) == 2 and all(
        each.credits and not each.names for each in clues
    )


def _is_told(witness: int, grounds: Grounds) -> bool:
    """Tell whether anything says that a witness is the exemplar of all others."""
    if grounds.clue(witness).is_origin or any(
        clue.names == grounds.collation.witnesses[witness] for clue in grounds.clues.values()
    ):
        return True
    alike = grounds.copies.get(witness, ())
    if alike and (
        not grounds.clue(witness).is_signed or any(grounds.clue(each).is_signed for each in alike)
    ):
        # Of pages that read the same any may be the exemplar.
        return False
    return rooted(grounds.found.margin) >= _DECIDED


def unfold(root: Node, grounds: Grounds) -> Node:
    """Hang the witnesses that read the same: under the earliest of them, or side by side.

    What equals the root's text was copied from it by each, and so was what they credit to one
    agency; what they changed alike, one had from the other: from the earliest if all are dated,
    otherwise from a lost one. Who names another of them as where he has the text from is believed.
    """
    for node in list(root.walk()):
        if node.witness is None or not grounds.copies.get(node.witness):
            continue
        same, naming = _part(node.witness, grounds)
        named = Node(node.witness, naming)
        if not same:
            node.children = [*node.children, *naming]
            continue
        alike = _credit_alike((node.witness, *same), grounds)
        dated = not alike and all(grounds.clue(each).published for each in (node.witness, *same))
        above = next((each for each in root.walk() if node in each.children), None)
        changed = grounds.has_own_text(node)
        if above is None or (dated and changed):
            node.children = [*node.children, *naming, *(Node(each) for each in same)]
        elif not node.children and (not changed or _is_same_text(above, node, grounds)):
            node.children = naming
            above.children.extend(Node(each) for each in same)
        else:
            node.children = [named, *(Node(each) for each in same), *node.children]
            node.witness = None
    return root


def _part(witness: int, grounds: Grounds) -> tuple[list[int], list[Node]]:
    """Return those that read the same as a witness, and apart from them those that name it."""
    sigil = grounds.collation.witnesses[witness]
    same = grounds.copies[witness]
    naming = [each for each in same if grounds.clue(each).names == sigil]
    return [each for each in same if each not in naming], [Node(each) for each in naming]


def _is_same_text(above: Node, node: Node, grounds: Grounds) -> bool:
    """Tell whether a node reads what the lost one above it read."""
    change = grounds.table.change(grounds.states(above), grounds.states(node))
    return above.witness is None and not change.sum()
