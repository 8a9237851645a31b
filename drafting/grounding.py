"""The grounding check: every statement of a draft against the evidence it cites, whoever wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.registry import FactName, date_in_words
from corpus.states import FIVE, name_of_state
from drafting.citation import cited, shown_source
from drafting.claims import Claims, claims_in, together
from drafting.denials import denied_beyond
from drafting.draft import Citation, Draft, Section, Statement, StatementKind
from drafting.figures_said import figures_of_place
from drafting.naming import NamingCheck
from drafting.parties import FIVE_STATES
from drafting.phrases import DRAFT_LANGUAGES, Phrases, phrases_in
from drafting.quoted import located, stands_in
from references.checker import ReferenceChecker
from references.findings import WRONG, CheckedMention, Finding, Status
from references.quotation_marks import oddly_marked, outermost, unquoted
from references.states import code_of_state
from references.titles_beside import FEWEST_WORDS

OF_THE_WRITER = frozenset({StatementKind.FRAMING, StatementKind.PLACEHOLDER})
"""Lines that the writer frames a text with, or leaves open: they state no fact of their own."""
HARMLESS = frozenset({Status.CONFIRMED, Status.COULD_NOT_CHECK, Status.NOT_IN_REGISTRY})
SHOWN = 90
GROUP_PAPERS = {"positions:LLDC": ("lldc",)}
"""Notes on the position of a group."""


def ground(
    draft: Draft, library: Library, checker: ReferenceChecker | None = None, naming: NamingCheck | None = None
) -> Draft:
    """The draft with every citation verified anew, and a warning for whatever does not hold.

    A citation holds where its place is held and its words stand there letter for letter, none of them cut. Where a
    statement claims a number, date, State, name or reference that its evidence does not have, or quotes words that are
    not in it, none of its citations is verified. A framing line that cites sources may count and list them, an open
    place may name who is silent on what, and both may quote any heading; of the private layer only the places cited
    are checked. Whoever checks statements one by one makes the two comparisons once and gives them.
    """
    checker = checker or ReferenceChecker(library)
    work = _Grounding(draft, library, checker, naming or NamingCheck(library, checker))
    sections = tuple(
        replace(section, statements=tuple(work.statement(section, each) for each in section.statements))
        for section in draft.sections
    )
    return replace(draft, sections=sections, warnings=tuple(dict.fromkeys((*draft.warnings, *work.warnings))))


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a statement is not grounded; or, where the source itself is at fault, only what to look at."""

    text: str
    of_source: bool = False


