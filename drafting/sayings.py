"""A passage becomes a statement: in the speaker's voice, attributed to its holder, or as an instrument's decision."""

import re
from dataclasses import dataclass

from corpus.library import Library
from corpus.paragraph import ParagraphKind
from corpus.positions import Stance
from corpus.registry import FactName, Instrument
from corpus.states import name_of_alpha3
from corpus.symbol import Series, Symbol
from corpus.tables import Confidence
from drafting.capitals import lowered
from drafting.draft import Statement, StatementKind
from drafting.groups import Group
from drafting.passage import ABOUT, Passage, day_month_or_year
from drafting.phrases import Phrases, phrases_in
from drafting.register import convert
from drafting.voices import Register
from references.dates import day_in_words
from references.instruments import PLACE, number_in_words
from references.phrases import phrases_of
from references.wording import instrument_in_words, place_in_words

OPERATIVE_VOICES = frozenset({Register.OPERATIVE, Register.HEADS_OF_STATE})


@dataclass(frozen=True, slots=True)
class Sayings:
    """Writes statements in one language."""

    library: Library
    language: str

    @property
    def phrases(self) -> Phrases:
        """The words of the language."""
        return phrases_in(self.language)

    def voiced(self, passage: Passage, register: Register, group: Group, last: bool = False) -> Statement:
        """A paragraph of a declaration turned into a register; word for word, with its place, if in doubt."""
        preambular = passage.paragraph.kind is ParagraphKind.PREAMBULAR
        source = Register.PREAMBULAR if preambular else Register.HEADS_OF_STATE
        turned = convert(passage.quote, passage.paragraph.language, source, register, group, last)
        kind = StatementKind.PREAMBULAR if register is Register.PREAMBULAR else StatementKind.PLAIN
        kind = StatementKind.OPERATIVE if register in OPERATIVE_VOICES else kind
        if turned.marks or passage.paragraph.language != self.language:
            return Statement(self._word_for_word(passage), (passage.citation,), kind)
        return Statement(turned.text, (passage.citation,), kind)

    def is_turned(self, passage: Passage, statement: Statement) -> bool:
        """Whether a voiced statement was turned, not kept word for word."""
        return statement.text != self._word_for_word(passage)

    def attributed(self, passage: Passage) -> Statement:
        """What a State or group said: our note with its label, stance, date and confidence, or its own words quoted."""
        return Statement(self._attribution(passage), (passage.citation,))

    def holder(self, passage: Passage) -> str:
        """Who holds the position: the States by name, else the title of the notes or document."""
        states = passage.evidence.states or passage.paragraph.facets.states
        if len(states) == 1:
            return name_of_alpha3(states[0], self.language)
        return self._title(passage).partition(":")[0]

    def alternative(self, passage: Passage, bracket: str, option: int = 0) -> Statement:
        """The position of one holder as bracketed text that its proposer is to put into words."""
        if passage.is_note:
            confidence = self._confidence(passage)
            text = self.phrases.say(
                "bracket", text=_unclosed(passage.quote), label=passage.ref.label, confidence=confidence
            )
        else:
            text = self._attribution(passage)
        states = passage.evidence.states or passage.paragraph.facets.states
        proposers = states or (self.holder(passage),)
        return Statement(
            text, (passage.citation,), bracketed=True, bracket=bracket, option=option, proposers=tuple(proposers)
        )

    def on_record(self, passage: Passage) -> Statement:
        """What an instrument says at a place, as its organ or as the instrument itself."""
        return Statement(self._record(passage), (passage.citation,))

    def remark(self, passage: Passage, sentence: str) -> Statement:
        """A note on what several States have in common, on where they differ, or on a figure, under a set phrase."""
        text = self.phrases.say(
            sentence, text=_unclosed(passage.quote), label=passage.ref.label, confidence=self._confidence(passage)
        )
        return Statement(_closed(text), (passage.citation,))

    def _attribution(self, passage: Passage) -> str:
        if not passage.is_note:
            quote = self.phrases.quoted.format(text=passage.quote)
            title = self._title(passage)
            place = place_in_words(passage.paragraph, self.language) or passage.ref.label
            return self.phrases.say("said", holder=self.holder(passage), title=f"{title}, {place}", quote=quote)
        dated = day_month_or_year(passage.date, self.language)
        return self.phrases.say(
            "attributed",
            holder=self.holder(passage),
            stance=self.phrases.stances[Stance(passage.evidence.stance)],
            dated=self.phrases.say("dated", date=dated) if dated else "",
            label=passage.ref.label,
            confidence=self._confidence(passage),
            text=lowered(passage.quote, self.language),
        )

    def _record(self, passage: Passage) -> str:
        instrument = self.library.instrument(passage.ref.document.removeprefix("registry:"))
        if instrument is None:
            return self._word_for_word(passage)
        if passage.ref.label == ABOUT:
            return passage.quote
        if not passage.is_note:
            quote = self.phrases.quoted.format(text=passage.quote)
            name = instrument_in_words(instrument, self.language)
            return self.phrases.say(
                "official", name=name, place=place_in_words(passage.paragraph, self.language), quote=quote
            )
        text = self._by_organ(passage, instrument) or self._by_name(passage, instrument)
        is_low = passage.paragraph.confidence == Confidence.LOW
        return self.phrases.say("low", text=_unclosed(text)) + "." if is_low else text

    def _by_organ(self, passage: Passage, instrument: Instrument) -> str:
        """As in “In paragraph 5 of its resolution 77/158, the General Assembly invites …”; empty where it cannot be."""
        label = passage.ref.label.partition(" · ")[0]
        place = PLACE.fullmatch(label) if label.startswith(("OP", "PP")) else None
        verb = re.match(rf"{self.phrases.verb_ending}(?![\w-])", lowered(passage.quote, self.language))
        if instrument.body not in self.phrases.organs or not instrument.symbol or not verb:
            return ""
        symbol = Symbol.parse(instrument.symbol)
        if symbol.series is not Series.RESOLUTION or not (place or label.startswith("note ")):
            return ""
        values = {
            "organ": self.phrases.organs[instrument.body],
            "text": lowered(passage.quote, self.language),
            **self.numbered(instrument),
        }
        if not place:
            return self.phrases.say("organ_whole", **values)
        name = "preambular" if place["preambular"] else "subparagraph" if place["letter"] else "paragraph"
        number = place["preambular"] or place["number"]
        return self.phrases.say(
            "organ",
            place=self.phrases.say(name, number=number, letter=place["letter"] or ""),
            **values,
        )

    def numbered(self, instrument: Instrument) -> dict[str, str]:
        """The number, date and title of a resolution, to fill into a sentence."""
        adopted = instrument.facts(FactName.ADOPTED_ON)
        day = day_in_words(adopted[0].value, self.language) if adopted else ""
        titles = instrument.facts(FactName.TITLE, self.language)
        # A title with quotation marks of its own would nest them; the number names the resolution all the same.
        trusted = titles and titles[0].confidence is not Confidence.LOW and not set('“«"') & set(titles[0].value)
        return {
            "number": number_in_words(Symbol.parse(instrument.symbol), phrases_of(self.language)),
            "dated": self.phrases.say("resolution_dated", date=day) if day else "",
            "titled": self.phrases.say("titled", title=titles[0].value) if trusted else "",
        }

    def _by_name(self, passage: Passage, instrument: Instrument) -> str:
        name = instrument_in_words(instrument, self.language)
        place = place_in_words(passage.paragraph, self.language)
        label = passage.ref.label
        place = place or (label if not label.startswith(("note ", ABOUT)) else "")
        place = place.replace("annex", phrases_of(self.language).place.annex)
        place = place.replace("target", self.phrases.say("target"))
        values = {"name": name[:1].upper() + name[1:], "text": lowered(passage.quote, self.language)}
        return (
            self.phrases.say("instrument_place", place=place, **values)
            if place
            else self.phrases.say("instrument", **values)
        )

    def _word_for_word(self, passage: Passage) -> str:
        quote = self.phrases.quoted.format(text=passage.quote)
        place = place_in_words(passage.paragraph, self.language) or passage.ref.label
        return self.phrases.say("official", name=self._title(passage), place=place, quote=quote)

    def _title(self, passage: Passage) -> str:
        declared = next((known for known in self.library.declarations if known.id == passage.ref.document), None)
        if declared:
            return declared.names[self.language]
        document = self.library.document(passage.ref.document, passage.paragraph.language)
        return document.title or document.symbol or document.id

    def _confidence(self, passage: Passage) -> str:
        return self.phrases.confidence[Confidence(passage.paragraph.confidence or Confidence.UNKNOWN)]


def _unclosed(text: str) -> str:
    return text.rstrip().removesuffix(".")


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
