"""A traced text: which page carried it first is said as far as dates decide, and no further."""

from itertools import permutations
from pathlib import Path

import pytest

from tests.reuse.prose import article, paragraphs, prose
from variorum.archive import open_archive
from variorum.archive.precedence import places_of
from variorum.archive.readings import Reading
from variorum.archive.tracing import trace_text
from variorum.errors import OptionError
from variorum.model import Article, Moment, Trace
from variorum.stemmatics.clues import earliest

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"
SAID = "The lamp of the northern mole went out shortly after four, the keeper wrote."


def page(name: str, text: str, published: str | None) -> Article:
    return article(name, [prose(name), text], outlet=name, published=published)


def trace(text: str, *articles: Article) -> Trace:
    return trace_text(text, Reading(articles))


def outlets(traced: Trace) -> list[str | None]:
    return [each.outlet for each in traced.articles]


def test_oldest_first_and_undated_last() -> None:
    days = {"Third": "2031-05-09", "First": "2031-05-01", "Undated": None, "Second": "2031-05-05"}
    found = [page(name, SAID, day) for name, day in days.items()]
    traced = [trace(SAID, *each) for each in permutations(found)]
    assert outlets(traced[0]) == ["First", "Second", "Third", "Undated"]
    assert [each.places for each in traced[0].carriers] == [(1, 1), (2, 2), (3, 3), None]
    assert all(each.carriers == traced[0].carriers for each in traced)


def test_pages_of_one_day_have_no_order() -> None:
    found = [page(name, SAID, "2031-05-02") for name in ("One", "Other")]
    later = page("Later", SAID, "2031-05-06")
    traced = trace(SAID, *found, later)
    assert [each.places for each in traced.carriers] == [(1, 2), (1, 2), (3, 3)]


def test_zones_decide_or_leave_open() -> None:
    moments = [
        Moment("2031-05-02T09:00", "minute"),
        Moment("2031-05-02T09:10:00Z", "second"),
        Moment("2031-05-02T12:30+02:00", "minute"),
        Moment("2031-05-04", "day"),
    ]
    ordered = sorted(moments, key=earliest)
    places = dict(zip(ordered, places_of(ordered), strict=True))
    assert [places[each] for each in moments] == [(1, 3), (1, 2), (2, 3), (4, 4)]


def test_changes_are_named_and_type_is_none() -> None:
    changed = SAID.replace("four", "five").replace("keeper", "warden")
    retyped = SAID.upper().replace(" ", "\u00a0")
    traced = trace(
        SAID, page("Changed", changed, "2031-05-05"), page("Kept", retyped, "2031-05-01")
    )
    kept, other = traced.carriers
    assert kept.is_verbatim
    assert not other.is_verbatim
    (passage,) = other.passages
    assert [(each.before.strip(","), each.after.strip(",")) for each in passage.changes] == [
        ("four", "five"),
        ("keeper", "warden"),
    ]


def test_pages_without_the_text_are_counted_as_searched() -> None:
    traced = trace(SAID, page("One", SAID, None), article("Two", paragraphs("x", "y")))
    assert (traced.searched, len(traced.carriers)) == (2, 1)


def test_an_archive_traces_files(tmp_path: Path) -> None:
    archive = open_archive()
    pasted = tmp_path / "pasted.txt"
    pasted.write_text("at least 37 pasengers were treated for bruises", encoding="utf-8")
    traced = archive.trace(archive.pasted(str(pasted)), [str(PAGES)])
    assert len(traced.carriers) >= 3
    for carrier, found in zip(traced.carriers, traced.articles, strict=True):
        assert carrier.article == found.id
        for passage in carrier.passages:
            assert passage.carried is not None
            assert found.capture.text[slice(*passage.carried)].split() == passage.text.split()


def test_a_pasted_page_of_markup_is_its_article(tmp_path: Path) -> None:
    archive = open_archive()
    path = str(PAGES / "ansel-courier-ferry-aground.html")
    (found,) = archive.read([path]).articles
    assert archive.pasted(path) == found.text
    whole = archive.trace(found.text, [str(PAGES)])
    own = next(each for each in whole.carriers if each.article == found.id)
    assert own.text_share == 1.0
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(OptionError, match="empty"):
        archive.pasted(str(empty))
