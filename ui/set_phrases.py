"""The set phrases of the checks and of the import, told in the words of the interface.

Both speak English. Each phrase stands in the English word file with blanks, and the same key in another language
says it there; so a phrase is recognized by its English form. What no key knows is left as it is.
"""

import re
from functools import cache

from corpus.language import LANGUAGES
from corpus.registry import STATE_CODES, date_in_words
from ui.told import in_words
from ui.vocabulary import DEFAULT, Words, words_in

ISO = r"\d{4}-\d{2}-\d{2}"
ISO_DATE = re.compile(rf"\b{ISO}\b")
BLANK = re.compile(r"\\\{(\w+)\\\}")
NARROW = {
    "date": ISO,
    "until": ISO,
    "confidence": "high|medium|low|unknown",
    "count": r"[\d,]+",
    "letter": "[A-Z0-9 -]+",
    "name": "(?:(?!: ).)+",
}
"""Blanks that hold only something of this form; any other holds anything."""
TERMINAL_OPTION = re.compile(r" with --(?:lang|state|name)\b")


def said_in_words(value: str, words: Words) -> str:
    """What a finding says was found or expected: phrases, dates and States in the words of the interface."""
    return "; ".join(_said(part, words) for part in value.split("; "))


def evidence_in_words(evidence: str, words: Words) -> str | None:
    """Why a finding was made, in the words of the interface; nothing where there are no words for it."""
    for key, pattern in _patterns("evidence"):
        match = pattern.fullmatch(evidence)
        if match:
            return words(key, **{name: _with_dates(blank, words) for name, blank in match.groupdict().items()})
    return None


def slip_in_words(message: str, words: Words) -> str:
    """What is wrong with a slip of the pen; a message that the rules give in the language of the text stays so."""
    return "; ".join(_told("slip", part, words) or part for part in message.split("; "))


def sources_in_words(source: str, words: Words) -> tuple[str, ...]:
    """What a finding rests on, each source once; documents and editions keep their names."""
    return tuple(dict.fromkeys(_told("basis", one, words) or one for one in source.split(" ; ")))


def left_out_in_words(what: str, why: str, words: Words) -> tuple[str, str]:
    """What an import left out and why, in the words of the interface; what has no words there stays as it is."""
    return _told("dropped", what, words) or what, _told("dropped_why", why, words) or why


def mended_in_words(repair: str, words: Words) -> str:
    """What an import mended, in the words of the interface."""
    return _told("mended", repair, words) or repair


def note_in_words(note: str, words: Words) -> str:
    """What a person should know of an import; where a note speaks of the terminal's options, the page has a form."""
    note = TERMINAL_OPTION.sub(" below", note)
    return _told("import_note", note, words) or note


def refusal_in_words(reason: str, words: Words) -> str:
    """Why a file was refused, in the words of the interface."""
    reason = TERMINAL_OPTION.sub(" when you add it", reason)
    told = _told("refused", reason, words)
    if told:
        return told
    name, _, rest = reason.partition(": ")
    illegible = _told("illegible", rest.removesuffix("."), words)
    return f"{name}: {illegible}." if illegible else in_words(reason, words)


def _told(table: str, phrase: str, words: Words) -> str:
    """A phrase of one table of the word file; empty where there is none for it."""
    for key, pattern in _patterns(table):
        match = pattern.fullmatch(phrase)
        if match:
            return words(key, **{name: _blank(name, value, words) for name, value in match.groupdict().items()})
    return ""


def _blank(name: str, value: str, words: Words) -> str:
    if name == "reason":
        return _told("illegible", value, words) or value
    if name in ("code", "other") and value in LANGUAGES:
        return words(f"language.{value}")
    return _with_dates(value, words)


def _said(phrase: str, words: Words) -> str:
    for key, pattern in _patterns("said"):
        match = pattern.fullmatch(phrase)
        if match:
            blanks = match.groupdict()
            known = {name: _said(blank, words) for name, blank in blanks.items() if name != "confidence"}
            if "confidence" in blanks:
                known["confidence"] = words(f"confidence.{blanks['confidence']}")
            return words(key, **known)
    return _with_dates(", ".join(_state(part, words) for part in phrase.split(", ")), words)


def _state(name: str, words: Words) -> str:
    return words(f"state.{STATE_CODES[name]}") if name in STATE_CODES else name


def _with_dates(text: str, words: Words) -> str:
    return ISO_DATE.sub(lambda found: date_in_words(found[0], words.language), text)


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases of a table as patterns of their English form."""
    english = words_in(DEFAULT)
    keys = sorted(key for key in english.keys if key.startswith(f"{table}."))
    return tuple((key, re.compile(_pattern(english(key)), re.DOTALL)) for key in keys)


def _pattern(phrase: str) -> str:
    return BLANK.sub(lambda blank: f"(?P<{blank[1]}>{NARROW.get(blank[1], '.+')})", re.escape(phrase))
