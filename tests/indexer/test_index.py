"""The index: built whole or not at all, brought up to date by content, opened only when it fits."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document, SourceFile, TextKind
from corpus.errors import CannotRun, IndexDamaged, IndexMismatch, IndexMissing
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from corpus.positions import PositionFile
from indexer.encoder import Vectors
from indexer.hashed_encoder import HashedEncoder
from indexer.index import TEXTS_PER_STEP, build_index, open_index


def silent(done: int, total: int) -> None:
    del done, total


class CountingEncoder(HashedEncoder):
    """Remembers how many passages it was given."""

    def __init__(self) -> None:
        self.count = 0

    def encode_passages(self, texts: list[str]) -> Vectors:
        self.count += len(texts)
        return super().encode_passages(texts)


class FailingEncoder(HashedEncoder):
    """Stops in the middle, as a person or a power cut does."""

    def encode_passages(self, texts: list[str]) -> Vectors:
        del texts
        raise KeyboardInterrupt


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    return Library.of([], library.instruments[:3], library.positions[:1], library.concepts[:5])


def changed(library: Library) -> Library:
    """The same library with one note reworded."""
    file = library.positions[0]
    note = file.note[0]
    reworded = type(note)(**{**{name: getattr(note, name) for name in note.__struct_fields__}, "fact": "Reworded."})
    new = PositionFile(file.id, file.title_en, file.title_ru, (reworded, *file.note[1:]))
    return Library.of([], library.instruments, [new], library.concepts)


def test_building_and_opening(small: Library, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    encoded = build_index(small, HashedEncoder(), tmp_path, lambda done, total: steps.append((done, total)))
    index = open_index(small, HashedEncoder(), tmp_path)
    assert steps[0] == (0, encoded)
    assert steps[-1] == (encoded, encoded)
    assert index.units == small.refs()
    assert len(index.unit_of_row) == encoded
    assert len(index.concepts) == len(index.units)


def test_only_what_changed_is_encoded_again(small: Library, tmp_path: Path) -> None:
    encoder = CountingEncoder()
    first = build_index(small, encoder, tmp_path, silent)
    assert encoder.count == first
    assert build_index(small, encoder, tmp_path, silent) == 0
    assert build_index(changed(small), encoder, tmp_path, silent) == 1
    assert encoder.count == first + 1
    assert build_index(small, encoder, tmp_path, silent, rebuild=True) == first


def test_rows_kept_are_the_rows_of_their_texts(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path / "stepwise", silent)
    build_index(changed(small), HashedEncoder(), tmp_path / "stepwise", silent)
    build_index(changed(small), HashedEncoder(), tmp_path / "afresh", silent)
    stepwise = open_index(changed(small), HashedEncoder(), tmp_path / "stepwise")
    afresh = open_index(changed(small), HashedEncoder(), tmp_path / "afresh")
    query = HashedEncoder().encode_queries(["green projects"])[0]
    assert np.array_equal(stepwise.vectors.scores(query), afresh.vectors.scores(query))


def test_an_interrupted_build_leaves_the_old_index(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    with pytest.raises(KeyboardInterrupt):
        build_index(changed(small), FailingEncoder(), tmp_path, silent)
    assert open_index(small, HashedEncoder(), tmp_path).units == small.refs()


def test_no_pickle_is_written(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    kinds = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert kinds <= {".json", ".f32", ".npy", ""}
    for path in tmp_path.rglob("*.npy"):
        np.load(path, allow_pickle=False)


def test_no_index_yet(small: Library, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="no search index yet. Run: ortak index"):
        open_index(small, HashedEncoder(), tmp_path)


def test_other_texts(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    with pytest.raises(IndexMismatch, match="texts have changed"):
        open_index(changed(small), HashedEncoder(), tmp_path)


def test_another_encoder(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    other = HashedEncoder()
    other.name = "another"
    with pytest.raises(IndexMismatch, match="built with the encoder “hashed words”, and “another” is active"):
        open_index(small, other, tmp_path)


@pytest.mark.parametrize(
    "name", ["current.json", "manifest.json", "vectors.f32", "concepts.json", "typical.f32", "data.csc.index.npy"]
)
@pytest.mark.parametrize("damage", ["cut", "garbage", "gone"])
def test_damage_is_named_and_mended_by_a_rebuild(small: Library, tmp_path: Path, name: str, damage: str) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    path = next(tmp_path.rglob(name))
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20] if damage == "cut" else b"\xff\x00garbage")
    with pytest.raises((IndexDamaged, IndexMissing)) as caught:
        open_index(small, HashedEncoder(), tmp_path)
    assert "ortak index" in str(caught.value)
    assert "\n" not in str(caught.value)
    build_index(small, HashedEncoder(), tmp_path, silent, rebuild=True)
    assert open_index(small, HashedEncoder(), tmp_path).units == small.refs()


def test_a_manifest_of_another_version(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    path = next(tmp_path.rglob("manifest.json"))
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 0}))
    with pytest.raises(IndexMismatch, match="another version"):
        open_index(small, HashedEncoder(), tmp_path)


def test_a_folder_that_cannot_be_written(small: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotRun, match="cannot be written"):
        build_index(small, HashedEncoder(), tmp_path / "file", silent)


def test_means_are_of_the_rows_as_encoded(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    index = open_index(small, HashedEncoder(), tmp_path)
    assert set(index.means) == set(index.languages)
    assert replace(index).encoder_name == "hashed words"


class StoppedEncoder(CountingEncoder):
    """Encodes some steps, and then the power goes."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.steps = steps

    def encode_passages(self, texts: list[str]) -> Vectors:
        if not self.steps:
            raise KeyboardInterrupt
        self.steps -= 1
        return super().encode_passages(texts)


