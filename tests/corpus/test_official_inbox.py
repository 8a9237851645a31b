import os
from collections.abc import Callable
from pathlib import Path

from corpus.folders import inbox_folder
from corpus.official.inbox import STILL_SECONDS, waiting, watch


def test_the_inbox_is_in_the_home(own_home: Path) -> None:
    assert inbox_folder() == own_home / "inbox"


def put(folder: Path, name: str, content: bytes = b"text") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def no_sleep(seconds: float) -> None:
    assert seconds > 0


def test_only_complete_documents_wait(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    for name in (
        "b.pdf",
        "a.docx",
        "from Astana/позиция.pdf",
        "lock",
        ".hidden.pdf",
        "~$a.docx",
        "c.docx~",
        "d.pdf.part",
        "e.pdf.crdownload",
        "F.PDF.TMP",
        "Thumbs.db",
        ".fetching/A_RES_78_147-RU.part",
        "g.pdf.download/g.pdf",
    ):
        put(inbox, name)
    (inbox / "linked.pdf").symlink_to(put(tmp_path, "outside.pdf"))
    (inbox / "linked folder").symlink_to(put(tmp_path, "elsewhere/x.pdf").parent)
    os.mkfifo(inbox / "pipe.pdf")
    slept: list[float] = []
    found = waiting(inbox, slept.append)
    assert [path.relative_to(inbox).as_posix() for path in found] == [
        "a.docx",
        "b.pdf",
        "lock",
        "from Astana/позиция.pdf",
    ]
    assert slept == [STILL_SECONDS]


def test_an_empty_or_missing_folder_costs_no_time(tmp_path: Path) -> None:
    slept: list[float] = []
    assert waiting(tmp_path, slept.append) == ()
    assert waiting(tmp_path / "none", slept.append) == ()
    assert slept == []


def test_a_file_that_grows_does_not_wait(tmp_path: Path) -> None:
    growing, gone = put(tmp_path, "growing.pdf", b"1"), put(tmp_path, "gone.pdf")
    still = put(tmp_path, "still.pdf")

    def meanwhile(seconds: float) -> None:
        growing.write_bytes(b"12")
        gone.unlink()
        put(tmp_path, "new.pdf")

    assert waiting(tmp_path, meanwhile) == (still,)


def test_an_empty_file_keeps_a_place_only_while_another_arrives(tmp_path: Path) -> None:
    empty, arriving = put(tmp_path, "a.pdf", b""), put(tmp_path, "x1.pdf.part")
    assert waiting(tmp_path, no_sleep) == ()
    arriving.unlink()
    assert waiting(tmp_path, no_sleep) == (empty,)


def rounds(*steps: Callable[[], object]) -> tuple[Callable[[float], None], Callable[[], bool]]:
    """A sleep that takes one step each time, and a stop after the last."""
    left = list(steps)
    done = False

    def sleep(seconds: float) -> None:
        nonlocal done
        if left:
            left.pop(0)()
        else:
            done = True

    return sleep, lambda: done


def nothing() -> None:
    pass


def test_watching_gives_each_complete_file_once(tmp_path: Path) -> None:
    put(tmp_path, "there.pdf")
    sleep, stopped = rounds(
        nothing,
        lambda: put(tmp_path, "later.pdf", b"1"),
        lambda: put(tmp_path, "later.pdf", b"12"),
        lambda: put(tmp_path, "later.pdf", b"123"),
        nothing,
        nothing,
    )
    assert [path.name for path in watch(tmp_path, 2, sleep, stopped)] == ["there.pdf", "later.pdf"]


def test_watching_gives_a_replaced_file_again(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf", b"old")
    sleep, stopped = rounds(nothing, nothing, lambda: put(tmp_path, "a.pdf", b"newer"), nothing, nothing)
    assert list(watch(tmp_path, 2, sleep, stopped)) == [path, path]


def test_watching_lives_with_files_taken_away_by_whom_it_gives_them_to(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf"), put(tmp_path, "b.pdf")
    sleep, stopped = rounds(nothing, nothing, lambda: put(tmp_path, "a.pdf"), nothing)
    taken = []
    for path in watch(tmp_path, 2, sleep, stopped):
        taken.append((path.name, path.read_bytes()))
        path.unlink()
    assert taken == [("a.pdf", b"text"), ("b.pdf", b"text"), ("a.pdf", b"text")]


def test_watching_waits_for_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    sleep, stopped = rounds(lambda: put(inbox, "a.pdf"), nothing, nothing)
    assert list(watch(inbox, 2, sleep, stopped)) == [inbox / "a.pdf"]
