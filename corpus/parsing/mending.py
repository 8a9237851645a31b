"""What is certainly wrong in a text is mended before anything is made of it, and told."""

from dataclasses import replace

from corpus.parsing.legible import repaired
from corpus.source import SourceText


def mended(source: SourceText) -> SourceText:
    """The source with letters of another alphabet and a lost code page put right, where the repair is certain."""
    text, told = repaired(source.text, source.language)
    if not told:
        return source
    repairs = (*source.repairs, *told)
    if len(text) == len(source.text):
        lines = tuple(
            replace(
                line,
                text=text[line.start : line.end]
                if line.text == source.text[line.start : line.end]
                else repaired(line.text, source.language)[0],
            )
            for line in source.lines
        )
        return replace(source, text=text, lines=lines, repairs=repairs)
    return _laid_anew(source, repairs)


def _laid_anew(source: SourceText, repairs: tuple[str, ...]) -> SourceText:
    """Where the repair changes lengths, the text is laid out anew from the mended lines, and places count in it."""
    lines, place = [], 0
    for line in source.lines:
        text = repaired(line.text, source.language)[0]
        lines.append(replace(line, text=text, start=place, end=place + len(text)))
        place += len(text) + 1
    return replace(source, text="\n".join(line.text for line in lines), lines=tuple(lines), repairs=repairs)
