"""The main paths in a real browser: ask, read, cite, open beside another language; add files and find them again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import served, until, window

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]


@pytest.fixture
def address(indexed_home: Path) -> Iterator[str]:
    """The application, served on a free port of this machine."""
    with served() as server:
        yield server.address


@pytest.fixture
def page(chromium, address: str):
    return window(chromium, address)


def test_ask_cite_and_read_side_by_side(page, address: str) -> None:
    box = page.get_by_label("Your question, a symbol or a place")
    box.fill("обмен внешнего долга на зеленые инициативы")
    box.press("Enter")
    hit = page.locator(".st-key-hit-declaration-2026-OP19")
    for shown in ("обмена внешнего долга на зеленые инициативы", "official text"):
        until(lambda shown=shown: shown in hit.inner_text(), shown)

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


STATEMENT = """Мұздықтар туралы мәлімдеме

1. Біз мұздықтардың мониторингін күшейтуді және мұздықтар туралы деректермен алмасуды ұсынамыз.

2. Біз шаңды дауылдар туралы ерте ескерту желісін құруды қолдаймыз.
"""


def test_files_dropped_are_reported_found_in_another_language_and_read(page, address: str) -> None:
    page.goto(f"{address}/library")
    page.get_by_role("button", name="Add what is in the folder").wait_for()
    page.locator("input[type=file]").first.set_input_files(
        [
            {"name": "statement.txt", "mimeType": "text/plain", "buffer": STATEMENT.encode()},
            {"name": "nothing.txt", "mimeType": "text/plain", "buffer": b"  "},
        ]
    )
    page.get_by_text("nothing.txt").first.wait_for()
    page.get_by_role("button", name="Add to the library").click()
    page.get_by_text("Files read: 2. Added: 1. There already: 0. Refused: 1.").wait_for()
    page.get_by_text("nothing.txt is empty.").wait_for()
    page.get_by_text("statement.txt — added: own file, Kazakh").click()
    page.get_by_text("References to UN instruments: 0").wait_for()
    page.get_by_text("Shown: 1 of 1.").wait_for()

    page.goto(f"{address}/?q=glacier+monitoring&kind=own")
    hit = page.locator(".st-key-hit-statement-1")
    hit.get_by_text("your own file").wait_for()
    hit.get_by_text("мұздықтардың мониторингін күшейтуді").wait_for()

    hit.get_by_role("link", name="Open in the reader").click()
    asked = page.locator(".st-key-asked-1")
    asked.get_by_text("мұздықтардың мониторингін күшейтуді").wait_for()
    page.get_by_role("button", name="Download the original: statement.txt").wait_for()

    elsewhere = [url for url in page.asked if not re.match(r"(?:http|ws)://localhost:|data:|blob:", url)]
    assert elsewhere == []
