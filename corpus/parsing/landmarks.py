"""Lines that part a text: the organ that speaks, an annex, an article, a decision, the meeting and the day."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.errors import SymbolError
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import han_value
from corpus.parsing.masthead_words import masthead_words
from corpus.parsing.written_dates import date_pattern
from corpus.roman import roman_figures, roman_value
from corpus.symbol import Symbol

LONGEST_TITLE = 300
LONGEST_OPENING = 160
DECISION_NUMBER = r"\d{1,4}/(?:CP|CMA|CMP|COP)\.\d{1,2}"
ADOPTED_NUMBER = re.compile(
    r"(?P<number>\d{1,4}\s?[A-Z]?\s\((?:XXX|[IVXL]{1,7}|ES-[IVXL]+|S-[IVXL]+|(?:19|20)\d\d)\)|\d{1,4}/\d{1,4}(?:\s?[A-Z])?)"
    r"(?:\s?[.．:：–—-]\s*|\t+|\s*$)(?P<title>.*)",
    re.DOTALL,
)
DOT_LEADER = re.compile(r"(?:(?:\.[\s\u00a0]?){4,}|…{2,}|_{4,})[\s\u00a0]*(?:\d{1,4}|[ivxl]{1,6})\s*$")
AROUND_DATE = re.compile(r"года|год|[\s.,。，،]")
ARABIC_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")


@dataclass(frozen=True, slots=True)
class Landmark:
    """What the line begins: `label` is how it stands in labels, `title` the words behind it on the same line."""

    label: str
    title: str = ""


def stands_alone(text: str, words: LayoutWords) -> bool:
    """Whether the line is one that never runs on into the next."""
    text = text.strip()
    if len(text) > LONGEST_OPENING:
        return False
    return bool(
        opening_of(text, words)
        or annex_of(text, words)
        or article_of(text, words)
        or decision_of(text, words)
        or is_meeting(text, words.language)
    )


def opening_of(text: str, words: LayoutWords) -> str:
    """The organ's name where the paragraph is nothing else: "The General Assembly,"; empty where it is more."""
    text = text.strip()
    if text[:1].islower():
        return ""
    if len(text) > LONGEST_OPENING or not text.endswith((",", "，", "،", ":", "：")):
        match = words.opening.fullmatch(text)
        return text if match else ""
    match = words.opening.match(text)
    if match is None or text.count(",") >= 3:
        return ""
    # "The Assembly shall consider:" within a treaty says what the organ does; before a colon its name stands alone.
    behind = text[match.end() :].strip()
    return "" if text.endswith((":", "：")) and behind[:1] not in (":", "：", ",", "，", "،") else text


def annex_of(text: str, words: LayoutWords) -> Landmark | None:
    """The annex that begins here: "Annex II", «Приложение I», «附件二»; its label is English in all languages."""
    text = text.strip()
    match = words.annex.fullmatch(text) if len(text) <= LONGEST_TITLE else None
    if match is None:
        return None
    number = _annex_number(match["number"] or match["after"] or "")
    label = words.annexes.get(" ".join(match["word"].casefold().split()), "Annex")
    return Landmark(f"{label} {number}".strip(), (match["title"] or "").strip())


def _annex_number(written: str) -> str:
    if written in ARABIC_ORDINALS:
        return roman_figures(ARABIC_ORDINALS.index(written) + 1)
    return roman_figures(han_value(written)) or written.upper()


def article_of(text: str, words: LayoutWords) -> Landmark | None:
    """The article that begins here: "Article 4. Commitments", «Статья 4», «第四条» are "Art. 4"."""
    match = words.article.fullmatch(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    written = groups["number"] or groups.get("before") or ""
    value = int(written) if written.isdecimal() else han_value(written) or roman_value(written)
    word = (groups["word"] or groups.get("after_word") or "").casefold()
    if not value:
        return None
    return Landmark(f"{words.articles.get(word, 'Art.')} {value}", (groups["title"] or "").strip())


def decision_of(text: str, words: LayoutWords) -> Landmark | None:
    """The decision of a conference of parties that begins here: "Decision 1/CP.28", its title behind or not."""
    match = re.match(rf"({DECISION_NUMBER})[号號]?(?:号决定)?\s*[.:：]?\s*", _after(words.decision, text.strip()))
    if match is None or len(text) > LONGEST_TITLE or not words.decision.match(text.strip()):
        return None
    title = _after(words.decision, text.strip())[match.end() :].strip()
    return None if title[:1].islower() or title.endswith((",", ";")) else Landmark(match[1], title)


def _after(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return text[match.end() :] if match else text


def resolution_of(text: str) -> Landmark | None:
    """The resolution that begins here: "77/158. International Year …"; the label is the short number."""
    match = ADOPTED_NUMBER.fullmatch(text.strip()) if len(text) <= LONGEST_TITLE else None
    if match is None:
        return None
    number = " ".join(match["number"].split())
    try:
        Symbol.parse(number)
    except SymbolError:
        return None
    return Landmark(number, match["title"].strip())


def is_contents_line(text: str) -> bool:
    """Whether the line is one of a table of contents: dots that lead to a page number."""
    return len(text) <= LONGEST_TITLE and bool(DOT_LEADER.search(text))


def is_meeting(text: str, language: str) -> bool:
    """Whether the line names the meeting at which the text was adopted: "53rd plenary meeting"."""
    text = text.strip()
    if len(text) > LONGEST_OPENING:
        return False
    found = (pattern.match(text) for pattern in masthead_words(language).meeting)
    return any(match and _rest_is_date(text[match.end() :], language) for match in found)


def is_date(text: str, language: str) -> bool:
    """Whether the line is a day and nothing else."""
    match = date_pattern(language).search(text)
    if match is None:
        return False
    around = f"{text[: match.start()]} {text[match.end() :]}"
    return not AROUND_DATE.sub("", around)


def is_adoption(text: str, language: str) -> bool:
    """Whether the line says where and when a declaration was adopted."""
    text = text.strip()
    if len(text) > LONGEST_OPENING or not date_pattern(language).search(text):
        return False
    return is_date(text, language) or len(text) <= _longest_place(language)


def _rest_is_date(rest: str, language: str) -> bool:
    return not rest.strip(" ,.\n") or is_date(rest, language)


@lru_cache(maxsize=16)
def _longest_place(language: str) -> int:
    return 40 if language == "zh" else 90
