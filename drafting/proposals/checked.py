"""A model's answer becomes proposals: each statement with its citations, its verdict and the reasons."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.language import language_of
from corpus.library import Library
from corpus.positions import Stance
from corpus.states import name_of_alpha3
from drafting.draft import Citation, Draft, Form, Section, Statement, StatementKind
from drafting.grounding import OF_THE_WRITER, ground
from drafting.names import NameCheck
from drafting.naming import NamingCheck
from drafting.phrases import DRAFT_LANGUAGES
from drafting.proposals.answers import StanceAnswer, StatementAnswer
from drafting.proposals.checks import Checks, Compared
from drafting.proposals.instructing import instructs
from drafting.proposals.proposal import Proposed, SuggestedStance, Verdict
from drafting.proposals.reasons import Reason, Why
from drafting.proposals.request import Piece, Request
from drafting.proposals.restating import restates
from drafting.proposals.speaking import is_of_one_state
from drafting.proposals.support import support_of
from drafting.proposals.tasks import ONE_TO_ONE, Task
from drafting.proposals.wording import SUGGESTED
from drafting.proposals.wordings import WordingCheck
from drafting.quoted import literal
from references.checker import ReferenceChecker
from references.quotation_marks import quotations

NUMBERED = frozenset({Form.RESOLUTION, Form.DECLARATION})


class ProposalCheck:
    """Compares what models propose with the evidence; holds no state between requests."""

    def __init__(self, library: Library, checker: ReferenceChecker | None = None) -> None:
        self.library = library
        self.checker = checker or ReferenceChecker(library)
        self._naming = NamingCheck(library, self.checker)
        self._compared = Compared(NameCheck(library), WordingCheck(library))

    def statements(self, request: Request, answers: tuple[StatementAnswer, ...]) -> tuple[Proposed, ...]:
        """Every statement of an answer, checked; where one takes another's place only the first counts."""
        wanted = answers[:1] if request.task in ONE_TO_ONE else answers
        before = request.standing[0].text if request.task in ONE_TO_ONE else ""
        return tuple(self._proposed(request, each, before) for each in wanted)

    def stances(self, request: Request, answers: tuple[StanceAnswer, ...]) -> tuple[SuggestedStance, ...]:
        """Every stance of an answer that is one, checked; what is no stance is left out."""
        return tuple(
            self._stance(request, each, Stance(each.stance)) for each in answers if each.stance in set(SUGGESTED)
        )

    def _proposed(self, request: Request, answer: StatementAnswer, before: str) -> Proposed:
        pieces, unknown = _cited(request, answer.evidence)
        text = _with_literal_quotations(" ".join(answer.text.split()), pieces)
        statement = _statement(request, text, tuple(piece.citation for piece in pieces))
        found = self._reasons(request, statement, pieces, unknown, before)
        by_words = {reason.told(request.language): reason for reason in found}
        reasons = tuple(by_words.values())
        if reasons:
            kept = dict.fromkeys(reason.bare(request.language) for reason in reasons)
            doubt = "; ".join(kept if request.holds_private else by_words)  # exports print it: nothing private in it
            citations = tuple(replace(each, verified=False, reason=doubt) for each in statement.citations)
            statement = replace(statement, citations=citations, doubt=doubt)
        elif request.task not in ONE_TO_ONE:
            statement = replace(statement, proposers=_speakers(pieces))
        verdict = Verdict.UNVERIFIED if reasons else Verdict.VERIFIED
        return Proposed(statement, tuple(piece.id for piece in pieces), verdict, reasons, before)

    def _reasons(
        self, request: Request, statement: Statement, pieces: tuple[Piece, ...], unknown: tuple[str, ...], before: str
    ) -> Iterator[Reason]:
        if unknown:
            yield Reason(Why.UNKNOWN_EVIDENCE, ", ".join(unknown))
        if not pieces:
            yield Reason(Why.NO_EVIDENCE)
            return
        told = [what for piece in pieces for text in _words_of(piece) if (what := instructs(text))]
        if told:
            yield Reason(Why.INSTRUCTION, ", ".join(dict.fromkeys(told)))
        checks = self._checks(request, statement.text, pieces)
        found = list(checks.reasons())
        yield from found
        if not found and request.language in DRAFT_LANGUAGES:
            yield from self._loose(request, statement.text, pieces)
        if request.task in ONE_TO_ONE:
            yield from checks.changed(before, request.source_language)
        if request.language in DRAFT_LANGUAGES:
            yield from self._grounding(request, statement)
        else:
            yield Reason(Why.LANGUAGE, language_of(request.language).own_name)

    def _checks(self, request: Request, text: str, pieces: tuple[Piece, ...]) -> Checks:
        support = support_of(self.library, self.checker, pieces, request.language)
        return Checks(request, text, support, self.checker, self._compared)

    def _loose(self, request: Request, text: str, pieces: tuple[Piece, ...]) -> Iterator[Reason]:
        """That no piece is what the statement says, though its words are all there; else, the pieces that are not."""
        mentions = tuple(self.checker.mentions(text, request.language))
        spare = [piece.key for piece in pieces if not restates(self.library, text, piece, mentions)]
        if len(spare) == len(pieces):
            yield Reason(Why.LOOSE)
        elif spare:
            yield Reason(Why.SPARE, ", ".join(spare))

    def _grounding(self, request: Request, statement: Statement) -> Iterator[Reason]:
        """What the check that every draft goes through finds, as it will find it once the statement is accepted."""
        bare = replace(statement, private=False, kind=StatementKind.PLAIN, bracketed=False, bracket="")
        draft = Draft("", "", request.form, request.level, request.language, (Section("", (bare,)),))
        checked = ground(draft, self.library, self.checker, self._naming).sections[0].statements[0]
        yield from (Reason(Why.OTHER, each.reason) for each in checked.citations if not each.verified)

    def _stance(self, request: Request, answer: StanceAnswer, stance: Stance) -> SuggestedStance:
        pieces, unknown = _cited(request, answer.evidence)
        state = answer.state.strip().upper()
        own = [piece for piece in pieces if state in piece.states]
        reasons = [Reason(Why.UNKNOWN_EVIDENCE, ", ".join(unknown))] if unknown else []
        if not own:
            reasons.append(
                Reason(Why.STANCE, name_of_alpha3(state, request.language)) if pieces else Reason(Why.NO_EVIDENCE)
            )
        elif any(piece.stance is not stance for piece in own):
            reasons.append(Reason(Why.OPPOSITE, ", ".join(dict.fromkeys(str(piece.stance) for piece in own))))
        verdict = Verdict.UNVERIFIED if reasons else Verdict.VERIFIED
        return SuggestedStance(state, stance, tuple(piece.id for piece in pieces), verdict, tuple(reasons))


