"""Changes between two renderings, classed and graded. All sentences are invented."""

import pytest

from variorum.quotations import changes_between


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
