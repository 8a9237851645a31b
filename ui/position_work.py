"""From a project to what its pages work with: its topic, matrix, position and a fresh draft."""

from corpus.registry import NOTE_LANGUAGES
from drafting.ad_hoc import topic_of
from drafting.build_matrix import build_matrix, with_edits
from drafting.compose import states_of
from drafting.draft import Draft, Level
from drafting.matrix import Matrix
from drafting.position import Position
from drafting.projects.values import Header, Project
from drafting.topics import Topic
from drafting.writer import write
from indexer.session import Session
from ui.vocabulary import Words

SUBSIDIARY = "en"
"""The language of notes and matrices where the interface has another than these are written in."""


def asked_topic(header: Header) -> str:
    """What the project is about, as it was typed."""
    return header.topic or header.agenda_item or header.title


def state_of(header: Header) -> str:
    """The State whose own position it is; empty where it is that of a group."""
    return header.delegation if header.level is Level.NATIONAL else ""


def drafting_languages(header: Header) -> tuple[str, ...]:
    """The languages of the project that drafts are written in."""
    return tuple(code for code in header.languages if code in NOTE_LANGUAGES) or NOTE_LANGUAGES[:1]


def notes_language(words: Words) -> str:
    """The language in which issues and reasons are told to a person with this interface."""
    return words.language if words.language in NOTE_LANGUAGES else SUBSIDIARY


def project_topic(session: Session, header: Header, language: str) -> Topic:
    """The topic of a project with its issues.

    Raises:
        QueryError: what was typed is empty, too long or not text.
    """
    return topic_of(session, asked_topic(header), language)


def project_matrix(session: Session, project: Project, language: str) -> Matrix:
    """The matrix of the accepted evidence, with the cells that people set.

    Raises:
        QueryError: the topic is empty, too long or not text.
    """
    header = project.header
    matrix = build_matrix(
        session.library,
        project_topic(session, header, language),
        project.evidence,
        states=states_of(session, header.level, state_of(header)),
        language=language,
        level=header.level,
    )
    return with_edits(session.library, matrix, project.cells, project.evidence)


def position_of(project: Project, language: str) -> Position:
    """What is asked of a draft of this project."""
    header, private = project.header, project.private
    body = " ".join(part for part in (header.body, header.session) if part)
    return Position(
        asked_topic(header),
        header.level,
        header.form,
        language,
        state_of(header),
        body,
        header.agenda_item,
        private.objectives,
        private.red_lines,
        private.fallbacks,
        private.concessions,
    )


def fresh_draft(session: Session, project: Project, language: str) -> Draft:
    """A draft from the evidence as it is accepted now, every statement cited; not yet checked.

    Raises:
        QueryError: the topic cannot be read, or the level is national and no State is named.
    """
    return write(position_of(project, language), project_matrix(session, project, language), session.library)
