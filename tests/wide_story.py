"""A text with more copies than are judged while its reader waits."""

from variorum.archive import Archive
from variorum.archive.judging.opening import USUAL
from variorum.ingest import make_capture
from variorum.model import Stated

_BOARD = "\n\n".join(
    f"The harbour board of Tessaly met for the {word} time on Monday and put off the vote on the "
    f"{word} pier, which has {number} cracks. “Nobody has looked at the {word} of them since "
    f"spring,” said Runa Castel, who fishes there."
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth"), start=11
    )
)


def add_wide_story(archive: Archive, pages: int = USUAL + 2) -> str:
    """Add so many pages of one text; return their story."""
    captures = [
        make_capture(
            f"page {number}",
            _BOARD if number % 3 else _BOARD.replace("put off", "postponed"),
            is_markup=False,
            url=f"https://paper{number}.example/pier",
            stated=Stated(
                headline="Vote on the piers put off",
                outlet=f"Paper {number}",
                published=f"2031-05-02T0{number % 10}:00",
            ),
        )
        for number in range(pages)
    ]
    archive.add_captures(captures)
    return max(archive.stories().rows, key=lambda each: each.pages).id