class _Grounding:
    """The check of one draft; collects warnings."""

    def __init__(self, draft: Draft, library: Library, checker: ReferenceChecker, naming: NamingCheck) -> None:
        self.library, self.checker, self.language = library, checker, draft.language
        self._naming = naming
        self.phrases: Phrases = phrases_in(draft.language)
        self.warnings: list[str] = []

    def statement(self, section: Section, statement: Statement) -> Statement:
        citations = tuple(self._verified(citation) for citation in statement.citations)
        private = statement.private or section.private
        for citation in citations:
            if not citation.verified and not private:  # a warning quotes the statement, and is exported with the draft
                self._warn(citation.reason, statement)
        if statement.doubt:
            if not private:
                self._warn(statement.doubt, statement)
            return replace(statement, citations=_doubtful(citations, statement.doubt))
        of_the_writer = statement.kind in OF_THE_WRITER
        if private or (of_the_writer and not citations):
            return replace(statement, citations=citations)
        if not citations:
            self.warnings.append(self.phrases.warn("no_citation", text=_short(statement.text)))
            return statement
        held = tuple(each for each in citations if each.verified) or citations  # what does not hold bears nothing out
        problems = [*self._unsupported(statement, held), *self._referring(statement, held)]
        if not of_the_writer:
            problems += self._misquoted(statement, held)
        reasons = [problem.text for problem in problems if not problem.of_source]
        self.warnings += [problem.text for problem in problems if problem.of_source and problem.text]
        if reasons:
            reason = "; ".join(reasons)
            self._warn(reason, statement)
            citations = _doubtful(citations, reason)
        return replace(statement, citations=citations)

    def _warn(self, reason: str, statement: Statement) -> None:
        self.warnings.append(self.phrases.warn("unverified", reason=reason, text=_short(statement.text)))

    def _verified(self, citation: Citation) -> Citation:
        """The citation as it reads today: what a project says of how it reads may be anybody's."""
        paragraph = self._paragraph(citation)
        if paragraph is None:
            return replace(citation, verified=False, reason=self.phrases.warn("not_held"))
        if not stands_in(citation.quote, paragraph.text):
            return replace(citation, verified=False, reason=self.phrases.warn("not_verbatim"))
        return cited(self.library, paragraph, self.language, citation.quote)

    def _paragraph(self, citation: Citation) -> Paragraph | None:
        try:
            versions = self.library.versions(ParagraphRef(citation.document, citation.label))
        except NotHeld:
            return None
        return versions.get(citation.language)

    def _unsupported(self, statement: Statement, citations: tuple[Citation, ...]) -> Iterator[Problem]:
        support = together(claim for citation in citations for claim in self._support(citation))
        claims = claims_in(statement.text, self.language, self.checker)
        if statement.kind is StatementKind.FRAMING:  # a line that lists sources counts them and names their paragraphs
            claims = replace(claims, figures=claims.figures.without_lists())
        if statement.kind is StatementKind.PLACEHOLDER:  # of those who are silent only some have a note that says so
            claims = replace(claims, states=frozenset(), groups=frozenset())
        if statement.kind in OF_THE_WRITER:  # the issue in quotation marks may be called after an instrument
            outside = claims_in(_without_quotations(statement.text), self.language, self.checker)
            claims = replace(claims, references=outside.references)
        beyond = (*claims.beyond(support).told(self.language), *self._unnamed(statement, citations))
        if beyond:
            yield Problem(self.phrases.warn("unsupported", what=", ".join(beyond)))
        sources = [(each.quote, each.language) for each in citations]
        denied = () if statement.kind in OF_THE_WRITER else denied_beyond(statement.text, self.language, sources)
        if denied:
            yield Problem(self.phrases.warn("denial", what=", ".join(denied)))

    def _unnamed(self, statement: Statement, citations: tuple[Citation, ...]) -> tuple[str, ...]:
        """The names that the sources lack; in a line of the writer's own the issue stands in quotation marks."""
        text = _without_quotations(statement.text) if statement.kind in OF_THE_WRITER else statement.text
        sources = (source for citation in citations for source in self._sources(citation))
        return self._naming.beyond(text, self.language, sources)

    def _sources(self, citation: Citation) -> Iterator[tuple[str, str]]:
        """The words relied on, how they are cited, and what they stand under, each with its language.

        How they are cited may be in another language than the draft, where a statement was translated.
        """
        yield citation.quote, citation.language
        yield from ((shown_source(citation), language) for language in DRAFT_LANGUAGES)
        if (paragraph := self._paragraph(citation)) is not None:
            yield f"{self._title(citation)} {paragraph.heading}", citation.language
        instrument = self.library.instrument(citation.document.removeprefix("registry:"))
        if instrument is not None:
            yield from ((fact.value, fact.language or "en") for fact in instrument.facts(FactName.PLACE))

    def _support(self, citation: Citation) -> Iterator[Claims]:
        """What a citation supports: the words relied on, and what is known of the place: label, date, States, name."""
        yield claims_in(citation.quote, citation.language, self.checker)
        yield claims_in(shown_source(citation), self.language, self.checker)
        paragraph = self._paragraph(citation)
        if paragraph is None:
            return
        states = frozenset(paragraph.facets.states)
        named = citation.document.removeprefix("registry:")
        groups = frozenset({FIVE_STATES} if set(FIVE) <= states else GROUP_PAPERS.get(citation.document, ()))
        yield Claims(frozenset({named}), figures_of_place(self.library, citation), states, groups)
        document = self.library.document(citation.document, citation.language)
        yield claims_in(f"{document.title} {paragraph.heading}", citation.language, self.checker)

    def _misquoted(self, statement: Statement, citations: tuple[Citation, ...]) -> Iterator[Problem]:
        """Stretches in quotation marks that stand in none of the words cited, nor in the name of the source.

        A quotation that is a statement of its own is one such stretch, whatever its marks and length.
        """
        known = [text for each in citations for text in (each.quote, each.display, self._title(each))]
        quoted = [*(each.words for each in outermost(statement.text)), *oddly_marked(statement.text)]
        if statement.kind is StatementKind.QUOTATION:
            quoted.append(unquoted(statement.text))
        if any(not any(_stands(words, text) for text in known) for words in quoted):
            yield Problem(self.phrases.warn("not_verbatim"))

    def _title(self, citation: Citation) -> str:
        try:
            return self.library.document(citation.document, citation.language).title
        except NotHeld:
            return ""

    def _referring(self, statement: Statement, citations: tuple[Citation, ...]) -> Iterator[Problem]:
        """What the reference checker finds wrong; a fault that the source itself has is told, not held against it."""
        report = self.checker.check(statement.text, self.language)
        for checked in report.mentions:
            for finding in checked.findings:
                if finding.status not in HARMLESS:
                    yield self._finding(checked, finding, citations)

    def _on_record(self, value: str) -> str:
        """A date or the name of a State, as the record has them, in the language of the draft."""
        code = code_of_state(value)
        return date_in_words(value, self.language) if code == value else name_of_state(code, self.language)

    def _finding(self, checked: CheckedMention, finding: Finding, citations: tuple[Citation, ...]) -> Problem:
        values = {
            "found": finding.found or checked.mention.text,
            "status": self.phrases.statuses[finding.status],
            "expected": ", ".join(self._on_record(part) for part in finding.expected.split(", ")),
        }
        source = next((each for each in citations if located(checked.mention.text, each.quote)), None)
        if source is None:
            return Problem(self.phrases.warn("reference", **values))
        place = shown_source(source)
        told = self.phrases.warn("source_reference", place=place, **values) if finding.status in WRONG else ""
        return Problem(told, of_source=True)


def _stands(words: str, source: str) -> bool:
    """Whether the words stand in the source; a short quotation may begin small what it begins with a capital."""
    if located(words, source):
        return True
    first = words[:1].upper()
    return len(words.split()) < FEWEST_WORDS and source.startswith(first) and bool(located(first + words[1:], source))


def _without_quotations(text: str) -> str:
    """The text without the words in quotation marks."""
    for each in reversed(list(outermost(text))):
        text = f"{text[: each.start]}{text[each.end :]}"
    return text


def _doubtful(citations: tuple[Citation, ...], reason: str) -> tuple[Citation, ...]:
    """The citations, none of them verified."""
    return tuple(replace(each, verified=False, reason=each.reason or reason) for each in citations)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
