"""Sentences that stand in the report and on the desk alike."""

import pytest

from variorum.export.wording import independence_sentence
from variorum.model import Story, StoryId


@pytest.mark.parametrize(
    ("houses", "reasons", "told"),
    [
        (0, (), "From which houses they come is not known."),
        (1, (), "Known to come from one house."),
        (2, (), "Known to come from two different houses."),
        (2, ("one unknown",), "Known to come from two different houses (one unknown)."),
    ],
)
def test_houses_are_told_in_plain_words(houses: int, reasons: tuple[str, ...], told: str) -> None:
    story = Story(
        id=StoryId("s"),
        headline="",
        event_date=None,
        accounts=(),
        houses=houses,
        house_reasons=reasons,
    )
    assert independence_sentence(story) == told
