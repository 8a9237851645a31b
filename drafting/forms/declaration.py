"""A draft declaration of Heads of State: opening, preamble, numbered paragraphs in the first person plural."""

from dataclasses import replace

from drafting.draft import Section, StatementKind
from drafting.forms.parts import framing, section, with_text
from drafting.material import DECLARATION, Material
from drafting.voices import Register


def sections(material: Material) -> tuple[Section, ...]:
    """The opening, the preamble and the operative part; the opening is that of the declaration held."""
    headings = material.phrases.headings
    held = material.library.document(DECLARATION, material.language)
    declared = [
        material.sayings.voiced(each, Register.PREAMBULAR, material.declarer()) for each in material.left_of_preamble()
    ]
    operative = [
        replace(text, kind=StatementKind.OPERATIVE)
        for issue in with_text(material.issues)
        for text in (*issue.clean, *issue.bracketed)
    ]
    preamble = [framing(held.opening), *material.new(declared), framing(held.enacting)]
    return (*section(headings["preamble"], preamble), *section(headings["operative"], operative))
