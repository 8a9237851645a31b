"""Fixtures for all tests: user data in a temporary folder, words hashed instead of a model."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import cli
from corpus.holdings import Holdings
from corpus.imports.layers import load_resolutions
from corpus.library import Library, load_library
from indexer.hashed_encoder import HashedEncoder
from indexer.index import SearchIndex, build_index, open_index
from indexer.search import Searcher
from references.checker import ReferenceChecker
from tests.browsing import browser
from tests.terminal import Outcome

settings.register_profile("ortak", deadline=None)  # what else the machine does is no fault of an example
settings.load_profile("ortak")

SHARED = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has an empty home, and the encoder that needs no model."""
    home = tmp_path / "home"
    monkeypatch.setenv("ORTAK_HOME", str(home))
    monkeypatch.setenv("ORTAK_ENCODER", "hashed")
    return home


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """What ships, and nothing of anybody's own."""
    return load_library(added=Holdings(tmp_path_factory.mktemp("library")))


@pytest.fixture(scope="session")
def checker(library: Library, tmp_path_factory: pytest.TempPathFactory) -> ReferenceChecker:
    """Checks references against what ships; nothing is imported."""
    nothing = tmp_path_factory.mktemp("nothing-imported")
    return ReferenceChecker(library, load_resolutions(nothing, library.instruments))


@pytest.fixture(scope="session")
def hashed_index_folder(library: Library, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An index of the whole corpus, built once with hashed words; the first of several workers builds it for all."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "hashed-index"
    build_index(library, HashedEncoder(), folder, lambda done, total: None)
    return folder


@pytest.fixture
def indexed_home(own_home: Path, hashed_index_folder: Path) -> Path:
    """The test's home, with the index of the whole corpus in it."""
    shutil.copytree(hashed_index_folder, own_home / "index")
    return own_home


@pytest.fixture(scope="session")
def hashed_index(library: Library, hashed_index_folder: Path) -> SearchIndex:
    return open_index(library, HashedEncoder(), hashed_index_folder)


@pytest.fixture(scope="session")
def searcher(library: Library, hashed_index: SearchIndex) -> Searcher:
    return Searcher(library, hashed_index, HashedEncoder())


@pytest.fixture
def chromium() -> Iterator[object]:
    """A real browser; the test is skipped where there is none."""
    with browser() as opened:
        yield opened


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs `ortak` with these arguments, in this process."""

    def _run(*arguments: str) -> Outcome:
        code = 0
        try:
            cli.main(list(arguments))
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return _run


@pytest.fixture
def shared_sources() -> Path:
    """The third-party texts beside the repository; the test is skipped where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("the third-party texts are not beside this repository")
    return SHARED
