"""What the styles of a Word file say: headings, list numbers, hidden and raised text."""

from collections.abc import Iterator

from corpus.readers.markup import Element
from corpus.readers.word_package import VALUE, number_of, switched_on, value, w

BODY_LEVEL = 9
LONGEST_CHAIN = 40
HEADING_NAMES = ("heading ", "title", "subtitle")


class Styles:
    """The styles of one file, looked up along what each is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual = ""
        for style in () if root is None else root.iter(w("style")):
            name = str(style.get(w("styleId"), ""))
            self._styles[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._usual = name

    def chain(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """The paragraph's style and those it is based on, nearest first."""
        yield from self._based(value(paragraph.find(w("pPr")), "pStyle") or self._usual)

    def is_heading(self, paragraph: Element) -> bool:
        """Whether the paragraph is a heading, by its outline level or the name of its style."""
        level = value(paragraph.find(w("pPr")), "outlineLvl")
        if level:
            return number_of(level, BODY_LEVEL) < BODY_LEVEL
        for _, style in self.chain(paragraph):
            level = value(style.find(w("pPr")), "outlineLvl")
            if level:
                return number_of(level, BODY_LEVEL) < BODY_LEVEL
            if value(style, "name").casefold().startswith(HEADING_NAMES):
                return True
        return False

    def is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether Word does not show this run."""
        properties = run.find(w("rPr"))
        direct = switched_on(properties, "vanish")
        if direct is not None:
            return direct
        named = [style for _, style in self._based(value(properties, "rStyle"))]
        for style in (*named, *(style for _, style in self.chain(paragraph))):
            said = switched_on(style.find(w("rPr")), "vanish")
            if said is not None:
                return said
        return False

    def is_raised(self, run: Element) -> bool:
        """Whether the run stands above the line."""
        properties = run.find(w("rPr"))
        direct = value(properties, "vertAlign")
        if direct:
            return direct == "superscript"
        for _, style in self._based(value(properties, "rStyle")):
            said = value(style.find(w("rPr")), "vertAlign")
            if said:
                return said == "superscript"
        return False

    def numbering(self, style: str) -> str:
        """The list that a list style stands for, empty where it stands for none."""
        for _, found in self._based(style):
            properties = found.find(w("pPr"))
            number = None if properties is None else properties.find(w("numPr"))
            if number is not None:
                return value(number, "numId")
        return ""

    def _based(self, name: str) -> Iterator[tuple[str, Element]]:
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield name, style
            based = style.find(w("basedOn"))
            name = "" if based is None else str(based.get(VALUE, ""))
