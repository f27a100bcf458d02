"""The wordings of kinds of pages: hints pass over no line that has one of the forms."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.body import kind_wording
from variorum.extract.body.kind_wording import FILMS, LEADS_ON, PICTURES, Wording

WORDINGS = [each for each in vars(kind_wording).values() if isinstance(each, Wording)]


@pytest.mark.parametrize("wording", WORDINGS)
def test_each_form_has_a_hint(wording: Wording) -> None:
    @settings(max_examples=60, deadline=None, database=None)
    @given(st.from_regex(wording.forms))
    def check(written: str) -> None:
        joined = written.lower()
        lines = [line for line in joined.split("\n") if wording.forms.search(line)]
        assert wording.count_lines(joined) == len(lines)

    check()


def test_count_lines_once() -> None:
    assert PICTURES.count_lines("picture of a mill\nphoto 3 and photo 4\n3 of 7\ngallery") == 3
    assert FILMS.count_lines("watch the video\nthe watchman") == 1


def test_matches_stay_within_their_lines() -> None:
    assert [found.group() for found in LEADS_ON.matches("more\n»\nread more about eels")] == [
        "more",
        "read more",
    ]
    assert not list(Wording(re.compile("eel"), ("eels",)).matches("eel"))
