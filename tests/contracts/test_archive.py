"""What an archive promises of its pages: states, ids that last, corrections, search, trace, lists."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.contracts.pages import EXAMPLES, example_captures, record, simulated
from tests.reuse.prose import paragraphs, prose
from variorum.archive import Archive
from variorum.errors import NotFoundError, OptionError
from variorum.export.html import render_html
from variorum.model import Capture, StoryId
from variorum.model.holding import Correction, StorySummary

Opener = Callable[[], Archive]

_FIRST = (
    "The harbour office of Tolvar closed its northern quay on Monday after divers found a crack, "
    "Ilmar Dask said, and ships were sent to Merrin until the stones are set again.\n\n"
    "“Nobody will unload there before the winter,” Dask told reporters at the quay.\n\n"
    "Some 400 dockers were sent home with half their pay, the union of dockers said."
)
_SECOND = _FIRST.replace("Some 400 dockers", "Some 600 dockers").replace(
    "before the winter", "before the spring"
)
_URL = "https://tolvar-post.example/quay"


def quay(text: str, hour: int) -> Capture:
    return record(
        text,
        headline="Tolvar closes its northern quay",
        outlet="Tolvar Post",
        url=_URL,
        published="2031-05-05T08:00",
        taken_at=f"2031-05-05T{hour:02d}:30:00+00:00",
    )


@pytest.fixture
def archive(open_stored: Opener) -> Archive:
    made = open_stored()
    made.add_captures(example_captures())
    return made


def test_a_second_state_takes_the_place_of_the_first(open_stored: Opener) -> None:
    for order in ((_FIRST, 9), (_SECOND, 11)), ((_SECOND, 11), (_FIRST, 9)):
        archive = open_stored()
        for text, hour in order:
            archive.add_captures([quay(text, hour)])
        states = archive.captures_of(_URL)
        assert [state.is_current for state in states] == [False, True]
        changes = [(change.before, change.after) for change in states[1].changes]
        assert len(changes) == 2
        assert "600 dockers" in changes[1][1]
        summary = next(each for each in archive.stories().rows if "quay" in (each.headline or ""))
        assert summary.pages == 1
        assert archive.story(summary.id).articles[0].id == states[1].article.id
        older = archive.article(states[0].article.id)
        assert not older.is_current
        assert older.current == states[1].article.id
        assert archive.search('"600 dockers"').rows
        assert not archive.search('"400 dockers"').rows
        assert not archive.check().problems


def test_any_id_that_a_story_or_account_had_still_leads_to_it(open_stored: Opener) -> None:
    archive = open_stored()
    stories: set[str] = set()
    accounts: dict[str, str] = {}
    captures = [*simulated(5, 3), *example_captures()]
    for begin in range(0, len(captures), 3):
        archive.add_captures(captures[begin : begin + 3])
        for summary in archive.stories(limit=500).rows:
            stories.add(summary.id)
            for account in archive.story(summary.id).stories[0].accounts:
                accounts[account.id] = account.articles[0]
    now = {each.id for each in archive.stories(limit=500).rows}
    assert stories > now
    assert {archive.story(id).stories[0].id for id in stories} <= now
    for id, article in accounts.items():
        assert article in archive.account(id).account.articles


def test_a_story_is_a_comparison_that_a_report_can_show(archive: Archive) -> None:
    comparison = archive.story(archive.stories().rows[0].id)
    assert comparison.stories[0].utterances
    assert comparison.stories[0].ledger
    assert comparison.alignments
    assert "<html" in render_html(comparison)


def test_stories_come_in_pages(archive: Archive) -> None:
    everything = archive.stories().rows
    paged: list[StorySummary] = []
    after = None
    while True:
        page = archive.stories(limit=1, after=after)
        assert page.total == len(everything)
        paged += page.rows
        after = page.next
        if after is None:
            break
    assert tuple(paged) == everything
    ranks = [(-each.houses, -each.accounts) for each in everything]
    assert ranks == sorted(ranks)
    with pytest.raises(OptionError):
        archive.stories(after="nonsense")


def test_stories_of_a_day_an_outlet_an_agency(archive: Archive) -> None:
    day = archive.days()[0]
    assert len(archive.stories(day=day.day).rows) == day.stories
    outlet = archive.outlets()[0]
    assert len(archive.stories(outlet=outlet.name).rows) == outlet.stories
    told = next(each for each in archive.stories().rows if each.agencies)
    assert told in archive.stories(agency=told.agencies[0]).rows
    assert not archive.stories(agency="Nobody's Agency").rows


def test_search_marks_what_it_found(archive: Archive) -> None:
    page = archive.search('"ran aground"', limit=3)
    assert len(page.rows) == 3
    for hit in page.rows:
        text = archive.article(hit.article).article.capture.text
        assert text[hit.begin : hit.end] == hit.snippet
        assert hit.marks
        assert all(text[b:e].casefold() == "ran aground" for b, e in hit.marks)
    after = archive.search('"ran aground"', limit=3, after=page.next).rows
    assert {each.article for each in after}.isdisjoint({each.article for each in page.rows})
    assert not archive.search('"aground ran"').rows
    for odd in ('"', "-", "AND OR NOT", "near(", "a'b\"c*", "ferry -aground", "%;--", "\0"):
        archive.search(odd)


def test_search_by_day_outlet_and_own_text(archive: Archive) -> None:
    everything = archive.search("ferry", limit=100).rows
    own = archive.search("ferry", limit=100, own_text_only=True).rows
    assert 0 < len(own) < len(everything)
    outlet = everything[0].outlet
    assert {each.outlet for each in archive.search("ferry", outlet=outlet).rows} == {outlet}
    later = archive.search("ferry", date_from="2025-10-17", limit=100).rows
    assert later
    assert all((each.published or "") >= "2025-10-17" for each in later)


def test_trace_finds_what_it_finds_among_pages(archive: Archive) -> None:
    article = archive.story(archive.stories().rows[0].id).articles[0]
    text = article.paragraphs[1].text
    found = archive.trace(text)
    assert {each.article for each in found.carriers} >= {article.id}
    among = archive.trace(text, [str(EXAMPLES)])
    assert {each.article for each in found.carriers} == {each.article for each in among.carriers}


def test_people_and_outlets(archive: Archive) -> None:
    assert not archive.people().rows
    archive.judge()
    page = archive.people(limit=2)
    assert len(page.rows) == 2
    assert archive.people(limit=2, after=page.next).rows[0] not in page.rows
    somebody = archive.person(page.rows[0].id)
    assert len(somebody.said) == somebody.summary.quotations
    outlet = archive.outlet(archive.outlets()[0].name)
    assert outlet.pages
    for ask in (archive.person, archive.outlet, archive.story, archive.account, archive.article):
        with pytest.raises(NotFoundError):
            ask("nothing of that name")


def test_a_story_is_judged_once_for_all_readers(open_stored: Opener) -> None:
    archive = open_stored()
    archive.add_captures(example_captures())
    widest = archive.stories().rows[0]
    assert not widest.judged
    comparison = archive.story(widest.id)
    assert archive.summary(widest.id).judged
    assert open_stored().summary(widest.id).judged
    assert open_stored().story(widest.id) == comparison
    # What was read of one page is kept, too, and is the same wherever it is read.
    other = archive.stories().rows[-1]
    (article,) = archive.story(other.id, wait=False).articles[:1]
    said = archive.article(article.id).quotations
    assert said == archive.quotations([article]).findings
    assert said == open_stored().article(article.id).quotations
    assert not archive.check().problems


def test_what_a_page_does_not_change_stays_judged(open_stored: Opener) -> None:
    def wire(name: str, outlet: str, day: str) -> Capture:
        # Both wires end in one background: they are found in one neighbourhood.
        text = "\n\n".join(paragraphs(f"{name} one", f"{name} two", "background", "more of it"))
        return record(
            text,
            headline=prose(f"headline {name}", 6),
            outlet=outlet,
            url=f"https://{outlet.lower()}.example/{name}",
            published=day,
        )

    archive = open_stored()
    first = [wire("quay", "Post", "2031-05-05"), wire("quay", "Herald", "2031-05-05")]
    archive.add_captures([*first, wire("tram", "Post", "2031-05-13")])
    quay, tram = archive.stories().rows
    assert (quay.pages, tram.pages) == (2, 1)
    archive.judge()
    archive.add_captures([wire("tram", "Herald", "2031-05-13")])
    assert archive.summary(quay.id) == replace(quay, judged=True)
    assert (archive.summary(tram.id).pages, archive.summary(tram.id).judged) == (2, False)


def test_corrections_last(open_stored: Opener) -> None:
    archive = open_stored()
    captures = example_captures()
    archive.add_captures(captures[:-1])
    one, other = archive.stories().rows[:2]
    first = archive.story(one.id).articles[0].id
    second = archive.story(other.id).articles[0].id
    joined = Correction("join", (first,), second, "Mara", "2031-05-06T10:00:00Z", "one affair")
    archive.correct(joined)
    together = archive.story(archive.article(first).story or StoryId(""))
    assert second in {each.id for each in together.articles}
    archive.add_captures(captures[-1:])
    archive = open_stored()
    assert archive.article(first).story == archive.article(second).story
    assert archive.corrections() == (joined,)
    split = Correction("split", (first,), None, "Olden", "2031-05-07T10:00:00Z")
    archive.correct(split)
    assert archive.article(first).story != archive.article(second).story
    archive.correct(Correction("move", (first,), second, "Mara", "2031-05-08T10:00:00Z"))
    assert archive.article(first).story == archive.article(second).story
    assert [each.who for each in archive.corrections()] == ["Mara", "Olden", "Mara"]
    assert not archive.check().problems
