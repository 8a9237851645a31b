"""Footnotes: the lines below the rule at the foot of a page, and their marks in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.parsing.furniture import RULE, PageText, Step
from corpus.source import Dropped, Line, Role

SUREST = 3
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_START = re.compile(r"(\d{1,3}|\*{1,4}|[†‡])(?:\s+(?=\S)|$)|(\*{1,4})(?=\S)")
_RAISED_START = re.compile(rf"\s*[{RAISED}]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$")
# Words that a number belongs to: it is counted, not noted.
_COUNTED = re.compile(
    r"(?:paragraphs?|paras?\.?|articles?|art\.|items?|goals?|targets?|chapters?|chap\.|annex|section|sect\.|part|pages?|"
    r"pp?\.|vols?\.?|nos?\.?|supplement|session|committee|rule|principle|table|figure|resolutions?|decisions?|from|to|"
    r"of|on|at|by|for|in|and|or|the|least|about|over|until|between|than|"
    r"пункт\w*|стать\w*|цел\w*|глав\w*|раздел\w*|част\w*|том|резолюци\w*|решени\w*|с|до|от|к|на|в|и|по|за|№|"
    r"párrafos?|artículos?|objetivos?|tema|capítulo|sección|el|los|de|del|a|y|entre|"
    r"paragraphes?|articles?|objectifs?|point|chapitre|le|les|du|des|au|et|à)$",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r"\s*$|\s*[,;:)”»]|\s+(?:and|or|which|that|as|in|on|by|with|is|are|was|were|has|have|had|to be|at|for|"
    r"the|its|their|an|this|these|и|или|которы\w+|в|на|с|по|y|o|que|en|con|el|la|los|las|et|ou|qui|dans|le|les)\b(?!\s+\d)",
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a footnote's number may stand in the text: which line, from where to where, and how sure its form is."""

    line: int
    start: int
    end: int
    rank: int


def without_footnotes(pages: Sequence[PageText], text: str) -> tuple[list[PageText], list[Line], list[Dropped]]:
    """The pages without their footnotes, and the footnotes, each as one line that begins with its mark.

    A footnote begins below a rule, or with a raised figure at the start of a line, and runs to the page's end.
    """
    kept: list[PageText] = []
    notes: list[Line] = []
    rules = 0
    for page in pages:
        start = _zone(page.lines, text, _last_number(notes))
        body, zone = list(page.lines[:start]), list(page.lines[start:])
        rules += sum(bool(RULE.fullmatch(line.text)) for line in zone)
        zone = [line for line in zone if not RULE.fullmatch(line.text)]
        found, rest = _notes(zone, _last_number(notes))
        notes.extend(found)
        kept.append(PageText((*body, *rest)))
    dropped = [Dropped("rules above footnotes", "the footnotes are kept apart from the text", rules)] if rules else []
    return kept, notes, dropped


def without_marks(pages: Sequence[PageText], notes: Sequence[Line], text: str) -> Step:
    """Take the numbers of the footnotes of each page out of its text, where it is certain which number is the mark.

    Where the source has raised figures, its reader has taken the marks out already.
    """
    if any(sign in text for sign in RAISED):
        return list(pages), []
    lines = [line for page in pages for line in page.lines]
    placed: list[Mark] = []
    for page, end in zip(pages, _page_ends(pages), strict=True):
        start = page.lines[0].start if page.lines else 0
        own = [note.text.split(" ", 1)[0] for note in notes if start <= note.start < end]
        offset = next((index for index, line in enumerate(lines) if line.start >= start), 0)
        found = _placed(page.lines, own)
        placed += [replace(mark, line=mark.line + offset) for mark in found.values()]
        earlier = _placed(lines[:offset], [number for number in own if number.isdigit() and number not in found])
        placed += [mark for mark in earlier.values() if mark.rank == SUREST and mark not in placed]
    cut = {line.start: _cut(line, [mark for mark in placed if mark.line == index]) for index, line in enumerate(lines)}
    kept = [PageText(tuple(cut[line.start] for line in page.lines)) for page in pages]
    why = "the numbers of footnotes were taken out of the text"
    return kept, [Dropped("footnote marks", why, len(placed))] if placed else []


def _last_number(notes: Sequence[Line]) -> int:
    numbers = [int(first) for note in notes if (first := note.text.split(" ", 1)[0]).isdigit()]
    return numbers[-1] if numbers else 0


def _zone(lines: Sequence[Line], text: str, last: int) -> int:
    """Where the footnotes of a page begin; the number of its lines if there are none."""
    for index, line in enumerate(lines):
        if RULE.fullmatch(line.text) and any(_START.match(below.text) for below in lines[index + 1 : index + 4]):
            return index
        raised = _RAISED_START.match(text[line.start : line.end])
        if raised and line.text.split(" ", 1)[0] == str(last + 1) and index > 0:
            return index
    return len(lines)


def _begins(line: Line, last: int) -> str:
    """The mark with which a line begins a footnote; empty where it does not, or the number is not the next."""
    match = _START.match(line.text)
    if not match:
        return ""
    mark = match[1] or match[2]
    return mark if not mark.isdigit() or int(mark) in {last + 1, 1} else ""


