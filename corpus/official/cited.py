"""Which official texts the declaration rests on."""

from corpus.library import Library
from corpus.registry import InstrumentKind

ADOPTED = (InstrumentKind.RESOLUTION, InstrumentKind.DECISION)


def cited_symbols(library: Library) -> tuple[str, ...]:
    """The symbols of all resolutions and decisions that the declaration cites, in the order of the registry."""
    return tuple(
        instrument.symbol
        for instrument in library.instruments
        if instrument.kind in ADOPTED and instrument.cited_in and instrument.symbol
    )
