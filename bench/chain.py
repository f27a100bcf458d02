"""One collection from recovered text to accounts, in a process of its own so that its memory can be told."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.accounts import find_accounts
from variorum.engine import LocalEngine
from variorum.errors import EngineError
from variorum.model import Failure
from variorum.reuse import find_reuse

from .copies import grow_collection

# Parts after which workers are started anew. A forked worker copies every page of memory that it
# looks at: with workers that see all 100,000 articles the processes take 3.4 GB together.
_TOGETHER = 50


@dataclass(frozen=True, slots=True)
class Chain:
    """What the way from text to accounts took: seconds, megabytes at the most, and what it gave."""

    articles: int
    alignments: int
    accounts: int
    seconds: float
    megabytes: int
    worker_megabytes: int


def time_chain(size: int) -> Chain:
    """Return what a collection of so many articles takes, in a new process and its workers."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.chain", str(size)], capture_output=True, text=True, check=True
    )
    return Chain(**json.loads(done.stdout))


def share_out(function: Callable[[range], Any], parts: Sequence[range]) -> Iterator[Any]:
    """Yield the answers to parts of the work, done by as many processes as the machine has cores."""
    engine = LocalEngine(os.cpu_count() or 1)
    for begin in range(0, len(parts), _TOGETHER):
        for answer in engine.map(function, parts[begin : begin + _TOGETHER], name=str):
            if isinstance(answer, Failure):
                raise EngineError("align", answer.location, answer.error)
            yield answer


def _run(size: int) -> Chain:
    articles, _ = grow_collection(size)
    begun = time.perf_counter()
    reuse = find_reuse(articles, mapper=share_out)
    alignments = reuse.alignments
    accounts = find_accounts(articles, alignments, narrations=reuse.narrations, mapper=share_out)
    seconds = time.perf_counter() - begun
    own, workers = (
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Chain(len(articles), len(alignments), len(accounts), seconds, own, workers)


if __name__ == "__main__":
    chain = _run(int(sys.argv[1]))
    print(json.dumps({name: getattr(chain, name) for name in Chain.__slots__}))
