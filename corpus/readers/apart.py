"""Files read in a process of their own, so that no file can hang or exhaust the application."""

import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

import msgspec

from corpus import errors
from corpus.errors import OrtakError, SourceRefused
from corpus.readers.worker import MEGABYTE, Answer, Request, put, take
from corpus.source import SourceText

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-X", "utf8", "-m", "corpus.readers.worker")
LEAST_SECONDS, SECONDS_PER_MEGABYTE, MOST_SECONDS = 30.0, 15.0, 900.0
USUAL_MEGABYTES = 3_000


def read_apart(
    path: Path, *, accept_changes: bool = True, seconds: float | None = None, megabytes: int = USUAL_MEGABYTES
) -> SourceText:
    """The text of one file, read in a process of its own.

    `seconds` is the longest it may take, by default according to its size; `megabytes` is the most memory it may use
    (kept to on Linux; elsewhere as far as the system does).

    Raises:
        SourceRefused: it cannot be read, takes too long or needs too much memory.
    """
    with ReaderApart(seconds=seconds, megabytes=megabytes) as reader:
        return reader.read(path, accept_changes=accept_changes)


class ReaderApart:
    """Reads many files in one process beside this one; after a file that had to be stopped it starts another.

    For one thread at a time.
    """

    def __init__(self, *, seconds: float | None = None, megabytes: int = USUAL_MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._worker: subprocess.Popen[bytes] | None = None
        self._answered = 0

    def __enter__(self) -> "ReaderApart":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process beside this one."""
        worker, self._worker, self._answered = self._worker, None, 0
        if worker is not None:
            worker.kill()
            worker.communicate()

    def read(self, path: Path, *, accept_changes: bool = True) -> SourceText:
        """The text of a file.

        Raises:
            SourceRefused: it cannot be read, takes too long or needs too much memory.
        """
        try:
            size = path.lstat().st_size
        except (OSError, ValueError):
            # The reader itself says what is wrong with the path.
            size = 0
        return self._read(self._request(path.name, size, accept_changes, path=str(path.absolute())))

    def read_content(self, content: bytes, name: str, *, accept_changes: bool = True) -> SourceText:
        """The text of a file's content, for members of archives and uploads.

        Raises:
            SourceRefused: it cannot be read, takes too long or needs too much memory.
        """
        return self._read(self._request(name, len(content), accept_changes, content=content))

    def _request(self, name: str, size: int, accept_changes: bool, *, path: str = "", content: bytes = b"") -> Request:
        seconds = self._seconds
        if seconds is None:
            seconds = min(LEAST_SECONDS + SECONDS_PER_MEGABYTE * size / MEGABYTE, MOST_SECONDS)
        return Request(name, path, content, accept_changes, seconds, self._megabytes)

    def _read(self, request: Request) -> SourceText:
        answer = self._ask(request)
        if (answer is None or answer.out_of_memory) and self._answered:
            # What earlier files left behind must not be held against this one.
            self.close()
            answer = self._ask(request)
        if answer is None:
            self.close()
            raise SourceRefused(f"{request.name} could not be read: the reader stopped. Save it again, or as .pdf.")
        self._answered += 1
        if answer.out_of_memory:
            self.close()
            raise SourceRefused(
                f"{request.name} needs more memory than {request.megabytes:,} MB to be read; split it or save it again."
            )
        if answer.source is None:
            raise _error(answer)
        return answer.source

    def _ask(self, request: Request) -> Answer | None:
        """The answer to one request; None where the process ended without one.

        Raises:
            SourceRefused: there was none in time.
        """
        worker = self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            worker.kill()

        timer = threading.Timer(request.seconds, stop)
        timer.start()
        try:
            packed = _exchange(worker, request)
            answer = msgspec.msgpack.decode(packed, type=Answer) if packed else None
        except (OSError, msgspec.MsgspecError):
            answer = None
        finally:
            timer.cancel()
        if answer is None and late.is_set():
            self.close()
            raise SourceRefused(
                f"{request.name} took longer than {request.seconds:.0f} seconds to read; split it or save it again."
            )
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self.close()
            self._worker = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
            )
        return self._worker


def _exchange(worker: subprocess.Popen[bytes], request: Request) -> bytes:
    if worker.stdin is None or worker.stdout is None:
        return b""
    put(worker.stdin, request)
    return take(worker.stdout)


def _error(answer: Answer) -> OrtakError:
    kind = getattr(errors, answer.error, SourceRefused)
    return kind(answer.message) if issubclass(kind, OrtakError) else SourceRefused(answer.message)
