"""The vocabularies of OpenDocument files."""

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = f"{SPACE}office:1.0", f"{SPACE}text:1.0", f"{SPACE}table:1.0"
STYLE, DRAW = f"{SPACE}style:1.0", f"{SPACE}drawing:1.0"
LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def office(name: str) -> str:
    """A name of the vocabulary for whole files."""
    return f"{{{OFFICE}}}{name}"


def text(name: str) -> str:
    """A name of the vocabulary for running text."""
    return f"{{{TEXT}}}{name}"


def table(name: str) -> str:
    """A name of the vocabulary for tables."""
    return f"{{{TABLE}}}{name}"


def style(name: str) -> str:
    """A name of the vocabulary for styles."""
    return f"{{{STYLE}}}{name}"


def draw(name: str) -> str:
    """A name of the vocabulary for frames and drawings."""
    return f"{{{DRAW}}}{name}"
