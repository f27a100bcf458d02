"""By whom markup is rendered while captures are read: the renderer itself, or one that is supervised."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..errors import CaptureError, EngineError
from ..extract import render_markup

_RENDER: ContextVar[Callable[[str], str]] = ContextVar("render", default=render_markup)


@contextmanager
def rendered_by(render: Callable[[str], str]) -> Iterator[None]:
    """Have the markup that is read inside rendered by `render`, which may raise EngineError."""
    before = _RENDER.set(render)
    try:
        yield
    finally:
        _RENDER.reset(before)


def render_page(markup: str, location: str) -> str:
    """Return the text of markup; raise CaptureError where the renderer is not done with it."""
    try:
        return _RENDER.get()(markup)
    except EngineError as error:
        raise CaptureError(location, error.reason) from error
