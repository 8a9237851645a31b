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
FIGURE = r"(?:\d+|[IVX]+(?!\w))"
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
    about: tuple[str, ...]
    about_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The same as patterns; `after` and `before` have the group `subject`."""

    who: re.Pattern[str]
    how: re.Pattern[str]
    where: re.Pattern[str]
    part: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]


def said_aspects(context: Context, record: Record) -> Iterator[Aspect]:
    """Each thing that the text says of the reference and that is not compared, once."""
    grammar, patterns = grammar_of(context.language), _patterns(context.language)
    behind, before = _own_clause(context, grammar), _before(context, grammar)
    begun = before if _may_begin(context, grammar) else ""
    own = context.mention.text
    if not context.claims:
        yield from _told(patterns.who, record, grammar, behind, begun)
    yield from _adopter(context, record, grammar, behind)
    yield from _called(context, record, grammar)
    yield from _told(patterns.how, record, grammar, behind, own, before)
    yield from _told(patterns.part, record, grammar, behind, before)
    if not any(place.value in behind for name in PLACES for place in record.facts(name)):
        yield from _told(patterns.where, record, grammar, behind)


def subject_aspect(context: Context, record: Record) -> Aspect:
    """The subject that the text gives with a number, unless all its words are in a title on record."""
    patterns = _patterns(context.language)
    match = patterns.after.match(_behind(context, len(context.text))) or patterns.before.search(_before(context, None))
    if not match:
        return Aspect()
    titles = [record.title.value, *(fact.value for name in NAMED for fact in record.facts(name))]
    known = {word for title in titles for word in words(title, context.language)}
    said = [word for word in words(match["subject"], context.language) if len(word) >= SHORTEST_WORD]
    if said and known.issuperset(said):
        return Aspect()
    return _unchecked(match[0].strip(" ,،"), record.title)


def _told(pattern: re.Pattern[str], record: Record, grammar: Grammar, behind: str, *others: str) -> Iterator[Aspect]:
    """The first that is said, nothing else being joined between it and the reference."""
    after = pattern.search(behind)
    found = after if after and not _joins(grammar, behind[: after.start()]) else None
    for stretch in others:
        before = pattern.search(stretch)
        if found is None and before and not _joins(grammar, stretch[before.end() :]):
            found = before
    if found:
        yield _unchecked(found[0].strip(), next(iter(record.facts(FactName.ADOPTED_HOW)), UNSEEN))


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
    adopted = grammar.linked.match(behind)
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


def _may_begin(context: Context, grammar: Grammar) -> bool:
    """Whether "the initiative of …" before it speaks of it, and not of a conference that somebody wants to hold."""
    return grammar.position is not NounPosition.BEFORE or not context.mention.instrument


def _behind(context: Context, until: int) -> str:
    """The clause that goes on behind the reference."""
    start = context.mention.end
    clause = context.text[start : min(until, start + _reach(context, BEHIND))]
    stop = STOP.search(clause) or (PAUSE.search(clause, 1) if context.language == "zh" else None)
    return clause[: stop.start()] if stop else clause


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
    """The clause before the reference, where the noun comes first only since the last comma."""
    start = context.mention.start
    clause = context.text[max(context.since, start - _reach(context, BEFORE)) : start]
    pauses = grammar is None or grammar.position is NounPosition.BEFORE or context.language == "zh"
    marks = [*STOP.finditer(clause), *(PAUSE.finditer(clause) if pauses else ())]
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

    subject = rf"(?P<subject>[^,،，;.:!?()\n«“\"„]{{3,{LONGEST_SUBJECT}}})"
    before = f"WORDS{subject}" if language == "zh" else rf"{subject}\sWORDS\s*\Z"
    return _Patterns(
        who=pattern(listed.who),
        how=pattern(listed.how),
        where=pattern(listed.where, r"WORDS\s+(?!\d)"),
        part=pattern(listed.part, rf"WORDS\s?{FIGURE}|(?<!\d)\d{{1,3}}-?(?:\s|(?=\w))(?:{any_of(listed.part)})"),
        after=pattern(listed.about, rf"\s*,?\s*WORDS\s+{subject}"),
        before=pattern(listed.about_before, before),
    )
