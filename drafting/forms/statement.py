"""A statement to be read out: courtesies, context, the position in the third person."""

from collections.abc import Iterable
from dataclasses import replace

from drafting.draft import Section, Statement
from drafting.forms.parts import framing, section, text_of, with_text
from drafting.formulae import formula
from drafting.material import Material

CONTEXT = 4


def sections(material: Material) -> tuple[Section, ...]:
    """The sections of a statement on behalf of a group or State."""
    language = material.language
    headings = material.phrases.headings
    behalf = material.speaker.speaker(language).behalf
    opening = (
        framing(formula("thank-mr-chair", language)),
        framing(formula("i-speak-on-behalf", language, speaker=behalf)),
    )
    said = [text for issue in with_text(material) for text in text_of(issue)]
    context = material.reasons(with_figures=False)[:CONTEXT]
    spoken = list(_varied(material, [*context, *said]))
    return (
        Section("", opening),
        *section(headings["context"], spoken[: len(context)]),
        *section(headings["position"], spoken[len(context) :]),
        Section("", (framing(material.phrases.say("closing")),)),
    )


def _varied(material: Material, statements: Iterable[Statement]) -> Iterable[Statement]:
    """The statements with the names of the group taking turns, so that they do not all open alike."""
    names = material.declarer.speaker(material.language).names[:3]
    first = names[0][:1].upper() + names[0][1:]
    turn = 0
    for statement in statements:
        if statement.text.startswith(f"{first} ") and not statement.bracketed:
            name = names[turn % len(names)]
            turn += 1
            yield replace(statement, text=name[:1].upper() + name[1:] + statement.text[len(first) :])
        else:
            yield statement
