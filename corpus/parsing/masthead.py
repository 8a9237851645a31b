"""What a document says of itself before its text begins: symbol, distribution, session, adoption, title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.errors import SymbolError
from corpus.parsing.landmarks import decision_of, is_meeting, resolution_of
from corpus.parsing.layout_words import LayoutWords, layout_words
from corpus.parsing.masthead_end import end_of_masthead, holds_several
from corpus.parsing.masthead_facts import LineReader, Masthead
from corpus.parsing.masthead_words import masthead_words
from corpus.source import Block
from corpus.symbol import Series, Symbol

FEWEST_TITLE_WORDS = 6
SESSION_NUMBER = re.compile(r"(?:E?S-)?\d{1,2}")
"""A session as the symbols of resolutions have it; the agenda may name another, an earlier special one."""


def read_masthead(blocks: Sequence[Block], language: str) -> tuple[Masthead, tuple[Block, ...]]:
    """The masthead, and the paragraphs that are not part of it.

    The masthead ends where the text begins: before the organ that speaks, or, where none does, after the last line
    that states a fact. A text without either an organ or a distribution has no masthead of the UN's form: facts are
    read from its first lines, and all of them stay in the text.
    """
    layout = layout_words(language)
    several = holds_several(blocks, layout)
    limit, opened = end_of_masthead(blocks, layout, several=several)
    reader = LineReader(masthead_words(language), language)
    for block in blocks[:limit]:
        reader.take(block.text)
    end = limit if opened else reader.last_used
    if not opened and not reader.facts.distribution:
        return _finished(reader, blocks, 0), tuple(blocks)
    if not _take_number(reader, blocks[:end], layout):
        if several and len(reader.kind_line.split()) >= FEWEST_TITLE_WORDS:
            reader.note(title=reader.kind_line)
        if opened and not decision_of(blocks[end].text, layout):
            _take_title_of_draft(reader, blocks[:end], layout)
    return _finished(reader, blocks, end), tuple(blocks[end:])


def _take_number(reader: LineReader, blocks: Sequence[Block], layout: LayoutWords) -> bool:
    """Find number and title: the last numbered heading before the text, with the lines behind it."""
    for position in reversed(range(len(blocks))):
        text = blocks[position].text
        found = decision_of(text, layout) or resolution_of(text)
        if found is None:
            continue
        behind = [later for later in range(position + 1, len(blocks)) if not reader.used[later]]
        titles = [found.title, *(blocks[later].text for later in behind)]
        reader.note(number=found.label, title=" ".join(" ".join(titles).split()))
        for later in (position, *behind):
            reader.used[later] = True
        return True
    return False


def _take_title_of_draft(reader: LineReader, blocks: Sequence[Block], layout: LayoutWords) -> None:
    """A draft has no number yet; its title is the last line before the organ that speaks."""
    if blocks and not reader.used[-1] and not layout.opening.match(blocks[-1].text):
        reader.note(title=" ".join(blocks[-1].text.split()))
        reader.used[-1] = True


def _finished(reader: LineReader, blocks: Sequence[Block], end: int) -> Masthead:
    """The masthead with what follows from its facts taken together."""
    _conclude_symbol(reader)
    reader.note(meeting=_meeting(reader, blocks[end:]))
    other = tuple(block.text for block, used in zip(blocks[:end], reader.used, strict=False) if not used)
    return replace(reader.facts, other=other)


def _conclude_symbol(reader: LineReader) -> None:
    """A number under the adopting organ's name is a symbol: 6/3 of the environment assembly is UNEP/EA.6/Res.3."""
    body = next((body for pattern, body in reader.words.organs if pattern.search(reader.organ)), "")
    if reader.facts.number and not reader.facts.symbol:
        symbol = _symbol_of(reader.facts.number, body)
        if symbol is not None:
            reader.note(symbol=symbol.canonical, body=symbol.body)
    reader.note(body=body)
    if not reader.facts.symbol:
        return
    known = Symbol.parse(reader.facts.symbol)
    if known.series is not Series.DOCUMENT:
        session = known.session if SESSION_NUMBER.fullmatch(known.session) else reader.facts.session
        reader.facts = replace(reader.facts, kind=known.series.value, session=session)


def _meeting(reader: LineReader, blocks: Sequence[Block]) -> str:
    """The first line that names a meeting, as it is written, without the day behind it."""
    for block in blocks:
        if is_meeting(block.text, reader.language):
            found = (pattern.match(block.text.strip()) for pattern in reader.words.meeting)
            return next((match[0] for match in found if match), "")
    return ""


def _symbol_of(number: str, body: str) -> Symbol | None:
    """The symbol of a short number, of the organ where it is known to have adopted the text."""
    try:
        known = Symbol.parse(number)
        if not body or known.body == body or known.series is Series.DECISION:
            return known
        return Symbol.of(body, Series.RESOLUTION, known.session, known.number, known.part)
    except SymbolError:
        return None
