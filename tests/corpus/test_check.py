"""The validator names every wrong file, and what is wrong in it."""

import shutil
from pathlib import Path

import pytest

from corpus.check import check_corpus
from corpus.tables import DATA_FOLDER

PARTS = ("documents", "instruments", "positions", "terms")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in PARTS:
        shutil.copytree(DATA_FOLDER / part, tmp_path / "corpus" / part)
    return tmp_path / "corpus"


def test_the_shipped_corpus_has_no_problems() -> None:
    assert check_corpus().problems == ()


def test_the_shipped_corpus_is_complete() -> None:
    counts = check_corpus().counts
    assert counts["declaration languages"] == 12
    assert counts["concepts"] >= 300
    assert counts["instruments"] >= 100
    assert counts["position notes"] == 242


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("instruments/A-RES-77-158.toml", 'id = "A/RES/77/158"', 'id = "A/RES/77/158', "is not valid TOML"),
        ("instruments/A-RES-77-158.toml", 'body = "GA"', 'body = "GA"\nmood = "good"', "unknown field `mood`"),
        ("instruments/A-RES-77-158.toml", 'cited_in = ["PP5"', 'cited_in = ["PP99"', "which the declaration does not"),
        ("instruments/A-RES-77-158.toml", 'id = "A/RES/77/158"', 'id = "A/RES/78/147"', "is used 2 times"),
        ("positions/KAZ.toml", 'id = "KAZ-02"', 'id = "KAZ-01"', "“KAZ-01” is used 2 times"),
        ("positions/KAZ.toml", 'stance = "commits"', 'stance = "likes"', "Invalid enum value 'likes'"),
        ("terms/water.toml", "confidence =", "colour = 1\nconfidence =", "unknown field `colour`"),
        ("documents/declaration-2026/text.en.md", "\n26. ", "\n", "laid out as a declaration"),
        ("documents/declaration-2026/guide.en.toml", "[OP6]", "[OP66]", "one table for every paragraph"),
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_named(copy: Path, file: str, old: str, new: str, complaint: str) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(complaint in problem for problem in check_corpus(copy).problems)


@pytest.mark.parametrize("language", ["ru", "en", "tk"])
def test_a_term_without_one_of_its_languages_is_named(copy: Path, language: str) -> None:
    path = copy / "terms" / "water.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{language} = "))
    path.write_text("\n".join(lines[:first] + lines[first + 1 :]), encoding="utf-8")
    assert any(f"missing required field `{language}`" in problem for problem in check_corpus(copy).problems)


def test_a_fact_without_source_is_named(copy: Path) -> None:
    path = copy / "instruments" / "A-RES-80-3.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("source = "))
    lines[first] = 'source = ""'
    path.write_text("\n".join(lines), encoding="utf-8")
    assert any("A/RES/80/3, fact title has no source" in problem for problem in check_corpus(copy).problems)


def test_an_unknown_value_cannot_be_of_high_confidence(copy: Path) -> None:
    path = copy / "instruments" / "A-RES-80-144.toml"
    text = path.read_text(encoding="utf-8").replace('confidence = "unknown"', 'confidence = "high"', 1)
    path.write_text(text, encoding="utf-8")
    assert any("unknown confidence" in problem for problem in check_corpus(copy).problems)


def test_every_wrong_file_is_named_not_only_the_first(copy: Path) -> None:
    for name in ("A-RES-77-158", "A-RES-80-3"):
        (copy / "instruments" / f"{name}.toml").write_text("id = [", encoding="utf-8")
    problems = check_corpus(copy).problems
    assert sum("is not valid TOML" in problem for problem in problems) == 2
