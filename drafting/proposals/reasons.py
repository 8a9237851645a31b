"""Why a proposed statement is not verified, told in the language of the draft."""

from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table

PATH = Path(__file__).with_name("reasons.toml")


class ReasonWords(Entry, frozen=True):
    """The reasons in one language; {what} is where what was found is put in."""

    no_evidence: str
    nothing_said: str
    unknown_evidence: str
    instruction: str
    figures: str
    names: str
    spare: str
    loose: str
    wording: str
    references: str
    letters: str
    links: str
    quotation: str
    speaker: str
    denial: str
    lost_denial: str
    changed: str
    lost_quotation: str
    language: str
    stance: str
    opposite: str
    other: str


def reason_words(language: str) -> ReasonWords:
    """The reasons in Russian or English; in English for every other language."""
    return _all()["ru" if language == "ru" else "en"]


@cache
def _all() -> dict[str, ReasonWords]:
    return read_table(PATH, dict[str, ReasonWords])
