"""How long a piece of work takes by itself: what else the machine does meanwhile must not fail a test.

Time is the processor's, in seconds, and the best of a few runs: another program slows a run down, none speeds it up.
"""

import gc
import time
from collections.abc import Callable

RUNS = 5
TENFOLD = 30.0
"""Ten times as much may take this many times as long: linear work takes 10 times, quadratic work 100."""


def seconds_of(work: Callable[[], object], enough: float = 0.0) -> float:
    """The quickest of a few runs of `work`; a run that takes less than `enough` seconds is the last."""
    taken: list[float] = []
    while len(taken) < RUNS and (not taken or min(taken) >= enough):
        gc.collect()  # what earlier tests left is not cleared away at the cost of this one
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long `work(10 * size)` takes as `work(size)`."""
    work(size)  # what only the first run does: patterns, tables
    small = seconds_of(lambda: work(size))
    return seconds_of(lambda: work(10 * size), enough=TENFOLD * small) / small
