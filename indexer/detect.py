"""Which of the twelve languages a query is in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.language import LANGUAGES, Script

OF_SCRIPT = {
    script: tuple(language.code for language in LANGUAGES.values() if language.script is script) for script in Script
}
RANGES = {
    Script.HAN: re.compile(r"[\u3400-\u9fff]"),
    Script.ARABIC: re.compile(r"[\u0600-\u06ff]"),
    Script.CYRILLIC: re.compile(r"[\u0400-\u04ff]"),
    Script.LATIN: re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
TELLTALE = (
    ("kk", re.compile(r"[әұһіӘҰҺІ]")),
    ("tg", re.compile(r"[ӣӯҳҷӢӮҲҶ]")),
    ("tk", re.compile(r"[ýňžÝŇŽ]")),
    ("uz", re.compile(r"[ogOG](?:[ʻ‘ʼ`]|['’](?!s\b)[a-z])")),
    ("tr", re.compile(r"[ğıĞİ]")),
)
"""Letters that only one of our languages writes; seen once, they decide. Case is spelt out: ı is not i."""
DEFAULTS = {Script.CYRILLIC: "ru", Script.LATIN: "en"}
FEWEST_LETTERS = 4


def detect_language(text: str) -> str:
    """The code of the language; Russian or English, by the script, where there are too few letters to tell.

    The script narrows the choice, letters of one language decide, and py3langid chooses among what is left.
    """
    counts = {script: len(pattern.findall(text)) for script, pattern in RANGES.items()}
    script = max(counts, key=lambda candidate: counts[candidate])
    if not counts[script]:
        return DEFAULTS[Script.LATIN]
    if counts[script] < FEWEST_LETTERS and script in DEFAULTS:
        return DEFAULTS[script]
    codes = OF_SCRIPT[script]
    if len(codes) == 1:
        return codes[0]
    for code, letters in TELLTALE:
        if code in codes and letters.search(text):
            return code
    return str(_identifier(codes).classify(text)[0])


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(codes))
    return identifier
