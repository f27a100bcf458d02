"""Nodes that are states of the supplier's text are called so."""

from variorum.collation import collate
from variorum.model import Stemma
from variorum.stemmatics import Clue, build_stemma

from .test_build import CREDITED, WIRE

NEWS = (
    "Labour minister Anton Krebs flew to Port Selwyn in the evening, offered to mediate between the "
    "dockworkers and the board, and asked both sides to come to Tarn at once.",
    "“Nobody leaves the room before the cranes move,” Krebs said on arriving at the harbour gate.",
    "Two tankers were diverted to Cape Lorne, where the pilots had promised not to handle them, and "
    "a third lay at anchor off the breakwater with eleven thousand tonnes of fuel.",
)
UPDATE = (WIRE[0], NEWS[0], NEWS[1], *WIRE[1:3], NEWS[2], *WIRE[3:])
FIRST = {
    "A": WIRE,
    "B": (*WIRE[:2], WIRE[2].replace("noon", "midday"), *WIRE[3:]),
    "C": (WIRE[0].replace("walked out", "downed tools"), *WIRE[1:]),
}
SECOND = {
    "D": UPDATE,
    "E": (*UPDATE[:7], UPDATE[7].replace("grain", "wheat")),
    "F": (UPDATE[0].replace("collapsed", "broke down"), *UPDATE[1:]),
}


def states(stemma: Stemma) -> dict[str, str]:
    return {node.sigil: node.state for node in stemma.nodes if node.state}


def test_copies_of_the_first_version_and_of_an_update() -> None:
    pages = {**FIRST, **SECOND}
    stemma = build_stemma(
        collate(pages, by_sentence=True), clues=dict.fromkeys(pages, CREDITED), root_is_lost=True
    )
    assert states(stemma) == {"α": "first version", "β": "update 1"}
    exemplars = {edge.target: edge.origin for edge in stemma.edges}
    assert [exemplars[sigil] for sigil in "ABCDEF"] == ["α"] * 3 + ["β"] * 3
    reasons = next(edge.reasons for edge in stemma.edges if edge.target == "E")
    assert reasons[0] == "carries the update 1 of the text"


def test_one_state_has_no_name() -> None:
    for pages in (FIRST, SECOND):
        clues = dict.fromkeys(pages, CREDITED)
        stemma = build_stemma(collate(pages, by_sentence=True), clues=clues)
        assert states(stemma) == {}


def test_versions_that_credit_nobody_are_no_agency_s_states() -> None:
    pages = {**FIRST, **SECOND}
    stemma = build_stemma(collate(pages, by_sentence=True), clues=dict.fromkeys(pages, Clue()))
    assert states(stemma) == {}
