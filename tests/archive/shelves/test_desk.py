"""What only the desk asks: a day's copying, ledes, places and topics."""

from pathlib import Path

import pytest

from variorum.archive import Archive, open_archive
from variorum.archive.adding.sectioning import places_in
from variorum.archive.shelves.desk import Sections, copying_of, ledes_of

EXAMPLES = Path(__file__).parents[3] / "examples" / "pages"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    opened = open_archive(tmp_path_factory.mktemp("desk") / "examples.db")
    opened.add([str(EXAMPLES)])
    return opened


def test_a_day_tells_who_printed_whose_text(archive: Archive) -> None:
    flows = copying_of(archive, "2025-10-15")
    assert {flow.giver for flow in flows} == {"Vessland Press Agency"}
    assert all(flow.is_agency and flow.pages == 1 and flow.taker != flow.giver for flow in flows)
    assert copying_of(archive, "1999-01-01") == ()


def test_a_story_opens_as_its_earliest_page_does(archive: Archive) -> None:
    story = max(archive.stories().rows, key=lambda each: each.pages)
    lede = ledes_of(archive, [story.id, "0000"])[story.id]
    capture = archive.article(lede.article).article.capture
    assert lede.outlet == "The Ansel Courier"
    assert " ".join(capture.text[lede.begin : lede.end].split()) == " ".join(lede.text.split())


def test_sections_follow_what_is_added(tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "some.db")
    sections = Sections(archive)
    assert sections.names("place") == () and sections.pages("topic", "ferries") == ()
    archive.add([str(EXAMPLES)])
    places = dict(sections.names("place"))
    assert places["Port Ansel"] == len(sections.pages("place", "PORT ANSEL")) > 1
    assert sections.names("topic")


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("NETHER QUILL", ("Nether Quill",)),
        ("Nether Quill", ("Nether Quill",)),
        ("NETHER QUILL, Fenland", ("Nether Quill, Fenland",)),
        ("QUILL/NETHER QUILL", ("Quill", "Nether Quill")),
        ("QUILL, UK", ("Quill, UK",)),
        ("O'HARE/CUTLER'S HILL", ("O'Hare", "Cutler's Hill")),
        ("", ()),
        (" / ,", ()),
    ],
)
def test_a_place_is_one_however_it_is_set(dateline: str, places: tuple[str, ...]) -> None:
    assert places_in(dateline) == places
