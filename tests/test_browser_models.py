"""A model asked from a real browser: a real small one for every task, and servers that misbehave; the draft stands."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.scripted import answering
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from drafting.accept import accept
from drafting.citation import cited
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import own_shelf
from drafting.projects.tray import accept_evidence
from drafting.projects.values import Header
from drafting.proposals.tasks import Task
from tests.browsing import Server, served, texts, until, window
from tests.drafting.misbehaving import (
    Answering,
    breaking_off,
    calling_tools,
    endless,
    half,
    refusing,
    serving,
    silent,
    slow,
    well,
)
from tests.drafting.proposing import DROUGHT
from tests.needs import served_model
from ui.vocabulary import words_in

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.slow]
pytest.importorskip("langchain", reason="LangChain is not installed: pip install 'ortak[model]'")

ENGLISH = words_in("en")
PLACES = (("positions:TJK", "TJK-21"), ("positions:KAZ", "KAZ-08"))
FALSE = "Tajikistan has paid in 300 million dollars by resolution 78/147."
SECONDS = "8"


@pytest.fixture
def file(indexed_home: Path, library: Library) -> ProjectFile:
    """A project with two accepted passages, and drafts in both languages with a bracket and a cited statement."""
    file = own_shelf().create(Header("Ice", topic="glacier preservation", languages=("en", "ru")), "Aigerim")
    for place in PLACES:
        text = library.versions(ParagraphRef(*place))["en"].text
        accept_evidence(file, accept(library, ParagraphRef(*place), "en", text, issue="glacier-fund"), text, "Aigerim")
    drafted(file, library)
    return file


def drafted(file: ProjectFile, library: Library) -> None:
    for language in ("en", "ru"):
        section = Section("Finance", tuple(statements(library, language)))
        draft = Draft("Ice", "ice", Form.BRIEF, Level.CENTRAL_ASIA, language, (section,))
        write_draft(file, draft, file.read(), "Aigerim")


def statements(library: Library, language: str) -> Iterator[Statement]:
    """One statement with its source, and two alternatives of a bracket."""
    sources = [cited(library, library.versions(ParagraphRef(*place))[language], language) for place in PLACES]
    yield Statement(sources[0].quote, sources[:1])  # type: ignore[arg-type]
    for option, source in enumerate(sources, start=1):
        yield Statement(source.quote, (source,), bracketed=True, bracket="fund", option=option)


def at(server: Server, page: str, file: ProjectFile) -> str:
    return f"{server.address}/{page}?project={file.id}&by=Aigerim&draft=en&issue=glacier-fund&holder=TJK"


def answer_of(page):
    return page.locator("[class*=st-key-answer-]")


def ask(page, opener: str, task: Task | None = None) -> None:
    """Open the dialog of a place, choose the task and send the request."""
    page.locator(f"[class*=st-key-model-{opener}-] button").first.click()
    dialog = page.get_by_role("dialog")
    if task is not None:
        dialog.get_by_text(ENGLISH(f"model.{task}"), exact=True).click()
    until(lambda: sent(dialog), "the request is sent")


def sent(dialog) -> bool:
    """Press "Ask": a button whose request was not drawn yet when another task was chosen sends nothing."""
    dialog.get_by_role("button", name=ENGLISH("model.ask"), exact=False).last.click()
    for _ in range(50):
        if not dialog.count():
            return True
        dialog.page.wait_for_timeout(100)
    return False


def put_away(page) -> None:
    answer_of(page).get_by_role("button", name=ENGLISH("model.away")).click()
    answer_of(page).wait_for(state="detached")


BROKEN: tuple[tuple[Callable[[Answering], None], str], ...] = (
    (refusing(401), "refuses the key"),
    (refusing(404), "is not known there"),
    (refusing(500), "is failing (500)"),
    (refusing(200, "<html>not a model</html>", "text/html"), "model"),
    (well("I am sorry, but I cannot do that."), "not of the form asked for"),
    (well('{"statements": "many"}'), "not of the form asked for"),
    (half, "broke off its answer"),
    (breaking_off, "not of the form asked for"),
    (calling_tools, "not of the form asked for"),
    (endless, "does not end"),
    (slow, f"did not finish within {SECONDS} seconds"),
    (silent, f"did not finish within {SECONDS} seconds"),
)


def test_whatever_a_server_does_the_page_says_so_and_the_draft_is_intact(
    chromium, file: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORTAK_MODEL_SECONDS", SECONDS)
    before = texts(file)
    with serving(well("")) as model:
        monkeypatch.setenv("ORTAK_MODEL", model.address)
        with served() as server:
            page = window(chromium, at(server, "draft", file))
            for behave, told in BROKEN:
                model.behave = behave
                ask(page, "statement")
                answer_of(page).get_by_role("alert").get_by_text(told).wait_for()
                assert ENGLISH("model.draft_intact") in answer_of(page).inner_text()
                put_away(page)
            model.behave = slow
            ask(page, "statement")
            answer_of(page).get_by_role("button", name=ENGLISH("model.stop")).click()
            answer_of(page).get_by_text(ENGLISH("model.stopped")).wait_for()
            put_away(page)
            model.shutdown()
            model.server_close()
            ask(page, "statement")
            answer_of(page).get_by_role("alert").get_by_text("cannot be reached").wait_for()
            assert "Traceback" not in page.content()
    assert texts(file) == before


def lying(handler: Answering) -> None:
    """Says one true thing and one false thing of the passage of Tajikistan, under the key that it was sent with."""
    request = handler.server.requests[-1][1]["messages"][-1]["content"]  # type: ignore[attr-defined]
    key = next(part.partition(":")[0] for part in request.split("\ne")[1:] if "TJK-21" in part)
    well(answering((DROUGHT, [f"e{key}"]), (FALSE, [f"e{key}"])))(handler)


def test_what_a_lying_model_says_is_accepted_as_unverified_and_gets_no_footnote(
    chromium, file: ProjectFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = texts(file)
    with serving(lying) as model:
        monkeypatch.setenv("ORTAK_MODEL", model.address)
        with served() as server:
            page = window(chromium, at(server, "draft", file))
            ask(page, "section")
            answer = answer_of(page)
            answer.get_by_text("not in the evidence cited: 300").first.wait_for()
            take = answer.locator("[class*=st-key-take-] button")
            assert take.count() == 2
            take.first.click()
            changed = [DROUGHT, *before[1:]]  # it goes where its own passage stands
            until(lambda: texts(file) == changed, "the verified statement is in the draft")
            answer.get_by_role("button", name=ENGLISH("model.accept_unverified")).click()
            until(lambda: texts(file) == [*changed, FALSE], "the unverified one is in the draft")
            page.get_by_text("wording, not verified").first.wait_for()
            page.goto(at(server, "export", file))
            with page.expect_download() as download:
                page.get_by_role("button", name="Word", exact=False).first.click()
            download.value.save_as(tmp_path / "draft.docx")
    sent = json.dumps([body for _, body in model.requests], ensure_ascii=False)
    assert "TJK-21" in sent
    with zipfile.ZipFile(tmp_path / "draft.docx") as docx:
        footnotes = docx.read("word/footnotes.xml").decode()
        document = docx.read("word/document.xml").decode()
    assert FALSE in document
    assert document.count("<w:footnoteReference ") == len(before)
    assert "300 million" not in footnotes


TASKS = (
    ("draft", "section", None),
    ("draft", "bracket", Task.BRIDGE),
    ("draft", "statement", Task.SHORTEN),
    ("draft", "statement", Task.REGISTER),
    ("draft", "statement", Task.TRANSLATE),
    ("matrix", "issue", Task.STANCES),
    ("matrix", "issue", Task.EXPLAIN),
)
VERDICTS = ("verified", "unverified", "stance_verified", "stance_unverified")


@pytest.mark.model
def test_a_real_model_is_asked_for_every_task(
    chromium, file: ProjectFile, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The small model writes badly: what matters is that its answers are shown, judged, and accepted or refused."""
    monkeypatch.setenv("ORTAK_MODEL_TOKENS", "400")
    monkeypatch.setenv("ORTAK_MODEL_SECONDS", "300")  # a busy machine must not fail the test
    taken = 0
    with served_model() as address:
        monkeypatch.setenv("ORTAK_MODEL", address)
        with served() as server:
            for shown, opener, task in TASKS:
                drafted(file, library)
                page = window(chromium, at(server, shown, file))
                ask(page, opener, task)
                answer = answer_of(page)
                answer.get_by_role("button", name=ENGLISH("model.away")).wait_for(timeout=320_000)
                told = answer.inner_text()
                refused = "not of the form asked for" in told
                judged = any(ENGLISH(f"model.{verdict}") in told for verdict in VERDICTS)
                assert refused or judged or ENGLISH("model.no_stances") in told, (task, told)
                accepting = answer.locator("[class*=st-key-take-] button")
                if count := accepting.count():
                    if accepting.first.is_disabled():  # a stance against the record waits for a person who compares
                        answer.get_by_text(ENGLISH("model.compared")).first.click()
                        until(accepting.first.is_enabled, f"{task} may be entered")
                    accepting.first.click()  # words that stand there already change nothing, and are settled too
                    until(lambda left=count, held=accepting: held.count() < left, f"{task} is accepted")
                    taken += 1
                page.close()
    assert taken >= 3
