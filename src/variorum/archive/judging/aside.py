"""Judging aside: in a process of its own, at low priority, so that no reader waits for another's story.

Started as `python -m variorum.archive.judging.aside`, it takes lines: first where the archive is, then
numbers of stories; it gives each number back when it is done with that story, or says why it could not.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import IO

from ...engine import Engine, LocalEngine
from ...errors import ArchiveError, EngineError
from ...store import Database
from ...store.unjudged import is_unjudged

# Twice as nice as `nice` makes a program by default: readers and `add` go first.
_NICENESS = 15
_ENDING_SECONDS = 5.0


class Aside:
    """The process beside this one that judges stories of one archive; started when it is first asked."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    def judge(self, number: int) -> None:
        """Have a story judged and kept; EngineError where the process has ended over it."""
        try:
            process = self._started()
            assert process.stdin is not None and process.stdout is not None
            print(number, file=process.stdin, flush=True)
            answered = process.stdout.readline().strip()
        except OSError as error:
            self._end()
            raise EngineError("judging", f"story {number}", str(error)) from error
        if not answered:
            self._end()
            raise EngineError("judging", f"story {number}", "its process has ended")
        if answered != str(number):
            raise EngineError("judging", f"story {number}", answered)

    def close(self) -> None:
        """End the process; what it was judging is left to whoever asks next."""
        self._closed = True
        self._end()

    def _started(self) -> "subprocess.Popen[str]":
        if self._closed:
            raise OSError("the archive is closed")
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "variorum.archive.judging.aside"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="ascii",
            )
            assert self._process.stdin is not None
            # Not among the arguments, which every user of the machine can see: it may hold a password.
            print(json.dumps(self._url), file=self._process.stdin, flush=True)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):  # what was still to be written to it
                stream.close()  # type: ignore[union-attr]


def attend(asked: Iterable[str], answers: IO[str]) -> None:
    """Judge the stories that are asked for, line by line, until no more come."""
    lines = iter(asked)
    url = next(lines, None)
    if url is None:
        return
    database, engine = None, LocalEngine(1)
    for line in lines:
        try:
            database = database or Database(json.loads(url))
            _judge(database, engine, int(line))
        except ArchiveError as error:
            # Somebody else writes for very long, say: the next reader may have more luck.
            print(json.dumps(str(error)), file=answers, flush=True)
        else:
            print(line.strip(), file=answers, flush=True)


def _judge(database: Database, engine: Engine, number: int) -> None:
    """Judge a story that is still there and still waits for it."""
    # Needed in the process beside alone: whoever starts it may not have loaded them.
    from .pieces import pieces_of
    from .waiting import judge_pieces

    with database.reading() as connection:
        waits = is_unjudged(connection, number)
        pieces = [pieces_of(connection, number)] if waits else []
    if pieces:
        judge_pieces(database, engine, pieces)


def _main() -> None:
    # The terminal's Ctrl-C is for the server, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # Whatever else prints must not stand between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    attend(sys.stdin, answers)


if __name__ == "__main__":
    _main()
