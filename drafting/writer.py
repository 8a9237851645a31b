"""The writer without a model: a position and a matrix become a draft, the same one every time."""

from collections.abc import Callable, Mapping

from corpus.library import Library
from corpus.states import name_of_alpha3
from drafting.draft import Citation, Draft, Form, Level, Section
from drafting.forms import brief, declaration, resolution, statement, talking_points
from drafting.formulae import formula
from drafting.known import relation
from drafting.material import Material
from drafting.matrix import Matrix
from drafting.position import Position
from drafting.voices import Register

FORMS: Mapping[Form, tuple[Register, Callable[[Material], tuple[Section, ...]]]] = {
    Form.BRIEF: (Register.GROUP_STATEMENT, brief.sections),
    Form.STATEMENT: (Register.GROUP_STATEMENT, statement.sections),
    Form.RESOLUTION: (Register.OPERATIVE, resolution.sections),
    Form.DECLARATION: (Register.HEADS_OF_STATE, declaration.sections),
    Form.TALKING_POINTS: (Register.TALKING_POINT, talking_points.sections),
}
ENOUGH_ON_RECORD = 5


def write(position: Position, matrix: Matrix, library: Library) -> Draft:
    """The draft of a position from the evidence of a matrix, without a model.

    Every statement is a quotation, a note of ours with its label and confidence, a paragraph turned into the register,
    or a fixed sentence with names and labels filled in. `ground` checks it like any other draft.

    Raises:
        NotHeld: the writer does not write in this language.
        QueryError: the level is national and no State is named.
    """
    register, sections = FORMS[position.form]
    material = Material(position, matrix, library, register)
    written = sections(material)
    return Draft(
        title=_title(material),
        topic=position.topic,
        form=position.form,
        level=position.level,
        language=position.language,
        sections=written,
        gaps=tuple(dict.fromkeys((*matrix.gaps, *_gaps(material, written)))),
        warnings=tuple(dict.fromkeys(_warnings(material, written))),
    )


def _title(material: Material) -> str:
    position, language = material.position, material.language
    speaker = material.speaker.speaker(language)
    forms = {
        Form.BRIEF: lambda: formula("brief", language),
        Form.STATEMENT: lambda: formula("statement-on-behalf", language, speaker=speaker.behalf),
        Form.RESOLUTION: lambda: formula("draft-resolution", language),
        Form.DECLARATION: lambda: formula("draft-declaration", language),
        Form.TALKING_POINTS: lambda: formula("talking-points", language),
    }
    return material.phrases.say("title", form=forms[position.form](), topic=material.matrix.topic)


def _gaps(material: Material, sections: tuple[Section, ...]) -> list[str]:
    """What no evidence covers: issues without agreed language, silent States, too thin a record."""
    phrases, language = material.phrases, material.language
    unsaid = [issue.issue.names[language] for issue in material.issues if not issue.clean]
    gaps = [phrases.say("gap_text", issue=_capital(name)) for name in unsaid]
    silent = [state for state in material.states() if state not in material.heard()]
    if silent:
        names = ", ".join(name_of_alpha3(state, language) for state in silent)
        gaps.append(phrases.say("gap_topic", states=names))
    left = material.coverage().missing if material.position.level in {Level.LLDC, Level.G77} else ()
    if left:
        names = ", ".join(name_of_alpha3(state, language) for state in left)
        gaps.append(phrases.say("uncovered", states=names))
    places = {
        (citation.document, citation.label)
        for section in sections
        for statement in section.statements
        for citation in statement.citations
        if not citation.document.startswith("positions:")
    }
    if material.position.form is Form.BRIEF and len(places) < ENOUGH_ON_RECORD:
        gaps.append(phrases.say("gap_record", count=len(places)))
    return gaps


def _warnings(material: Material, sections: tuple[Section, ...]) -> list[str]:
    """What a person must look at; a known divergence or trap that the draft tells in full is only pointed to."""
    phrases, matrix = material.phrases, material.matrix
    told = {
        citation.label: section.heading
        for section in reversed(sections)
        for statement in section.statements
        for citation in statement.citations
        if citation.document in {"positions:divergences", "positions:cautions"}
    }
    warnings = []
    for label, heading in told.items():
        _, note = relation(material.library, label)
        topic = note.topic_ru if material.language == "ru" and note.topic_ru else note.topic
        name = "warn_divergence" if label.startswith("D") else "warn_trap"
        warnings.append(phrases.say(name, label=label, topic=topic, heading=heading))
    told_in_full = set(told) | {citation.label for citation in _citations(sections)}
    for row in matrix.rows:
        warnings += [text for label, text in zip(row.known, row.warnings, strict=False) if label not in told_in_full]
    warnings += matrix.warnings
    for issue in material.issues:
        for passage in issue.kept:
            warnings.append(phrases.say("warn_kept", place=passage.citation.display))
    for piece in material.found.lost:
        warnings.append(phrases.say("warn_lost", id=piece.id, reference=str(piece.ref)))
    return warnings


def _citations(sections: tuple[Section, ...]) -> list[Citation]:
    return [each for section in sections for statement in section.statements for each in statement.citations]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
