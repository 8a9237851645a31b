"""The main path in a real browser: ask, read, cite, open beside another language; and nothing leaves the machine."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

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


@pytest.fixture
def address(own_home: Path, hashed_index_folder: Path) -> Iterator[str]:
    """The application, served on a free port of this machine."""
    shutil.copytree(hashed_index_folder, own_home / "index")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) as server:
        try:
            _wait_for(f"http://localhost:{port}/_stcore/health")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  our own server on this machine
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"the application did not answer within {SECONDS} seconds")


@pytest.fixture
def page(address: str):
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine; .ci/run installs it")
        pytest.skip("no Chromium on this machine: install it to run the browser test")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1280, "height": 1000})
        opened = context.new_page()
        opened.set_default_timeout(1000 * SECONDS)
        opened.asked = []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.goto(address)
        yield opened
        browser.close()


def test_ask_cite_and_read_side_by_side(page, address: str) -> None:
    box = page.get_by_label("Your question, a symbol or a place")
    box.fill("обмен внешнего долга на зеленые инициативы")
    box.press("Enter")
    hit = page.locator(".st-key-hit-declaration-2026-OP19")
    hit.wait_for()
    assert "обмена внешнего долга на зеленые инициативы" in hit.inner_text()
    assert "official text" in hit.inner_text()

    hit.get_by_role("button", name="Cite").click()
    citation = page.get_by_text("(Астана, 22 апреля 2026 года), пункт 19", exact=False)
    citation.first.wait_for()
    page.keyboard.press("Escape")

    hit.get_by_role("link", name="Open in the reader").click()
    page.get_by_role("heading", name="Reader").wait_for()
    marked = page.locator(".st-key-paragraph-OP19")
    marked.wait_for()
    assert "document=declaration-2026" in page.url
    assert "label=OP19" in page.url

    page.goto(f"{address}/reader?document=declaration-2026&left=ru&right=ar&label=OP6")
    arabic = page.locator('.st-key-paragraph-OP6 p[lang="ar"]')
    arabic.wait_for()
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"

    elsewhere = [url for url in page.asked if not re.match(r"(?:http|ws)://localhost:|data:|blob:", url)]
    assert elsewhere == []
