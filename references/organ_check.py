"""Whether the organ that a text names is the one whose number it gives."""

from corpus.errors import SymbolError
from corpus.imports.table import ResolutionTable
from corpus.symbol import Series, Symbol
from corpus.tables import Confidence
from references.findings import Finding, Status
from references.mention import Mention
from references.numbers import FoundNumber, find_numbers
from references.plain import plain_text

OTHERS = ("UNEA", "HRC", "ECOSOC", "GA")


def organ_finding(table: ResolutionTable, mention: Mention) -> Finding | None:
    """The finding that the number is another organ's; nothing where organ and number go together.

    What is known of the number under another organ is told; where nothing is, the form of the number alone speaks.
    """
    if not mention.organ_written or mention.organ_written == mention.organ:
        return None
    if mention.symbol:
        return _another(mention, mention.organ, mention.symbol)
    number = next(find_numbers(plain_text(mention.text).plain), None)
    for organ in OTHERS if number else ():
        symbol = _symbol(organ, number) if number else ""
        known = table.find(symbol) if symbol else None
        if known and mention.date in ("", known.adopted_on):
            return _another(mention, organ, f"{symbol} ({known.title or 'title unknown'})")
    why = f"{mention.organ_written} does not number its resolutions like this."
    return Finding(
        Status.IMPOSSIBLE, mention.organ_written, "another organ", "the form of the number", Confidence.HIGH, why
    )


def _another(mention: Mention, organ: str, known: str) -> Finding:
    why = f"{mention.organ_written} does not number its resolutions like this; the number fits {known}."
    return Finding(Status.ORGAN, mention.organ_written, organ, "the form of the number", Confidence.HIGH, why)


def _symbol(organ: str, number: FoundNumber) -> str:
    try:
        return Symbol.of(organ, Series.RESOLUTION, number.session, number.number, number.part).canonical
    except SymbolError:
        return ""
