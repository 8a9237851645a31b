"""XML and HTML parsed without entities, network or endless nesting."""

from collections.abc import Iterator

from lxml import etree

from corpus.errors import SourceRefused

Element = etree._Element


def parse_xml(content: bytes, name: str) -> Element:
    """The root of an XML part; documents that declare types or entities are refused whole.

    Raises:
        SourceRefused: it is not well-formed, nests too deeply, or holds a declaration.
    """
    # No office program writes one; they exist to make a small file expand or to reach for other files. NULs are taken
    # out so that UTF-16 is seen as well.
    if b"<!DOCTYPE" in content.translate(None, b"\0"):
        raise _declared(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _check_memory(error)
        raise SourceRefused(f"{name} is damaged: a part of it is not well-formed; save it again.") from error
    if root.getroottree().docinfo.doctype:
        raise _declared(name)
    return root


def parse_html(text: str, name: str) -> Element:
    """The root of a page.

    Raises:
        SourceRefused: it holds nothing, or nests too deeply to be read whole.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _check_memory(error)
        raise SourceRefused(f"{name} is not a page that can be read; save it as text.") from error
    # The parser mends nearly everything, but where it gives up the rest of the page would be lost.
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise SourceRefused(f"{name} is damaged or nests too deeply to be read; save it as text.")
    if root is None:
        raise SourceRefused(f"{name} holds no text.")
    return root


def attribute(element: Element | None, key: str, otherwise: str = "") -> str:
    """An attribute as text; `otherwise` where the element or the attribute is missing."""
    return otherwise if element is None else str(element.get(key, otherwise))


def children(element: Element | None) -> Iterator[Element]:
    """The child elements; none of a missing element."""
    return iter(()) if element is None else iter(element)


def drop_element(element: Element) -> None:
    """Take an element out of its parent; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def whole_text(element: Element) -> str:
    """All text within an element."""
    return "".join(str(piece) for piece in element.itertext())


def _check_memory(error: Exception) -> None:
    """Tell a want of memory, which the parser reports as a fault of the file, from a fault of the file."""
    if isinstance(error, etree.XMLSyntaxError) and error.code == etree.ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError from error


def _declared(name: str) -> SourceRefused:
    return SourceRefused(f"{name} declares its own XML entities or types, as no document needs to, and is refused.")
