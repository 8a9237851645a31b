"""Zip containers (Word, OpenDocument, archives), unpacked in memory and within bounds."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from corpus.errors import SourceRefused

LARGEST_UNPACKED = 200_000_000
MOST_MEMBERS = 10_000
LARGEST_RATIO = 200
SMALL_ENOUGH = 10_000_000
PIECE = 1 << 16
ENCRYPTED = 1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)


class Zipped:
    """One zip container in memory; what is read from it is counted against the limit for all of it."""

    def __init__(self, content: bytes, name: str, limit: int = LARGEST_UNPACKED) -> None:
        self.name = name
        self._left = self._limit = limit
        try:
            self._container = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN as error:
            raise SourceRefused(f"{name} is damaged or cut off; get or save it again.") from error
        if len(self._container.filelist) > MOST_MEMBERS:
            raise SourceRefused(f"{name} holds more than {MOST_MEMBERS:,} files and is refused; add it in parts.")

    def members(self) -> Iterator[zipfile.ZipInfo]:
        """Everything that the container lists, in its order."""
        return iter(self._container.filelist)

    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(member.filename for member in self._container.filelist)

    def declared(self) -> int:
        """How many bytes all members say they unpack to."""
        return sum(member.file_size for member in self._container.filelist)

    def read(self, member: zipfile.ZipInfo | str) -> bytes:
        """The content of one member.

        Raises:
            SourceRefused: it is missing, damaged, protected, packed in a rare way, or larger than the limits allow.
        """
        try:
            found = self._container.getinfo(member) if isinstance(member, str) else member
        except KeyError as error:
            raise SourceRefused(f"{self.name} lacks its part {member} and is damaged; save it again.") from error
        self._check(found)
        try:
            return self._unpacked(found)
        except BROKEN as error:
            raise SourceRefused(f"{self.name} is damaged or cut off; get or save it again.") from error

    def _check(self, member: zipfile.ZipInfo) -> None:
        if member.flag_bits & ENCRYPTED:
            raise SourceRefused(f"{self.name} is protected with a password; remove the password and add it again.")
        if member.compress_type not in METHODS:
            raise SourceRefused(f"{self.name} is packed in a way that is not read; pack it again as an ordinary zip.")
        if member.file_size > self._left:
            raise self._too_large()
        if member.file_size > SMALL_ENOUGH and member.file_size > LARGEST_RATIO * member.compress_size:
            raise SourceRefused(
                f"{self.name} unpacks to more than {LARGEST_RATIO} times its size, as no document does, and is refused."
            )

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        # The declared size is the file's own claim: what really comes out is counted.
        pieces = []
        with self._container.open(member) as packed:
            while piece := packed.read(PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise self._too_large()
                pieces.append(piece)
        return b"".join(pieces)

    def _too_large(self) -> SourceRefused:
        return SourceRefused(f"{self.name} unpacks to more than {self._limit:,} bytes and is refused; split it.")
