"""Pending: a page whose story is still being compared says so, and is told when that is done."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ..model import Comparison
from .desk import Desk


@dataclass(frozen=True, slots=True)
class Pending:
    """A story whose pages are being compared, how many those are, and where to ask whether that is done."""

    story: str
    pages: int

    @property
    def address(self) -> str:
        """Where one word says how far it is."""
        return f"/stories/{self.story}/state"


def pending_of(comparison: Comparison | None) -> Pending | None:
    """Return what is still to come of a story that was opened without waiting; `None` if nothing."""
    if comparison is None or not comparison.notes:
        return None
    return Pending(comparison.stories[0].id, len(comparison.articles))


def story_state(desk: Desk, request: Request) -> Response:
    """Answer with the word "judged" or "waiting"."""
    judged = desk.archive.summary(request.path_params["id"]).judged
    return PlainTextResponse("judged" if judged else "waiting")
