"""The application served on a free port of this machine, and a real browser that opens it."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drafting.projects.project_file import ProjectFile
from tests.needs import lacking

ROOT = Path(__file__).parents[1]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 60


class Server:
    """The application on one port; it can be killed and started again."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://localhost:{self.port}"

    def start(self) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "cli", "serve", "--port", str(self.port)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )
        _wait_for(f"{self.address}/_stcore/health")

    def kill(self) -> None:
        self.running.send_signal(signal.SIGKILL)
        self.running.wait()


@contextmanager
def served() -> Iterator[Server]:
    server = Server()
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def browser() -> Iterator[object]:
    """A real browser; the test is skipped where there is none."""
    if not CHROMIUM:
        lacking("no Chromium on this machine", "install it to run the browser tests, as .ci/run does")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def window(opened, url: str):
    """A window of its own: nothing is shared with another but the server."""
    page = opened.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.set_default_timeout(1000 * SECONDS)
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(url)
    return page


def texts(file: ProjectFile) -> list[str]:
    """The statements of the English draft, as they are kept."""
    draft = file.read().draft_in("en")
    assert draft is not None
    return [one.statement.text for section in draft.sections for one in section.statements]


def until(holds, what: str, seconds: float = SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"not within {seconds} seconds: {what}")
        time.sleep(0.1)


def _wait_for(url: str) -> None:
    def answers() -> bool:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  our own server on this machine
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError):
            return False

    until(answers, "the application answers")
