"""Which of the twelve languages a query or a document is in."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
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
TELLTALE_CYRILLIC = (("uz", re.compile(r"[ўЎ]")), ("tk", re.compile(r"[җҖ]")))
"""Uzbek and Turkmen in the Cyrillic letters that they were written in before; documents still come so."""
DEFAULTS = {Script.CYRILLIC: "ru", Script.LATIN: "en"}
FEWEST_LETTERS = 4
KNOWN_WORDS_WEIGHT = 1.5
"""Measured on the benchmark questions and on three- and four-word stretches of news: 0 gives 0.944 and 0.967, 1.5 gives
0.975 and 0.974, 3 gives 0.975 and 0.960."""
ONE_WORD_BONUS = 0.5
STRETCH, STRETCHES = 600, 9
TELLTALE_SHARE, RARE_SHARE = 0.01, 0.003
"""Of a language's own letters in running text; a quoted name stays below."""
SURELY_OTHER, MOSTLY, GOOD_PART = 0.95, 0.6, 0.2

KnownShare = Callable[[str, str], float]
"""The share of a text's words, 0 to 1, that are known to occur in texts of a language."""


def detect_language(text: str, known_share: KnownShare) -> str:
    """The code of the language; Russian or English, by the script, where there is too little to tell.

    The script narrows the choice, letters of one language decide, and py3langid and the words that our own texts use
    choose among what is left. A single word, often the same in several languages, leans to Russian or English.
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
    likely = dict(_identifier(codes).rank(text))
    bonus = ONE_WORD_BONUS if len(text.split()) == 1 else 0.0

    def evidence(code: str) -> float:
        leaning = bonus if code == DEFAULTS.get(script) else 0.0
        return float(likely[code]) + KNOWN_WORDS_WEIGHT * known_share(text, code) + leaning

    return max(codes, key=evidence)


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(codes))
    return identifier


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """The language of a longer text: one of the twelve, how sure that is (0 to 1), and what else it may be.

    `other` is the code of a language outside the twelve that fits much better, empty where there is none. `also` are
    others of the twelve in which a good part of the text is.
    """

    code: str
    certainty: float
    other: str = ""
    also: tuple[str, ...] = ()


def detect_document_language(text: str) -> DetectedLanguage:
    """The language of a document, judged on several stretches of it; a name in another alphabet does not decide."""
    stretches = _stretches(text)
    weights: dict[str, float] = defaultdict(float)
    foreign: dict[str, float] = defaultdict(float)
    for stretch in stretches:
        for code, share in _ranked(stretch).items():
            weights[code] += share / len(stretches)
        code, certainty = _anything().classify(stretch)
        if code not in LANGUAGES and certainty > SURELY_OTHER:
            foreign[code] += 1 / len(stretches)
    if not weights:
        return DetectedLanguage(DEFAULTS[Script.LATIN], 0.0)
    best = max(weights, key=lambda code: weights[code])
    other = max(foreign, key=lambda code: foreign[code], default="")
    also = tuple(sorted(code for code, share in weights.items() if code != best and share > GOOD_PART))
    return DetectedLanguage(best, round(weights[best], 3), other if foreign.get(other, 0.0) > MOSTLY else "", also)


def _stretches(text: str) -> list[str]:
    """Up to nine stretches with letters in them, from all over the text."""
    step = max(1, (len(text) - STRETCH) // (STRETCHES - 1)) if len(text) > STRETCH else len(text) or 1
    cut = [text[start : start + STRETCH] for start in range(0, len(text), step)][:STRETCHES]
    return [one for one in cut if sum(character.isalpha() for character in one) >= min(STRETCH, len(one)) // 3]


def _ranked(stretch: str) -> dict[str, float]:
    """How likely each language of the stretch's script is; frequent letters that only one language writes decide."""
    counts = {script: len(pattern.findall(stretch)) for script, pattern in RANGES.items()}
    script = max(counts, key=lambda candidate: counts[candidate])
    codes = OF_SCRIPT[script]
    own_letters = [(code, letters, TELLTALE_SHARE) for code, letters in TELLTALE if code in codes]
    if script is Script.CYRILLIC:
        own_letters = [(code, letters, RARE_SHARE) for code, letters in TELLTALE_CYRILLIC] + own_letters
    for code, letters, share in own_letters:
        if len(letters.findall(stretch)) > share * counts[script]:
            return {code: 1.0}
    return {code: float(share) for code, share in _identifier(codes).rank(stretch)}


@cache
def _anything() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
