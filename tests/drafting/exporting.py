"""What tests of exports share: sources that are cited, and one part of a Word file."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from drafting.draft import Citation

ICE = Citation("A/RES/1/1", "OP1", "en", "ice must stay", "Resolution 1/1, para. 1", True)
SNOW = Citation("positions:KAZ", "KAZ-9", "ru", "снег лежит", "Kazakhstan, note 9", True)
DOUBTFUL = Citation("A/RES/2/2", "OP2", "en", "gone", "Resolution 2/2, para. 2", False, reason="not held")


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a Word file, as XML."""
    with ZipFile(BytesIO(content)) as packed:
        return etree.fromstring(packed.read(name))
