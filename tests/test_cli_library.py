"""The user's own library on the terminal: added, found, cited, listed, removed, handed over."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

RESOLUTION = """United Nations

A/RES/81/901

General Assembly

Distr.: General
22 December 2026

Eighty-first session
Agenda item 18

Resolution adopted by the General Assembly
on 17 December 2026

[on the report of the Second Committee (A/81/999, para. 7)]

81/901. Snow leopards of the high pastures

The General Assembly,

Recalling its resolution 79/143 of 12 December 2024,

Noting with concern that herders and snow leopards share ever narrower pastures,

1. Decides to hold a meeting of herders every second year;

\f2. Invites the mountain States:

(a) To count their snow leopards together;

(b) To share what they have counted;

3. Requests the Secretary-General to report to it at its eighty-third session.

60th plenary meeting
17 December 2026
"""


@pytest.fixture
def resolution(tmp_path: Path) -> Path:
    path = tmp_path / "snow leopards.txt"
    path.write_text(RESOLUTION, encoding="utf-8")
    return path


def test_an_official_text_is_added_found_in_another_language_shown_cited(
    run, indexed_home: Path, resolution: Path
) -> None:
    code, out, _ = run("add", str(resolution), "--json")
    assert code == 0
    (file,) = json.loads(out)["files"]
    assert (file["path"], file["outcome"], file["document"]) == (str(resolution), "added", "A/RES/81/901")
    assert (file["kind"], file["language"], file["pages"]) == ("official", "en", 2)
    assert file["paragraphs"] == {"preambular": 2, "operative": 5, "adoption": 1}
    assert file["facts"]["adopted_on"] == "2026-12-17"
    assert file["facts"]["distr_date"] == "2026-12-22"
    assert file["facts"]["committee_report"] == "A/81/999, para. 7"
    assert 0.9 < file["letter_share"] <= 1
    assert file["references"] == 1
    code, out, _ = run("show", "81/901", "OP2 (b)", "--json")
    assert code == 0
    (paragraph,) = json.loads(out)["paragraphs"]
    assert (paragraph["label"], paragraph["kind"], paragraph["page"]) == ("OP2 (b)", "operative", 2)
    assert paragraph["text"] == "To share what they have counted;"
    code, out, _ = run("search", "A/RES/81/901 para. 1", "--json")
    hit = json.loads(out)["hits"][0]
    assert (hit["document"], hit["label"], hit["kind"]) == ("A/RES/81/901", "OP1", "official")
    assert hit["citation"] == ("General Assembly resolution 81/901 of 17 December 2026 (A/RES/81/901), para. 1, p. 1")
    code, out, _ = run("search", "снежный барс и пастбища: совещание пастухов", "--document", "A/RES/81/901", "--json")
    assert json.loads(out)["hits"][0]["citation"].startswith(
        "Резолюция 81/901 Генеральной Ассамблеи от 17 декабря 2026 года (A/RES/81/901), "
    )


def test_adding_again_changes_nothing(run, indexed_home: Path, resolution: Path) -> None:
    run("add", str(resolution), "--no-index")
    code, out, _ = run("add", str(resolution), "--no-index", "--json")
    assert code == 0
    assert [file["outcome"] for file in json.loads(out)["files"]] == ["unchanged"]
    code, out, _ = run("list", "--json")
    assert [one["document"] for one in json.loads(out)["documents"]] == ["A/RES/81/901"]


def test_guesses_are_corrected_by_adding_again(run, indexed_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "KAZ_79_2024.txt"
    path.write_text(
        "Kazakhstan calls for a water organization.\n\nIt offers to host its first meeting.", encoding="utf-8"
    )
    _, out, _ = run("add", str(path), "--no-index", "--json")
    assert (json.loads(out)["files"][0]["kind"], json.loads(out)["files"][0]["states"]) == ("own", [])
    _, out, _ = run("add", str(path), "--kind", "position", "--no-index", "--json")
    assert (json.loads(out)["files"][0]["kind"], json.loads(out)["files"][0]["states"]) == ("position", ["KAZ"])
    _, out, _ = run("add", str(path), "--state", "kg", "--name", "our-paper", "--no-index", "--json")
    file = json.loads(out)["files"][0]
    assert (file["document"], file["kind"], file["states"]) == ("our-paper", "position", ["KGZ"])
    _, out, _ = run("list", "--json")
    assert [one["document"] for one in json.loads(out)["documents"]] == ["our-paper"]


def test_another_file_of_the_same_name_is_kept_beside(run, indexed_home: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "draft.txt").write_text(f"Draft {number}: water for all.\n\nAnd for the lakes.", encoding="utf-8")
        run("add", str(folder / "draft.txt"), "--no-index")
    _, out, _ = run("list", "--json")
    assert {one["document"] for one in json.loads(out)["documents"]} == {"draft", "draft-2"}


def test_language_versions_are_joined_and_compared(run, indexed_home: Path, resolution: Path, tmp_path: Path) -> None:
    run("add", str(resolution), "--no-index")
    short = tmp_path / "версия.txt"
    short.write_text(
        "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 79/143 от 12 декабря 2024 года,\n\n"
        "1. постановляет проводить совещание пастухов раз в два года;\n\n"
        "2. просит Генерального секретаря представить доклад.\n",
        encoding="utf-8",
    )
    code, out, _ = run("add", str(short), "--symbol", "A/RES/81/901", "--no-index", "--json")
    assert code == 0
    (file,) = json.loads(out)["files"]
    assert (file["document"], file["language"]) == ("A/RES/81/901", "ru")
    assert "PP2 is in en but not in ru." in file["notes"]
    _, out, _ = run("show", "A/RES/81/901", "OP1", "--lang", "ru", "--json")
    assert json.loads(out)["languages"] == ["en", "ru"]


def test_removing(run, indexed_home: Path, resolution: Path) -> None:
    run("add", str(resolution))
    code, out, _ = run("remove", "81/901", "--json")
    assert code == 1
    code, out, _ = run("remove", "A/RES/81/901", "--json")
    assert code == 0
    assert json.loads(out)["removed"] == [{"document": "A/RES/81/901", "language": "en", "file": resolution.name}]
    code, _, err = run("show", "A/RES/81/901")
    assert code == 1
    assert "does not mean that it does not exist" in err


def test_handing_the_library_over(run, indexed_home: Path, resolution: Path, tmp_path: Path, monkeypatch) -> None:
    run("add", str(resolution), "--no-index")
    code, out, _ = run("export-library", str(tmp_path / "all.zip"))
    assert (code, out) == (0, f"1 documents → {tmp_path / 'all.zip'}\n")
    monkeypatch.setenv("ORTAK_HOME", str(tmp_path / "other"))
    code, out, _ = run("import-library", str(tmp_path / "all.zip"), "--no-index", "--json")
    assert code == 0
    assert json.loads(out)["documents"] == [{"document": "A/RES/81/901", "language": "en", "file": resolution.name}]


def test_one_bad_file_does_not_stop_the_others(run, indexed_home: Path, resolution: Path, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "numbers.txt": b"12 34 56 78\n" * 20,
        "scan.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    paths = [str(tmp_path / name) for name in bad]
    code, out, err = run("add", *paths, str(resolution), "--no-index", "--json")
    assert code == 1
    files = json.loads(out)["files"]
    assert [file["outcome"] for file in files] == ["refused"] * 4 + ["added"]
    assert all(file["reason"].count("\n") == 0 and len(file["reason"]) < 300 for file in files[:4])
    assert "Traceback" not in out + err


def test_an_archive_is_added_member_by_member_and_stays_inside(run, indexed_home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("one.txt", "Water is life.\n\nWe need it.")
        package.writestr("../../escaped.txt", "Out of the folder.")
        package.writestr("two.md", "# Air\n\nClean air is needed.")
    code, out, _ = run("add", str(archive), "--no-index", "--json")
    assert code == 1
    outcomes = {file["path"]: file["outcome"] for file in json.loads(out)["files"]}
    assert sorted(outcomes.values()) == ["added", "added", "refused"]
    assert outcomes["papers.zip/one.txt"] == "added"
    assert not list(tmp_path.rglob("escaped*"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["add"], 1, "No file was given"),
        (["add", "absent.txt"], 1, "cannot be opened"),
        (["add", "x.txt", "--kind", "secret"], 1, "is not a kind of text"),
        (["add", "x.txt", "--state", "Narnia"], 1, "is not the code of a State"),
        (["add", "x.txt", "--lang", "xx"], 1, "not a language"),
        (["add", "x.txt", "--symbol", "no symbol"], 1, "is not a UN document symbol"),
        (["remove", "nothing"], 1, "Nothing was added under"),
        (["import-library", "absent.zip"], 1, "cannot be opened"),
        (["fetch"], 1, "Nothing was asked for"),
        (["fetch", "78/147", "--lang", "kk", "--no-index"], 1, "kk"),
    ],
)
def test_every_mistake_gets_one_sentence(
    run, indexed_home: Path, arguments: list[str], code: int, message: str
) -> None:
    found, _, err = run(*arguments)
    assert found == code
    assert message in err
    assert "Traceback" not in err
    assert err.strip().count("\n") <= 1


def test_the_inbox_is_added(run, indexed_home: Path, resolution: Path) -> None:
    inbox = indexed_home / "inbox"
    inbox.mkdir(parents=True)
    shutil.copy(resolution, inbox)
    code, out, _ = run("add", "--inbox", "--once", "--no-index", "--json")
    assert code == 0
    assert [file["document"] for file in json.loads(out)["files"]] == ["A/RES/81/901"]


def test_a_link_in_a_folder_is_refused_by_name(run, indexed_home: Path, resolution: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "link.txt").symlink_to(resolution)
    code, out, _ = run("add", str(folder), "--no-index", "--json")
    assert code == 1
    (file,) = json.loads(out)["files"]
    assert file["outcome"] == "refused"
    assert "is a link" in file["reason"]


def test_a_text_in_two_languages_is_told(run, indexed_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "both.txt"
    english = "The glaciers of the region are melting and the lakes are getting smaller every year. " * 20
    russian = "Ледники региона тают, и озера с каждым годом становятся меньше; нужны общие меры. " * 20
    path.write_text(f"{english}\n\n{russian}", encoding="utf-8")
    _, out, _ = run("add", str(path), "--no-index", "--json")
    (file,) = json.loads(out)["files"]
    other = {"en": "ru", "ru": "en"}[file["language"]]
    assert f"Parts of the text are in another language ({other})" in " ".join(file["notes"])


def test_what_an_interrupted_run_added_is_indexed_by_the_next(run, indexed_home: Path, resolution: Path) -> None:
    run("add", str(resolution), "--no-index")
    assert run("search", "snow leopards")[0] == 2
    assert run("add", str(resolution))[0] == 0
    code, out, _ = run("search", "snow leopards of the high pastures", "--kind", "official", "--json")
    assert code == 0
    assert "A/RES/81/901" in {hit["document"] for hit in json.loads(out)["hits"]}
