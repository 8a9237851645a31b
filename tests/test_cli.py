"""The terminal door: the contract in JSON, and one sentence with a non-zero exit for every mistake."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cli


def test_search_answers_as_the_contract_says(run, indexed_home: Path) -> None:
    outcome = run("search", "обмен внешнего долга на зеленые инициативы", "--limit", "3", "--json")
    assert outcome.code == 0
    answer = outcome.json
    assert (answer["query"], answer["language"]) == ("обмен внешнего долга на зеленые инициативы", "ru")
    assert len(answer["hits"]) == 3
    hit = next(hit for hit in answer["hits"] if hit["document"] == "declaration-2026")
    assert hit["label"] == "OP19"
    assert hit["language"] == "ru"
    assert hit["languages"] == ["ar", "en", "es", "fr", "kk", "ky", "ru", "tg", "tk", "tr", "uz", "zh"]
    assert hit["kind"] == "official"
    assert set(hit["routes"]) == {"dense", "lexical", "terms", "place"}
    assert hit["citation"].endswith("(Астана, 22 апреля 2026 года), пункт 19")
    assert "обмена внешнего долга на зеленые инициативы" in hit["text"]


@pytest.mark.parametrize(
    ("text", "document", "label"),
    [
        ("78/147", "registry:A/RES/78/147", "about"),
        ("A/RES/77/158 para. 5", "registry:A/RES/77/158", "OP5"),
        ("п. 16", "declaration-2026", "OP16"),
        ("OP16", "declaration-2026", "OP16"),
        ("пункт 12 декларации", "declaration-2026", "OP12"),
        ("第16段", "declaration-2026", "OP16"),
        ("UNEA resolution 6/3", "registry:UNEP/EA.6/Res.3", "about"),
        ("KAZ-21", "positions:KAZ", "KAZ-21"),
    ],
)
def test_symbols_and_places_are_answered_first(run, indexed_home: Path, text: str, document: str, label: str) -> None:
    first = run("search", text, "--json").json["hits"][0]
    assert (first["document"], first["label"], first["routes"]["place"]) == (document, label, 1.0)


def test_one_paragraph_in_many_languages_is_one_result(run, indexed_home: Path) -> None:
    hits = run("search", "Aral Sea", "--limit", "100", "--json").json["hits"]
    places = [(hit["document"], hit["label"]) for hit in hits]
    assert len(places) == len(set(places))


TAJIK_GLACIER_NOTES = {"TJK-11", "TJK-12", "TJK-13", "TJK-14"}


@pytest.mark.parametrize(
    ("arguments", "check"),
    [
        (("--kind", "position"), lambda hit: hit["kind"] == "position"),
        (("--kind", "official"), lambda hit: (hit["kind"], hit["language"]) == ("official", "ru")),
        (("--kind", "translation"), lambda hit: hit["kind"] == "translation" and hit["language"] != "ru"),
        (("--document", "77/158"), lambda hit: hit["document"] == "registry:A/RES/77/158"),
        (("--lang", "kk"), lambda hit: hit["language"] == "kk"),
        (("--document", "positions:TJK", "--topic", "glaciers"), lambda hit: hit["label"] in TAJIK_GLACIER_NOTES),
    ],
)  # fmt: skip
def test_filters(run, indexed_home: Path, arguments: tuple[str, ...], check) -> None:
    hits = run("search", "glaciers", *arguments, "--json").json["hits"]
    assert hits
    assert all(check(hit) for hit in hits)


def test_a_state_filter_keeps_other_states_notes_out(run, indexed_home: Path) -> None:
    hits = run("search", "water", "--state", "UZB", "--kind", "position", "--limit", "50", "--json").json["hits"]
    documents = {hit["document"] for hit in hits}
    assert "positions:UZB" in documents
    assert not documents & {"positions:KAZ", "positions:KGZ", "positions:TJK", "positions:TKM"}


def test_lines_in_lines_out(run, indexed_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        b'{"query": "OP6", "limit": 1}',
        b'{"query": ""}',
        b"not json",
        b'{"query": "\xff"}',
        b'{"query": "debt", "document": "positions:KGZ", "limit": 2}',
        b"",
        b'{"query": "x", "limit": "many"}',
    ]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
    outcome = run("search", "--jsonl")
    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 1
    assert len(answers) == 6
    assert answers[0]["hits"][0]["label"] == "OP6"
    assert "empty" in answers[1]["error"]
    assert "not JSON" in answers[2]["error"]
    assert "not JSON in UTF-8" in answers[3]["error"]
    assert {hit["document"] for hit in answers[4]["hits"]} == {"positions:KGZ"}
    assert "whole number" in answers[5]["error"]


def test_show_a_paragraph_in_a_language(run) -> None:
    shown = run("show", "declaration-2026", "OP6", "--lang", "en", "--json").json
    assert (shown["document"], shown["symbol"], shown["kind"]) == ("declaration-2026", "", "translation")
    assert [paragraph["label"] for paragraph in shown["paragraphs"]] == ["OP6"]
    assert "resolution 77/158 of 14 December 2022" in shown["paragraphs"][0]["text"]
    assert shown["paragraphs"][0]["kind"] == "operative"


def test_show_an_instrument_by_its_symbol(run) -> None:
    shown = run("show", "A/RES/77/158", "--json").json
    assert (shown["document"], shown["symbol"], shown["kind"]) == ("registry:A/RES/77/158", "A/RES/77/158", "registry")
    adopted = [fact for fact in shown["facts"]["facts"] if fact["name"] == "adopted_on"]
    assert [(fact["value"], fact["confidence"]) for fact in adopted] == [("2022-12-14", "high")]
    assert "OP5" in [paragraph["label"] for paragraph in shown["paragraphs"]]


def test_show_the_whole_declaration(run) -> None:
    shown = run("show", "declaration-2026", "--json").json
    kinds = [paragraph["kind"] for paragraph in shown["paragraphs"]]
    assert [kinds.count(kind) for kind in ("preambular", "operative", "closing", "adoption")] == [15, 27, 1, 1]
    assert len(kinds) == 44
    assert shown["facts"]["enacting"] == "принимаем настоящую Декларацию:"


def test_index_then_search(run, own_home: Path) -> None:
    assert run("search", "ice").code == 2
    built = run("index", "--json")
    assert built.code == 0
    assert built.json["encoder"] == "hashed words"
    assert run("index", "--json").json["encoded"] == 0
    assert run("search", "ice").code == 0


def test_corpus_check_and_list(run) -> None:
    assert run("corpus", "check").code == 0
    listed = run("corpus", "list", "--json").json["documents"]
    assert {"document": "declaration-2026", "kind": "official"}.items() <= listed[0].items()


MISTAKES = [
    (("search", ""), 1, "empty"),
    (("search", "x" * 100_000), 1, "limit is 2,000"),
    (("search", "caf\udce9"), 1, "not text"),
    (("search", "<b>ice</b>"), 1, "markup"),
    (("search", "Ð»ÐµÐ´Ð½Ð¸ÐºÐ¸"), 1, "lost its encoding"),
    (("search", "A/RES/79/999"), 1, "is not in the registry"),
    (("search", "п. 99 декларации"), 1, "has no paragraph OP99"),
    (("search", "ice", "--limit", "0"), 1, "between 1 and 200"),
    (("search", "ice", "--limit", "ten"), 2, "not a valid integer"),
    (("search", "ice", "--kind", "nice"), 1, "not a kind of text"),
    (("search", "ice", "--lang", "de"), 1, "not a language"),
    (("search", "ice", "--document", "A/RES/1/1"), 1, "not in the registry"),
    (("search", "ice", "--year", "1812"), 1, "No text passes"),
    (("search",), 1, "Nothing was asked"),
    (("show", "nothing-like-this"), 1, "Nothing is held under"),
    (("show", "declaration-2026", "OP28"), 1, "has no paragraph “OP28”"),
    (("show", "declaration-2026", "--lang", "de"), 1, "not in “de”"),
    (("serve", "--host", "192.0.2.1"), 2, "would let other machines in"),
    (("fly",), 2, "No such command"),
]


@pytest.mark.parametrize(("arguments", "code", "complaint"), MISTAKES, ids=lambda value: str(value)[:40])
def test_a_mistake_gets_one_sentence(
    run, indexed_home: Path, arguments: tuple[str, ...], code: int, complaint: str
) -> None:
    outcome = run(*arguments)
    assert outcome.code == code
    assert complaint in outcome.err
    assert outcome.out == ""
    assert outcome.err.startswith("ortak: ")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("", ""),
        ("openai:gpt-x", ""),
        ("nonsense", "ortak: ORTAK_MODEL does not name a model. "),
        ("openai:sk-do-not-show-1234567890", "ortak: ORTAK_MODEL holds a password or what looks like a key. "),
    ],
)
def test_the_server_starts_whatever_the_model_and_says_where_it_is_none(
    run, monkeypatch: pytest.MonkeyPatch, model: str, said: str
) -> None:
    started: list[list[str]] = []

    def becomes(program: str, command: list[str]) -> None:
        started.append(command)
        raise SystemExit

    monkeypatch.setattr(cli.os, "execv", becomes)
    monkeypatch.setattr(cli.subprocess, "call", lambda command: started.append(command) or 0)
    monkeypatch.setenv("ORTAK_MODEL", model)
    outcome = run("serve")
    assert len(started) == 1
    assert outcome.err.startswith(said)
    assert outcome.err.count("\n") == bool(said)
    assert "do-not-show" not in outcome.err


WRITING = [
    ("draft", "--topic", "glacier preservation", "--docx"),
    ("draft", "--topic", "glacier preservation", "--md"),
    ("matrix", "--topic", "glacier preservation", "--xlsx"),
    ("check", "-", "--csv"),
    ("check", "-", "--docx"),
    ("check", "-", "--fix"),
    ("export-library",),
    ("project", "export", "ice"),
]


@pytest.mark.parametrize("arguments", WRITING, ids=lambda arguments: " ".join((arguments[0], arguments[-1])))
def test_no_folder_is_made_for_a_file_to_write(run, indexed_home: Path, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments, str(indexed_home / "not-there" / "a"))
    assert outcome.code == 2
    assert outcome.err == (
        f"ortak: The folder {indexed_home / 'not-there'} does not exist. Make it, or name another one.\n"
    )
    assert not (indexed_home / "not-there").exists()


@pytest.mark.parametrize("damage", ["missing", "cut", "other encoder", "other texts"])
def test_an_index_that_does_not_fit(run, indexed_home: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    if damage == "missing":
        shutil.rmtree(indexed_home / "index")
    elif damage == "cut":
        vectors = next(indexed_home.rglob("vectors.f32"))
        vectors.write_bytes(vectors.read_bytes()[:1000])
    elif damage == "other encoder":
        manifest = next(indexed_home.rglob("manifest.json"))
        manifest.write_text(manifest.read_text().replace('"hashed words"', '"another"'))
    else:
        manifest = next(indexed_home.rglob("manifest.json"))
        fields = json.loads(manifest.read_text())
        fields["texts"][0]["content"] = "0"
        manifest.write_text(json.dumps(fields))
    outcome = run("search", "ice")
    assert outcome.code == 2
    assert "Run: ortak index" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_broken_corpus_file_is_named(tmp_path: Path) -> None:
    """A copy of the program with one broken data file, run as a program of its own."""
    root = Path(cli.__file__).parent
    for part in ("corpus", "indexer", "references"):
        shutil.copytree(root / part, tmp_path / part)
    shutil.copy(root / "cli.py", tmp_path / "cli.py")
    broken = tmp_path / "corpus" / "positions" / "KAZ.toml"
    broken.write_text(broken.read_text(encoding="utf-8") + '\nid = "\n', encoding="utf-8")
    for command, code in ((["show", "declaration-2026"], 2), (["index"], 2), (["corpus", "check"], 1)):
        done = subprocess.run(
            [sys.executable, "-m", "cli", *command], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == code
        assert "KAZ.toml is not valid TOML" in done.stderr
        assert "Traceback" not in done.stderr
