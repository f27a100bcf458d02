"""Readers at once, and readers of an archive that somebody is writing to: each reads, and nobody waits."""

import time
from collections.abc import Callable
from threading import Barrier, Thread

import pytest

from tests.contracts.pages import example_captures
from tests.wide_story import add_wide_story
from variorum.archive import open_archive
from variorum.archive.judging import opening
from variorum.archive.judging.judging import Judged, Pages, judge
from variorum.model import Comparison
from variorum.store import Database

_READERS = 6


def test_readers_at_once_have_a_story_judged_once(
    new_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = open_archive(new_url())
    archive.add_captures(example_captures())
    story = archive.stories().rows[0].id
    judged: list[str] = []

    def counted(pages: Pages) -> Judged:
        judged.append(pages.story.id)
        time.sleep(0.1)
        return judge(pages)

    monkeypatch.setattr(opening, "judge", counted)
    found: list[Comparison] = []
    begin = Barrier(_READERS)

    def read() -> None:
        begin.wait()
        found.append(archive.story(story))

    readers = [Thread(target=read) for _ in range(_READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert judged == [story]
    assert found == [found[0]] * _READERS
    archive.close()


def test_a_wide_story_of_a_locked_archive_comes_at_once_and_is_judged_later(
    new_url: Callable[[], str],
) -> None:
    url = new_url()
    archive, writer = open_archive(url), Database(url)
    story = add_wide_story(archive)
    with writer.writing():
        first = archive.story(story, wait=False)
        assert "are being compared" in first.notes[0].text
        assert len(first.articles) == len(first.stories[0].articles)
        assert not archive.summary(story).judged
        # Lists, search and single pages are not kept out either.
        assert archive.search("harbour").rows
        assert archive.article(first.articles[0].id).story == story
    deadline = time.monotonic() + 60
    while archive.story(story, wait=False).notes and time.monotonic() < deadline:
        time.sleep(0.05)
    assert archive.summary(story).judged
    assert archive.story(story, wait=False) == archive.story(story)
    archive.close()
    writer.close()
