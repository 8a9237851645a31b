"""The verb that governs a paragraph: what it does, how strong it is, which stance it settles."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.language import language_of
from corpus.positions import Stance
from drafting.governing import NUMBER
from drafting.groups import groups
from drafting.verb_patterns import VerbFound, VerbPatterns, patterns_of, spaced, words_pattern
from drafting.verbs import FOLDER, Shape, VerbKind, counterparts, verbs

MOSTLY = 0.8
"""A form counts for a verb where it stands for one kind and strength in at least this share of the lines read."""
FINITE = frozenset({Shape.PLAIN, Shape.THIRD, Shape.THIRD_PLURAL})
CONDITIONAL = frozenset({Stance.SUPPORTS, Stance.COMMITS, Stance.PROPOSES})
ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
NAMED = re.compile(
    r"(?:\A|[.,;]\s+)(?!(?:That|This|These|Those|It|Which|What|There|They|He|She|Это|Оно|Они|Он|Она)\b)(?:[A-ZА-ЯЁ][\w’-]*\s+){1,4}\Z"
)
"""A name of one to four capital words that opens a clause: "Kazakhstan", "In Awaza, Bolivia"."""
DENIED = re.compile(r"(?<!\w)(?:не|ни|not|neither|nor)\s+\Z", re.IGNORECASE)
NUMBER_BEFORE = re.compile(r"\s*(?:[\d١-٩٠]{1,3}\s?[.\-]\s*|\(?\w{1,3}\)\s+)?")
HAN_BEFORE = re.compile(rf"{NUMBER_BEFORE.pattern}[又还并也再]?")
"""Numbers of paragraphs, and the signs for "also" and "further" that stand before a Chinese verb."""


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb of drafting where it governs a paragraph.

    `verb` is the concept's id; `strength` is 0 to 5 within `kind` (0 is the weakest rung, not "none"); `stance` is what
    the verb alone settles, or None. `start` and `end` index the paragraph; `words` stands there.
    """

    verb: str
    kind: VerbKind
    strength: int
    stance: Stance | None
    start: int
    end: int
    words: str


def strength_of(text: str, language: str) -> VerbUse | None:
    """The drafting verb that opens or governs a paragraph; none where the table knows none there.

    Russian and English texts are read in every register; of the other official languages only the openings whose
    meaning the aligned texts settle.

    Raises:
        NotHeld: the language is not one of the twelve.
    """
    code = language_of(language).code
    if (FOLDER / f"{code}.toml").is_file():
        found = _governing(text, code)
        return _use(text, code, found) if found else None
    return _official(text, code) if code in counterparts() else None


@cache
def _subjects(language: str) -> re.Pattern[str]:
    """What may stand before the verb of a paragraph: who speaks."""
    words = patterns_of(language).words
    names = [name for group in groups().values() for name in group.speaker(language).names]
    spoken = [*names, *words.organs, words.we, *(["I"] if language == "en" else ["я"])]
    inserted = words_pattern(words.insertions)
    speaker = rf"{words_pattern(spoken)}(?!\w)(?:,[^,.]{{1,80}},)?,?\s+"
    return re.compile(rf"(?:{inserted},?\s+)*(?:{speaker})?", re.IGNORECASE)


def _governing(text: str, language: str) -> VerbFound | None:
    patterns = patterns_of(language)
    number = NUMBER.match(text)
    place = number.end() if number else 0
    before = _subjects(language).match(text, place)
    opening = patterns.at(text, before.end() if before else place, FINITE | {Shape.PARTICIPLE})
    if opening and (opening.shape is not Shape.PARTICIPLE or text.rstrip().endswith(",")):
        return opening
    finite = next(_after_subject(text, language, patterns), None)
    return finite or opening


def _after_subject(text: str, language: str, patterns: VerbPatterns) -> Iterator[VerbFound]:
    """Verbs that follow "we", a group, or (in the third person) a name; denied ones do not count."""
    names = [name for group in groups().values() for name in group.speaker(language).names]
    spoken = re.compile(rf"(?<!\w){words_pattern([patterns.words.we, *names])},?\s+\Z", re.IGNORECASE)
    participial = patterns.at(text, 0, frozenset({Shape.PARTICIPLE})) is not None
    for found in patterns.within(text, FINITE):
        before = text[: found.start]
        by_name = found.shape is not Shape.PLAIN and NAMED.search(before)
        by_form = found.shape is Shape.PLAIN and language == "ru"
        after_clause = participial and before.rstrip().endswith(",")
        if not DENIED.search(before) and (spoken.search(before) or by_name or by_form or after_clause):
            yield found


def _use(text: str, language: str, found: VerbFound) -> VerbUse:
    verb = verbs()[found.verb]
    conditions = patterns_of(language).words.conditions
    stance = verb.settled_stance
    if stance in CONDITIONAL and re.search(words_pattern(conditions), text[found.end :], re.IGNORECASE):
        stance = Stance.CONDITIONAL
    words = text[found.start : found.end]
    return VerbUse(found.verb, verb.kind, verb.strength, stance, found.start, found.end, words)


def _official(text: str, language: str) -> VerbUse | None:
    """The opening of a paragraph in Arabic, Chinese, French or Spanish, by the counterparts read."""
    before = (HAN_BEFORE if language == "zh" else NUMBER_BEFORE).match(text)
    place = before.end() if before else 0
    for form, verb in _openings(language):
        match = form.match(text, place)
        if match:
            if not verb:
                return None
            known = verbs()[verb]
            return VerbUse(verb, known.kind, known.strength, known.settled_stance, place, match.end(), match[0])
    return None


@cache
def _openings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms that open paragraphs, the longest first, each with its verb, or empty where it stands for several."""
    lines: dict[str, dict[tuple[VerbKind, int], int]] = defaultdict(lambda: defaultdict(int))
    named: dict[tuple[str, tuple[VerbKind, int]], str] = {}
    table = counterparts()[language]
    for row in (*table.operative, *table.preambular):
        form = ARABIC_MARKS.sub("", row.form)
        scale = (verbs()[row.verb].kind, verbs()[row.verb].strength)
        lines[form][scale] += len(row.lines)
        named.setdefault((form, scale), row.verb)
    openings = []
    for form, counts in lines.items():
        scale = max(counts, key=lambda scale: counts[scale])
        settled = counts[scale] / sum(counts.values()) >= MOSTLY
        openings.append((form, named[form, scale] if settled else ""))
    end = "" if language == "zh" else r"(?!\w)"
    return tuple(
        (re.compile(_loose(form, language) + end, re.IGNORECASE), verb)
        for form, verb in sorted(openings, key=lambda opening: -len(opening[0]))
    )


def _loose(form: str, language: str) -> str:
    """A form as a pattern: Arabic with or without the signs written for the eye only."""
    if language == "ar":
        marks = "[\u0640\u064b-\u0652\u0670]*"
        return r"\s+".join(marks.join(map(re.escape, word)) + marks for word in form.split())
    return spaced(form) if language != "fr" else spaced(form).replace("'", "['’]")
