"""The user's own library on disk: kept whole, found again, removed, handed over; damage stays where it is."""

import os
import zipfile
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from corpus.added import FORMAT, ImportReport, StoredDocument, StoredParagraph
from corpus.document import TextKind
from corpus.errors import LibraryDamaged, NotHeld, SourceRefused
from corpus.handover import export_library, import_library
from corpus.holdings import Holdings
from corpus.library import load_library
from corpus.paragraph import ParagraphKind, ParagraphRef


def stored(
    document_id: str = "A/RES/78/147", language: str = "en", content: bytes = b"text", file: str = "a.pdf"
) -> StoredDocument:
    return StoredDocument(
        format=FORMAT,
        id=document_id,
        symbol=document_id if "/" in document_id else "",
        kind=TextKind.OFFICIAL,
        language=language,
        title="Central Asia facing environmental challenges",
        opening="The General Assembly,",
        facts={"adopted_on": "2023-12-19"},
        states=(),
        body="GA",
        years=(2023,),
        asked={},
        file=file,
        sha256=sha256(content).hexdigest(),
        reader="test",
        added_on="2026-11-28",
        paragraphs=(StoredParagraph("OP1", ParagraphKind.OPERATIVE, "Decides to act;", 2, "Heading", ((3, 18),)),),
        report=ImportReport(2, {"operative": 1}, 0.9, language, 1.0, 0),
    )


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    return Holdings(tmp_path / "library")


