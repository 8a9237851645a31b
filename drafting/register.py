"""One paragraph turned between registers: heads of State, operative, preambular, for a group, talking point."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import QueryError
from drafting.governing import Governing, Opening, finder_of
from drafting.groups import Group, groups
from drafting.unturned import Remark, leftovers
from drafting.verb_patterns import spaced, words_pattern
from drafting.verbs import OPEN_PLACE, Shape, Words, language_table
from drafting.voices import OF_AN_ORGAN, Register, Voice, voice
from references.clauses import sentences


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the turned text that a person must look at; `start` and `end` index that text."""

    start: int
    end: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class Converted:
    """The turned paragraph, and what in it could not be turned or is not certain."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edit:
    """What takes the place of a stretch of the source; with a remark, what a person must look at there."""

    start: int
    end: int
    text: str
    remark: Remark | None = None


CLOSING = re.compile(r"\s*(?:[.;,]|[;,]\s+(?:and|и|а также))?\s*\Z")
KEPT_END = re.compile(r"[:!?]\s*\Z")
ABBREVIATED = re.compile(r"(?:\betc|\bi\.e|\bт\.\s?[дп]|\bдр|\bгг?)\.\s*\Z")
ENDS = {Register.OPERATIVE: ";", Register.PREAMBULAR: ","}


def convert(
    text: str, language: str, source: Register, target: Register, group: Group | None = None, last: bool = False
) -> Converted:
    """Turn one Russian or English paragraph from one register into another.

    The opening verb and the verbs that share its subject change, with the words for the subject's own, the capital
    and the closing mark. `group` is who speaks in a statement (the five Central Asian States unless given); `last`
    ends an operative paragraph with a full stop. What is not certain stays as it was and carries a mark; where the
    opening verb is not in the table the whole text does.

    Raises:
        QueryError: the text is empty.
        NotHeld: the language is neither Russian nor English.
    """
    if not text.strip():
        raise QueryError("There is no text to turn. Give one paragraph.")
    words = language_table(language).words
    speaker = (group or groups()["central-asia"]).speaker(language)
    old, new = voice(source, words, speaker), voice(target, words, speaker)
    opening = finder_of(language, old).read(text)
    if not opening.governing:
        first = re.compile(r"[\w-]+").search(text, opening.start)
        span = first.span() if first else (opening.start, len(text))
        return Converted(text, (Mark(*span, Remark.OPENING_UNKNOWN),))
    if source is target:
        return Converted(text)
    found = opening.governing[0].found
    if language_table(language).verbs[found.verb].form(new.shape) is None:
        return Converted(text, (Mark(*found.head, Remark.NO_FORM),))
    lowered = _with_first(text, opening.number_end, capital=False)
    edits = [*_edits(lowered, language, opening, old, new)]
    for start, end, remark in leftovers(lowered, language, opening, old, new):
        if not any(edit.start < end and start < edit.end for edit in edits):
            edits.append(_Edit(start, end, lowered[start:end], remark))
    if target in OF_AN_ORGAN:
        edits += _further_sentences(lowered, edits)
    capital = _opens_with_capital(text[opening.number_end], words, target)
    turned = _apply(lowered, edits)
    return Converted(_closed(_with_first(turned.text, opening.number_end, capital), target, last), turned.marks)


def _with_first(text: str, place: int, capital: bool) -> str:
    """The text with a capital or small letter at a place."""
    letter = text[place : place + 1]
    return text[:place] + (letter.upper() if capital else letter.lower()) + text[place + 1 :]


def _opens_with_capital(given: str, words: Words, target: Register) -> bool:
    """Whether a paragraph opens with a capital: not in a Russian preamble; in a Russian resolution as it did."""
    if target is Register.PREAMBULAR:
        return words.preamble_capital
    return target is not Register.OPERATIVE or words.preamble_capital or given.isupper()


def _edits(text: str, language: str, opening: Opening, source: Voice, target: Voice) -> Iterator[_Edit]:
    """Everything that changes because the subject does."""
    table = language_table(language)
    for place, governing in enumerate(opening.governing):
        form = table.verbs[governing.found.verb].form(target.shape)
        if not governing.certain or form is None:
            start, end = governing.found.head
            kept = Remark.NO_FORM if governing.certain else Remark.SUBJECT_UNCERTAIN
            yield _Edit(start, end, text[start:end], kept)
            continue
        first = place == 0
        subject = _written_subject(governing, first, language, target)
        remark: Remark | None = None
        if first and opening.clause and target.shape is Shape.PARTICIPLE:
            remark = Remark.TWO_PARTICIPLES
        elif _is_pronoun(text, governing, source):
            remark = Remark.PRONOUN_READ
        yield _verb_edit(text, governing, form.text.partition(OPEN_PLACE)[0].strip(), subject, remark)
        yield from _own_words(text, table.words, governing, target)


def _written_subject(governing: Governing, first: bool, language: str, target: Voice) -> str:
    """The word for the subject that stands before a verb in the new register; empty where none does."""
    subject = ""
    if first:
        subject = target.written
    elif governing.subject:
        subject = target.pronoun if target.register in OF_AN_ORGAN or _names_subject(target.register, language) else ""
    elif governing.sentence and _names_subject(target.register, language):
        subject = target.pronoun
    return f"{subject}," if "," in subject else subject


def _names_subject(register: Register, language: str) -> bool:
    """Whether a further sentence names its subject; Russian heads of State leave it to the verb."""
    return register not in OF_AN_ORGAN and not (language == "ru" and register is Register.HEADS_OF_STATE)


def _is_pronoun(text: str, governing: Governing, source: Voice) -> bool:
    """Whether the subject before a verb in the third person is a pronoun, which may mean another."""
    if governing.subject is None or source.shape is Shape.PLAIN:
        return False
    return text[slice(*governing.subject)].casefold() == source.pronoun.casefold()


def _verb_edit(text: str, governing: Governing, form: str, subject: str, remark: Remark | None) -> _Edit:
    """The subject, the words of colour and the verb form in place of what stood there, with the capital it had."""
    found = governing.found
    start = governing.subject[0] if governing.subject else found.start
    given = text[slice(*found.head)]
    if re.search(r"is(?=e|ing)", given) and re.fullmatch(spaced(form), form.replace("iz", "is")):
        form = form.replace("iz", "is")
    coloured = text[found.start : found.head[0]] + form
    if subject:
        coloured = f"{subject} {coloured[:1].lower()}{coloured[1:]}"
    return _Edit(start, found.head[1], _with_first(coloured, 0, text[start].isupper() or coloured[0].isupper()), remark)


def _own_words(text: str, words: Words, governing: Governing, target: Voice) -> Iterator[_Edit]:
    """The possessive and the reflexive right after a verb, where they can only be the subject's own."""
    own = {word for word in (words.own_we, words.own_one, words.own_many) if word}
    selves = {word for word in (words.self_we, words.self_one, words.self_many) if word}
    if not own:
        return
    also = rf"(?:\s+{words_pattern(words.trailing)})*"
    noun = rf"(?=\s+(?:{words_pattern(words.degrees)},?\s+|and\s+)*{words_pattern(words.own_nouns)}\b)"
    possessive = re.compile(rf"{also}\s+(?P<own>{words_pattern(own)}){noun}", re.IGNORECASE)
    reflexive = re.compile(rf"\s+(?P<own>{words_pattern(selves)})\b", re.IGNORECASE)
    for pattern, word in ((possessive, target.own), (reflexive, target.self_word)):
        match = pattern.match(text, governing.found.head[1])
        if match:
            yield _Edit(*match.span("own"), word)


