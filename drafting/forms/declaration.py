"""A draft declaration of Heads of State: opening, preamble, numbered paragraphs in the first person plural."""

from drafting.draft import Level, Section
from drafting.forms.parts import framing, open_place, operative_of, section, with_text
from drafting.material import DECLARATION, Material


def sections(material: Material) -> tuple[Section, ...]:
    """The opening, the preamble and the operative part; the five open as in their declaration, nobody else does."""
    headings = material.phrases.headings
    held = material.library.document(DECLARATION, material.language)
    operative = [text for issue in with_text(material) for text in operative_of(issue)]
    is_of_the_five = material.position.level is Level.CENTRAL_ASIA
    opening = framing(held.opening) if is_of_the_five else open_place(material.phrases.say("opening_open"))
    preamble = [opening, *material.new(material.left_of_preamble()), framing(held.enacting)]
    return (*section(headings["preamble"], preamble), *section(headings["operative"], operative))
