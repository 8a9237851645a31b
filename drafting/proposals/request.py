"""One request to a model as a value: what is to be done, and exactly what will be sent for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Template

from corpus.errors import QueryError, SymbolError
from corpus.language import language_of
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from corpus.symbol import Symbol
from drafting.citation import cited, shown_source, version_in
from drafting.draft import Citation, Form, Level, Statement
from drafting.evidence import Evidence
from drafting.position import Position
from drafting.proposals.tasks import ONE_TO_ONE, Task, set_words
from drafting.voices import Register

MOST_PIECES = 60
LONGEST_REQUEST = 60_000
"""Characters of material in one request; more is refused, never cut, since a cut quotation is another quotation."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence under the short key that the model is to cite it by ("e1"), and the evidence's own id.

    `source` is how a model is told where the words are from: the name of a file without a UN symbol is not part of it.
    The person's remark on the evidence, and who accepted it, are not either: they are never sent.
    """

    key: str
    id: str
    citation: Citation
    source: str
    states: tuple[str, ...] = ()
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a model. Nothing private is in it, and it has no field for anything private.

    `standing` are the statements that stand there now: the one to be turned, or the alternatives of a bracket.
    `register` is set where the register is to change; `source_language` where a statement is translated.
    """

    task: Task
    language: str
    pieces: tuple[Piece, ...]
    standing: tuple[Statement, ...] = ()
    topic: str = ""
    heading: str = ""
    level: Level = Level.CENTRAL_ASIA
    form: Form = Form.BRIEF
    register: Register | None = None
    source_language: str = ""

    @property
    def holds_private(self) -> bool:
        """Whether something private is sent with it."""
        return False


@dataclass(frozen=True, slots=True)
class PrivateRequest(Request):
    """A request with which the person sends the private layer, this once.

    Whatever is proposed in answer is private itself until the person says otherwise.
    """

    private: tuple[str, ...] = ()

    @property
    def holds_private(self) -> bool:
        """Whether something private is sent with it."""
        return True


def pieces_of(library: Library, evidence: Iterable[Evidence], language: str) -> tuple[Piece, ...]:
    """Accepted evidence as it is sent, and never more than was accepted.

    A whole paragraph is taken in the language of the draft where it is held in it, words picked out of one stay as they
    are. The citations read in the language of the draft. What was accepted for several issues is sent once.

    Raises:
        NotHeld: a passage is no longer held.
    """
    pieces: dict[Citation, Piece] = {}
    for one in evidence:
        paragraph = library.versions(one.ref).get(one.language) or version_in(library, one.ref, one.language)
        quote = one.quote
        if quote == paragraph.text:
            paragraph = version_in(library, one.ref, language)
            quote = paragraph.text
        citation = cited(library, paragraph, language, quote)
        source = source_of(library, citation)
        pieces.setdefault(citation, Piece(f"e{len(pieces) + 1}", one.id, citation, source, one.states, one.stance))
    return tuple(pieces.values())


def pieces_behind(library: Library, statements: Iterable[Statement]) -> tuple[Piece, ...]:
    """The verified citations of statements as evidence: what a statement rests on may be sent with it."""
    held = dict.fromkeys(each for statement in statements for each in statement.citations if each.verified)
    return tuple(
        Piece(f"e{number}", id_of_citation(each), each, source_of(library, each), _states(library, each))
        for number, each in enumerate(held, 1)
    )


def source_of(library: Library, citation: Citation) -> str:
    """How a citation reads before a model; what a file of the person's own is called stays here."""
    if citation.document in library.added_ids:
        try:
            Symbol.parse(library.document(citation.document, citation.language).symbol)
        except SymbolError:
            return Template(set_words().own_document).substitute(place=citation.label)
    return shown_source(citation)


def id_of_citation(citation: Citation) -> str:
    """What tells evidence that is only cited, and was not accepted by itself, from all other."""
    return f"{citation.document} {citation.label}"


