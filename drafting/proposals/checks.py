"""Every comparison of a proposed statement with its evidence; each gives reasons, and one reason is enough."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.language import language_of
from corpus.registry import date_in_words
from corpus.states import name_of_alpha3, names_of_alpha3
from drafting.claims import references_beyond, references_in
from drafting.consistency import compare_versions
from drafting.denials import denials, denied_beyond
from drafting.figures_said import figures_said
from drafting.groups import group_of
from drafting.names import NameCheck, foreign_figures, foreign_words
from drafting.parties import states_in_any_case, states_named
from drafting.phrases import DRAFT_LANGUAGES
from drafting.proposals.reasons import Reason, Why
from drafting.proposals.request import Request
from drafting.proposals.support import Support
from drafting.proposals.tasks import Task
from drafting.proposals.wordings import WordingCheck
from drafting.quoted import located
from references.checker import ReferenceChecker
from references.quotation_marks import quotations

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
LINK = re.compile(
    r"\w+://\S+|\bwww\.\S+|\S+@\S+\.\w+|(?<!\w)[\w-]+\.(?:com|org|net|int|info|io|ru|kz|uz|tj|kg|tm)\b(?:/\S*)?", re.I
)
NOTE_MARK = re.compile(r"\[\s?\d{1,3}\s?\]|【[^】]*】|\^\d+")
"""What looks like the mark of a footnote: only a verified citation has one."""
SPEECH_WORDS = 3
"""Shorter quotations are terms, which anybody may use."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons that learn from a library once."""

    names: NameCheck
    wordings: WordingCheck


class Checks:
    """The comparisons of one statement with what supports it."""

    def __init__(
        self, request: Request, text: str, support: Support, checker: ReferenceChecker, compared: Compared
    ) -> None:
        self.request, self.text, self.support = request, text, support
        self.language = request.language
        self._checker, self._compared = checker, compared

    def reasons(self) -> Iterator[Reason]:
        """Whatever the evidence does not bear out, one reason a kind."""
        found = (
            (Why.REFERENCES, self._references()),
            (Why.FIGURES, figures_said(self.text, self.language).beyond(self.support.figures)),
            (Why.FIGURES, self._states()),
            (Why.QUOTATION, self._misquoted()),
            (Why.SPEAKER, self._misattributed()),
            (Why.LETTERS, self._foreign()),
            (Why.LINKS, self._links()),
        )
        for why, what in found:
            if what:
                yield Reason(why, ", ".join(date_in_words(value, self.language) for value in what))
        if not WORD.search(self.text):
            yield Reason(Why.NOTHING_SAID)
        if self.language in DRAFT_LANGUAGES:
            yield from self._of_drafts()

    def changed(self, before: str, source_language: str) -> Iterator[Reason]:
        """What a statement that takes another's place has lost of it, or added to it."""
        compared = compare_versions([before], source_language, [self.text], self.language)
        stood, stand = set(states_named(before, source_language)), set(states_named(self.text, self.language))
        missing = [*(value for each in compared for value in each.left), *self._named(stood - stand)]
        added = [*(value for each in compared for value in each.right), *self._named(stand - stood)]
        for why, what in ((Why.MISSING, missing), (Why.ADDED, added)):
            if what:
                yield Reason(why, ", ".join(date_in_words(value, self.language) for value in what))
        lost = [each.text for each in quotations(before) if located(each.text, self.text) is None]
        if lost:
            yield Reason(Why.LOST_QUOTATION, "; ".join(lost))
        denied, denies = denials(before, source_language), denials(self.text, self.language)
        if denied and not denies and self.language in DRAFT_LANGUAGES:
            yield Reason(Why.LOST_DENIAL, ", ".join(map(str, denied)))
        if denies and not denied and source_language in DRAFT_LANGUAGES:
            yield Reason(Why.DENIAL, ", ".join(map(str, denies)))

    def _of_drafts(self) -> Iterator[Reason]:
        """What can be compared in English and Russian only: names and denials."""
        own = group_of(self.request.level)
        speaker = " ".join(own.speaker(self.language).names) if own else ""
        bare = self.text
        for mention in reversed(self._checker.mentions(self.text, self.language)):
            bare = bare[: mention.start] + "," + bare[mention.end :]
        unknown = self._compared.names.beyond(bare, self.language, self.support.texts, self.support.states, speaker)
        if unknown:
            yield Reason(Why.NAMES, ", ".join(unknown))
        yield from self._own_words(bare, speaker, unknown)
        denies = denied_beyond(self.text, self.language, self.support.texts)
        if denies:
            yield Reason(Why.DENIAL, ", ".join(map(str, denies)))

    def _own_words(self, bare: str, speaker: str, names: tuple[str, ...]) -> Iterator[Reason]:
        """Words that are in no evidence; where a statement is turned, those of the one that stood there count too."""
        languages = dict.fromkeys(piece.citation.language for piece in self.support.pieces)
        if self.request.task is Task.TRANSLATE or self.language not in languages:
            other = self.request.source_language or next(iter(languages))
            yield Reason(Why.LANGUAGE, language_of(other).own_name)
            return
        stood = [(each.text, self.language) for each in self.request.standing]
        turned = self.request.task in {Task.SHORTEN, Task.REGISTER}
        texts = (*self.support.texts, *(stood if turned else ()))
        states = (name for state in self.support.states for name in names_of_alpha3(state, self.language))
        allowed = " ".join((speaker, *states))
        own = self._compared.wordings.beyond(bare, self.language, texts, allowed)
        own = tuple(word for word in own if word not in names)
        if own:
            yield Reason(Why.WORDING, ", ".join(own))

    def _references(self) -> tuple[str, ...]:
        """References that the evidence lacks."""
        said = references_in(self._checker, self.text, self.language)
        return tuple(sorted(references_beyond(said, self.support.references)))

    def _states(self) -> tuple[str, ...]:
        """States that the evidence lacks; small letters do not hide one."""
        return self._named(states_in_any_case(self.text, self.language) - self.support.states)

    def _named(self, states: Iterable[str]) -> tuple[str, ...]:
        return tuple(name_of_alpha3(state, self.language) for state in sorted(states))

    def _misquoted(self) -> tuple[str, ...]:
        """Words in quotation marks, however few, that stand nowhere in the evidence."""
        texts = [text for text, _ in self.support.texts]
        return tuple(
            each.text
            for each in quotations(self.text)
            if not each.closed or all(located(each.text, text) is None for text in texts)
        )

    def _misattributed(self) -> tuple[str, ...]:
        """The States a statement names where the words it quotes are another's."""
        said = set(states_named(self.text, self.language))
        for each in quotations(self.text):
            if len(each.text.split()) < SPEECH_WORDS:
                continue
            of = [piece for piece in self.support.pieces if located(each.text, piece.citation.quote) is not None]
            speakers = {state for piece in of for state in piece.states}
            if said and of and all(piece.states for piece in of) and not said & speakers:
                return self._named(said)
        return ()

    def _foreign(self) -> tuple[str, ...]:
        """Words of another alphabet and figures of another kind that do not stand so in the evidence."""
        held = [text for text, _ in self.support.texts]
        strange = dict.fromkeys((*foreign_words(self.text, self.language), *foreign_figures(self.text)))
        return tuple(word for word in strange if not any(word in text for text in held))

    def _links(self) -> tuple[str, ...]:
        held = " ".join(text for text, _ in self.support.texts)
        found = (*LINK.finditer(self.text), *NOTE_MARK.finditer(self.text))
        return tuple(match[0] for match in found if match[0] not in held)
