"""Archives: every member is its own outcome, and no name of a member is ever a path."""

import io
import stat
import zipfile

import pytest

from corpus.errors import SourceRefused
from corpus.readers import archive
from corpus.readers.archive import Member, Refusal, members
from corpus.readers.zipped import Zipped
from tests.corpus.packages import paragraph, word_file, zipped

TEXT = "Ледники тают.".encode()


def outcome(parts: dict[str, str | bytes]) -> list[tuple[str, str]]:
    """The name of each member, and its reason where it is refused."""
    return [
        (found.name, found.reason if isinstance(found, Refusal) else "") for found in members(zipped(parts), "z.zip")
    ]


def test_members_one_by_one() -> None:
    word = word_file(paragraph("x"))
    found = list(members(zipped({"ru/a.txt": TEXT, "b.docx": word, "empty/": b"", "__MACOSX/._a.txt": b"x"}), "z.zip"))
    assert found == [Member("ru/a.txt", TEXT), Member("b.docx", word)]


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        ("../../x.pdf", "x.pdf", "points outside the archive"),
        ("/etc/passwd", "etc/passwd", "points outside the archive"),
        ("C:\\x.txt", "x.txt", "points outside the archive"),
        ("a\\..\\..\\x.txt", "a/x.txt", "points outside the archive"),
        ("ru\\a.txt", "ru/a.txt", ""),
        ("a\x01b.txt", "ab.txt", "characters in its name"),
        ("a\u202etxt.exe", "atxt.exe", "characters in its name"),
        ("a" * 300 + ".txt", "a" * 196 + ".txt", "more than 200 characters"),
        ("..", "unnamed", "points outside the archive"),
        ("Черновик.txt", "Черновик.txt", ""),
    ],
)
def test_names(name: str, shown: str, reason: str) -> None:
    [(found, why)] = outcome({name: TEXT})
    assert found == shown
    assert (reason in why) if reason else why == ""


def test_a_name_with_a_nul() -> None:
    content = zipped({"a_b.txt": TEXT}).replace(b"a_b.txt", b"a\x00b.txt")
    [found] = members(content, "z.zip")
    assert isinstance(found, Refusal)
    assert "characters in its name" in found.reason


def test_names_of_russian_dos() -> None:
    written = "Проект.txt".encode("cp866")
    content = zipped({"A" * len(written): TEXT}).replace(b"A" * len(written), written)
    assert [found.name for found in members(content, "z.zip")] == ["Проект.txt"]


def test_names_alike_are_kept_apart() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for content in (b"one", b"two", b"three"):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("warnings.warn", lambda *args, **kwargs: None)
                package.writestr("a.txt", content)
    found = list(members(written.getvalue(), "z.zip"))
    assert found == [Member("a.txt", b"one"), Member("a (2).txt", b"two"), Member("a (3).txt", b"three")]


def test_links_are_not_followed() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
    [found] = members(written.getvalue(), "z.zip")
    assert found == Refusal("a.txt", "a.txt is a link or device, not a file; add the file itself.")


def test_one_bad_member_does_not_lose_the_others() -> None:
    inner = zipped({"a.txt": TEXT})
    found = outcome(
        {"z.zip": inner, "e.txt": b"", "p.png": b"\x89PNG....", "bomb.txt": b"0" * 12_000_000, "a.txt": TEXT}
    )
    assert [name for name, _ in found] == ["z.zip", "e.txt", "p.png", "bomb.txt", "a.txt"]
    for (_, reason), expected in zip(
        found, ["an archive within the archive", "is empty", "is a picture", "bomb.txt unpacks to more than 200", ""],
        strict=True,
    ):  # fmt: skip
        assert (expected in reason) if expected else reason == ""


def test_damaged_bytes_lose_one_member_only() -> None:
    content = bytearray(zipped({"a.txt": "ледники " * 50, "b.txt": TEXT}))
    place = content.index(b"a.txt") + len("a.txt")
    content[place : place + 10] = b"\xff" * 10
    first, second = members(bytes(content), "z.zip")
    assert first == Refusal("a.txt", "a.txt is damaged or cut off; get or save it again.")
    assert second == Member("b.txt", TEXT)


def test_a_protected_member() -> None:
    content = bytearray(zipped({"a.txt": TEXT}))
    for start in (b"PK\x01\x02", b"PK\x03\x04"):
        content[content.index(start) + (8 if start == b"PK\x01\x02" else 6)] |= 1
    [found] = members(bytes(content), "z.zip")
    assert isinstance(found, Refusal)
    assert "protected with a password" in found.reason


def test_a_rare_packing_is_not_unpacked() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("a.txt", TEXT)
    [found] = members(written.getvalue(), "z.zip")
    assert isinstance(found, Refusal)
    assert "packed in a way that is not read" in found.reason


def test_all_members_count_against_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 10)
    assert [reason[:30] for _, reason in outcome({"a.txt": b"12345678", "b.txt": b"12345678", "c.txt": b"1"})] == [
        "", "b.txt unpacks to more than 10 ", "",
    ]  # fmt: skip


def test_the_archive_as_a_whole_is_refused() -> None:
    with pytest.raises(SourceRefused, match="damaged or cut off"):
        list(members(zipped({"a.txt": TEXT})[:-30], "z.zip"))
    with pytest.raises(SourceRefused, match="more than 2,000 files"):
        list(members(zipped({f"{number}.txt": b"x" for number in range(2001)}), "z.zip"))


def test_a_size_that_lies_is_not_believed() -> None:
    content = bytearray(zipped({"a.txt": b"0" * 1_000_000}))
    # Both places that tell the unpacked size now say one byte.
    for start, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = content.index(start) + offset
        content[place : place + 4] = (1).to_bytes(4, "little")
    package = Zipped(bytes(content), "z.zip")
    with pytest.raises(SourceRefused, match="damaged"):
        package.read("a.txt")
