"""What a text says of a reference that nothing here compares: who began it, how it was adopted, what it is about.

It is told as not checked, so that a reference is not confirmed together with a claim that nobody looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.registry import FactName
from corpus.tables import Entry, read_table
from indexer.tokens import words
from references.aspect import Aspect, Context, unchecked
from references.grammar_file import Grammar, NounPosition, Role, any_of, grammar_of, last_match, says_nothing
from references.mention import MentionKind
from references.mentions import NUMBERING_ALIKE
from references.record import UNSEEN, Known, Record
from references.title_check import NAMED
from references.titles_beside import NUMBERED

WORDS = Path(__file__).with_name("said.toml")
BEHIND = 90
BEFORE = 90
OF_HAN = 30
"""Chinese says as much in a third of the signs."""
LONGEST_SUBJECT = 80
SHORTEST_WORD = 4
STOP = re.compile(r"[;:!?。；|]|\.(?=\s|\Z)|\n\s*\n")
PAUSE = re.compile(r"[,،，、]")
WORD = re.compile(r"[^\W\d_]+")
FIGURE = r"(?:\d+|[IVX]+(?!\w)|[一二三四五六七八九十]|الأول|الثاني|الثالث|الرابع|الخامس)"
FIGURE_BEFORE = r"(?<!\d)\d{1,3}(?:[-'’][^\W\d_]{1,5}\s|-?\s?)"
"""A number before its word, with its ending: 5-қосымша, 5-nji goşundy."""
NUMBER = re.compile(r"第?\d")
CAPITAL = r"(?=(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁҒҚҲҶӢӮҢӨҮӘҰІŞÇĞİŇÝŽ]))"
ENDING = " \u00a0-'’"
OPENING = ' \u00a0(«“"№'
OTHER_THAN = {
    MentionKind.RESOLUTION: {Role.DRAFT, Role.DECISION},
    MentionKind.DECISION: {Role.DRAFT, Role.RESOLUTION},
}
PLACES = (FactName.PLACE, FactName.HOST)


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
class _Patterns:
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


def said_aspects(context: Context, record: Record) -> Iterator[Aspect]:
    """Each thing that the text says of the reference and that is not compared, once."""
    grammar, patterns = grammar_of(context.language), _patterns(context.language)
    behind, before = _own_clause(context, grammar), _before(context, grammar)
    own = context.mention.text
    told_behind, told_before = _of_the_reference(grammar, patterns, behind, before)
    begun = told_before if _may_begin(context, grammar) else ""
    if not context.claims:
        yield from _told(patterns.who, context, record, told_behind, own, begun)
    yield from _adopter(context, record, grammar, behind)
    yield from _called(context, record, grammar)
    yield from _told(patterns.how, context, record, told_behind, own, told_before)
    yield from _told(patterns.part, context, record, behind, before)
    if context.mention.kind not in NUMBERED:
        yield from _told(patterns.party, context, record, behind, before)
    if not any(place.value in behind for name in PLACES for place in record.facts(name)):
        yield from _told(patterns.where, context, record, behind)


def subject_aspect(context: Context, record: Record) -> Aspect:
    """The subject that the text gives with a number, unless all its words are in a title on record."""
    patterns = _patterns(context.language)
    grammar, before = grammar_of(context.language), _before(context, None)
    organ = last_match(grammar.organs, before)
    if organ and says_nothing(before[organ.end() :]):
        before = before[: organ.start()]
    match = (
        patterns.after.match(_behind(context, len(context.text)))
        or patterns.before.search(before)
        or patterns.before.search(_inside(context))
    )
    if not match:
        return Aspect()
    titles = [record.title.value, *(fact.value for name in NAMED for fact in record.facts(name))]
    known = {word for title in titles for word in words(title, context.language)}
    said = [word for word in words(match["subject"], context.language) if len(word) >= SHORTEST_WORD]
    if said and known.issuperset(said):
        return Aspect()
    return _unchecked(match[0].strip(" ,،"), record.title)


def _told(pattern: re.Pattern[str], context: Context, record: Record, behind: str, *others: str) -> Iterator[Aspect]:
    """The first that is said, nothing else being joined between it and the reference."""
    grammar, also_with = grammar_of(context.language), _patterns(context.language).also_with
    after = pattern.search(behind)
    found = after if after and not _joins(grammar, also_with.sub(" ", behind[: after.start()])) else None
    for stretch in others:
        before = pattern.search(stretch)
        if found is None and before and not _joins(grammar, also_with.sub(" ", stretch[before.end() :])):
            found = before
    if found:
        yield _unchecked(found[0].strip(), next(iter(record.facts(FactName.ADOPTED_HOW)), UNSEEN))


def _of_the_reference(grammar: Grammar, patterns: _Patterns, behind: str, before: str) -> tuple[str, str]:
    """What is said behind and before of the reference itself, not of what is done under it: "submitted pursuant to"."""
    if grammar.position is NounPosition.AFTER and grammar.language != "zh":
        opening = behind
        for pattern in (grammar.after_number, grammar.nouns):
            noun = pattern.match(opening.lstrip(ENDING))
            opening = opening.lstrip(ENDING)[noun.end() :] if noun else opening
        return ("" if patterns.object_of.match(opening.lstrip(ENDING)) else behind), before
    for governing in patterns.object_of.finditer(before):
        gap = before[governing.end(1) :]
        for pattern in (grammar.paragraph_before, grammar.nouns, grammar.organs, grammar.own):
            gap = pattern.sub(" ", gap)
        if says_nothing(gap):
            return ("" if grammar.language == "zh" else behind), ""
    return behind, before


def _joins(grammar: Grammar, gap: str) -> bool:
    return any(grammar.joiner.fullmatch(word) for word in WORD.findall(gap))


def _adopter(context: Context, record: Record, grammar: Grammar, behind: str) -> Iterator[Aspect]:
    """Another organ that is said to have adopted it: "…, adopted by the Security Council", "the Council adopted …"."""
    mention = context.mention
    if mention.organ not in NUMBERING_ALIKE or mention.organ_written or mention.kind not in NUMBERED:
        return
    start = max(context.since, mention.start - BEFORE)
    ends = [stop.end() for stop in STOP.finditer(context.text, start, mention.start)]
    before = context.text[max(ends, default=start) : mention.start]
    named = list(grammar.organs.finditer(before))[-1:] if not mention.organ_named else []
    subject = [organ for organ in named if not _joins(grammar, before[organ.end() :])]
    adopted = grammar.linked.match(behind) or _patterns(context.language).adopted.search(behind)
    doer = grammar.organs.search(behind) if adopted else None
    for organ in (*([doer] if doer and not _joins(grammar, behind[: doer.start()]) else []), *subject):
        if organ.lastgroup in NUMBERING_ALIKE and organ.lastgroup != mention.organ:
            yield _unchecked(organ[0], record.title)


def _called(context: Context, record: Record, grammar: Grammar) -> Iterator[Aspect]:
    """The word right beside a symbol that makes it another thing: "draft resolution A/RES/77/158"."""
    mention = context.mention
    before, behind = context.text[context.since : mention.start], context.text[mention.end : context.until]
    noun = last_match(grammar.nouns, before)
    if noun and before[noun.end() :].strip(OPENING):
        noun = None
    if noun is None and grammar.position is not NounPosition.BEFORE:
        noun = grammar.nouns.match(behind.lstrip(" \u00a0-"))
    others = OTHER_THAN.get(mention.kind, ()) if not grammar.one_word else (Role.DRAFT,)
    if noun and mention.kind in NUMBERED and noun.lastgroup in others:
        yield _unchecked(noun[0], record.title)


def _unchecked(said: str, known: Known) -> Aspect:
    return unchecked(said, known, f"“{said}” is said of it; that is not compared with the record.", known.value)


def _inside(context: Context) -> str:
    """What stands inside the reference between its date and its number."""
    start, end = context.mention.start, context.mention.end
    _, dated = context.mention.date_span or (start, start)
    numbered = NUMBER.search(context.text, dated, end)
    return context.text[dated : numbered.start()] if numbered and dated > start else ""


def _may_begin(context: Context, grammar: Grammar) -> bool:
    """Whether "the initiative of …" before it speaks of it, and not of a conference that somebody wants to hold."""
    return grammar.position is not NounPosition.BEFORE or not context.mention.instrument


def _behind(context: Context, until: int) -> str:
    """The clause that goes on behind the reference."""
    start = context.mention.end
    clause = context.text[start : min(until, start + _reach(context, BEHIND))]
    stops = [STOP.search(clause), PAUSE.search(clause, 1) if context.language == "zh" else None]
    if grammar_of(context.language).position is NounPosition.BEFORE:
        stops.append(_patterns(context.language).apart.search(clause))
    return clause[: min((stop.start() for stop in stops if stop), default=len(clause))]


def _own_clause(context: Context, grammar: Grammar) -> str:
    """The clause behind, without the words that open the next reference: "…, and Security Council resolution 1325"."""
    clause = _behind(context, context.until)
    if context.mention.end + len(clause) < context.until or context.until == len(context.text):
        return clause
    noun = last_match(grammar.nouns, clause)
    opened = noun is not None and says_nothing(grammar.organs.sub("", clause[noun.end() :]))
    own = clause[: noun.start()] if noun and opened else clause
    organ = last_match(grammar.organs, own)
    return own[: organ.start()] if organ and says_nothing(own[organ.end() :]) else own


def _before(context: Context, grammar: Grammar | None) -> str:
    """The clause before the reference: since the last comma where the noun comes first, else since the last gerund."""
    start = context.mention.start
    clause = context.text[max(context.since, start - _reach(context, BEFORE)) : start]
    pauses = grammar is None or grammar.position is NounPosition.BEFORE or context.language == "zh"
    marks = [*STOP.finditer(clause), *(PAUSE if pauses else _patterns(context.language).apart).finditer(clause)]
    return clause[max((mark.end() for mark in marks), default=0) :]


def _reach(context: Context, longest: int) -> int:
    return OF_HAN if context.language == "zh" else longest


@cache
def _patterns(language: str) -> _Patterns:
    listed = read_table(WORDS, dict[str, SaidWords])[language]
    opening = "" if language == "zh" else r"(?<!\w)"

    def pattern(entries: tuple[str, ...], form: str = "WORDS") -> re.Pattern[str]:
        said = form.replace("WORDS", f"{opening}(?:{any_of(entries)})") if entries else r"(?!)"
        return re.compile(said, re.IGNORECASE)

    subject = rf"(?P<subject>[^,،，;.:!?()\n«“”\"„]{{3,{LONGEST_SUBJECT}}})"
    before = f"WORDS{subject}" if language == "zh" else rf"{subject}\sWORDS\s*\Z"
    months = any_of(tuple(grammar_of(language).month_numbers))
    pauses = "WORDS" if grammar_of(language).position is NounPosition.BEFORE else r"WORDS\s*,"
    return _Patterns(
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
