"""Fixtures for tests of projects and of what a model proposes."""

from pathlib import Path

import pytest

from corpus.library import Library
from drafting.draft import Statement
from drafting.projects import database
from drafting.projects.shelf import Shelf
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.request import Request, to_propose
from tests.drafting.proposing import NOTED, RES, Desk, four, judged, position


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf of projects with nothing on it."""
    return Shelf(tmp_path / "projects")


@pytest.fixture
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects are written without waiting until the disk has them: for tests that pull no plug."""
    quick = tuple(sql.replace("synchronous = EXTRA", "synchronous = OFF") for sql in database.SETTINGS)
    assert quick != database.SETTINGS
    monkeypatch.setattr(database, "SETTINGS", quick)


@pytest.fixture(scope="session")
def check(library: Library) -> ProposalCheck:
    """The check of proposals, with what ships."""
    return ProposalCheck(library)


@pytest.fixture(scope="session")
def english(library: Library) -> Request:
    """The four passages in English, as a request for wording."""
    return to_propose(library, position(), four(library), heading="Finance")


@pytest.fixture(scope="session")
def russian(library: Library) -> Request:
    """The same in Russian."""
    return to_propose(library, position("ru"), four(library, "ru"))


@pytest.fixture(scope="session")
def desk(check: ProposalCheck, english: Request) -> Desk:
    """The check and the English request."""
    return Desk(check, english)


@pytest.fixture(scope="session")
def standing(library: Library, check: ProposalCheck, english: Request) -> Statement:
    """A verified statement on resolution 77/158."""
    return judged(check, english, f"{RES} of 14 December 2022 {NOTED}", ["e3"])[2]
