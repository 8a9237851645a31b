"""A project in real browsers: two windows, a killed server, a refresh while typing, a full disk; no word is lost."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.folders import projects_folder
from drafting.draft import Draft, Form, Level, Section, Statement, StatementKind
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import own_shelf
from drafting.projects.values import Header
from tests.browsing import Server, served, texts, until, window

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.slow]

WORDS = " and asks that the work begin this year"
KEY_EVERY = 60
"""Milliseconds between keystrokes: faster than most people type."""


@pytest.fixture
def project(indexed_home: Path) -> ProjectFile:
    return begun()


def begun() -> ProjectFile:
    """A project with a short draft of two statements that need no source."""
    file = own_shelf().create(Header("Ice", topic="glacier preservation"), "Aigerim")
    statements = tuple(Statement(text, kind=StatementKind.FRAMING) for text in ("First line", "Second line"))
    draft = Draft("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("Purpose", statements),))
    write_draft(file, draft, file.read(), "Aigerim")
    return file


@pytest.fixture
def server(project: ProjectFile) -> Iterator[Server]:
    with served() as running:
        yield running


def at(server: Server, who: str) -> str:
    return f"{server.address}/draft?project=ice&by={who}"


def field(page, number: int):
    area = page.locator("[class*=st-key-statement-] textarea").nth(number)
    area.wait_for()
    return area


def sign(page, number: int, text: str) -> None:
    page.locator("[class*=st-key-statement-] output").nth(number).get_by_text(text).wait_for()


def typed(page, number: int, text: str) -> None:
    area = field(page, number)
    area.press("Control+End")
    area.press_sequentially(text, delay=KEY_EVERY)


def test_two_windows_keep_what_each_wrote(chromium, server: Server, project: ProjectFile) -> None:
    one, other = window(chromium, at(server, "Aigerim")), window(chromium, at(server, "Bakyt"))
    field(one, 1), field(other, 1)
    typed(one, 0, WORDS)
    typed(other, 1, WORDS)
    # "saved" may still speak of the words before the last: what counts is that all of them arrive
    until(lambda: texts(project) == ["First line" + WORDS, "Second line" + WORDS], "both windows are saved")
    sign(one, 0, "saved")
    sign(other, 1, "saved")
    until(lambda: field(other, 0).input_value() == "First line" + WORDS, "the other window shows the first line")
    assert {change.who for change in project.history()} == {"Aigerim", "Bakyt"}


def test_a_narrowed_window_shows_every_line(chromium, server: Server, project: ProjectFile) -> None:
    page = window(chromium, at(server, "Aigerim"))
    page.set_viewport_size({"width": 1280, "height": 900})
    area = field(page, 0)
    area.fill("Every line of a long statement is to be read in a narrow window too. " * 12)
    sign(page, 0, "saved")
    tall = area.evaluate("one => one.clientHeight")
    page.set_viewport_size({"width": 800, "height": 900})
    until(lambda: area.evaluate("one => one.clientHeight") > tall, "it has grown")
    assert area.evaluate("one => one.scrollHeight <= one.clientHeight + 2")


def test_the_same_statement_in_two_windows_is_a_choice(chromium, server: Server, project: ProjectFile) -> None:
    one, other = window(chromium, at(server, "Aigerim")), window(chromium, at(server, "Bakyt"))
    field(one, 0), field(other, 0)
    field(other, 0).evaluate(  # the other window has words of its own before it hears of the first one's
        "area => { area.value = 'First line, as Bakyt has it'; }"
    )
    typed(one, 0, ", as Aigerim has it")
    sign(one, 0, "saved")
    field(other, 0).evaluate("area => area.dispatchEvent(new Event('input'))")
    other.get_by_text("Aigerim changed this meanwhile").wait_for()
    shown = other.locator("[class*=st-key-clash-]").inner_text()
    assert "First line, as Aigerim has it" in shown
    assert "First line, as Bakyt has it" in shown
    assert texts(project)[0] == "First line, as Aigerim has it"
    other.get_by_role("button", name="Keep both, one after the other").click()
    until(lambda: len(texts(project)) == 3, "both are kept")
    assert texts(project)[:2] == ["First line, as Aigerim has it", "First line, as Bakyt has it"]


def test_a_killed_server_costs_the_last_keystroke_at_most(chromium, server: Server, project: ProjectFile) -> None:
    page = window(chromium, at(server, "Aigerim"))
    field(page, 0)
    typed(page, 0, WORDS)
    server.kill()
    kept = texts(project)[0]
    assert ("First line" + WORDS).startswith(kept)
    server.start()
    until(lambda: texts(project)[0] in ("First line" + WORDS, "First line" + WORDS[:-1]), "the words are in the file")
    until(lambda: field(page, 0).input_value() == texts(project)[0], "the window shows what is in the file")


def test_a_server_killed_with_its_browser_leaves_what_had_a_moment(
    chromium, server: Server, project: ProjectFile
) -> None:
    page = window(chromium, at(server, "Aigerim"))
    field(page, 0)
    typed(page, 0, WORDS[:-1])
    time.sleep(1)
    typed(page, 0, WORDS[-1])
    server.kill()
    page.close()
    assert texts(project)[0] in ("First line" + WORDS, "First line" + WORDS[:-1])


def test_a_refresh_while_typing_costs_the_last_keystroke_at_most(
    chromium, server: Server, project: ProjectFile
) -> None:
    page = window(chromium, at(server, "Aigerim"))
    typed(page, 1, WORDS)
    page.reload()
    whole = "Second line" + WORDS
    until(lambda: field(page, 1).input_value() in (whole, whole[:-1]), "the words are on the page")
    until(lambda: texts(project)[1] in (whole, whole[:-1]), "the words are in the file")


def test_a_bracket_is_closed_with_a_reason_and_opened_again(chromium, server: Server, project: ProjectFile) -> None:
    options = tuple(
        Statement(text, bracketed=True, bracket="fund", option=number, proposers=(state,))
        for number, (text, state) in enumerate((("A new fund", "TJK"), ("An existing fund", "KAZ")), start=1)
    )
    draft = Draft("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("Text", options),))
    write_draft(project, draft, project.read(), "Aigerim")
    page = window(chromium, at(server, "Aigerim"))
    typed(page, 1, ", in euros")
    sign(page, 1, "saved")
    page.get_by_role("button", name="Close the bracket").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("2. An existing fund").click()
    dialog.get_by_label("Why (kept in the history)").fill("agreed in the corridor")
    dialog.get_by_role("button", name="Close the bracket").click()
    until(lambda: texts(project) == ["An existing fund, in euros"], "the other option leaves the draft")
    (closing,) = project.read().closings
    assert (closing.option, closing.who, closing.why) == (2, "Aigerim", "agreed in the corridor")
    page.get_by_text("Closed brackets: 1").click()
    page.get_by_text("agreed in the corridor").wait_for()
    page.get_by_role("button", name="Open it again").click()
    until(lambda: texts(project) == ["A new fund", "An existing fund, in euros"], "both options are back")


@pytest.fixture
def small_disk(indexed_home: Path) -> Iterator[Path]:
    """The projects on a disk of 640 KB of their own."""
    folder = projects_folder()
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk of its own can be made by root on Linux only")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_told_and_loses_nothing(chromium, small_disk: Path) -> None:
    file = begun()
    with served() as server:
        page = window(chromium, at(server, "Aigerim"))
        typed(page, 0, " kept")
        sign(page, 0, "saved")
        filling = small_disk / "filling"
        with filling.open("wb", buffering=0) as block:
            while True:
                try:
                    block.write(b"x" * 1024)
                except OSError:
                    break
        typed(page, 0, WORDS)
        page.get_by_text("was not saved").first.wait_for()
        assert texts(file)[0].startswith("First line kept")
        assert field(page, 0).input_value() == "First line kept" + WORDS
        filling.unlink()
        until(lambda: texts(file)[0] == "First line kept" + WORDS, "the words are saved once there is room")
        sign(page, 0, "saved")