def _further_sentences(text: str, edits: list[_Edit]) -> list[_Edit]:
    """A mark on the first word of each sentence after the first: such a paragraph is one sentence."""
    marked = []
    for start, end in list(sentences(text))[1:]:
        word = re.compile(r"\w+").search(text, start, end)
        if word and not any(edit.start <= word.start() < edit.end for edit in edits):
            marked.append(_Edit(*word.span(), word[0], Remark.SECOND_SENTENCE))
    return marked


def _apply(text: str, edits: list[_Edit]) -> Converted:
    """The text with the edits made, and the marks where they then stand."""
    out: list[str] = []
    marks: list[Mark] = []
    position = length = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        kept = text[position : edit.start]
        out += [kept, edit.text]
        length += len(kept)
        if edit.remark:
            marks.append(Mark(length, length + len(edit.text), edit.remark))
        length += len(edit.text)
        position = edit.end
    return Converted("".join([*out, text[position:]]), tuple(marks))


def _closed(text: str, target: Register, last: bool) -> str:
    """The paragraph with the closing mark of its register; a colon, which opens a list, stays."""
    if KEPT_END.search(text):
        return text.rstrip()
    end = "." if last else ENDS.get(target, ".")
    if ABBREVIATED.search(text):
        return text.rstrip() + ("" if end == "." else end)
    return CLOSING.sub("", text) + end
