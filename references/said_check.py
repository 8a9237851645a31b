"""What a text says of a reference that nothing here compares: who began it, how it was adopted, what it is about.

It is told as not checked, so that a reference is not confirmed together with a claim that nobody looked at.
"""

import re
from collections.abc import Iterator

from corpus.registry import FactName
from indexer.tokens import words
from references.aspect import Aspect, Context, unchecked
from references.grammar_file import Grammar, NounPosition, Role, grammar_of, last_match, says_nothing
from references.mention import MentionKind
from references.mentions import NUMBERING_ALIKE
from references.record import UNSEEN, Known, Record
from references.said_stretches import clause_before, clause_behind, own_clause, sentence_before, words_inside
from references.said_words import SaidPatterns, said_patterns
from references.title_check import NAMED
from references.titles_beside import NUMBERED

SHORTEST_WORD = 4
WORD = re.compile(r"[^\W\d_]+")
ENDING = " \u00a0-'’"
OPENING = ' \u00a0(«“"№'
OTHER_THAN = {
    MentionKind.RESOLUTION: {Role.DRAFT, Role.DECISION},
    MentionKind.DECISION: {Role.DRAFT, Role.RESOLUTION},
}
PLACES = (FactName.PLACE, FactName.HOST)


def said_aspects(context: Context, record: Record) -> Iterator[Aspect]:
    """Each thing that the text says of the reference and that is not compared, once."""
    grammar, patterns = grammar_of(context.language), said_patterns(context.language)
    behind, before = own_clause(context, grammar), clause_before(context, grammar)
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
    patterns = said_patterns(context.language)
    grammar, before = grammar_of(context.language), clause_before(context, None)
    organ = last_match(grammar.organs, before)
    if organ and says_nothing(before[organ.end() :]):
        before = before[: organ.start()]
    match = (
        patterns.after.match(clause_behind(context, len(context.text)))
        or patterns.before.search(before)
        or patterns.before.search(words_inside(context))
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
    grammar, also_with = grammar_of(context.language), said_patterns(context.language).also_with
    after = pattern.search(behind)
    found = after if after and not _joins(grammar, also_with.sub(" ", behind[: after.start()])) else None
    for stretch in others:
        before = pattern.search(stretch)
        if found is None and before and not _joins(grammar, also_with.sub(" ", stretch[before.end() :])):
            found = before
    if found:
        yield _unchecked(found[0].strip(), next(iter(record.facts(FactName.ADOPTED_HOW)), UNSEEN))


def _of_the_reference(grammar: Grammar, patterns: SaidPatterns, behind: str, before: str) -> tuple[str, str]:
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
    before = sentence_before(context)
    named = last_match(grammar.organs, before) if not mention.organ_named else None
    subject = [named] if named and not _joins(grammar, before[named.end() :]) else []
    adopted = grammar.linked.match(behind) or said_patterns(context.language).adopted.search(behind)
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
