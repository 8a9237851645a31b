"""Agreed language: what official texts already say on an idea, the newest first, and how strong their verbs are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import TextKind
from corpus.library import Library
from drafting.draft import Statement
from drafting.likeness import content
from drafting.passage import ABOUT, Passage
from drafting.phrases import phrases_in
from drafting.strength import VerbUse, strength_of
from drafting.verb_patterns import patterns_of
from drafting.verbs import LADDER, Shape, verbs
from references.wording import instrument_in_words, place_in_words

FINITE = frozenset({Shape.PLAIN, Shape.THIRD, Shape.THIRD_PLURAL})
SAME_IDEA = 0.25
"""Share of the shorter paragraph's words from which on two paragraphs may be on one idea."""


@dataclass(frozen=True, slots=True)
class Formulation:
    """One wording on record, and the verb that asks or governs there, where the table of verbs knows it."""

    passage: Passage
    verb: VerbUse | None


def formulations(passages: Iterable[Passage]) -> tuple[Formulation, ...]:
    """The wordings on record among the passages, the newest first; positions of single States are none."""
    on_record = [passage for passage in passages if passage.kind is not TextKind.POSITION and _has_place(passage)]
    newest = sorted(on_record, key=lambda passage: passage.date, reverse=True)
    return tuple(Formulation(passage, asking_verb(passage.quote, passage.paragraph.language)) for passage in newest)


def asking_verb(text: str, language: str) -> VerbUse | None:
    """The verb on the ladder of what others are asked to do; where none stands there, the verb that governs."""
    governing = strength_of(text, language)
    if governing and governing.kind in LADDER:
        return governing
    if language not in {"en", "ru"}:
        return governing
    for found in patterns_of(language).within(text, FINITE):
        verb = verbs()[found.verb]
        if verb.kind in LADDER:
            words = text[found.start : found.end]
            return VerbUse(found.verb, verb.kind, verb.strength, verb.settled_stance, found.start, found.end, words)
    return governing


def weighed(library: Library, own: Sequence[Passage], others: Sequence[Passage], language: str) -> Statement | None:
    """The pair of wordings on one idea whose verbs ask for something with different strength, in one sentence.

    Nothing where no other wording is near enough, or the verbs do not stand on the ladder.
    """
    best: tuple[float, Formulation, Formulation] | None = None
    for ours in formulations(own):
        for other in formulations(others):
            near = _nearness(ours.passage, other.passage)
            if _on_the_ladder(ours, other) and near >= SAME_IDEA and (best is None or near > best[0]):
                best = (near, ours, other)
    return _sentence(library, best[1], best[2], language) if best else None


def _has_place(passage: Passage) -> bool:
    """Whether it is known where the wording stands; a note without a place only tells of it."""
    return not passage.ref.label.startswith(("note ", ABOUT))


def _nearness(one: Passage, other: Passage) -> float:
    first, second = (content(each.quote, each.paragraph.language) for each in (one, other))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _on_the_ladder(one: Formulation, other: Formulation) -> bool:
    return bool(one.verb and other.verb and {one.verb.kind, other.verb.kind} <= LADDER)


def _sentence(library: Library, ours: Formulation, other: Formulation, language: str) -> Statement | None:
    phrases = phrases_in(language)
    if ours.verb is None or other.verb is None:
        return None
    difference = other.verb.strength - ours.verb.strength
    relation = "stronger" if difference > 0 else "weaker" if difference < 0 else "equal"
    text = phrases.say(
        "weighed",
        first=_named(library, ours.passage, language),
        first_words=phrases.quoted.format(text=ours.verb.words.lower()),
        second=_named(library, other.passage, language),
        second_words=phrases.quoted.format(text=other.verb.words.lower()),
        relation=phrases.say(relation),
    )
    return Statement(text, (ours.passage.citation, other.passage.citation))


def _named(library: Library, passage: Passage, language: str) -> str:
    declared = next((known for known in library.declarations if known.id == passage.ref.document), None)
    instrument = library.instrument(passage.ref.document.removeprefix("registry:"))
    name = passage.ref.document
    if declared:
        name = declared.names[language]
    elif instrument:
        name = instrument_in_words(instrument, language)
    place = place_in_words(passage.paragraph, language)
    return f"{name}, {place}" if place else name
