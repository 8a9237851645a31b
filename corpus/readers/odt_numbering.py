"""Numbers of lists and headings in an OpenDocument text, as they are shown."""

import re
from dataclasses import dataclass, field

from corpus.readers.counting import BULLET, shown_number
from corpus.readers.markup import Element
from corpus.readers.odt_names import LOEXT, XML_ID, style, text

FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "А, Б, .., Аа, Аб, ... (ru)": "russianUpper", "а, б, .., аа, аб, ... (ru)": "russianLower",
    "А, Б, .., Аа, Бб, ... (ru)": "russianUpper", "а, б, .., аа, бб, ... (ru)": "russianLower",
    "أ, ب, ت, ...": "arabicAlpha", "أ, ب, ج, ...": "arabicAbjad", "一, 二, 三, ...": "chineseCounting",
    "甲, 乙, 丙, ...": "ideographTraditional", "①, ②, ③, ...": "decimalEnclosedCircle",
}  # fmt: skip
PLACE = re.compile(r"%(\d{1,2})%")
AFTER = {"space": " ", "nothing": ""}
ALIGNMENT = f"{style('list-level-properties')}/{style('list-level-label-alignment')}"


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list style."""

    style: str
    prefix: str = ""
    suffix: str = ""
    shown_levels: int = 1
    start: int = 1
    pattern: str = ""
    after: str = "\t"


@dataclass(slots=True)
class OpenList:
    """A list that is being read: the name of its style and the counts of its levels, from 1."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class ListNumbers:
    """Counts the items of lists, and the headings, of one file in their order."""

    def __init__(self, roots: list[Element]) -> None:
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._outline: dict[int, ListLevel] = {}
        for root in reversed(roots):
            for shape in root.iter(text("list-style")):
                self._levels[str(shape.get(style("name"), ""))] = _levels(shape)
            for shape in root.iter(text("outline-style")):
                self._outline = _levels(shape)
        self._open: list[OpenList] = []
        self._by_id: dict[str, OpenList] = {}
        self._last: dict[str, OpenList] = {}
        self._headings: dict[int, int] = {}

    def enter(self, element: Element, otherwise: str) -> None:
        """A list begins; `otherwise` is the style of its first paragraph's own list."""
        if self._open:
            inner = str(element.get(text("style-name"), "")) or self._open[-1].style
            self._open.append(OpenList(inner, self._open[0].counts))
            return
        named = str(element.get(text("style-name"), "")) or otherwise
        continued = (
            self._by_id.get(str(element.get(text("continue-list")))) if element.get(text("continue-list")) else None
        )
        if continued is None and element.get(text("continue-numbering")) == "true":
            continued = self._last.get(named)
        found = OpenList(named, continued.counts) if continued is not None else OpenList(named)
        if element.get(XML_ID):
            self._by_id[str(element.get(XML_ID))] = found
        self._last[named] = found
        self._open.append(found)

    def leave(self, element: Element) -> None:
        """The list ends."""
        self._open.pop()

    def next_number(self, item: Element) -> str:
        """The number of the next item, with what stands between it and the text."""
        if not self._open:
            return ""
        depth, levels = len(self._open), self._levels.get(self._open[-1].style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        start = str(item.get(text("start-value"), ""))
        return _next(self._open[-1].counts, depth, levels, int(start[:9]) if start.isdecimal() else None)

    def heading_number(self, heading: Element) -> str:
        """The number of a heading that is numbered by its level, outside any list."""
        written = str(heading.get(text("outline-level"), "1"))
        depth = int(written[:2]) if written.isdecimal() else 1
        level = self._outline.get(depth)
        if level is None or self._open or heading.get(text("is-list-header")) == "true":
            return ""
        return _next(self._headings, depth, self._outline, None) if level.style != "none" else ""


def _next(counts: dict[int, int], depth: int, levels: dict[int, ListLevel], start: int | None) -> str:
    level = levels[depth]
    counts[depth] = start if start is not None else counts.get(depth, level.start - 1) + 1
    for deeper in [found for found in counts if found > depth]:
        del counts[deeper]
    if level.style == "bullet":
        return f"{BULLET}{level.after}"

    def figure(place: int) -> str:
        shape = levels.get(place, ListLevel("decimal"))
        return "" if shape.style == "bullet" else shown_number(counts.get(place, shape.start), shape.style)

    if level.pattern:
        written = PLACE.sub(lambda match: figure(int(match[1])), level.pattern)
    elif level.style == "none":
        written = f"{level.prefix}{level.suffix}"
    else:
        shown = range(max(depth - level.shown_levels + 1, 1), depth + 1)
        written = f"{level.prefix}{'.'.join(filter(None, map(figure, shown)))}{level.suffix}"
    return f"{written}{level.after}" if written.strip() else ""


def _levels(shape: Element) -> dict[int, ListLevel]:
    found = {}
    for element in shape:
        depth = str(element.get(text("level"), ""))
        if depth.isdecimal():
            found[int(depth[:2])] = _level(element)
    return found


def _level(element: Element) -> ListLevel:
    followed = element.find(ALIGNMENT)
    after = "\t" if followed is None else AFTER.get(str(followed.get(text("label-followed-by"), "")), "\t")
    if element.tag in (text("list-level-style-bullet"), text("list-level-style-image")):
        return ListLevel("bullet", after=after)
    written = str(element.get(style("num-format"), ""))
    shown, start = str(element.get(text("display-levels"), "1")), str(element.get(text("start-value"), "1"))
    return ListLevel(
        style=FORMATS.get(written, "decimal") if written else "none",
        prefix=str(element.get(style("num-prefix"), "")),
        suffix=str(element.get(style("num-suffix"), "")),
        shown_levels=int(shown[:2]) if shown.isdecimal() else 1,
        start=int(start[:9]) if start.isdecimal() else 1,
        pattern=str(element.get(f"{{{LOEXT}}}num-list-format", ""))[:100],
        after=after,
    )
