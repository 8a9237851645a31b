"""Every word put to a model: in a file of its own, versioned, its blanks named, filled and fenced."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import prompts
from corpus.errors import CorpusError
from corpus.library import Library
from drafting.draft import Form, Level
from drafting.proposals import tasks
from drafting.proposals.request import Request, to_propose
from drafting.proposals.tasks import RULES, Task, prompt_file, set_words
from drafting.proposals.wording import prompt_of
from drafting.voices import Register
from tests.drafting.proposing import four, position

FOLDER = Path(prompts.__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))


def test_each_task_has_a_file_and_no_file_is_left_over() -> None:
    assert {path.stem for path in FILES} == {*Task, RULES, tasks.WORDS}
    assert prompts.FOLDER == FOLDER


def test_the_package_imports_nothing_of_ours() -> None:
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module == "pathlib"
            assert not isinstance(node, ast.Import)


@pytest.mark.parametrize("name", [*Task, RULES])
def test_the_blanks_of_a_file_are_those_it_names(name: str) -> None:
    raw = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    written = set(re.findall(r"\$(\w+)", raw["request"] + raw.get("system", "")))
    assert written == set(raw["blanks"])
    assert raw["version"] >= 1
    assert prompt_file(name).version == raw["version"]


@pytest.mark.parametrize("task", [task for task in Task if task is not Task.STANCES])
def test_every_task_of_wording_asks_for_statements_with_evidence(task: Task) -> None:
    assert '{"statements": [{"text": "…", "evidence": ["e1"]}]}' in prompt_file(task).request


def test_a_blank_left_open_is_an_error_of_ours() -> None:
    with pytest.raises(CorpusError, match="left open"):
        prompt_file(Task.SHORTEN).filled(language="English")


def test_a_file_whose_blanks_are_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.toml").write_text('version = 1\nblanks = ["one"]\nrequest = "$two"\n', encoding="utf-8")
    monkeypatch.setattr(tasks, "FOLDER", tmp_path)
    with pytest.raises(CorpusError, match=r"its blanks are \['two'\]"):
        prompt_file("odd")


def test_every_level_form_and_register_has_its_words() -> None:
    words = set_words()
    assert (set(words.levels), set(words.forms), set(words.registers)) == (set(Level), set(Form), set(Register))


@pytest.fixture(scope="module")
def request_of(library: Library) -> Request:
    return to_propose(library, position(), four(library))


def test_no_blank_is_left_in_what_is_sent(request_of: Request) -> None:
    prompt = prompt_of(request_of)
    assert "$" not in prompt.system + prompt.request
    assert "finance" in prompt.request
    assert "{evidence}" not in prompt.request
