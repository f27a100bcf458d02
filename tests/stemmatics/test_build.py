"""Stemmas from readings: who derives from whom, lost witnesses, what stays undecided."""

from variorum.collation import collate
from variorum.model import Moment, Stemma
from variorum.stemmatics import Clue, build_stemma

WIRE = (
    "Dockworkers in Port Selwyn walked out on Tuesday after talks over night shifts collapsed, "
    "the harbour board said.",
    "“We asked for nine hours of rest, and we were offered six,” union leader Marta Oduya told "
    "reporters at the gate.",
    "Some 1,400 containers were waiting to be unloaded by noon, twice as many as on a usual day, "
    "according to the board.",
    "The board’s chairman, Ilya Brandt, called the strike unlawful and said a court would hear "
    "the case on Friday.",
    "Port Selwyn handles a third of the republic’s grain exports and most of its fuel.",
)
DESK = (
    WIRE[0].replace("walked out", "downed tools").replace("collapsed", "broke down"),
    WIRE[1],
    WIRE[2],
    "In Tarn, shopkeepers said that they had fuel for four days and bread for two.",
    *WIRE[3:],
)
CREDITED = Clue(credits="Northwire")


def exemplars(stemma: Stemma) -> dict[str, str]:
    return {edge.target: edge.origin for edge in stemma.edges}


def reasons(stemma: Stemma, target: str) -> str:
    return "; ".join(next(edge.reasons for edge in stemma.edges if edge.target == target))


def test_two_copies_of_a_wire_derive_from_the_lost_wire() -> None:
    lost_marks = [text.lstrip("“") for text in WIRE]
    clues = {"A": CREDITED, "B": CREDITED}
    stemma = build_stemma(collate({"A": lost_marks, "B": WIRE}), clues=clues)
    assert exemplars(stemma) == {"A": "α", "B": "α"}
    assert [node.sigil for node in stemma.nodes if not node.extant] == ["α"]
    assert "lost a quotation mark" in reasons(stemma, "A")
    assert "Northwire" in reasons(stemma, "B")


def test_without_credits_a_lost_mark_shows_the_copy() -> None:
    lost_marks = [text.lstrip("“").replace("1,400 ", "") for text in WIRE[:4]]
    stemma = build_stemma(collate({"A": lost_marks, "B": WIRE}))
    assert exemplars(stemma) == {"A": "B"}


def test_a_copy_of_an_edited_copy_inherits_its_changes() -> None:
    pages = {
        "A": WIRE,
        "B": DESK,
        "C": (*DESK[:3], DESK[3].replace("four", "five"), *DESK[4:]),
        "D": WIRE[:4],
        "E": (*WIRE[:2], *WIRE[3:]),
    }
    stemma = build_stemma(collate(pages), clues=dict.fromkeys(pages, CREDITED))
    assert exemplars(stemma) == {"A": "α", "B": "α", "C": "B", "D": "α", "E": "α"}
    assert "downed tools" in reasons(stemma, "C") or "In Tarn" in reasons(stemma, "C")


def test_two_that_share_changes_and_have_own_ones_go_back_to_a_lost_copy() -> None:
    pages = {
        "A": WIRE,
        "B": (*DESK[:2], DESK[2].replace("noon", "midday"), *DESK[3:]),
        "C": (*DESK[:5], DESK[5].replace("grain", "wheat")),
        "D": (WIRE[1], *WIRE[2:]),
        "E": (WIRE[0].replace("Tuesday", "Monday"), *WIRE[1:]),
        "F": WIRE[:4],
        "G": (*WIRE[:3], WIRE[4]),
    }
    stemma = build_stemma(collate(pages), clues=dict.fromkeys(pages, CREDITED))
    assert {each for each, origin in exemplars(stemma).items() if origin == "β"} == {"B", "C"}
    assert {exemplars(stemma)[each] for each in "ADEFGβ"} == {"α"}


def test_the_same_text_twice_hangs_beside_itself() -> None:
    pages = {"A": WIRE, "B": WIRE, "C": WIRE[:3]}
    stemma = build_stemma(collate(pages), clues=dict.fromkeys(pages, CREDITED))
    assert exemplars(stemma) == {"A": "α", "B": "α", "C": "α"}
    assert "word for word the same text as B" in reasons(stemma, "A")


def test_the_agency_s_own_page_is_the_root() -> None:
    pages = {"A": WIRE, "B": DESK, "C": WIRE[:3]}
    clues = {"A": Clue(is_origin=True), "B": CREDITED, "C": CREDITED}
    stemma = build_stemma(collate(pages), clues=clues)
    assert stemma.root == "A"
    assert exemplars(stemma) == {"B": "A", "C": "A"}


def test_a_later_page_is_not_the_exemplar_of_an_earlier() -> None:
    tail = (*DESK[:4],)
    early = Moment("2031-05-02T08:00:00Z", "second")
    late = Moment("2031-05-04T08:00:00Z", "second")
    pages = {"A": WIRE, "B": DESK, "C": tail, "D": WIRE[1:], "E": WIRE[:3]}
    clues = {"A": CREDITED, "B": Clue(late, "Northwire"), "C": Clue(early, "Northwire")}
    assert exemplars(build_stemma(collate(pages), clues=clues))["C"] != "B"
    clues = {"A": CREDITED, "B": Clue(early, "Northwire"), "C": Clue(late, "Northwire")}
    stemma = build_stemma(collate(pages), clues=clues)
    assert exemplars(stemma)["C"] == "B"
    assert "published after B" in reasons(stemma, "C")


def test_swapped_words_alone_decide_nothing() -> None:
    pages = {"A": WIRE, "B": [text.replace("noon", "midday") for text in WIRE]}
    stemma = build_stemma(collate(pages))
    assert all(edge.confidence < 0.5 for edge in stemma.edges)
    assert "undecided" in reasons(stemma, stemma.edges[0].target)


def test_one_witness_has_no_stemma() -> None:
    assert build_stemma(collate({"A": WIRE})) == Stemma()


def test_a_page_that_names_another_derives_from_it() -> None:
    pages = {"A": WIRE, "B": (*WIRE[:3], WIRE[4]), "C": WIRE[:3]}
    clues = {"A": CREDITED, "B": CREDITED, "C": Clue(names="B")}
    stemma = build_stemma(collate(pages), clues=clues)
    assert exemplars(stemma)["C"] == "B"
    assert "names B" in reasons(stemma, "C")


def test_revisions_grow_and_copies_shrink() -> None:
    longer = (*WIRE[:2], WIRE[2] + " Nobody could say when work would begin again.", *WIRE[3:])
    collation = collate({"A": WIRE, "B": longer})
    assert exemplars(build_stemma(collation, practice="revising")) == {"B": "A"}
    shorter = collate({"A": WIRE, "B": (WIRE[0], *WIRE[2:4])})
    assert exemplars(build_stemma(shorter, practice="copying")) == {"B": "A"}


def test_the_stemma_does_not_depend_on_the_order_of_pages() -> None:
    pages = {"A": WIRE, "B": DESK, "C": DESK[:4], "D": WIRE[1:], "E": WIRE[:3]}
    clues = dict.fromkeys(pages, CREDITED)
    backwards = dict(reversed(pages.items()))
    assert build_stemma(collate(pages), clues=clues) == build_stemma(
        collate(backwards), clues=clues
    )
