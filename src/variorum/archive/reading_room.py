"""The reading room: the side of an archive that needs no database, and keeps nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from ..engine import Engine
from ..extract import render_markup
from ..figures import find_figures
from ..ingest import read_captures, rendered_by
from ..model import Article, Capture, Comparison, Failure, Figure, Note, Quotation, Trace
from ..quotations import find_quotations
from .comparing import compare_articles
from .reading import PAGE_LIMIT, gather, load_reader, note_empty, recover_articles, sort_out
from .readings import Found, Reading
from .tracing import read_pasted, trace_text


class ReadingRoom:
    """Reads pages, compares them, looks for texts in them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def rendering(self) -> Iterator[None]:
        """Have all markup that is read meanwhile rendered within the limits of a page."""
        # A renderer is code in C: one that never ends can only be ended with its process.
        with self._engine.guard(render_markup, limit=PAGE_LIMIT) as render, rendered_by(render):
            yield

    def captures(
        self, paths: Iterable[str], standard_input: IO[bytes] | None
    ) -> Iterator[Capture | Failure | Note]:
        """Yield the captures of paths, rendered as `rendering` has it where that is under way."""
        return read_captures(paths, standard_input=standard_input)

    def read(
        self, paths: Iterable[str], standard_input: IO[bytes] | None, *, fast: bool
    ) -> Reading:
        """Return the articles of all captures that paths hold."""
        with self.rendering():
            captures, failures, notes = sort_out(self.captures(paths, standard_input))
        articles, failed = recover_articles(captures, self._engine, fast=fast)
        return Reading(tuple(articles), (*failures, *failed), (*notes, *note_empty(articles)))

    def quotations(self, articles: Iterable[Article]) -> Found[Quotation]:
        """Return the quotations of each article, in order."""
        return gather(self._engine, find_quotations, articles)

    def figures(self, articles: Iterable[Article]) -> Found[Figure]:
        """Return the figures that each article states, in order."""
        return gather(self._engine, find_figures, articles)

    def compare(self, reading: Reading) -> Comparison:
        """Return all that the articles of a reading show together."""
        return compare_articles(reading, self._engine)

    def trace(self, text: str, reading: Reading) -> Trace:
        """Return every article of a reading that carries some of a text."""
        return trace_text(text, reading)

    def pasted(self, path: str, standard_input: IO[bytes] | None) -> str:
        """Return the text of one capture that is to be traced; of markup its article's."""
        with self.rendering():
            capture = read_pasted(self.captures([path], standard_input), path)
        if capture.markup is None:
            return capture.text
        articles, _ = recover_articles([capture], self._engine)
        return "\n\n".join(each.text for each in articles) or capture.text

    def load(self) -> None:
        """Load what comparing pages takes."""
        load_reader(())
