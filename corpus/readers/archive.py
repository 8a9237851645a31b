"""Zip archives of documents, member by member in memory; their names are never used as paths."""

import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import SourceRefused
from corpus.readers.kinds import Kind, kind_of
from corpus.readers.zipped import Zipped

LARGEST_TOTAL = 1_000_000_000
LARGEST_MEMBER = 200_000_000
MOST_DOCUMENTS = 2_000
LONGEST_NAME = 200
UTF8_NAME = 0x800
CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CYRILLIC_LETTER = re.compile("[А-Яа-яЁё]")
DRIVE = re.compile(r"[A-Za-z]:")
SYSTEM_FILES = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)")


@dataclass(frozen=True, slots=True)
class Member:
    """One document of an archive: a name to show, unlike any other in the archive, and its content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """One member that is not taken in, and why."""

    name: str
    reason: str


def members(content: bytes, name: str) -> Iterator[Member | Refusal]:
    """The documents of an archive, one at a time; a member that is refused does not lose the others.

    Raises:
        SourceRefused: the archive as a whole is damaged, or holds too many files.
    """
    zipped = Zipped(content, name, LARGEST_TOTAL)
    listed = [member for member in zipped.members() if not member.is_dir()]
    if len(listed) > MOST_DOCUMENTS:
        raise SourceRefused(f"{name} holds more than {MOST_DOCUMENTS:,} files; add it in parts.")
    taken: set[str] = set()
    for member in listed:
        written = _written_name(member)
        if SYSTEM_FILES.search(written):
            continue
        shown = _apart(_display_name(written), taken)
        taken.add(shown.casefold())
        yield _member(zipped, member, written, shown)


def _member(zipped: Zipped, member: zipfile.ZipInfo, written: str, shown: str) -> Member | Refusal:
    reason = _objection(member, written)
    if reason:
        return Refusal(shown, reason)
    try:
        content = zipped.read(member)
        if kind_of(content, shown) is Kind.ARCHIVE:
            return Refusal(shown, f"{shown} is an archive within the archive; unpack it and add its files.")
    except SourceRefused as error:
        return Refusal(shown, str(error).replace(zipped.name, shown))
    return Member(shown, content)


def _objection(member: zipfile.ZipInfo, written: str) -> str:
    """Why a member is not even unpacked; empty where nothing speaks against it."""
    shown = _display_name(written)
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return f"{shown} is a link or device, not a file; add the file itself."
    if "\x00" in member.orig_filename or CONTROL.search(written):
        return f"{shown} has characters in its name that no file has; rename it and pack it again."
    parts = written.split("/")
    if written.startswith("/") or DRIVE.match(written) or ".." in parts:
        return f"{shown} has a name that points outside the archive; pack it again by its plain name."
    if max(len(part) for part in parts) > LONGEST_NAME:
        return f"{shown} has a name of more than {LONGEST_NAME} characters; shorten it."
    if member.file_size > LARGEST_MEMBER:
        return f"{shown} has more than {LARGEST_MEMBER:,} bytes; split it."
    return ""


def _written_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant, with forward slashes.

    Names without the mark of UTF-8 come in the code page of the machine that packed them: UTF-8 all the same, or the
    Russian DOS code page.
    """
    name = member.filename
    if not member.flag_bits & UTF8_NAME:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        name = _decoded_name(raw) or name
    return name.replace("\\", "/")


def _decoded_name(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        russian = raw.decode("cp866")
        return russian if CYRILLIC_LETTER.search(russian) else ""


def _display_name(written: str) -> str:
    """A name to show and to tell the kind by: no drive, no way up, no sign that hides or turns letters."""
    parts = CONTROL.sub("", DRIVE.sub("", written, count=1)).split("/")
    kept = [part.strip()[-LONGEST_NAME:] for part in parts if part.strip() not in ("", ".", "..")]
    return "/".join(kept)[-LONGEST_NAME:].lstrip("/") or "unnamed"


def _apart(name: str, taken: set[str]) -> str:
    """The name, with a number where it is already taken."""
    stem, dot, ending = name.rpartition(".")
    if not dot or "/" in ending:
        stem, ending = name, ""
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem} ({number}){dot if ending else ''}{ending}"
    return candidate
