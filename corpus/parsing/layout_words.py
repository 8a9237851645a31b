"""The words that tell the parts of a text apart, ready to be matched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.tables import Entry, read_table, require

OPENERS = Path(__file__).with_name("openers.toml")
NEVER = re.compile(r"(?!)")
ENGLISH = "en"


class OpenerWords(Entry, frozen=True):
    """One language's table of openers.toml."""

    alphabets: list[str]
    preambular: list[str]
    operative: list[str]
    adverbs: list[str]
    opening: list[str]
    we: list[str]
    annexes: dict[str, str]
    articles: dict[str, str]
    sections: list[str]
    decision: list[str]
    resolution: list[str]
    joiners: list[str]
    preamble_ends: list[str]
    unending: list[str]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Patterns over the beginning of a paragraph, for one language; `alphabets` order the letters of lists."""

    language: str
    alphabets: tuple[str, ...]
    preambular: re.Pattern[str]
    operative: re.Pattern[str]
    opening: re.Pattern[str]
    we: re.Pattern[str]
    annex: re.Pattern[str]
    annexes: dict[str, str]
    article: re.Pattern[str]
    articles: dict[str, str]
    section: re.Pattern[str]
    decision: re.Pattern[str]
    ended_with_joiner: re.Pattern[str]
    preamble_ended: re.Pattern[str]
    unending: frozenset[str]

    def opens_preamble(self, text: str) -> bool:
        """Whether the text opens as a paragraph of the preamble."""
        return bool(self.preambular.match(text))

    def goes_on(self, text: str) -> bool:
        """Whether the text ends with a word that none ends with: an article, a preposition, "and"."""
        return text.split()[-1].casefold() in self.unending if text.strip() else False

    def opens_operative(self, text: str) -> bool:
        """Whether the text opens as a paragraph that decides or asks."""
        return bool(self.operative.match(text))


@lru_cache(maxsize=1)
def _tables() -> dict[str, OpenerWords]:
    tables = read_table(OPENERS, dict[str, OpenerWords])
    require(ENGLISH in tables, OPENERS, "it has no table for English")
    return tables


@lru_cache(maxsize=16)
def layout_words(language: str) -> LayoutWords:
    """The words of this language; those of English where the language is not one of ours."""
    tables = _tables()
    words = tables.get(language, tables[ENGLISH])
    spaced = language != "zh"
    edge = r"(?!\w)" if spaced else ""
    number = r"[IVXL]{1,6}|\d{1,2}|[A-Z]|[一二三四五六七八九十]{1,3}|ال\w+"
    annex = _either(words.annexes)
    article = _either(words.articles)
    return LayoutWords(
        language=language,
        alphabets=tuple(words.alphabets),
        preambular=_opener(words.preambular, words.adverbs, edge),
        operative=_opener(words.operative, words.adverbs, edge),
        opening=re.compile(rf"[“\"*]?(?:{_either(words.opening)})(?!\w)", re.IGNORECASE),
        we=re.compile(rf"(?:{_either(words.we)})(?:\s*[,，،]|\s)", re.IGNORECASE),
        annex=re.compile(
            rf"(?:(?P<number>{number})(?:-\w{{0,3}})?\s?[-.]?\s?)?(?P<word>{annex})(?:\s?(?P<after>{number}))?"
            rf"\s*\*{{0,3}}(?:\s*[:.–—-]\s*(?P<title>\S.*)|\s*)",
            re.IGNORECASE | re.DOTALL,
        ),
        annexes={word.casefold(): label for word, label in words.annexes.items()},
        article=_article(article, spaced),
        articles={word.casefold(): label for word, label in words.articles.items()},
        section=re.compile(
            rf"(?:{_either(words.sections)})\s*(?:\d{{1,2}}|[IVXL]{{1,6}})\s?[.:：]?(?=\s|$)|第[一二三四五六七八九十\d]+[章节部]",
            re.IGNORECASE,
        ),
        decision=re.compile(rf"(?:{_either([*words.decision, *words.resolution])})\s+", re.IGNORECASE),
        ended_with_joiner=re.compile(rf"[;；؛]\s*(?:{_either(words.joiners)})\s*$", re.IGNORECASE),
        preamble_ended=re.compile(rf"(?:^|\s)(?:{_either(words.preamble_ends)})\s?[,،;]\s*$", re.IGNORECASE),
        unending=frozenset(words.unending),
    )


def _either(words: Iterable[str]) -> str:
    """One of the words, the longest first; an end "*" stands for any ending, a space for any spaces."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in ordered) or "(?!)"


def _opener(words: list[str], adverbs: list[str], edge: str) -> re.Pattern[str]:
    if not words:
        return NEVER
    before = rf"(?:(?:{_either(adverbs)})\s*,?\s*){{0,2}}" if adverbs else ""
    return re.compile(rf"[“\"«*_]{{0,2}}{before}(?:{_either(words)}){edge}", re.IGNORECASE)


def _article(words: str, spaced: bool) -> re.Pattern[str]:
    """Headings of articles: "Article 4", "Article 4. Commitments", "4-бап", "第四条", text behind them or not."""
    number = r"(?P<number>\d{1,3}|[IVXLivxl]{1,7})"
    behind = r"(?:\s*[.:–—-]\s*(?P<title>\S.*)|\s*)"
    if not spaced:
        return re.compile(
            rf"第(?P<number>\d{{1,3}}|[一二三四五六七八九十百零]{{1,6}})(?P<word>{words})(?:[\s:：]+(?P<title>\S.*))?",
            re.DOTALL,
        )
    before = rf"(?P<before>\d{{1,3}})\s?-?\s?(?:\w{{1,4}}\s)?(?P<after_word>{words})"
    return re.compile(rf"(?:(?P<word>{words})\s+{number}|{before}){behind}", re.IGNORECASE | re.DOTALL)
