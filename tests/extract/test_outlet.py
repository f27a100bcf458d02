"""The outlet, proven by the page alone."""

import pytest

from variorum.extract import extract_article
from variorum.extract.fields.outlet import outlet_key

from .pages import capture

BODY = """
Old Quay bridge closes for a year

March 14, 2021

The council of Tornau closed the Old Quay bridge on Monday for a year, after engineers found rust.

Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks feared for their trade.

The council said that a free boat would carry walkers across the river every ten minutes from six o'clock.
"""


def outlet(top: str, foot: str) -> str | None:
    below = "More news\nOwls counted again\nA bakery that opens at night\nComments (0)"
    return extract_article(capture(f"{top}\n{BODY}\n{below}\n\n{foot}\n")).outlet


@pytest.mark.parametrize(
    "foot",
    [
        "© Tornau Gazette 2021",
        "© 2021 Tornau Gazette",
        "© 2021 Tornau Gazette · Terms · Privacy",
        "© 2021 Tornau Gazette | Terms",
        "© 2021 Tornau Gazette. No part of this page may be reproduced.",
        "Copyright 2021 Tornau Gazette. All rights reserved.",
        "Copyright © 2019-2021, Tornau Gazette, all rights reserved",
        "Tornau Gazette is printed on Thursdays at the shop behind the old quay.",
        "Tornau Gazette, 3 Quay Lane, Tornau. Telephone 4 11 20.",
        "tornau gazette",
    ],
)
@pytest.mark.parametrize("top", ["Tornau Gazette\nTown · River · Sport", "Tornau Gazette"])
def test_masthead_and_foot_agree(top: str, foot: str) -> None:
    assert outlet(top, foot) == "Tornau Gazette"


def test_the_better_printing_is_taken() -> None:
    assert outlet("TORNAU GAZETTE", "© Tornau Gazette 2021") == "Tornau Gazette"


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("Tornau Gazette", "Contact us"),
        ("Menu", "© 2021 Tornau Gazette"),
        ("Town News\nRiver\nSport\nCulture", "Town News\nRiver\nSport\nCulture"),
    ],
)
def test_one_part_alone_proves_nothing(top: str, foot: str) -> None:
    assert outlet(top, foot) is None


def test_keys() -> None:
    assert outlet_key("The Tornau Gazette") == outlet_key("tornaugazette.example".split(".")[0])
