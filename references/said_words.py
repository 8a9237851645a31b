"""The words by which a text says more of a reference than its number; see said.toml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table
from references.grammar_file import NounPosition, any_of, grammar_of

WORDS = Path(__file__).with_name("said.toml")
LONGEST_SUBJECT = 80
FIGURE = r"(?:\d+|[IVX]+(?!\w)|[一二三四五六七八九十]|الأول|الثاني|الثالث|الرابع|الخامس)"
FIGURE_BEFORE = r"(?<!\d)\d{1,3}(?:[-'’][^\W\d_]{1,5}\s|-?\s?)"
"""A number before its word, with its ending: 5-қосымша, 5-nji goşundy."""
CAPITAL = r"(?=(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁҒҚҲҶӢӮҢӨҮӘҰІŞÇĞİŇÝŽ]))"


class SaidWords(Entry, frozen=True):
    """How one language says it; see said.toml."""

    who: tuple[str, ...]
    how: tuple[str, ...]
    where: tuple[str, ...]
    part: tuple[str, ...]
    party: tuple[str, ...]
    about: tuple[str, ...]
    about_before: tuple[str, ...]
    adopted: tuple[str, ...]
    object_of: tuple[str, ...]
    clause: tuple[str, ...]
    also_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidPatterns:
    """The same as patterns; `after` and `before` have the group `subject`, `apart` ends or opens another clause."""

    who: re.Pattern[str]
    how: re.Pattern[str]
    where: re.Pattern[str]
    part: re.Pattern[str]
    party: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    adopted: re.Pattern[str]
    object_of: re.Pattern[str]
    apart: re.Pattern[str]
    also_with: re.Pattern[str]


@cache
def said_patterns(language: str) -> SaidPatterns:
    """The words of a language as patterns."""
    listed = read_table(WORDS, dict[str, SaidWords])[language]
    opening = "" if language == "zh" else r"(?<!\w)"

    def pattern(entries: tuple[str, ...], form: str = "WORDS") -> re.Pattern[str]:
        said = form.replace("WORDS", f"{opening}(?:{any_of(entries)})") if entries else r"(?!)"
        return re.compile(said, re.IGNORECASE)

    subject = rf"(?P<subject>[^,،，;.:!?()\n«“”\"„]{{3,{LONGEST_SUBJECT}}})"
    before = f"WORDS{subject}" if language == "zh" else rf"{subject}\sWORDS\s*\Z"
    months = any_of(tuple(grammar_of(language).month_numbers))
    pauses = "WORDS" if grammar_of(language).position is NounPosition.BEFORE else r"WORDS\s*,"
    return SaidPatterns(
        who=pattern(listed.who),
        how=pattern(listed.how),
        where=pattern(listed.where, rf"WORDS\s+(?!{months}){CAPITAL}"),
        part=pattern(listed.part, rf"WORDS\s?{FIGURE}|{FIGURE_BEFORE}(?:{any_of(listed.part)})"),
        party=pattern(listed.party),
        after=pattern(listed.about, rf"\s*,?\s*WORDS\s+{subject}"),
        before=pattern(listed.about_before, before),
        adopted=pattern(listed.adopted),
        object_of=pattern(listed.object_of, "(?=(WORDS))"),
        apart=pattern(listed.clause, rf"[,،]\s*{pauses}" if pauses == "WORDS" else pauses),
        also_with=pattern(listed.also_with),
    )
