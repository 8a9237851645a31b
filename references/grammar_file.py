"""How each language names resolutions, decisions, dates, paragraphs and organs: read from grammar/LANG.toml."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table

FOLDER = Path(__file__).with_name("grammar")
SHORT_LABEL = r"(?-i:[OP]P)\s?"
"""Labels of paragraphs that delegates write in any language: OP5, PP3."""
OPENED_SYMBOL = r"A\s?/\s?RES\s?/(?=\s)"
"""A symbol with spaces inside, "A/RES/ 77/158", is the noun and then the number."""


class Role(StrEnum):
    """What a word says about the number beside it."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    DOCUMENT = "document"
    OTHER = "other"


class NounPosition(StrEnum):
    """Where the noun stands to its number."""

    BEFORE = "before"
    AFTER = "after"


class GrammarFile(Entry, frozen=True):
    """One grammar file, as written; the file of English explains each key."""

    noun_position: NounPosition
    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    draft: tuple[str, ...]
    document: tuple[str, ...]
    other_number: tuple[str, ...]
    own: tuple[str, ...]
    paragraph: tuple[str, ...]
    preambular: tuple[str, ...]
    annex: tuple[str, ...]
    date_links: tuple[str, ...]
    year_words: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    list_joiners: tuple[str, ...]
    number_marks: tuple[str, ...]
    after_number: tuple[str, ...]
    organs: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language as patterns.

    `nouns` names the role in its group names; `organs` names the organ; each of `dates` has the groups day, month,
    year, each of `annual` the first two; `one_word` is whether a decision is called by the word for a resolution;
    `link`, `joiner` and `number_mark` match a stretch of text up to its end; `linked` is the link word that opens one,
    `year_word` the word "year" after its figures; `paragraph_behind` has the number before the word, `more_paragraphs`
    are the numbers that go on behind one.
    """

    language: str
    position: NounPosition
    one_word: bool
    nouns: re.Pattern[str]
    organs: re.Pattern[str]
    own: re.Pattern[str]
    own_at_end: re.Pattern[str]
    after_number: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    annual: tuple[re.Pattern[str], ...]
    link: re.Pattern[str]
    linked: re.Pattern[str]
    year_word: re.Pattern[str]
    month_numbers: Mapping[str, int]
    paragraph_before: re.Pattern[str]
    paragraph_after: re.Pattern[str]
    paragraph_behind: re.Pattern[str]
    more_paragraphs: re.Pattern[str]
    preambular: re.Pattern[str]
    joiner: re.Pattern[str]
    number_mark: re.Pattern[str]

    def month(self, word: str) -> int:
        """The number of a month written with any ending, 0 for a word that is none."""
        plain = _folded(word)
        for length in range(len(plain), 2, -1):
            if plain[:length] in self.month_numbers:
                return self.month_numbers[plain[:length]]
        return 0


class CommonWords(Entry, frozen=True):
    """Words that any language may have between a number, an organ and a date."""

    articles: tuple[str, ...]
    short_names: tuple[str, ...]
    meetings: tuple[str, ...]
    other_organs: tuple[str, ...]
    in_short: dict[str, tuple[tuple[str, str], ...]]


@cache
def common_words() -> CommonWords:
    """The words that any language may have, as written in common.toml."""
    return read_table(FOLDER.with_name("common.toml"), CommonWords)


@cache
def small_names() -> re.Pattern[str]:
    """A pattern of the short names that may follow an organ's name: "of the United Nations", "ООН"."""
    common = common_words()
    return re.compile(
        rf"(?:(?<!\w)(?:{any_of(common.articles)})[\s\u00a0]*){{0,2}}(?<!\w)(?:{any_of(common.short_names)})",
        re.IGNORECASE,
    )


@cache
def small_words() -> re.Pattern[str]:
    """A pattern of the words that are put aside between a number, an organ and a date."""
    common = common_words()
    return re.compile(rf"(?<!\w)(?:{any_of((*common.short_names, *common.articles, *common.meetings))})", re.IGNORECASE)


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place where a pattern matches."""
    return next(iter(deque(pattern.finditer(text), maxlen=1)), None)


def says_nothing(gap: str) -> bool:
    """Whether between two places stand only signs, articles, and words that are put aside."""
    return not re.sub(r"\W|第", "", small_words().sub("", small_names().sub("", gap)))


@cache
def articles_at_end() -> re.Pattern[str]:
    """A pattern of articles right before a number: "and the 79/266"."""
    common = common_words()
    return re.compile(rf"(?<!\w)(?:{any_of(common.articles)})[\s\u00a0]*\Z", re.IGNORECASE)


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language."""
    return _compiled(language, read_table(FOLDER / f"{language}.toml", GrammarFile))


