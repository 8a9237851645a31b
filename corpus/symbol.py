"""UN document symbols as values: A/RES/78/147, 2625 (XXV), UNEP/EA.6/Res.3, A/C.2/78/L.12/Rev.1."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import SymbolError


class Series(StrEnum):
    """What a symbol stands for."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart; `str()` gives back what was read, `canonical` the one form used as a key.

    `session` is text because sessions are written "78", "S-10", "ES-11" or "XXV"; `part` is the letter of "31/16 A".
    """

    body: str
    series: Series
    session: str
    number: str
    part: str = ""
    canonical: str = ""
    written: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.written

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Read one symbol, and nothing else, from the text.

        Raises:
            SymbolError: the text is not a symbol of a known form.
        """
        trimmed = text.strip()
        for form in FORMS:
            match = form.pattern.fullmatch(trimmed)
            if match:
                found = {name: value or "" for name, value in match.groupdict().items()}
                canonical = " ".join(form.canonical.format(**found).split())
                return cls(
                    body=form.body,
                    series=form.series,
                    session=found.get("session", ""),
                    number=found.get("number", ""),
                    part=found.get("part", ""),
                    canonical=canonical,
                    written=trimmed,
                )
        raise SymbolError(f"“{trimmed[:60]}” is not a UN document symbol of a known form, such as A/RES/78/147.")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a symbol, and how the canonical form is made from its parts."""

    body: str
    series: Series
    pattern: re.Pattern[str]
    canonical: str


def _form(body: str, series: Series, pattern: str, canonical: str) -> Form:
    return Form(body, series, re.compile(pattern, re.VERBOSE | re.IGNORECASE), canonical)


SESSION = r"(?P<session>(?:S-|ES-)?\d{1,2})"
NUMBER = r"(?P<number>\d{1,4})"
PART = r"(?:\ ?(?P<part>[A-Z]))?"
ROMAN = r"\ ?\((?P<session>[IVXL]+|S-[IVXL]+|ES-[IVXL]+)\)"

FORMS: tuple[Form, ...] = (
    _form("GA", Series.RESOLUTION, rf"(?:A/RES/)?{SESSION}/{NUMBER}{PART}", "A/RES/{session}/{number} {part}"),
    _form("GA", Series.RESOLUTION, rf"(?:A/RES/)?{NUMBER}{PART}{ROMAN}", "A/RES/{number} {part} ({session})"),
    _form("GA", Series.DECISION, rf"A/DEC/{SESSION}/{NUMBER}{PART}", "A/DEC/{session}/{number} {part}"),
    _form(
        "UNEA",
        Series.RESOLUTION,
        rf"UNEP/EA\.(?P<session>\d{{1,2}})/RES\.{NUMBER}",
        "UNEP/EA.{session}/Res.{number}",
    ),
)