def test_what_is_kept_is_found_again(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    assert list(holdings.stored()) == [stored()]
    assert holdings.source_path(stored()).read_bytes() == b"text"
    assert holdings.source_path(stored()).suffix == ".pdf"
    document = next(holdings.documents())
    assert document.source is not None
    assert (document.source.name, document.source.pages) == ("a.pdf", 2)
    paragraph = document.paragraph("OP1")
    assert (paragraph.text, paragraph.page, paragraph.heading) == ("Decides to act;", 2, "Heading")
    assert paragraph.spans == ((3, 18),)
    assert paragraph.facets.years == (2023,)


def test_language_versions_are_one_document(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    holdings.keep(stored(language="ru", content="текст".encode()), "текст".encode())
    library = load_library(added=holdings)
    assert library.find("78/147") == "A/RES/78/147"
    assert library.find("registry:A/RES/78/147") == "registry:A/RES/78/147"
    assert library.languages("A/RES/78/147") == ("en", "ru")
    assert set(library.versions(ParagraphRef("A/RES/78/147", "OP1"))) == {"en", "ru"}
    assert library.added_ids == {"A/RES/78/147"}


def test_a_version_is_replaced_with_its_source(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    holdings.keep(stored(content=b"better"), b"better")
    assert [one.sha256 for one in holdings.stored()] == [sha256(b"better").hexdigest()]
    assert [path.read_bytes() for path in (holdings.folder / "sources").iterdir()] == [b"better"]


def test_removing_one_language_keeps_the_other_its_source(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    holdings.keep(stored(language="ru"), b"text")
    assert [one.language for one in holdings.remove("a/res/78/147", "en")] == ["en"]
    assert holdings.source_path(stored()).exists()
    holdings.remove("A/RES/78/147")
    assert not list((holdings.folder / "sources").iterdir())
    with pytest.raises(NotHeld, match="Nothing was added under “A/RES/78/147”"):
        holdings.remove("A/RES/78/147")


def test_removing_a_language_that_is_not_there(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    with pytest.raises(NotHeld, match="was added in en, not in “fr”"):
        holdings.remove("A/RES/78/147", "fr")


@pytest.mark.parametrize("document_id", ["../../etc", "позиция", "CON", "a" * 300, "A/RES/78/147", "a\\b:c*?"])
def test_no_id_leaves_the_folder(holdings: Holdings, tmp_path: Path, document_id: str) -> None:
    holdings.keep(stored(document_id, file="../../x/../.sh;rm"), b"text")
    inside = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.is_relative_to(holdings.folder) for path in inside)
    assert next(holdings.stored()).id == document_id
    assert holdings.under(document_id)["en"].id == document_id


def test_a_damaged_document_leaves_the_others(holdings: Holdings) -> None:
    holdings.keep(stored(), b"text")
    holdings.keep(stored("own-draft"), b"text")
    damaged = next(path for path in holdings.folder.glob("own*.json"))
    damaged.write_bytes(damaged.read_bytes()[:50])
    assert [one.id for one in holdings.stored()] == ["A/RES/78/147"]
    (problem,) = holdings.problems()
    assert str(damaged) in problem
    assert "Delete it and add the file again." in problem
    assert load_library(added=holdings).added_ids == {"A/RES/78/147"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written(holdings: Holdings) -> None:
    holdings.folder.mkdir()
    holdings.folder.chmod(0o500)
    with pytest.raises(LibraryDamaged, match="cannot be written"):
        holdings.keep(stored(), b"text")


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("in the way")
    with pytest.raises(LibraryDamaged, match="cannot be written.*nothing was lost"):
        Holdings(tmp_path / "library").keep(stored(), b"text")


def test_a_library_is_handed_over_whole(holdings: Holdings, tmp_path: Path) -> None:
    holdings.keep(stored(), b"text")
    holdings.keep(stored(language="ru"), b"text")
    holdings.keep(stored("own-draft", content=b"draft"), b"draft")
    assert export_library(holdings, tmp_path / "out.zip") == 3
    other = Holdings(tmp_path / "other")
    assert len(import_library(other, tmp_path / "out.zip")) == 3
    assert list(other.stored()) == list(holdings.stored())
    assert {path.name: path.read_bytes() for path in (other.folder / "sources").iterdir()} == {
        path.name: path.read_bytes() for path in (holdings.folder / "sources").iterdir()
    }
    assert import_library(other, tmp_path / "out.zip") == ()


def altered(path: Path, target: Path, name: str, content: bytes | None) -> Path:
    """The package with one member replaced, or left out."""
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as changed:
        for member in package.namelist():
            if not member.startswith(name):
                changed.writestr(member, package.read(member))
            elif content is not None:
                changed.writestr(member, content)
    return target


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("ortak-library.json", None, "is not a library of ortak"),
        ("ortak-library.json", b"[]", "is not a library of ortak"),
        ("ortak-library.json", msgspec.json.encode({"format": FORMAT + 1, "documents": 1}), "newer version"),
        ("documents/", b"{", "is damaged"),
        ("sources/", b"altered", "source of “A/RES/78/147” was altered"),
        ("sources/", None, "is damaged"),
    ],
)
def test_a_damaged_handover_is_refused_whole(
    holdings: Holdings, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    holdings.keep(stored(), b"text")
    export_library(holdings, tmp_path / "out.zip")
    path = altered(tmp_path / "out.zip", tmp_path / "bad.zip", name, content)
    other = Holdings(tmp_path / "other")
    with pytest.raises(SourceRefused, match=message):
        import_library(other, path)
    assert list(other.stored()) == []


def test_what_is_no_package_is_refused(holdings: Holdings, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"not a zip")
    with pytest.raises(SourceRefused, match="is damaged, or is not a library of ortak"):
        import_library(holdings, tmp_path / "x.zip")
    with pytest.raises(SourceRefused, match="cannot be opened"):
        import_library(holdings, tmp_path / "absent.zip")


def test_names_inside_a_package_are_never_paths(holdings: Holdings, tmp_path: Path) -> None:
    holdings.keep(stored(), b"text")
    export_library(holdings, tmp_path / "out.zip")
    evil = structs.replace(stored("../../evil"), file="../../../evil.sh")
    path = altered(tmp_path / "out.zip", tmp_path / "evil.zip", "documents/", msgspec.json.encode(evil))
    import_library(Holdings(tmp_path / "deep" / "er" / "library"), path)
    written = {path for path in tmp_path.rglob("*evil*") if path.is_file() and path.suffix != ".zip"}
    assert all(path.is_relative_to(tmp_path / "deep" / "er" / "library") for path in written)
