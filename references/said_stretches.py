"""The stretches of a text around a reference in which it may say something of it."""

import re

from references.aspect import Context
from references.grammar_file import Grammar, NounPosition, grammar_of, last_match, says_nothing
from references.said_words import said_patterns

BEHIND = 90
BEFORE = 90
OF_HAN = 30
"""Chinese says as much in a third of the signs."""
STOP = re.compile(r"[;:!?。；|]|\.(?=\s|\Z)|\n\s*\n")
PAUSE = re.compile(r"[,،，、]")
NUMBER = re.compile(r"第?\d")


def words_inside(context: Context) -> str:
    """What stands inside the reference between its date and its number."""
    start, end = context.mention.start, context.mention.end
    _, dated = context.mention.date_span or (start, start)
    numbered = NUMBER.search(context.text, dated, end)
    return context.text[dated : numbered.start()] if numbered and dated > start else ""


def clause_behind(context: Context, until: int) -> str:
    """The clause that goes on behind the reference."""
    start = context.mention.end
    clause = context.text[start : min(until, start + _reach(context, BEHIND))]
    stops = [STOP.search(clause), PAUSE.search(clause, 1) if context.language == "zh" else None]
    if grammar_of(context.language).position is NounPosition.BEFORE:
        stops.append(said_patterns(context.language).apart.search(clause))
    return clause[: min((stop.start() for stop in stops if stop), default=len(clause))]


def own_clause(context: Context, grammar: Grammar) -> str:
    """The clause behind, without the words that open the next reference: "…, and Security Council resolution 1325"."""
    clause = clause_behind(context, context.until)
    if context.mention.end + len(clause) < context.until or context.until == len(context.text):
        return clause
    noun = last_match(grammar.nouns, clause)
    opened = noun is not None and says_nothing(grammar.organs.sub("", clause[noun.end() :]))
    own = clause[: noun.start()] if noun and opened else clause
    organ = last_match(grammar.organs, own)
    return own[: organ.start()] if organ and says_nothing(own[organ.end() :]) else own


def sentence_before(context: Context) -> str:
    """The sentence before the reference, as far as it is the reference's own."""
    start = max(context.since, context.mention.start - BEFORE)
    ends = [stop.end() for stop in STOP.finditer(context.text, start, context.mention.start)]
    return context.text[max(ends, default=start) : context.mention.start]


def clause_before(context: Context, grammar: Grammar | None) -> str:
    """The clause before the reference: since the last comma where the noun comes first, else since the last gerund."""
    start = context.mention.start
    clause = context.text[max(context.since, start - _reach(context, BEFORE)) : start]
    pauses = grammar is None or grammar.position is NounPosition.BEFORE or context.language == "zh"
    marks = [*STOP.finditer(clause), *(PAUSE if pauses else said_patterns(context.language).apart).finditer(clause)]
    return clause[max((mark.end() for mark in marks), default=0) :]


def _reach(context: Context, longest: int) -> int:
    return OF_HAN if context.language == "zh" else longest
