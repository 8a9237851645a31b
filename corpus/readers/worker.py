"""The process of its own in which files are read: takes one request after another, and answers each."""

import os
import sys
from typing import IO

import msgspec

from corpus.errors import OrtakError
from corpus.source import SourceText

MEGABYTE = 1_000_000
LENGTH_BYTES = 8
LARGEST_VALUE = 2_000_000_000


class Request(msgspec.Struct, frozen=True):
    """One file to read: its path, or its content where it has no path of its own."""

    name: str
    path: str
    content: bytes
    accept_changes: bool
    seconds: float
    megabytes: int


class Answer(msgspec.Struct, frozen=True):
    """What came of a file: its text, or the error's name and sentence; all empty where the reader itself failed."""

    source: SourceText | None = None
    error: str = ""
    message: str = ""
    out_of_memory: bool = False


def put(stream: IO[bytes], value: msgspec.Struct) -> None:
    """Write one value behind its length."""
    packed = msgspec.msgpack.encode(value)
    stream.write(len(packed).to_bytes(LENGTH_BYTES, "big"))
    stream.write(packed)
    stream.flush()


def take(stream: IO[bytes]) -> bytes:
    """Read one value's bytes; empty where the other side has gone."""
    length = int.from_bytes(stream.read(LENGTH_BYTES), "big")
    packed = stream.read(length) if length <= LARGEST_VALUE else b""
    return packed if len(packed) == length else b""


def limit(request: Request) -> None:
    """Bound what this process may use, where the system can: memory in all, computing time from now on."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    bounds = (
        (resource.RLIMIT_AS, request.megabytes * MEGABYTE),
        (resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + request.seconds) + 2),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        _, most = resource.getrlimit(kind)
        wanted = bound if most == resource.RLIM_INFINITY else min(bound, most)
        try:
            resource.setrlimit(kind, (wanted, most))
        except (ValueError, OSError):
            continue


def answer(request: Request) -> Answer:
    """Read one file."""
    from pathlib import Path

    from corpus.readers.reader import content_of, read_source

    limit(request)
    try:
        content = content_of(Path(request.path)) if request.path else request.content
        return Answer(source=read_source(content, request.name, accept_changes=request.accept_changes))
    except OrtakError as error:
        return Answer(error=type(error).__name__, message=str(error))
    except MemoryError:
        return Answer(out_of_memory=True)


def serve() -> None:
    """Answer until the other side closes."""
    # Libraries that print must not disturb the answers: those go out by a way of their own.
    outward = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while packed := take(sys.stdin.buffer):
        put(outward, answer(msgspec.msgpack.decode(packed, type=Request)))


if __name__ == "__main__":
    serve()
