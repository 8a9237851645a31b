"""Positions on the terminal: evidence, matrix, drafts and projects, in the shape that others script against."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.states import FIVE
from drafting.citation import cited
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.export.tracked import accepted, rejected
from drafting.projects.sections import write_draft
from drafting.projects.shelf import own_shelf
from drafting.projects.values import Header

TOPICS = {
    "en": [
        "glacier preservation",
        "water",
        "land and dust",
        "climate finance",
        "LLDC",
        "waste and tailings",
        "air",
        "biodiversity",
        "methane",
    ],
    "ru": ["сохранение ледников", "климатическое финансирование", "песчаные и пыльные бури"],
}


def statements(draft: dict) -> list[dict]:
    return [statement for section in draft["sections"] for statement in section["statements"]]


@pytest.mark.parametrize(("language", "topic"), [(code, topic) for code, topics in TOPICS.items() for topic in topics])
def test_every_quotation_is_word_for_word_and_every_state_is_there(
    run, indexed_home: Path, library: Library, language: str, topic: str
) -> None:
    code, out, _ = run("draft", "--topic", topic, "--level", "central-asia", "--lang", language, "--json")
    assert code == 0
    draft = json.loads(out)
    assert set(draft) == {"sections", "gaps", "warnings"}
    cited = [citation for statement in statements(draft) for citation in statement["citations"]]
    assert len({(one["document"], one["label"]) for one in cited if not one["document"].startswith("positions:")}) >= 4
    for citation in cited:
        paragraph = library.versions(ParagraphRef(citation["document"], citation["label"]))[citation["language"]]
        assert citation["quote"]
        assert citation["quote"] in paragraph.text
        assert citation["verified"] is True
    proposers = {state for statement in statements(draft) for state in statement["proposers"]}
    shown = " ".join(statement["text"] for statement in statements(draft)) + " ".join(draft["gaps"])
    names = {
        "en": ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"],
        "ru": ["Казахстан", "Кыргызстан", "Таджикистан", "Туркменистан", "Узбекистан"],
    }[language]
    assert all(state in proposers or name in shown for state, name in zip(FIVE, names, strict=True))
    texts = [statement["text"] for statement in statements(draft) if statement["citations"]]
    assert len(texts) == len(set(texts))


def test_the_known_divergence_of_a_topic_is_told(run, indexed_home: Path) -> None:
    _, out, _ = run("draft", "--topic", "glacier preservation", "--lang", "en", "--json")
    draft = json.loads(out)
    told = json.dumps([draft["sections"], draft["warnings"]])
    assert "D-12" in told


def test_the_matrix_names_silence(run, indexed_home: Path) -> None:
    code, out, _ = run("matrix", "--topic", "glacier preservation", "--json")
    assert code == 0
    matrix = json.loads(out)
    assert matrix["states"] == list(FIVE)
    assert {row["agreement"] for row in matrix["rows"]} <= {"convergence", "partial", "divergence", "gap"}
    assert all(row["why"] for row in matrix["rows"])
    silent = [
        cell for row in matrix["rows"] for cell in row["cells"] if cell["holder"] == "TKM" and not cell["evidence"]
    ]
    assert silent
    assert {cell["stance"] for cell in silent} == {"no record found"}


def test_evidence_stands_in_its_paragraph(run, indexed_home: Path, library: Library) -> None:
    code, out, _ = run("gather", "--topic", "methane", "--json")
    assert code == 0
    evidence = json.loads(out)["evidence"]
    assert evidence
    for one in evidence:
        assert one["quote"] in library.versions(ParagraphRef(one["document"], one["label"]))[one["language"]].text


def test_the_matrix_as_a_spreadsheet(run, indexed_home: Path, tmp_path: Path) -> None:
    target = tmp_path / "matrix.xlsx"
    code, out, _ = run("matrix", "--topic", "сохранение ледников", "--lang", "ru", "--xlsx", str(target))
    assert (code, out) == (0, "")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Матрица", "Подтверждения", "Предупреждения"]
    heads = [cell.value for cell in book["Матрица"][2]]
    assert heads[:6] == ["Вопрос", "Казахстан", "Кыргызстан", "Таджикистан", "Туркменистан", "Узбекистан"]
    cells = {cell.value for row in book["Матрица"].iter_rows(min_row=3, min_col=2, max_col=6) for cell in row}
    assert any(value and value.startswith("позиция не найдена") for value in cells)


def test_a_word_file_has_real_footnotes(run, indexed_home: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief.docx"
    code, _, _ = run("draft", "--topic", "methane", "--lang", "en", "--docx", str(target))
    assert code == 0
    with zipfile.ZipFile(target) as package:
        notes = package.read("word/footnotes.xml").decode()
        body = package.read("word/document.xml").decode()
    assert notes.count("<w:footnote ") - 2 == body.count("<w:footnoteReference ")
    assert "Ecological Solidarity" in notes


def base_resolution() -> bytes:
    document = docx.Document()
    for text in (
        "The General Assembly,",
        "Recalling its resolution 77/158 of 14 December 2022,",
        "1.\tDecides to meet again;",
        "2.\tRequests a report.",
        "60th plenary meeting",
    ):
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_tracked_changes_over_a_base_text(run, indexed_home: Path, tmp_path: Path) -> None:
    base, target = tmp_path / "base.docx", tmp_path / "out.docx"
    base.write_bytes(base_resolution())
    arguments = ["--topic", "methane", "--form", "resolution", "--base", str(base), "--docx", str(target)]
    code, _, err = run("draft", *arguments)
    assert (code, err) == (0, "")
    old, new = rejected(target.read_bytes()), accepted(target.read_bytes())
    assert old == rejected(base.read_bytes())
    assert [text for text in new if text in old] == old
    numbers = [int(text.split(".")[0]) for text in new if text[:1].isdigit() and ".\t" in text[:5]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 2
    assert new[-1] == "60th plenary meeting"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["draft", "--topic", ""], 1, "is empty"),
        (["draft", "--topic", "water", "--level", "galaxy"], 2, "galaxy"),
        (["draft", "--topic", "water", "--level", "national"], 1, "State"),
        (["draft", "--topic", "water", "--base", "x.docx"], 1, "--base needs a file to write"),
        (["draft", "--topic", "water", "--base", "absent.docx", "--docx", "o.docx"], 1, "cannot be opened"),
        (["draft", "--topic", "water", "--state", "Narnia"], 1, "is not the code of a State"),
        (["draft"], 2, "--topic"),
        (["project", "show", "nothing"], 1, "nothing"),
        (["project", "import", "absent.zip"], 1, "absent.zip"),
    ],
)
def test_every_mistake_gets_one_sentence(
    run, indexed_home: Path, arguments: list[str], code: int, message: str
) -> None:
    found, out, err = run(*arguments)
    assert found == code, err
    assert message in err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize("level", ["central-asia", "national"])
@pytest.mark.parametrize("command", ["gather", "matrix", "draft"])
def test_a_topic_without_evidence_is_no_success(
    run, indexed_home: Path, command: str, level: str, as_json: bool
) -> None:
    state = ["--state", "FRA"] if level == "national" else []
    code, out, err = run(command, "--topic", "xyzzyqwv", "--level", level, *state, *(["--json"] if as_json else []))
    assert code == 1
    assert err == (
        "ortak: No evidence was found for the topic “xyzzyqwv”. Put it in other words, or add papers: ortak add FILE.\n"
    )
    if as_json:
        assert json.loads(out)


def test_a_draft_without_evidence_is_written_all_the_same(run, indexed_home: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    code, _, err = run("draft", "--topic", "xyzzyqwv", "--md", str(target))
    assert (code, err.count("\n")) == (1, 1)
    assert "Xyzzyqwv: nothing is on record." in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("state", ["ZZZ", "XXX", "XX", "ZZ", "EUE", "UNO", "QUU", "EZ"])
@pytest.mark.parametrize("command", ["gather", "matrix", "draft"])
def test_a_code_of_no_state_is_refused(run, indexed_home: Path, command: str, state: str) -> None:
    code, out, err = run(command, "--topic", "water", "--level", "national", "--state", state)
    sentence = f"ortak: “{state}” is not the code of a State; give its three letters, such as KAZ or BOL.\n"
    assert (code, out, err) == (1, "", sentence)


@pytest.mark.parametrize("form", ["brief", "statement", "resolution", "declaration", "talking-points"])
@pytest.mark.parametrize("state", ["FRA", "USA", "DEU"])
def test_a_state_that_adopted_nothing_gets_no_verified_word_of_the_declaration(
    run, indexed_home: Path, form: str, state: str
) -> None:
    code, out, _ = run(
        "draft", "--topic", "glaciers", "--level", "national", "--state", state, "--form", form, "--json"
    )
    assert code == 0
    for statement in statements(json.loads(out)):
        if any(one["document"] == "declaration-2026" for one in statement["citations"]):
            assert statement["text"].startswith(("The five Central Asian States ", "Declaration “"))


def test_a_project_goes_from_hand_to_hand(
    run, indexed_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run("project", "new", "Ледники, 81-я сессия", "--topic", "ледники", "--delegation", "kz", "--json")
    assert code == 0
    project = json.loads(out)["project"]
    code, out, _ = run("project", "list", "--json")
    assert [(card["id"], card["title"]) for card in json.loads(out)["projects"]] == [(project, "Ледники, 81-я сессия")]
    code, out, _ = run("project", "show", project, "--json")
    assert json.loads(out)["header"]["delegation"] == "KAZ"
    assert run("project", "export", project, str(tmp_path / "p.zip"))[0] == 0
    monkeypatch.setenv("ORTAK_HOME", str(tmp_path / "colleague"))
    code, out, _ = run("project", "import", str(tmp_path / "p.zip"), "--json")
    assert code == 0
    _, out, _ = run("project", "show", json.loads(out)["project"], "--json")
    assert json.loads(out)["header"]["title"] == "Ледники, 81-я сессия"


def test_a_project_is_shown_with_its_citations_checked_now(run, library: Library, indexed_home: Path) -> None:
    """What a file says of its own citations may be old, or anybody's."""
    citation = cited(library, library.versions(ParagraphRef("positions:KAZ", "KAZ-08"))["en"], "en")
    told = (
        Statement("Kazakhstan asks for predictable finance.", (citation,)),
        Statement("Kazakhstan asks for 300 billion dollars.", (citation,)),
    )
    opened = own_shelf().create(Header("Finance", topic="finance"), "A")
    text = Draft("Finance", "finance", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("h", told),))
    write_draft(opened, text, opened.read(), "A")
    _, out, _ = run("project", "show", opened.read().id, "--json")
    [section] = json.loads(out)["drafts"]["en"]["sections"]
    assert [one["citations"][0]["verified"] for one in section["statements"]] == [True, False]
    _, out, _ = run("project", "show", opened.read().id)
    assert (out.count("[^1]"), out.count("[^2]")) == (2, 0)
