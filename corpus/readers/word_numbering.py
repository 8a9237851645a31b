"""Automatic numbers of a Word file, counted and written as Word shows them."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from corpus.readers.counting import BULLET, shown_number
from corpus.readers.markup import Element
from corpus.readers.word_package import COMPATIBILITY, VALUE, number_of, switched_on, value, w
from corpus.readers.word_styles import Styles

LEVELS = 9
LONGEST_PATTERN = 100
PLACE = re.compile(r"%([1-9])")
AFTER = {"space": " ", "nothing": ""}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it is written, and when it starts again."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    after: str = "\t"
    restart: int | None = None
    figures_only: bool = False
    hidden: bool = False
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class ListInUse:
    """A list as the paragraphs name it: the scheme it counts in, its levels, and the starts that it sets anew."""

    scheme: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of one file in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._schemes = {} if root is None else {_id(e, "abstractNumId"): e for e in root.iter(w("abstractNum"))}
        self._lists = {} if root is None else {_id(e, "numId"): e for e in root.iter(w("num"))}
        self._read: dict[str, ListInUse | None] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next_number(self, paragraph: Element) -> str:
        """The paragraph's number with what stands between it and the text, empty where it has none."""
        name, level = self._place(paragraph)
        found = self._list(name)
        if found is None or level not in found.levels:
            return ""
        counts = self._advance(name, found, level)
        shown = found.levels[level]
        if shown.hidden:
            return ""
        text = BULLET if shown.style == "bullet" else _written(shown, found.levels, counts)
        return f"{text}{shown.after}" if text.strip() else ""

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level of a paragraph, from itself or from its style."""
        properties = paragraph.find(w("pPr"))
        direct = None if properties is None else properties.find(w("numPr"))
        name, level = value(direct, "numId"), value(direct, "ilvl")
        if name:
            return name, number_of(level)
        passed = []
        for style, element in self._styles.chain(paragraph):
            passed.append(style)
            inherited = element.find(f"{w('pPr')}/{w('numPr')}")
            if inherited is not None and value(inherited, "numId"):
                name = value(inherited, "numId")
                return name, number_of(level or str(self._style_level(name, passed, value(inherited, "ilvl"))))
        return "", 0

    def _style_level(self, name: str, passed: list[str], said: str) -> int:
        found = self._list(name)
        if found is not None:
            for style in passed:
                for level, shape in found.levels.items():
                    if shape.paragraph_style == style:
                        return level
        return number_of(said)

    def _list(self, name: str) -> ListInUse | None:
        if name not in self._read:
            self._read[name] = self._read_list(name)
        return self._read[name]

    def _read_list(self, name: str) -> ListInUse | None:
        element = self._lists.get(name)
        if element is None or name == "0":
            return None
        scheme = value(element, "abstractNumId")
        for _ in range(LEVELS):
            link = value(self._schemes.get(scheme), "numStyleLink")
            linked = self._lists.get(self._styles.numbering(link)) if link else None
            if linked is None:
                break
            scheme = value(linked, "abstractNumId")
        if scheme not in self._schemes:
            return None
        levels = {number_of(_id(e, "ilvl")): _level(e) for e in self._schemes[scheme].iter(w("lvl"))}
        starts = {}
        for override in element.iter(w("lvlOverride")):
            level = number_of(_id(override, "ilvl"))
            instead = override.find(w("lvl"))
            if instead is not None:
                levels[level] = _level(instead)
            if value(override, "startOverride"):
                starts[level] = number_of(value(override, "startOverride"), 1)
                levels[level] = replace(levels.get(level, Level()), start=starts[level])
        return ListInUse(scheme, levels, starts)

    def _advance(self, name: str, found: ListInUse, level: int) -> dict[int, int]:
        counts = self._counts[found.scheme]
        anew = level in found.starts and (name, level) not in self._begun
        self._begun.add((name, level))
        counts[level] = found.levels[level].start if anew or level not in counts else counts[level] + 1
        for other in range(LEVELS):
            shape = found.levels.get(other, Level())
            if other < level:
                counts.setdefault(other, shape.start)
            elif other > level and (shape.restart is None or level < shape.restart):
                counts.pop(other, None)
        return counts


def _id(element: Element, name: str) -> str:
    return str(element.get(w(name), ""))


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=number_of(value(element, "start"), 1) if value(element, "start") else 0,
        style=_style(element),
        pattern=value(element, "lvlText")[:LONGEST_PATTERN],
        after=AFTER.get(value(element, "suff"), "\t"),
        restart=number_of(restart) if restart else None,
        figures_only=bool(switched_on(element, "isLgl")),
        hidden=bool(switched_on(element.find(w("rPr")), "vanish")),
        paragraph_style=value(element, "pStyle"),
    )


def _style(element: Element) -> str:
    shape = next((found for found in element.iter(w("numFmt"))), None)
    if shape is None:
        return "decimal"
    style = str(shape.get(VALUE, "decimal"))
    # Newer formats are written with an example of themselves, and an older one for older programs.
    if style == "custom":
        fallback = element.find(f".//{{{COMPATIBILITY}}}Fallback/{w('numFmt')}")
        return "decimalZero" if fallback is None else str(fallback.get(VALUE, "decimal"))
    return style


def _written(shown: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def figure(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        style = levels.get(level, Level()).style
        if shown.figures_only and style not in ("bullet", "none"):
            style = "decimal"
        return shown_number(counts.get(level, 1), style)

    return PLACE.sub(figure, shown.pattern)
