"""A draft resolution: a preamble that recalls what is on record, and operative paragraphs with brackets."""

from dataclasses import replace

from corpus.registry import Instrument
from drafting.capitals import lowered
from drafting.draft import Section, Statement, StatementKind
from drafting.forms.parts import framing, operative_of, section, with_text
from drafting.formulae import formula
from drafting.material import Material
from drafting.passage import Passage
from references.wording import instrument_in_words

RECALLED = 6
ORGAN_FORMULAE = {"GA": "general-assembly", "UNEA": "environment-assembly"}


def sections(material: Material) -> tuple[Section, ...]:
    """The preamble and the operative part of a draft resolution."""
    headings = material.phrases.headings
    organ = "UNEA" if "UNEA" in material.position.body.upper() or "ЮНЕА" in material.position.body.upper() else "GA"
    opening = framing(formula(ORGAN_FORMULAE[organ], material.language))
    passages = material.resolutions()[-RECALLED:]
    recalled = [_recalling(material, passage, organ, also=place > 0) for place, passage in enumerate(passages)]
    operative = [text for issue in with_text(material) for text in operative_of(issue)]
    if material.language == "ru":  # operative paragraphs of Russian resolutions open with a small letter
        operative = [each if each.bracketed else replace(each, text=lowered(each.text, "ru")) for each in operative]
    return (
        *section(headings["preamble"], [opening, *material.new([*recalled, *material.left_of_preamble()])]),
        *section(headings["operative"], operative),
    )


def _recalling(material: Material, passage: Passage, organ: str, also: bool) -> Statement:
    """A preambular paragraph that recalls one resolution."""
    instrument = material.library.instrument(passage.place[0])
    text = _recalled(material, instrument, organ, also) if instrument else ""
    return Statement(text, (passage.citation,), StatementKind.PREAMBULAR)


def _recalled(material: Material, instrument: Instrument, organ: str, also: bool) -> str:
    if instrument.body == organ:
        return material.phrases.say("recalling_also" if also else "recalling", **material.sayings.numbered(instrument))
    name = instrument_in_words(instrument, material.language)
    name = name if material.language == "en" else name[:1].lower() + name[1:]
    return material.phrases.say("recalling_other", name=name)
