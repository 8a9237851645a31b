"""From a topic to a checked draft: find the topic, gather, build the matrix, write, check."""

from dataclasses import dataclass

from corpus.states import FIVE
from drafting.ad_hoc import topic_of
from drafting.build_matrix import build_matrix
from drafting.draft import Draft, Level
from drafting.evidence import Evidence
from drafting.gather import gather
from drafting.grounding import ground
from drafting.matrix import Matrix
from drafting.membership import members
from drafting.position import Position
from drafting.topics import Topic
from drafting.writer import write
from indexer.session import Session


@dataclass(frozen=True, slots=True)
class Assembled:
    """A topic with its evidence and the matrix made of it."""

    topic: Topic
    evidence: tuple[Evidence, ...]
    matrix: Matrix


def assemble(session: Session, topic: str, level: Level, language: str, state: str = "") -> Assembled:
    """Everything on record that bears on a topic, as a matrix.

    At the level of a State the matrix still shows the other four; at that of a group also the members whose
    statements a person added.

    Raises:
        QueryError: the topic is empty, too long or not text.
    """
    found = topic_of(session, topic, language)
    states = states_of(session, level, state)
    evidence = gather(session, found, language, states=states)
    return Assembled(
        found,
        evidence,
        build_matrix(session.library, found, evidence, states=states, language=language, level=level),
    )


def compose(session: Session, position: Position, assembled: Assembled) -> Draft:
    """The draft of a position from what is assembled on its topic, written without a model, every citation checked.

    Raises:
        QueryError: the level is national and no State is named.
        NotHeld: the writer does not write in this language, or no State has the code.
    """
    return ground(write(position, assembled.matrix, session.library), session.library)


def states_of(session: Session, level: Level, state: str = "") -> tuple[str, ...]:
    """The States a matrix has columns for: the one asked for first, the five, then others whose papers were added."""
    added = session.library.added_ids
    spoken = {
        code
        for document_id in session.library.ids
        if document_id in added
        for code in session.library.document(document_id).paragraphs[0].facets.states
    }
    wanted = set(members(session.library, level)) if level in (Level.LLDC, Level.G77) else set()
    others = sorted(code for code in spoken & wanted if code not in FIVE)
    return tuple(dict.fromkeys((*([state] if state else []), *FIVE, *others)))
