"""What one record may cost, and how a worker process is held to it."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

# What a process ends with when a record needs more memory than it may.
OUT_OF_MEMORY = 77
# By how much the clock on the wall may run past the processor's before a worker counts as stuck:
# a machine with ten times more work than processors loses no page by it.
_PATIENCE = 10
_HELD = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limit:
    """What one record may cost: seconds of processor time, bytes above what its process held."""

    seconds: float
    memory: int

    @property
    def patience(self) -> float:
        """The seconds on the wall's clock after which a worker that gives no answer counts as stuck."""
        return _PATIENCE * self.seconds


def why_ended(limit: Limit | None, exit_code: int | None) -> str:
    """Return in words why a record is not done, from what its process ended with; `None`: it was stuck."""
    if limit is not None:
        if exit_code is None:
            return f"gave no result within {limit.patience:g} s"
        if exit_code == OUT_OF_MEMORY:
            return f"needed more memory than the {limit.memory / 1e6:,.0f} MB that it may take"
        if sys.platform != "win32" and exit_code == -signal.SIGPROF:
            return f"took longer than the {limit.seconds:g} s that it may take"
    if exit_code is not None and exit_code < 0:
        return f"crashed the process that read it ({signal.Signals(-exit_code).name})"
    return f"ended the process that read it (status {exit_code})"


@contextmanager
def held_to(limit: Limit | None) -> Iterator[None]:
    """Let the system end this process when what runs inside takes longer, and refuse it more memory.

    Time is the processor's, so that a busy machine fails no page; the system's own timer ends the
    process, since no code in Python can interrupt an expression or a parser written in C. Windows
    has no such timer, and only Linux such a limit on memory: there a process that is stuck is
    ended by its parent, and nothing bounds memory.
    """
    if limit is None or sys.platform == "win32":
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if _HELD.exists():
        resource.setrlimit(resource.RLIMIT_DATA, (_allowance(limit, *before), before[1]))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, limit.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _allowance(limit: Limit, soft: int, hard: int) -> int:
    # The sixth number counts the private memory that can be written, as the limit does.
    held = int(_HELD.read_text(encoding="ascii").split()[5]) * os.sysconf("SC_PAGE_SIZE")
    known = [each for each in (soft, hard) if each != resource.RLIM_INFINITY]
    return min([held + limit.memory, *known])
