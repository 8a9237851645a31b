"""Why a proposed statement is not verified, told in the language of the draft."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.tables import read_table

PATH = Path(__file__).with_name("reasons.toml")
BLANK = "{what}"


class Why(StrEnum):
    """The kinds of reasons; `OTHER` is whatever the check that every draft goes through says."""

    NO_EVIDENCE = "no_evidence"
    NOTHING_SAID = "nothing_said"
    UNKNOWN_EVIDENCE = "unknown_evidence"
    INSTRUCTION = "instruction"
    FIGURES = "figures"
    NAMES = "names"
    SPARE = "spare"
    LOOSE = "loose"
    WORDING = "wording"
    REFERENCES = "references"
    LETTERS = "letters"
    LINKS = "links"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    DENIAL = "denial"
    LOST_DENIAL = "lost_denial"
    MISSING = "missing"
    ADDED = "added"
    LOST_QUOTATION = "lost_quotation"
    LANGUAGE = "language"
    STANCE = "stance"
    OPPOSITE = "opposite"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with what was found."""

    why: Why
    what: str = ""

    def told(self, language: str) -> str:
        """The reason in Russian or English; in English for every other language."""
        return self.what if self.why is Why.OTHER else _words(language)[self.why].replace(BLANK, self.what)

    def bare(self, language: str) -> str:
        """The reason without what was found."""
        return _words(language)[self.why].partition(BLANK)[0].rstrip(" :(")


def _words(language: str) -> dict[Why, str]:
    return _all()["ru" if language == "ru" else "en"]


@cache
def _all() -> dict[str, dict[Why, str]]:
    return read_table(PATH, dict[str, dict[Why, str]])
