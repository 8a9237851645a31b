"""When a request that failed may be sent once more as it was: all of it still stands, and nothing of it is private."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library import Library
from drafting.draft import Statement
from drafting.projects.shelf import own_shelf
from drafting.projects.tray import accept_evidence
from drafting.projects.values import Header, Project
from drafting.proposals.request import Request, to_propose
from tests.drafting.proposing import four, position
from ui.asking_requests import About, Subject, may_be_asked_again

LINE = Statement("A line.")
SECTION = Subject(About.SECTION, "ice", "en", "1", (LINE, Statement("Another.")), heading="Finance")


@pytest.fixture
def project(own_home: Path, library: Library) -> Project:
    """A project with one accepted passage."""
    file = own_shelf().create(Header("Ice"), "Aigerim")
    one = four(library)[0]
    accept_evidence(file, one, one.quote, "Aigerim")
    return file.read()


@pytest.fixture
def failed(library: Library) -> Request:
    """A request for wording of the section, with that passage."""
    return to_propose(library, position(), four(library)[:1], heading="Finance", standing=[LINE])


def test_a_request_of_which_all_still_stands_may_be_sent_again(project: Project, failed: Request) -> None:
    assert may_be_asked_again(SECTION, failed, project)


@pytest.mark.parametrize(
    "now",
    [
        replace(SECTION, statements=(Statement("A new line."),)),
        replace(SECTION, statements=(replace(LINE, private=True),)),
        replace(SECTION, heading="Fallback"),
        replace(SECTION, hidden=True),
    ],
    ids=["changed", "private", "another heading", "in a private section"],
)
def test_a_request_is_not_sent_again_once_its_place_is_another(project: Project, failed: Request, now: Subject) -> None:
    assert not may_be_asked_again(now, failed, project)


def test_a_request_is_not_sent_again_without_its_evidence(project: Project, failed: Request) -> None:
    assert not may_be_asked_again(SECTION, failed, replace(project, tray=()))


def test_a_request_with_what_is_private_is_ticked_anew(library: Library, project: Project) -> None:
    asked = position(red_lines=("No new tax",))
    request = to_propose(library, asked, four(library)[:1], heading="Finance", standing=[LINE], with_private=True)
    assert not may_be_asked_again(SECTION, request, project)
