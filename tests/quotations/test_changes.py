"""Changes between two renderings, classed and graded. All sentences are invented."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from variorum.quotations import changes_between
from variorum.quotations.changes import differ_throughout, headline_changes

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "renderings" / "changes.toml").read_text("utf-8")
)["case"]
MIRRORED = {"addition": "omission", "omission": "addition"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["other"])
def test_case(case: dict[str, Any]) -> None:
    found = [each.kind for each in changes_between(case["one"], case["other"])]
    assert found == case["kinds"]
    if not case.get("one_way"):
        back = [each.kind for each in changes_between(case["other"], case["one"])]
        assert back == [MIRRORED.get(kind, kind) for kind in case["kinds"]]


@pytest.mark.parametrize(
    ("fullest", "rendering", "kinds"),
    [
        ("We will not leave the valley", "We will not leave the valley,", []),
        ("Belm‘s coal is ours", "Belm's coal is ours", []),
        ("We will not leave", "We will leave", ["negation"]),
        ("We can leave now", "We can't leave now", ["negation"]),
        ("Some 2,500 barges came", "Some 3,500 barges came", ["figure"]),
        ("The colour of coal", "The color of coal", ["orthographic"]),
        (
            "Even the sight of one barge is too much",
            "The sight of even one barge is too much",
            ["transposition"],
        ),
        ("They spared their partners", "They spared their allies", ["lexical"]),
        ("We dig coal. We sell it dear.", "We sell it dear.", ["truncation"]),
        ("We dig coal. We sell it dear.", "We dig coal.", ["truncation"]),
        ("We dig black coal here", "We dig coal here", ["omission"]),
        ("We dig coal here", "We dig black coal here", ["addition"]),
        ("He mines coal", "He mined coal", ["grammatical"]),
    ],
)
def test_kinds(fullest: str, rendering: str, kinds: list[str]) -> None:
    assert [change.kind for change in changes_between(fullest, rendering)] == kinds


@pytest.mark.parametrize(
    ("fullest", "rendering", "grade"),
    [
        ("We will not leave", "We will leave", "alters meaning"),
        ("All 40 barges sank", "All 14 barges sank", "alters meaning"),
        ("We leave if they pay", "We leave when they pay", "alters meaning"),
        ("We go. But we return if they ask.", "We go.", "alters meaning"),
        ("We dig black coal here", "We dig coal here", "notable"),
        ("The colour of coal", "The color of coal", "harmless"),
    ],
)
def test_grades(fullest: str, rendering: str, grade: str) -> None:
    changes = changes_between(fullest, rendering)
    assert {change.grade for change in changes} == {grade}
    assert all(change.reason for change in changes)


@pytest.mark.parametrize(
    ("fullest", "rendering", "grade"),
    [
        ("We may leave the valley", "We will leave the valley", "alters meaning"),
        ("We must leave the valley", "We may leave the valley", "alters meaning"),
        ("We won the harbour back", "We lost the harbour back", "alters meaning"),
        ("Some of us will stay", "All of us will stay", "alters meaning"),
        ("We pay, but only if they ask us first.", "We pay.", "alters meaning"),
        ("We pay them. But the harbour is a fine place to be.", "We pay them.", "notable"),
        ("If they ask us first, we pay them all", "we pay them all", "alters meaning"),
        (
            "We saw the men, the dogs and the boats that day",
            "We saw the men … that day",
            "harmless",
        ),
        ("We want peace and bread for our children", "We want peace …", "harmless"),
        ("We want peace and bread for our children", "We want peace", "notable"),
        ("He told us everything", "He [Mayor Moor] told us everything", "harmless"),
        ("We mended the pier for them", "They mended the pier for them", "notable"),
        ("Was it the mayor? He left", "Was it the mayor. He left", "notable"),
    ],
)
def test_more_grades(fullest: str, rendering: str, grade: str) -> None:
    changes = changes_between(fullest, rendering)
    assert {change.grade for change in changes} == {grade}
    assert all(change.reason for change in changes)


def test_two_changes_side_by_side_are_two() -> None:
    found = changes_between(
        "The harbour was full of old boats and two men sang",
        "The harbor was full of boats and three men sang",
    )
    assert [each.kind for each in found] == ["orthographic", "omission", "figure"]


def test_a_word_that_moved_may_stand_beside_another_change() -> None:
    found = changes_between(
        "Yesterday the boats came home and we had a feast for all the crews",
        "The boats came home yesterday and we had a meal for all the crews",
    )
    assert [each.kind for each in found] == ["transposition", "lexical"]


def test_a_piece_within_reported_speech_is_not_charged_with_what_it_leaves_out() -> None:
    full = "We will mend the pier, the lamp and the bell before the winter storms come back"
    (first, last) = changes_between(full, "the lamp and the bell", piece=True)
    assert {first.kind, last.kind} == {"truncation"}
    assert {first.grade, last.grade} == {"harmless"}


def test_a_rendering_that_quotes_on_is_not_charged_with_adding() -> None:
    (change,) = changes_between(
        "The boats will sail on Monday if the wind allows",
        "The boats will sail on Monday if the wind allows, and we will all be there to see it",
    )
    assert (change.kind, change.grade) == ("addition", "harmless")


def test_a_fragment_is_compared_with_its_own_place() -> None:
    full = (
        "The boats will sail on Monday. The old men will not sail, and the young men know that "
        "the sea forgives nobody. We shall see how the harbour looks when all of this is over."
    )
    kinds = [
        each.kind for each in changes_between(full, "the young men know the sea forgives none")
    ]
    assert kinds[0] == kinds[-1] == "truncation"
    assert "negation" not in kinds


def test_title_case_is_no_change() -> None:
    assert (
        changes_between(
            "The sea forgives nobody who sails alone", "The Sea Forgives Nobody Who Sails Alone"
        )
        == ()
    )


def test_another_translation_differs_throughout() -> None:
    one = "Our people will never bow their heads before those who came to take the land"
    other = "This nation shall not kneel in front of men that arrived here to seize its soil"
    assert differ_throughout(one, other)
    assert not differ_throughout(one, one.replace("never", "always"))


def test_headlines_show_one_change_at_the_most_unless_it_matters() -> None:
    full = "We are going to mend the old pier before the first of the winter storms comes back"
    assert headline_changes(full, "mend the old pier") == ()
    assert len(headline_changes(full, "We Shall Mend Our Pier Before Storms Return")) == 1
    (change,) = headline_changes(full, "We are not going to mend the old pier")
    assert change.kind == "negation"
