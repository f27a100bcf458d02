"""The archive: one object that reads captures and compares what they carry."""

from collections.abc import Iterable, Iterator
from typing import IO

from ..engine import Engine, LocalEngine
from ..extract import render_markup
from ..figures import find_figures
from ..ingest import read_captures, rendered_by
from ..model import Article, Capture, Comparison, Failure, Figure, Note, Quotation, Trace
from ..quotations import find_quotations
from .comparing import compare_articles
from .reading import PAGE_LIMIT, Found, Reading, gather, note_empty, recover_articles, sort_out
from .tracing import read_pasted, trace_text


def open_archive(*, workers: int = 1, engine: Engine | None = None) -> "Archive":
    """Return an archive in memory: it reads and compares captures and keeps nothing.

    With more than one worker, processes of their own share the work on single articles where
    there is enough of it; a script that asks for them must be safe to import, as all of
    `multiprocessing` wants (`if __name__ == "__main__":`). `engine` takes the place of both.
    """
    return Archive(engine or LocalEngine(workers))


class Archive:
    """Reads captures, compares them, finds what was quoted and stated; made by `open_archive`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(
        self,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Reading:
        """Return the articles of all captures that `paths` (files, folders, `-`) hold.

        `fast` reads each page by itself, and of HTML only its lines and its metadata.
        """
        # A renderer is code in C: one that never ends can only be ended with its process.
        with self._engine.guard(render_markup, limit=PAGE_LIMIT) as render, rendered_by(render):
            captures, failures, notes = sort_out(
                read_captures(paths, standard_input=standard_input)
            )
        articles, failed = recover_articles(captures, self._engine, fast=fast)
        return Reading(tuple(articles), (*failures, *failed), (*notes, *note_empty(articles)))

    def quotations(self, articles: Iterable[Article]) -> Found[Quotation]:
        """Return the quotations of each article, in order."""
        return gather(self._engine, find_quotations, articles)

    def figures(self, articles: Iterable[Article]) -> Found[Figure]:
        """Return the figures that each article states, in order."""
        return gather(self._engine, find_figures, articles)

    def compare(
        self,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Comparison:
        """Return the stories, accounts, stemmata, quotations and figures of all captures."""
        return self.compare_reading(self.read(paths, standard_input=standard_input, fast=fast))

    def compare_reading(self, reading: Reading) -> Comparison:
        """Return the same for pages that were read before."""
        return compare_articles(reading, self._engine)

    def trace(
        self,
        text: str,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Trace:
        """Return every article among `paths` that carries `text` or a part of it, oldest first."""
        return trace_text(text, self.read(paths, standard_input=standard_input, fast=fast))

    def trace_reading(self, text: str, reading: Reading) -> Trace:
        """Return the same for pages that were read before."""
        return trace_text(text, reading)

    def pasted(self, path: str, *, standard_input: IO[bytes] | None = None) -> str:
        """Return the text of one file, or of standard input, to be traced; of markup its article's.

        Plain text is taken as it stands: what was pasted is what is looked for.
        """
        capture = read_pasted(self._captures(path, standard_input), path)
        if capture.markup is None:
            return capture.text
        articles, _ = recover_articles([capture], self._engine)
        return "\n\n".join(each.text for each in articles) or capture.text

    def _captures(
        self, path: str, standard_input: IO[bytes] | None
    ) -> Iterator[Capture | Failure | Note]:
        with self._engine.guard(render_markup, limit=PAGE_LIMIT) as render, rendered_by(render):
            yield from read_captures([path], standard_input=standard_input)
