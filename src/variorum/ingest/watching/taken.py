"""What watching brings in: pages as they were served, and entries that hold their whole text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from ...errors import CaptureError
from ...model import Capture, Failure, Note
from ..decoding import decode, decode_markup
from ..page_file import looks_like_markup, make_capture
from .answers import Answer


@dataclass(frozen=True, slots=True)
class TakenPage:
    """A page as its host served it, and the feed or site map that led there."""

    answer: Answer
    listed_by: str


@dataclass(frozen=True, slots=True)
class TakenEntry:
    """An entry of a feed that holds its article, taken from the feed itself."""

    capture: Capture
    listed_by: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is asked before `until`: a good moment to store what was taken."""

    until: datetime


Taken = TakenPage | TakenEntry


def capture_page(page: TakenPage) -> Capture:
    """Return the capture of a page; raise CaptureError where there is nothing to read in it."""
    answer = page.answer
    if not answer.body.strip():
        raise CaptureError(answer.url, "is empty")
    if answer.media_type == "text/plain":
        content = decode(answer.body, answer.url)[0]
        is_markup = looks_like_markup(content)
    else:
        content = decode_markup(answer.body, answer.url, answer.charset)[0]
        is_markup = True
    return make_capture(
        answer.url,
        content,
        is_markup=is_markup,
        raw=answer.body,
        url=answer.url,
        taken_at=iso_moment(answer.taken_at),
    )


def captures(taken: Iterable[Taken | Pause | Failure | Note]) -> Iterator[Capture | Failure | Note]:
    """Yield the captures of what was taken; failures and notes pass through, pauses do not."""
    for each in taken:
        if isinstance(each, TakenEntry):
            yield each.capture
        elif isinstance(each, TakenPage):
            try:
                yield capture_page(each)
            except CaptureError as error:
                yield Failure(each.answer.url, str(error))
        elif not isinstance(each, Pause):
            yield each


def take_entry(capture: Capture, listed_by: str, now: datetime) -> TakenEntry:
    """Return an entry with the moment it was taken."""
    return TakenEntry(replace(capture, taken_at=iso_moment(now)), listed_by)


def iso_moment(moment: datetime) -> str:
    """Return a moment as captures and WARC files have it: UTC, to the second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
