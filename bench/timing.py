"""Timing two things in turn, so that a machine whose speed drifts drifts for both."""

import statistics
import time
from collections.abc import Callable


def time_in_turn(
    ours: Callable[[], object],
    rival: Callable[[], object],
    rounds: int = 3,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, float]:
    """Return the median seconds of each over `rounds` rounds A B A B …, after one warm-up of both.

    `clock` may be `time.process_time`, for what one core takes however busy the machine is.
    """
    ours()
    rival()
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for which, run in enumerate((ours, rival)):
            begun = clock()
            run()
            seconds[which].append(clock() - begun)
    return statistics.median(seconds[0]), statistics.median(seconds[1])
