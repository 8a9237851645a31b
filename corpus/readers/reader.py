"""The door to all readers: what a file is, is told from its content."""

import stat
from dataclasses import replace
from pathlib import Path

from corpus.errors import OrtakError, SourceRefused
from corpus.readers.kinds import Kind, kind_by_name, kind_of
from corpus.readers.writing import UNFIT
from corpus.source import SourceText

LARGEST_FILE = 200_000_000


def read_source(content: bytes, name: str, *, accept_changes: bool = True) -> SourceText:
    """The text of a file, whatever the ending of its name says.

    `accept_changes` reads pending changes of a word processor as accepted, else as taken back.

    Raises:
        SourceRefused: it is of a kind that is not read, damaged, protected, too large, or without text.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large(name, len(content))
    kind = kind_of(content, name)
    try:
        source = _read(kind, content, name, accept_changes=accept_changes)
    except (OrtakError, MemoryError):
        raise
    # Whatever a library stumbles over in a stranger's file, the person is told in a sentence; the cause stays attached.
    except Exception as error:
        raise SourceRefused(f"{name} is damaged and cannot be read; save it again or add it as .pdf.") from error
    return _noted(_sound(source, name), kind, name)


def read_path(path: Path, *, accept_changes: bool = True) -> SourceText:
    """The text of a file on this machine; links, folders and devices are refused.

    Raises:
        SourceRefused: it cannot be opened, or what `read_source` raises.
    """
    return read_source(content_of(path), path.name, accept_changes=accept_changes)


def content_of(path: Path) -> bytes:
    """The bytes of an ordinary file within the limit of size.

    Raises:
        SourceRefused: it is no ordinary file, cannot be opened, or is too large.
    """
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise SourceRefused(f"{path.name} is a link to another place; add the file itself.")
        if not stat.S_ISREG(found.st_mode):
            raise SourceRefused(f"{path.name} is a folder or device, not a file; add a file.")
        if found.st_size > LARGEST_FILE:
            raise _too_large(path.name, found.st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name is not a file's"
        raise SourceRefused(f"{path.name} cannot be opened: {reason}.") from error
    if len(content) > LARGEST_FILE:
        raise _too_large(path.name, len(content))
    return content


def _read(kind: Kind, content: bytes, name: str, *, accept_changes: bool) -> SourceText:
    # Each reader brings its own library; only the one that is needed is loaded.
    match kind:
        case Kind.PDF:
            from corpus.readers.pdf import read_pdf

            return read_pdf(content, name)
        case Kind.WORD:
            from corpus.readers.word import read_word

            return read_word(content, name, accept=accept_changes)
        case Kind.ODT:
            from corpus.readers.odt import read_odt

            return read_odt(content, name, accept=accept_changes)
        case Kind.HTML:
            from corpus.readers.web import read_web

            return read_web(content, name)
        case Kind.MARKDOWN:
            from corpus.readers.markdown import read_markdown

            return read_markdown(content, name)
        case Kind.TEXT:
            from corpus.readers.plain import read_plain

            return read_plain(content, name)
        case Kind.ARCHIVE:
            raise SourceRefused(f"{name} is an archive of several files; unpack it, or add it as an archive.")


def _sound(source: SourceText, name: str) -> SourceText:
    """The text as it may be kept: its places are right and it holds no sign that cannot be written."""
    if not source.lines:
        raise SourceRefused(f"{name} holds no text.")
    if UNFIT.search(source.text):
        # A space for each keeps every place where it is.
        lines = tuple(replace(line, text=UNFIT.sub("", line.text)) for line in source.lines)
        return replace(source, text=UNFIT.sub(" ", source.text), lines=lines)
    return source


def _noted(source: SourceText, kind: Kind, name: str) -> SourceText:
    promised = kind_by_name(name)
    if promised in (kind, None):
        return source
    return replace(source, repairs=(*source.repairs, f"named as {promised}, read as what it is: {kind}"))


def _too_large(name: str, size: int) -> SourceRefused:
    return SourceRefused(f"{name} has {size:,} bytes; the limit is {LARGEST_FILE:,}; split it.")
