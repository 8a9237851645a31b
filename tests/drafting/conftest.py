"""Fixtures for tests of projects."""

from pathlib import Path

import pytest

from drafting.projects import database
from drafting.projects.shelf import Shelf


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
