"""`ortak check` and `ortak registry import` on the terminal."""

import io
import json
from pathlib import Path

import pytest

from corpus.tables import DATA_FOLDER

DECLARATION = DATA_FOLDER / "documents" / "declaration-2026" / "text.ru.md"
STATUSES = {
    "confirmed", "date differs", "date of another kind", "attribution differs", "title differs", "organ differs",
    "quote differs", "impossible", "incomplete", "ambiguous", "not in registry", "could not check",
}  # fmt: skip


def test_the_contract(run) -> None:
    code, out, _ = run("check", str(DECLARATION), "--json")
    report = json.loads(out)
    text = DECLARATION.read_text(encoding="utf-8")
    assert code == 1
    assert set(report) >= {"mentions", "lint"}
    resolutions = [mention for mention in report["mentions"] if mention["kind"] == "resolution" and mention["date"]]
    assert [mention["symbol"] for mention in resolutions][:3] == ["A/RES/78/147", "A/RES/80/144", "A/RES/79/143"]
    for mention in report["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert mention["findings"]
        assert {finding["status"] for finding in mention["findings"]} <= STATUSES
        for finding in mention["findings"]:
            assert {"status", "expected", "found", "source", "confidence", "proposal"} <= set(finding)


def test_all_confirmed_is_exit_0(run, tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("Recalling General Assembly resolution 77/158 of 14 December 2022,", encoding="utf-8")
    code, out, _ = run("check", str(file), "--lang", "en")
    assert code == 0
    assert "confirmed" in out


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Recalling General Assembly resolution 77/158 of 15 December 2022,", "date differs"),
        ("Recalling General Assembly resolution 80/3 of 15 October 2025,", "date of another kind"),
        ("Recalling General Assembly resolution 77/158 of 14 December 2019,", "impossible"),
        ("Recalling General Assembly resolution 77/158,", "incomplete"),
        ("Recalling General Assembly resolution 74/999 of 19 December 2019,", "not in registry"),
        ("Recalling resolution 6/3,", "ambiguous"),
        (
            "Recalling General Assembly resolution 77/158 of 14 December 2022, entitled “Year of Glaciers”,",
            "title differs",
        ),
        ("Recalling General Assembly resolution 80/144 of 15 December 2025,", "could not check"),
    ],
)
def test_statuses(run, monkeypatch: pytest.MonkeyPatch, text: str, status: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, out, _ = run("check", "-", "--lang", "en", "--json")
    (mention,) = json.loads(out)["mentions"]
    assert code == 1
    assert status in [finding["status"] for finding in mention["findings"]]


def test_written_reports_and_the_corrected_text(run, tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("Recalling General Assembly resolution 80/3 of 15 October 2025, and more.", encoding="utf-8")
    outputs = {name: tmp_path / name for name in ("out.csv", "out.docx", "fixed.txt")}
    arguments = ["--csv", outputs["out.csv"], "--docx", outputs["out.docx"], "--fix", outputs["fixed.txt"]]
    code, _, _ = run("check", str(file), "--lang", "en", *map(str, arguments))
    assert code == 1
    fixed = outputs["fixed.txt"].read_text(encoding="utf-8")
    assert fixed == "Recalling General Assembly resolution 80/3 of 14 October 2025, and more."
    assert "date of another kind" in outputs["out.csv"].read_text(encoding="utf-8")
    assert outputs["out.docx"].read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"", "is empty"), (b"\x00\x01\x02", "not text"), ("лёд".encode("cp1251"), "not text in UTF-8")],
)
def test_what_cannot_be_checked_gets_one_sentence(run, tmp_path: Path, content: bytes, complaint: str) -> None:
    file = tmp_path / "draft.txt"
    file.write_bytes(content)
    code, out, err = run("check", str(file))
    assert (code, out) == (1, "")
    assert complaint in err
    assert err.count("\n") == 1


def test_a_table_of_the_un_library_makes_more_known(run, tmp_path: Path, own_home: Path) -> None:
    text = tmp_path / "draft.txt"
    text.write_text("Recalling General Assembly resolution 75/999 of 21 December 2020,", encoding="utf-8")
    assert run("check", str(text), "--lang", "en")[0] == 1
    table = tmp_path / "votes.csv"
    head = (
        "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
        "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
    )
    row = (
        '1,KAZ,KAZAKHSTAN,Y,2020-12-21,75,A/RES/75/999,,,,"A made-up title : resolution / adopted by the General '
        'Assembly",,,,150,0,0,43,193,https://digitallibrary.un.org/record/1'
    )
    table.write_text(f"{head}\n{row}\n", encoding="utf-8")
    code, out, err = run("registry", "import", str(table), "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["resolutions"] == 1
    code, out, _ = run("check", str(text), "--lang", "en", "--json")
    assert [finding["status"] for finding in json.loads(out)["mentions"][0]["findings"]] == ["confirmed"]
    assert code == 0
