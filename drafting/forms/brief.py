"""A brief: what is on record, why it matters, proposed text, positions, cautions, the private layer."""

from dataclasses import replace

from corpus.states import name_of_alpha3
from drafting.capitals import lowered
from drafting.draft import Level, Section, Statement
from drafting.forms.parts import framing, open_place, private, references, section, with_text
from drafting.formulae import formula
from drafting.material import Material
from drafting.voices import Register


def sections(material: Material) -> tuple[Section, ...]:
    """The sections of a brief, in the order in which a delegate reads them."""
    headings = material.phrases.headings
    reasons, record = material.reasons(), material.record()
    common = [relation.statement for relation in material.common()]
    states = [
        each for state in material.states() if state != material.position.state for each in material.of_state(state)
    ]
    parts = [
        *section(headings["purpose"], _purpose(material)),
        *section(headings["record"], record),
        *section(headings["arguments"], reasons),
        *_texts(material),
        *section(headings["common"], common),
        *section(headings["states"], states),
        *section(headings["others"], material.others()),
        *section(headings["cautions"], [relation.statement for relation in material.cautions()]),
        private(material),
        *section(headings["next"], material.events()),
    ]
    return (*parts, *references(material, parts))


def _purpose(material: Material) -> list[Statement]:
    position, phrases = material.position, material.phrases
    whose = material.speaker.speaker(material.language).name
    topic, asked = material.matrix.topic, position.topic
    written = asked if topic == asked else lowered(topic, material.language)  # a person's own words stand as typed
    lines = [framing(phrases.say("topic", topic=written, whose=whose))]
    item = phrases.say("item", item=position.agenda_item) if position.agenda_item else ""
    body = phrases.say("body", body=position.body) if position.body else ""
    lines.append(framing(item) if item else open_place(phrases.say("item_open")))
    lines.append(framing(body) if body else open_place(phrases.say("body_open")))
    for passage in material.mandate:
        voiced = material.sayings.voiced(passage, Register.GROUP_STATEMENT, material.declarer)
        lines.append(replace(voiced, text=phrases.say("mandate", text=lowered(voiced.text, material.language))))
    return lines if material.mandate else [*lines, open_place(phrases.say("mandate_open"))]


def _texts(material: Material) -> list[Section]:
    found: list[Section] = []
    if material.position.level in {Level.LLDC, Level.G77}:
        found += section(formula("our-position", material.language), _coverage(material))
    for issue in with_text(material):
        heading = material.phrases.headings["text"].format(issue=issue.issue.names[material.language])
        texts = [*issue.clean, *issue.weighed, *issue.bracketed, *issue.placeholders]
        found += section(heading, texts)
    return found


def _coverage(material: Material) -> list[Statement]:
    """Which members of the group the evidence covers."""
    found = material.coverage()
    names = [name_of_alpha3(state, material.language) for state in found.covered]
    total = len(found.covered) + len(found.missing)
    text = material.phrases.say("covered", count=len(names), total=total, states=", ".join(names))
    return [framing(text)] if material.position.level is Level.LLDC and names else []
