"""Files read in a process of their own: what it says comes back, and what it cannot bear stays there."""

import time
from pathlib import Path

import pytest

from corpus.errors import SourceRefused
from corpus.readers import apart
from corpus.readers.apart import ReaderApart, read_apart
from corpus.readers.reader import read_path
from tests.corpus.packages import change, paragraph, run, word_file


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(paragraph("Ледники ", change("ins", run("тают")))))
    return path


def test_the_same_text_comes_back(word: Path) -> None:
    assert read_apart(word) == read_path(word)
    assert read_apart(word, accept_changes=False).text == "Ледники"


def test_one_reader_for_many_files(word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("текст", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    with ReaderApart() as reader:
        for path, complaint in [("none.pdf", "cannot be opened"), ("link.txt", "is a link"), (".", "not a file")]:
            with pytest.raises(SourceRefused, match=complaint):
                reader.read(Path(path))
        assert reader.read(Path("a.docx")).text == "Ледники тают"
        first = reader._worker
        assert reader.read_content("текст".encode("utf-16"), "b.txt").text == "текст"
        assert reader._worker is first
    assert first is not None
    assert first.poll() is not None


def slow(seconds: str) -> tuple[str, ...]:
    """A stand-in for the reader's process that takes its time, or ends at once."""
    return (apart.COMMAND[0], "-c", f"import sys, time; sys.stdin.buffer.read(8); {seconds}")


def test_too_slow(word: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", slow("time.sleep(60)"))
    begun = time.monotonic()
    with pytest.raises(SourceRefused, match="a.docx took longer than 1 seconds"):
        read_apart(word, seconds=0.6)
    assert time.monotonic() - begun < 10


def test_a_file_that_hangs_the_reader_does_not_stop_the_next(word: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ReaderApart(seconds=20) as reader:
        assert reader.read(word).lines
        hanging = reader._worker
        assert hanging is not None
        hanging.kill()
        hanging.wait()
        assert reader.read(word).lines


@pytest.mark.parametrize("end", ["sys.exit(3)", "sys.stdout.buffer.write(b'not an answer at all')"])
def test_a_reader_that_stops(word: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(apart, "COMMAND", slow(end))
    with pytest.raises(SourceRefused, match=r"^a.docx could not be read: the reader stopped"):
        read_apart(word)


def test_too_much_memory(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    large = tmp_path / "large.txt"
    large.write_text("Ледники тают и реки мелеют.\n" * 300_000, encoding="utf-8")
    with pytest.raises(SourceRefused, match=r"needs more memory than 150 MB"):
        read_apart(large, megabytes=150)


def test_the_limit_grows_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ReaderApart()
    limits = [reader._request("a.pdf", size, True).seconds for size in (0, 2_000_000, 10**9)]
    assert limits == [30.0, 60.0, 900.0]