def _notes(zone: Sequence[Line], last: int) -> tuple[list[Line], list[Line]]:
    """The footnotes of a page, and the lines below the rule that belong to none."""
    if any(line.text.isdigit() for line in zone):
        return _listed_notes(zone), []
    notes: list[Line] = []
    rest: list[Line] = []
    for line in zone:
        first = _START.match(line.text) if not notes else None
        mark = (first[1] or first[2]) if first else _begins(line, last)
        if mark:
            last = int(mark) if mark.isdigit() else last
            notes.append(replace(line, text=f"{mark} {line.text[len(mark) :].strip()}", role=Role.FOOTNOTE))
        elif notes:
            notes[-1] = _longer(notes[-1], line)
        else:
            rest.append(line)
    return notes, rest


def _listed_notes(zone: Sequence[Line]) -> list[Line]:
    """The footnotes of a page whose numbers stand in lines of their own, which extractors write in any order.

    The texts take the numbers in turn; where there are more of one than of the other, all is one footnote.
    """
    numbers = sorted((line.text for line in zone if line.text.isdigit()), key=int)
    notes: list[Line] = []
    for line in (line for line in zone if not line.text.isdigit()):
        if notes and not (_SENTENCE_END.search(notes[-1].text) and len(notes) < len(numbers)):
            notes[-1] = _longer(notes[-1], line)
        else:
            notes.append(replace(line, role=Role.FOOTNOTE))
    if len(notes) != len(numbers):
        whole = notes[0] if notes else replace(zone[0], text="", role=Role.FOOTNOTE)
        for note in notes[1:]:
            whole = _longer(whole, note)
        return [replace(whole, text=f"{', '.join(numbers)} {whole.text}")]
    return [replace(note, text=f"{number} {note.text}") for number, note in zip(numbers, notes, strict=True)]


def _longer(note: Line, line: Line) -> Line:
    return replace(note, text=f"{note.text}\n{line.text}", end=line.end)


def _page_ends(pages: Sequence[PageText]) -> Iterator[int]:
    """Where the source text of each page ends: where the next page with lines begins."""
    starts = [page.lines[0].start if page.lines else None for page in pages]
    for index in range(len(pages)):
        yield next((start for start in starts[index + 1 :] if start is not None), 2**62)


def _placed(lines: Sequence[Line], numbers: Sequence[str]) -> dict[str, Mark]:
    """The certain marks of these footnotes: the surest form, only one of it, and in the order of the numbers."""
    found = {number: list(_candidates(lines, number)) for number in numbers}
    placed: dict[str, Mark] = {}
    for rank in (3, 2, 1):
        for position, number in enumerate(numbers):
            if number in placed:
                continue
            before = [placed[other] for other in numbers[:position] if other in placed]
            after = [placed[other] for other in numbers[position + 1 :] if other in placed]
            fitting = [
                mark
                for mark in found[number]
                if mark.rank == rank
                and all((other.line, other.start) < (mark.line, mark.start) for other in before)
                and all((mark.line, mark.start) < (other.line, other.start) for other in after)
            ]
            if len(fitting) == 1:
                placed[number] = fitting[0]
    return placed


def _candidates(lines: Sequence[Line], number: str) -> Iterator[Mark]:
    for index, line in enumerate(lines):
        for match in re.finditer(re.escape(number), line.text):
            rank = _rank(line.text, match.start(), match.end())
            if rank:
                yield Mark(index, match.start(), match.end(), rank)


def _rank(text: str, start: int, end: int) -> int:
    """How surely a number in a line is a footnote's mark by its form: 3 glued, 2 behind a point, 1 alone, 0 not."""
    before, after = text[:start], text[end:]
    if after[:1].isalnum() or re.match(r"[/%°–-]|[.,]\d|\s*(?:per cent|%)", after):
        return 0
    piece = before.split(" ")[-1]
    if ("/" in piece and piece[-1] not in ",;”»)") or _COUNTED.fullmatch(piece):
        return 0
    if not text[start].isdigit():
        return 3 if before and not before[-1].isspace() else 0
    if re.search(r"(?:^|[^\d/.,-])(?:19|20)\d\d[,.;]?$|[a-zа-яёà-ÿ][)”’»\"]?[,.;:]?$|[)”»\"][,.;:]?$|;$", before):
        return 3
    if not before.endswith(" "):
        return 0
    word = before.split()[-1] if before.split() else ""
    bare = word.rstrip(',.;:”»)’"')
    if _COUNTED.match(bare) or not (bare[-1:].isalpha() or _YEAR.fullmatch(bare[-4:])) or not _RUNS_ON.match(after):
        return 0
    return 2 if word != bare else 1


def _cut(line: Line, marks: Sequence[Mark]) -> Line:
    text = line.text
    for mark in sorted(marks, key=lambda mark: -mark.start):
        before, after = text[: mark.start], text[mark.end :]
        text = (
            before.rstrip() + after
            if before.endswith(" ") and (not after or not after[0].isalnum())
            else before + after
        )
    return replace(line, text=text) if marks else line