def _compiled(language: str, words: GrammarFile) -> Grammar:
    paragraph = rf"(?:(?:{any_of(words.paragraph)})\s*|{SHORT_LABEL})"
    number = r"(?P<number>\d{1,3})(?!\d)(?:\s?[(（]?(?P<letter>[a-zأبجدهو])[)）])?"
    return Grammar(
        language=language,
        position=words.noun_position,
        one_word=not words.decision,
        nouns=_pattern(_nouns(words), language),
        organs=_pattern(_organs(words), language),
        own=_pattern(any_of(words.own), language),
        own_at_end=_at_end(_pattern(any_of(words.own), language)),
        after_number=_pattern(any_of(words.after_number), ""),
        dates=_dates(words),
        annual=_annual(words),
        link=re.compile(rf"[\s\u00a0,،()|]*(?:(?:{any_of(words.date_links)})[\s\u00a0]*)?\Z", re.IGNORECASE),
        linked=re.compile(rf"[\s\u00a0,،(]*(?P<link>{any_of(words.date_links)})(?!\w)", re.IGNORECASE),
        year_word=re.compile(
            rf"[\s\u00a0-]*(?:{any_of(words.year_words)})\w{{0,8}}[\s\u00a0«“\"《(]*" if words.year_words else r"(?!)",
            re.IGNORECASE,
        ),
        month_numbers={_folded(name): number for number, names in enumerate(words.months, 1) for name in names},
        paragraph_before=_pattern(rf"{paragraph}{number}", language),
        paragraph_after=re.compile(rf"\s*[,،，(（]?\s*{paragraph}{number}", re.IGNORECASE),
        paragraph_behind=re.compile(
            rf"[\s,(（]{{0,3}}第?{number}[-.]?\s?[^\W\d_]{{0,4}}\s?(?:{any_of(words.paragraph)})", re.IGNORECASE
        ),
        more_paragraphs=re.compile(
            rf"(?:\s?(?:[-–—]|(?:{any_of(tuple(word for word in words.list_joiners if word[0].isalpha()))}))"
            r"\s?\d{1,3}(?![\d/]))+",
            re.IGNORECASE,
        ),
        preambular=_pattern(any_of(words.preambular), language),
        joiner=re.compile(rf"[\s]*(?:{any_of(words.list_joiners)})\s*\Z", re.IGNORECASE),
        number_mark=re.compile(rf"\s*(?:{any_of(words.number_marks) or '№'})\s*\Z", re.IGNORECASE),
    )


def _nouns(words: GrammarFile) -> str:
    """Alternatives for every noun, in groups named by role; a draft resolution is no resolution, so it comes first."""
    roles = (
        (Role.DRAFT, words.draft),
        (Role.DOCUMENT, words.document),
        (Role.OTHER, words.other_number),
        (Role.RESOLUTION, words.resolution),
        (Role.DECISION, words.decision),
    )
    named = {role: any_of(entries) for role, entries in roles if entries}
    named[Role.RESOLUTION] = rf"{OPENED_SYMBOL}|{named[Role.RESOLUTION]}"
    return "|".join(f"(?P<{role}>{pattern})" for role, pattern in named.items())


def _organs(words: GrammarFile) -> str:
    """Alternatives for every organ, in groups named by it; "the Assembly" must not hide others, so it comes last."""
    named = {"OTHER": common_words().other_organs, **words.organs}
    ordered = sorted(named.items(), key=lambda item: item[0] == "GA")
    return "|".join(f"(?P<{organ}>{any_of(entries)})" for organ, entries in ordered if entries)


def any_of(entries: tuple[str, ...]) -> str:
    """Alternatives, longest first; "*" at the end of a word lets any ending follow."""
    return "|".join(_word(entry) for entry in sorted(entries, key=len, reverse=True) if entry.strip())


def _word(entry: str) -> str:
    open_end = entry.endswith("*")
    words = [re.escape(word).replace(r"\*", r"\w{0,12}") for word in entry.rstrip("*").split()]
    body = re.sub("['’]", "['’]", r"[\s\u00a0]+".join(words))
    if open_end:
        return body + r"[\w\-]{0,14}"
    return body + (r"(?!\w)" if entry[-1].isalnum() and not _is_han(entry[-1]) else "")


def _pattern(alternatives: str, language: str) -> re.Pattern[str]:
    """A pattern that begins at the beginning of a word, where the language has words set apart."""
    start = "" if language == "zh" else r"(?<!\w)"
    return re.compile(rf"{start}(?:{alternatives})" if alternatives else r"(?!)", re.IGNORECASE)


def _at_end(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern.pattern})\s*\Z", re.IGNORECASE)


def _month(words: GrammarFile) -> str:
    names = any_of(tuple(name for month in words.months for name in month))
    return rf"(?P<month>(?:{names})(?:\s?/\s?(?:{names}))?)[^\W\d_]{{0,9}}"


def _between(words: GrammarFile) -> str:
    """What may stand between the parts of a date."""
    links = any_of((*words.date_links, *words.year_words))
    return rf"[\s\u00a0,]*(?:(?:{links})[\s\u00a0]*)?" if links else r"[\s\u00a0,]*"


def _annual(words: GrammarFile) -> tuple[re.Pattern[str], ...]:
    """A day of every year: "21 March", "March 21", 3月21日."""
    month = _month(words)
    day_first = rf"(?<!\d){DAY}{_between(words)}[\s\u00a0-]*{month}"
    month_first = rf"(?<!\w){month}[\s\u00a0]+(?P<day>[0-3]?\d)(?![\d/])"
    return (re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE), HAN_DAY)


def _dates(words: GrammarFile) -> tuple[re.Pattern[str], ...]:
    """Day before month before year, and year first: running text of one language may have both."""
    month, between = _month(words), _between(words)
    years = any_of(words.year_words)
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    tail = rf"(?:[\s\u00a0]*(?:{years}))?" if years else ""
    forward = rf"(?<!\d){DAY}{between}[\s\u00a0-]*{month}{between}{year}{tail}"
    year_word = (
        rf"(?:[\s\u00a0]?-?[^\W\d_]{{1,4}}[\s\u00a0])?[\s\u00a0-]*(?:(?:{years})[^\W\d_]{{0,8}})?" if years else ""
    )
    backward = rf"(?<!\d){year}{year_word}[\s\u00a0,]*{DAY}[\s\u00a0-]*{month}"
    return (re.compile(forward, re.IGNORECASE), re.compile(backward, re.IGNORECASE), HAN_DATE, DIGIT_DATE)


DAY = r"(?P<day>[0-3]?\d)(?:\s?[.º°]|[-]?[^\W\d_]{1,5})?"
HAN_DAY = re.compile(r"(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")
DIGIT_DATE = re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)")
HAN_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
