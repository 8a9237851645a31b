"""Organs named beside a number: "resolution 70/1 of the General Assembly", "the Council, in its resolution 2017/4"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from references.grammar_file import Grammar, NounPosition, articles_at_end, small_words

AFTER_WINDOW = 120
BEFORE_WINDOW = 90
GAP = 40
SUBJECT_GAP = 8
OWN_WINDOW = 16
OTHER = "OTHER"
"""A body that numbers its texts like one of ours: the Commission on Narcotic Drugs, a government."""
APART = re.compile(r"[\d,;:.、，]")
SPACES = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class NamedOrgan:
    """The name of an organ, and where it stands."""

    start: int
    end: int
    organ: str


def organs_between(grammar: Grammar, plain: str, start: int, end: int) -> Iterator[NamedOrgan]:
    """Organs named between two places; a longer name that begins inside a shorter one is the one meant."""
    position = start
    while position < end:
        match = grammar.organs.search(plain, position, end)
        if not match:
            return
        inner = grammar.organs.search(plain, match.start() + 1, end)
        if inner and inner.start() < match.end() < inner.end():
            match = inner
        yield NamedOrgan(match.start(), match.end(), match.lastgroup or "")
        position = match.end()


def organs_after(grammar: Grammar, plain: str, position: int, end: int) -> Iterator[NamedOrgan]:
    """Organs right behind a number, "70/1 of the General Assembly"; one may stand within the name of another."""
    if grammar.position is NounPosition.AFTER:
        return
    for organ in organs_between(grammar, plain, position, min(end, position + AFTER_WINDOW)):
        if small_words().sub("", plain[position : organ.start]).strip():
            return
        following = SPACES.match(plain, organ.end)
        if grammar.position is NounPosition.BEFORE and following and grammar.nouns.match(plain, following.end()):
            return  # it opens the next reference: "…, and Security Council resolution 1325 (2000)"
        yield organ
        position = organ.end


def organs_before(grammar: Grammar, plain: str, sentence: int, left: int) -> Iterator[NamedOrgan]:
    """Organs just before a reference, or the subject that "its resolution" belongs to; the nearest first."""
    own = grammar.own.search(plain, max(sentence, left - OWN_WINDOW), left)
    found = list(organs_between(grammar, plain, max(sentence, left - BEFORE_WINDOW), left))
    for organ in reversed(found):
        between = plain[organ.end : left]
        is_subject = own and (organ.organ != OTHER or own.start() - organ.end <= SUBJECT_GAP)
        is_beside = len(between) <= GAP and not APART.search(between)
        if organ.organ == OTHER and grammar.joiner.search(articles_at_end().sub("", between)):
            is_beside = False  # two things of one list: "the Commission on … and resolution 47/191"
        if is_subject or is_beside:
            yield organ
