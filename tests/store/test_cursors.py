"""Cursors of lists: what was given out is read back, what was made up is refused."""

import base64
import json

import pytest

from variorum.errors import OptionError
from variorum.store.lists import cursor_of, read_cursor


def made_up(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


def test_a_cursor_is_read_back() -> None:
    marks = (3, "2031-05-02", None, 1.5)
    assert read_cursor(cursor_of(marks), 4) == marks


@pytest.mark.parametrize("value", [[10**30], [{}], [[1]], [True], ["one", "two"], {"a": 1}, 7])
def test_a_made_up_cursor_is_refused(value: object) -> None:
    with pytest.raises(OptionError, match="no cursor of this list"):
        read_cursor(made_up(value), 1)


def test_noise_is_refused() -> None:
    with pytest.raises(OptionError, match="no cursor of this list"):
        read_cursor("%%%", 1)