def with_document(library: Library, texts: list[str], language: str = "en") -> Library:
    """The library with one document of the person's own."""
    paragraphs = tuple(
        Paragraph(ParagraphRef("own", f"P{number}"), language, ParagraphKind.PLAIN, text)
        for number, text in enumerate(texts, start=1)
    )
    source = SourceFile("own.txt", "", "0" * 64, "plain", 1, "2026-11-28")
    document = Document("own", "", TextKind.OWN, language, "Own", paragraphs, source=source)
    return Library.of(library.declarations, library.instruments, library.positions, library.concepts, [document])


def test_an_interrupted_build_goes_on_where_it_stopped(small: Library, tmp_path: Path) -> None:
    bigger = with_document(small, [f"Paragraph {number} on dust storms" for number in range(300)])
    with pytest.raises(KeyboardInterrupt):
        build_index(bigger, StoppedEncoder(2), tmp_path, silent)
    again = CountingEncoder()
    build_index(bigger, again, tmp_path, silent)
    build_index(bigger, afresh := CountingEncoder(), tmp_path / "afresh", silent)
    assert again.count == afresh.count - 2 * TEXTS_PER_STEP
    query = HashedEncoder().encode_queries(["dust storms"])[0]
    stepwise = open_index(bigger, HashedEncoder(), tmp_path).vectors.scores(query)
    assert np.array_equal(stepwise, open_index(bigger, HashedEncoder(), tmp_path / "afresh").vectors.scores(query))
    assert not list(tmp_path.glob("encoded-*"))


@pytest.mark.parametrize("cut", [1, 24, 30, 500])
def test_a_record_cut_off_by_the_interruption_is_encoded_again(small: Library, tmp_path: Path, cut: int) -> None:
    bigger = with_document(small, [f"Paragraph {number} on water" for number in range(300)])
    with pytest.raises(KeyboardInterrupt):
        build_index(bigger, StoppedEncoder(1), tmp_path, silent)
    journal = next(tmp_path.glob("encoded-*"))
    journal.write_bytes(journal.read_bytes()[:-cut])
    with pytest.raises(KeyboardInterrupt):
        build_index(bigger, StoppedEncoder(1), tmp_path, silent)
    total = build_index(bigger, CountingEncoder(), tmp_path / "afresh", silent)
    assert build_index(bigger, CountingEncoder(), tmp_path, silent) == total - 2 * TEXTS_PER_STEP + 1
    query = HashedEncoder().encode_queries(["water"])[0]
    mended = open_index(bigger, HashedEncoder(), tmp_path).vectors.scores(query)
    assert np.array_equal(mended, open_index(bigger, HashedEncoder(), tmp_path / "afresh").vectors.scores(query))


def test_what_a_person_adds_does_not_move_what_ships(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    before = open_index(small, HashedEncoder(), tmp_path)
    bigger = with_document(small, [f"Chess and football, part {number}" for number in range(50)])
    assert build_index(bigger, HashedEncoder(), tmp_path, silent) == 50
    after = open_index(bigger, HashedEncoder(), tmp_path)
    query = HashedEncoder().encode_queries(["renewable energy"])[0]
    rows = len(before.unit_of_row)
    assert np.array_equal(after.vectors.scores(query)[:rows], before.vectors.scores(query))
    assert {code: mean.tolist() for code, mean in after.means.items()} == {
        code: mean.tolist() for code, mean in before.means.items()
    }
    assert after.concepts[: len(before.concepts)] == before.concepts


def test_removing_what_was_added_gives_the_old_index_back(small: Library, tmp_path: Path) -> None:
    build_index(with_document(small, ["Dust"]), HashedEncoder(), tmp_path, silent)
    assert build_index(small, CountingEncoder(), tmp_path, silent) == 0
    assert open_index(small, HashedEncoder(), tmp_path).units == small.refs()


def test_a_journal_left_by_an_interruption_at_the_very_end_goes(small: Library, tmp_path: Path) -> None:
    build_index(small, HashedEncoder(), tmp_path, silent)
    with pytest.raises(KeyboardInterrupt):
        build_index(with_document(small, ["Dust"] * 300), StoppedEncoder(1), tmp_path, silent)
    assert list(tmp_path.glob("encoded-*"))
    assert build_index(small, CountingEncoder(), tmp_path, silent) == 0
    assert not list(tmp_path.glob("encoded-*"))