def _speakers(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """The States whose own words a verified statement repeats: they are who proposes it in a bracket."""
    return tuple(dict.fromkeys(state for piece in pieces for state in piece.states if is_of_one_state(piece)))


def _words_of(piece: Piece) -> tuple[str, str]:
    return piece.citation.quote, piece.citation.display


def _cited(request: Request, keys: tuple[str, ...]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces that an answer cites, and the keys that were never given."""
    known = {piece.key: piece for piece in request.pieces}
    cited = dict.fromkeys(keys)
    return tuple(known[key] for key in cited if key in known), tuple(key for key in cited if key not in known)


def _with_literal_quotations(text: str, pieces: tuple[Piece, ...]) -> str:
    """The text with every quotation that the evidence has, written as it is written there, letter for letter."""
    written, place = "", 0
    for each in quotations(text):
        if each.start < place or not each.closed:
            continue
        source = next((found for piece in pieces if (found := literal(each.text, piece.citation.quote))), "")
        if source:
            written += text[place : each.start] + source
            place = each.end
    return written + text[place:]


def _statement(request: Request, text: str, citations: tuple[Citation, ...]) -> Statement:
    """The statement as it would stand in the draft: of the kind of what it replaces, unless that is never checked."""
    standing = request.standing[0] if request.standing else None
    usual = (
        StatementKind.OPERATIVE if request.form in NUMBERED and request.task is Task.PROPOSE else StatementKind.PLAIN
    )
    kind = standing.kind if standing and standing.kind not in OF_THE_WRITER else usual
    if kind is StatementKind.QUOTATION:
        kind = StatementKind.PLAIN
    made = Statement(text, citations, kind, private=request.holds_private)
    if standing is None or request.task in {Task.PROPOSE, Task.EXPLAIN}:
        return made
    proposers = standing.proposers if request.task in ONE_TO_ONE else ()
    option = standing.option if request.task in ONE_TO_ONE else _next_option(request)
    return replace(made, bracketed=standing.bracketed, bracket=standing.bracket, option=option, proposers=proposers)


def _next_option(request: Request) -> int:
    """The number of one more alternative."""
    return max(len(request.standing), *(each.option for each in request.standing)) + 1
