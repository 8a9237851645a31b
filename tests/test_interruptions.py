"""Adding files, killed at random moments: the library opens each time, and the next run finishes what was begun."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.holdings import Holdings
from corpus.library import load_library
from indexer.hashed_encoder import HashedEncoder
from indexer.index import open_index

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
KILLS = 50
FILES, PARAGRAPHS = 8, 60


def papers(folder: Path) -> Path:
    folder.mkdir()
    for number in range(FILES):
        paragraphs = [
            f"{place}. Paper {number} says in paragraph {place} that dust storms, glaciers and water need common work."
            for place in range(1, PARAGRAPHS + 1)
        ]
        (folder / f"paper-{number}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    return folder


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "cli", "add", str(folder), "--json"]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "ORTAK_HOME": str(home), "ORTAK_ENCODER": "hashed"}


def run_and_kill(folder: Path, home: Path, seconds: float) -> bool:
    """Whether the run was killed before it ended by itself."""
    running = subprocess.Popen(
        command(folder),
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return True
    return False


def contents(home: Path) -> list[tuple[str, str, list[str]]]:
    stored = Holdings(home / "library").stored()
    return sorted((one.id, one.language, [paragraph.text for paragraph in one.paragraphs]) for one in stored)


def test_fifty_kills_lose_nothing_double_nothing(tmp_path: Path, hashed_index_folder: Path) -> None:
    folder = papers(tmp_path / "papers")
    clean, home = tmp_path / "clean", tmp_path / "killed"
    for one in (clean, home):
        shutil.copytree(hashed_index_folder, one / "index")
    start = time.monotonic()
    subprocess.run(command(folder), cwd=ROOT, env=environment(clean), check=True, capture_output=True)
    whole = time.monotonic() - start
    expected = contents(clean)
    assert [len(texts) for _, _, texts in expected] == [PARAGRAPHS] * FILES
    chance = random.Random(4)  # noqa: S311  a seed, so that a failure can be had again
    killed = 0
    while killed < KILLS:
        if run_and_kill(folder, home, chance.uniform(0.05, whole)):
            killed += 1
        else:
            shutil.rmtree(home / "library")  # it came to its end: begin anew
        held = contents(home)
        assert not Holdings(home / "library").problems()
        assert all(one in expected for one in held)
        assert load_library(added=Holdings(home / "library")).added_ids == {one[0] for one in held}
    finished = subprocess.run(command(folder), cwd=ROOT, env=environment(home), check=True, capture_output=True)
    outcomes = {file["outcome"] for file in json.loads(finished.stdout)["files"]}
    assert outcomes <= {"added", "unchanged"}
    assert contents(home) == expected
    library = load_library(added=Holdings(home / "library"))
    index = open_index(library, HashedEncoder(), home / "index")
    assert set(library.refs()) == set(index.units)
    assert not list((home / "index").glob("encoded-*"))