def to_propose(
    library: Library,
    position: Position,
    evidence: Sequence[Evidence],
    *,
    heading: str = "",
    standing: Sequence[Statement] = (),
    with_private: bool = False,
) -> Request:
    """Ask for wording of a section. The private layer of the position is sent only where the person ticked it."""
    asked = Request(
        Task.PROPOSE,
        position.language,
        pieces_of(library, evidence, position.language),
        tuple(standing),
        position.topic,
        heading,
        position.level,
        position.form,
    )
    private = (*position.objectives, *position.red_lines, *position.fallbacks, *position.concessions)
    return _allowed(asked, private, with_private)


def to_bridge(
    library: Library,
    position: Position,
    alternatives: Sequence[Statement],
    evidence: Sequence[Evidence] = (),
    *,
    with_private: bool = False,
) -> Request:
    """Ask for a formulation between the alternatives of a bracket, from their citations and further evidence."""
    pieces = pieces_of(library, evidence, position.language) or pieces_behind(library, alternatives)
    asked = Request(Task.BRIDGE, position.language, pieces, tuple(alternatives), position.topic, level=position.level)
    return _allowed(asked, (), with_private)


def to_turn(
    library: Library,
    task: Task,
    statement: Statement,
    language: str,
    *,
    source_language: str = "",
    register: Register | None = None,
    with_private: bool = False,
) -> Request:
    """Ask for one statement shorter, in another register, or in another language (`language` is the one wanted).

    Raises:
        QueryError: the task is none of these, or the register or the language to translate from is missing.
    """
    if task not in ONE_TO_ONE or (task is Task.REGISTER) != (register is not None):
        raise QueryError("A statement can be shortened, put into a register that is named, or translated.")
    if task is Task.TRANSLATE and source_language in {"", language}:
        raise QueryError("Say which language to translate from, another than the one to translate into.")
    asked = Request(
        task,
        language_of(language).code,
        pieces_behind(library, (statement,)),
        (statement,),
        register=register,
        source_language=source_language or language,
    )
    return _allowed(asked, (), with_private)


def to_read_stances(library: Library, issue: str, evidence: Sequence[Evidence], language: str) -> Request:
    """Ask what stance each State takes on an issue: suggestions for the matrix."""
    return _allowed(Request(Task.STANCES, language, pieces_of(library, evidence, language), topic=issue), (), False)


def to_explain(
    library: Library,
    issue: str,
    evidence: Sequence[Evidence],
    language: str,
    *,
    standing: Sequence[Statement] = (),
    with_private: bool = False,
) -> Request:
    """Ask in what positions on an issue differ."""
    asked = Request(Task.EXPLAIN, language, pieces_of(library, evidence, language), tuple(standing), issue)
    return _allowed(asked, (), with_private)


def _allowed(asked: Request, private: tuple[str, ...], with_private: bool) -> Request:
    """The request, if it may be sent as it is.

    Raises:
        QueryError: there is no evidence, too much of it, or something private that the person did not tick.
    """
    if not asked.pieces:
        raise QueryError("There is no verified evidence to work from. Accept passages first, then ask again.")
    hidden = any(statement.private for statement in asked.standing)
    if hidden and not with_private:
        raise QueryError("This text is private. It is sent to a model only if you tick that for this one request.")
    texts = (*(each.citation.quote for each in asked.pieces), *(each.text for each in asked.standing), *private)
    if len(asked.pieces) > MOST_PIECES or sum(map(len, texts)) > LONGEST_REQUEST:
        raise QueryError("This is too much to ask of a model at once. Choose less evidence, or a shorter text.")
    if not with_private:
        return asked
    fields = {name: getattr(asked, name) for name in Request.__dataclass_fields__}
    return PrivateRequest(**fields, private=private)


def _states(library: Library, citation: Citation) -> tuple[str, ...]:
    versions = library.versions(ParagraphRef(citation.document, citation.label))
    return versions[citation.language].facets.states if citation.language in versions else ()
