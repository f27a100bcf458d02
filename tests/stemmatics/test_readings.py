"""Plain tables of readings: the entry for classical stemmatology."""

import random
import time

import pytest

from variorum.errors import OptionError
from variorum.model import Moment, Stemma
from variorum.stemmatics import Clue, build_stemma, table_of_readings

PLACES = 40


def rows_of(*books: dict[int, str | None]) -> list[list[str | None]]:
    """Return the table of books given by where they leave the wording "w0", "w1", …"""
    return [[book.get(at, f"w{at}") for book in books] for at in range(PLACES)]


def exemplars(stemma: Stemma) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for edge in stemma.edges:
        found.setdefault(edge.target, set()).add(edge.origin)
    return found


B: dict[int, str | None] = {1: "", 5: "x", 9: "y", 30: "z"}
C: dict[int, str | None] = {**B, 12: "", 14: "v", 20: "u"}
D: dict[int, str | None] = {3: "", 7: "q", 25: "r", 33: "s"}
E: dict[int, str | None] = {**D, 11: "t", 18: "", 27: "o"}


def test_copies_of_copies_hang_on_what_they_were_copied_from() -> None:
    stemma = build_stemma(table_of_readings("ABCDE", rows_of({}, B, C, D, E)))
    assert exemplars(stemma) == {"B": {"A"}, "C": {"B"}, "D": {"A"}, "E": {"D"}}
    reasons = "; ".join(next(edge.reasons for edge in stemma.edges if edge.target == "C"))
    assert "that B brought in" in reasons and "left out" in reasons


def test_books_that_share_faults_go_back_to_a_lost_one() -> None:
    other: dict[int, str | None] = {**B, 2: "m", 4: "n", 6: ""}
    stemma = build_stemma(table_of_readings("ACFDE", rows_of({}, C, other, D, E)))
    lost = {node.sigil for node in stemma.nodes if not node.extant}
    found = exemplars(stemma)
    assert found["C"] == found["F"] and found["C"] <= lost


def test_a_gap_says_nothing() -> None:
    torn: dict[int, str | None] = {**C, **dict.fromkeys(range(21, 40), None)}
    stemma = build_stemma(table_of_readings("ABCDE", rows_of({}, B, torn, D, E)))
    assert exemplars(stemma)["C"] == {"B"}
    edge = next(edge for edge in stemma.edges if edge.target == "C")
    assert edge.shared is not None and edge.shared < 1


def test_who_has_the_faults_of_two_lines_drew_on_both() -> None:
    mixed: dict[int, str | None] = {**C, 7: "q", 25: "r", 33: "s", 11: "t", 27: "o"}
    stemma = build_stemma(table_of_readings("ABCDEF", rows_of({}, B, C, D, E, mixed)))
    assert exemplars(stemma)["F"] == {"C", "E"}
    second = [edge for edge in stemma.edges if edge.target == "F"][1]
    assert "readings with it" in second.reasons[0]


def test_codes_serve_as_well_as_words_and_the_order_of_places_does_not_matter() -> None:
    rows = rows_of({}, B, C, D, E)
    coded = [[None if each is None else f"{row.index(each)}" for each in row] for row in rows]
    said = [build_stemma(table_of_readings("ABCDE", each)) for each in (coded, coded[::-1])]
    lines = [{frozenset((e.origin, e.target)) for e in stemma.edges} for stemma in said]
    assert lines[0] == lines[1] == {frozenset(each) for each in ("AB", "BC", "AD", "DE")}


def test_a_clue_sets_the_root() -> None:
    clues = {"C": Clue(is_origin=True)}
    stemma = build_stemma(table_of_readings("ABCDE", rows_of({}, B, C, D, E)), clues=clues)
    assert stemma.root == "C"
    early, late = Moment("1321-05-02", "day"), Moment("1421-05-02", "day")
    clues = {"A": Clue(early), "B": Clue(late)}
    stemma = build_stemma(table_of_readings("AB", rows_of({}, B)), clues=clues)
    assert stemma.root == "A"


def test_a_lost_original_is_set_above_the_root_if_told_so() -> None:
    table = table_of_readings("ABCDE", rows_of({}, B, C, D, E))
    stemma = build_stemma(table, root_is_lost=True)
    assert stemma.root == "α"
    assert exemplars(stemma)["A"] == {"α"}


def test_small_tables() -> None:
    assert build_stemma(table_of_readings("A", [["x"], ["y"]])) == Stemma()
    assert build_stemma(table_of_readings([], [])) == Stemma()
    same = build_stemma(table_of_readings("ABC", [["x", "x", "x"]]))
    assert len(same.edges) >= 2
    assert same.root is not None


def test_a_table_must_be_whole() -> None:
    with pytest.raises(OptionError, match="place 2"):
        table_of_readings("AB", [["x", "y"], ["x"]])
    with pytest.raises(OptionError, match="one name"):
        table_of_readings(["A", "A"], [])


def test_sixty_books_of_fifteen_hundred_places_take_seconds() -> None:
    chance = random.Random(3)
    books: list[dict[int, str | None]] = [{}]
    for _ in range(59):
        above = chance.choice(books)
        books.append(
            {**above, **{chance.randrange(1500): f"v{chance.randrange(3)}" for _ in range(30)}}
        )
    rows = [[book.get(at, "w") for book in books] for at in range(1500)]
    names = [f"{number:02d}" for number in range(60)]
    began = time.process_time()
    stemma = build_stemma(table_of_readings(names, rows))
    # Two seconds on the slow machine it was written on.
    assert time.process_time() - began < 15
    right = sum(edge.origin in names for edge in stemma.edges)
    assert right > 40
