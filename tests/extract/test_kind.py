"""The kind of a page: one article, several, or none."""
# ruff: noqa: E501 - a page's paragraph is one line

import pytest

from variorum.extract.body.text_body import Body, recover_body
from variorum.extract.lines import split_lines

ENTRIES = (
    "Rescuers in the Harn valley said they had reached the last of the cut-off farms shortly before noon on Monday.",
    "The interior minister, Paula Grieg, told reporters that two bridges would be rebuilt before the winter.",
    "Trains between Harn and the coast will not run until Thursday, the railway company said in a statement.",
    "A dam above the town of Lissel held overnight although the lake rose by a metre, engineers said.",
)


def recovered(text: str) -> Body:
    return recover_body(split_lines(text), text)


def test_a_live_report_is_an_aggregate() -> None:
    entries = "\n___\n".join(
        f"{hour}:20 p.m.\n{entry}\n{ENTRIES[(hour + 1) % 4]}"
        for hour, entry in enumerate(ENTRIES * 2, start=1)
    )
    text = f"The Latest: Floods in the Harn valley\nHARN — The Latest on the floods (all times local):\n{entries}"
    body = recovered(text)
    assert body.kind == "aggregate"
    assert body.paragraphs
    assert body.reasons


def test_a_gallery_is_no_article() -> None:
    captions = "\n".join(
        f"Image {number} of 8\nA boat is moored before the flooded town hall of Harn on May {number}, 2021.\nPhoto: Ivo Ramm, Valley Press"
        for number in range(1, 9)
    )
    body = recovered(f"Floods in the Harn valley\nFullscreen\n{captions}\nNext slide")
    assert body.kind == "none"
    assert not body.paragraphs


def test_the_notice_of_a_film_is_no_article() -> None:
    text = (
        "Watch: Floods in Harn\nNow playing\nRescuers show the flooded square of Harn from a boat.\n"
        "Trending videos\nClose"
    )
    assert recovered(text).kind == "none"


TITLES = (
    "Harn valley cut off by second flood",
    "Two bridges to be rebuilt before winter",
    "Railway stops all trains to the coast",
    "Dam above Lissel holds through the night",
)


def test_a_row_of_openings_is_an_aggregate() -> None:
    for mark in ("Read more", "May 3, 2021", "Valley Press · 3 hours ago"):
        row = "\n".join(
            f"News\n{title}\n{entry}\n{mark}" for title, entry in zip(TITLES, ENTRIES, strict=True)
        )
        body = recovered(f"Lissel Courier\nMenu\n{row}\nContact us\n© 2021 Lissel Courier")
        assert body.kind == "aggregate", mark


def test_teasers_around_an_article_make_no_front() -> None:
    article = "\n".join((*ENTRIES, *ENTRIES[::-1]))
    row = "\n".join(
        f"{title}\n{entry}\nRead more" for title, entry in zip(TITLES, ENTRIES, strict=True)
    )
    body = recovered(
        f"Lissel Courier\nThe valley after the water\nMay 3, 2021\n{article}\nMore news\n{row}"
    )
    assert body.kind == "article"


BRIEF = "Harn valley cut off by second flood\nBy Ivo Ramm\nMay 3, 2021\n" + "\n".join(ENTRIES[:2])
STUB = (
    "Two bridges to be rebuilt before winter\nBy Ivo Ramm\nMay 3, 2021\n"
    "The interior minister, Paula Grieg, said that two bridges in the valley would be…\n"
    "Subscribe to continue reading\nAlready a subscriber? Log in"
)
ABSENT = (
    "Page not found\nSorry, the page that you asked for cannot be found. It may have been moved or removed.\n"
    "Please try our search or go back to the home page."
)
LISTED = "News\n" + "\n".join(
    f"{title}\nMay {day}, 2021" for day, title in enumerate(TITLES * 3, 1)
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(BRIEF, "article"), (STUB, "none"), (ABSENT, "none"), (LISTED, "none"), ("", "none")],
    ids=["brief", "stub", "absent", "titles", "empty"],
)
def test_other_kinds(text: str, kind: str) -> None:
    assert recovered(text).kind == kind


def test_a_long_page_is_judged_in_time_that_grows_with_it() -> None:
    assert recovered("Read more " * 30_000).kind == "none"
    assert recovered("\n".join(["3 hours ago"] * 5_000)).kind == "none"
