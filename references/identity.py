"""References to the same instrument under different handles: a day and the resolution that proclaimed it."""

from collections import defaultdict
from collections.abc import Sequence

from corpus.library import Library
from corpus.registry import InstrumentKind
from references.mention import Mention

PROCLAIMED = frozenset({InstrumentKind.DAY, InstrumentKind.YEAR, InstrumentKind.DECADE, InstrumentKind.FUND})
MOST_LINKS = 20


def same_instrument(library: Library, mentions: Sequence[Mention]) -> list[tuple[int, ...]]:
    """For each reference the numbers of the others that mean the same instrument, the first twenty of them."""
    groups: dict[str, list[int]] = defaultdict(list)
    keys = [_key(library, mention) for mention in mentions]
    for number, key in enumerate(keys):
        if key:
            groups[key].append(number)
    return [
        tuple(other for other in groups.get(key, ())[: MOST_LINKS + 1] if other != number)[:MOST_LINKS]
        for number, key in enumerate(keys)
    ]


def _key(library: Library, mention: Mention) -> str:
    """The symbol of what is meant: that of the resolution that proclaimed a day, a year, a decade or a fund."""
    if mention.symbol:
        return mention.symbol
    instrument = library.instrument(mention.instrument)
    if instrument is None or instrument.kind not in PROCLAIMED:
        return mention.instrument
    related = [library.instrument(other) for other in instrument.related]
    symbols = [known.symbol for known in related if known and known.kind is InstrumentKind.RESOLUTION]
    return symbols[0] if len(symbols) == 1 else mention.instrument
