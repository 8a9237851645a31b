"""What the styles of an OpenDocument text say: hidden and raised text, and the lists of paragraphs."""

from collections.abc import Iterator

from corpus.readers.markup import Element
from corpus.readers.odt_names import style, text

LONGEST_CHAIN = 40


class OpenStyles:
    """The styles of one file, looked up along what each is based on."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {
            (str(found.get(style("family"), "")), str(found.get(style("name"), ""))): found
            for root in reversed(roots)
            for found in root.iter(style("style"))
        }

    def is_hidden(self, name: str) -> bool:
        """Whether text in this character style is not shown."""
        return self._said("text", name, text("display")) == "none"

    def is_raised(self, name: str) -> bool:
        """Whether text in this character style stands above the line."""
        position = self._said("text", name, style("text-position"))
        return position.startswith("super") or (position[:1].isdigit() and not position.startswith("0"))

    def is_hidden_paragraph(self, paragraph: Element) -> bool:
        """Whether the whole paragraph is not shown."""
        return self._said("paragraph", str(paragraph.get(text("style-name"), "")), text("display")) == "none"

    def list_style_within(self, element: Element) -> str:
        """The list style of the first paragraph in a list, for lists that name none themselves."""
        first = next(element.iter(text("p"), text("h")), None)
        if first is None:
            return ""
        for found in self._chain("paragraph", str(first.get(text("style-name"), ""))):
            named = found.get(style("list-style-name"))
            if named is not None:
                return str(named)
        return ""

    def counts_in_outline(self, heading: Element) -> bool:
        """Whether a heading takes its number from the outline: its style stands in it, and in no list."""
        for found in self._chain("paragraph", str(heading.get(text("style-name"), ""))):
            if found.get(style("list-style-name")) is not None:
                return False
            if found.get(style("default-outline-level")):
                return True
        return False

    def _said(self, family: str, name: str, key: str) -> str:
        for found in self._chain(family, name):
            for properties in found.iterchildren(style("text-properties")):
                if properties.get(key) is not None:
                    return str(properties.get(key))
        return ""

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(LONGEST_CHAIN):
            found = self._styles.get((family, name))
            if found is None:
                return
            yield found
            name = str(found.get(style("parent-style-name"), ""))
