"""How long a search takes: warm in one process, and cold on the terminal."""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from bench.questions import Question
from indexer.query import read_query
from indexer.search import Searcher

COLD_RUNS = 5


def warm_search(searcher: Searcher, questions: Sequence[Question]) -> str:
    """Median and 95th percentile over all questions, in milliseconds."""
    for question in questions[:10]:
        searcher.search(read_query(question.text))
    times = []
    for question in questions:
        start = time.perf_counter()
        searcher.search(read_query(question.text))
        times.append(1000 * (time.perf_counter() - start))
    return f"median {statistics.median(times):.1f} ms, 95th percentile {sorted(times)[int(0.95 * len(times))]:.1f} ms"


def cold_start() -> str:
    """Median time of a whole `ortak search` from the shell, in seconds."""
    times = []
    for _ in range(COLD_RUNS):
        start = time.perf_counter()
        command = [sys.executable, "-m", "cli", "search", "сохранение ледников", "--json"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  our own command
        times.append(time.perf_counter() - start)
    return f"median of {COLD_RUNS} {statistics.median(times):.2f} s"
