"""Zipped files written anew, so that the same content gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes) -> bytes:
    """The same parts in the same order, without the hour at which they were packed."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as packed, ZipFile(stream, "w", ZIP_DEFLATED) as anew:
        for part in packed.infolist():
            entry = ZipInfo(part.filename, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            anew.writestr(entry, packed.read(part))
    return stream.getvalue()
