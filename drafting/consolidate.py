"""A matrix becomes text for one level: agreed language clean, everything else in square brackets with its proposers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.library import Library
from corpus.states import FIVE
from drafting.agreed import weighed
from drafting.draft import Level, Statement, StatementKind
from drafting.formulae import listed
from drafting.known import divergence_of
from drafting.likeness import Said, content
from drafting.matrix import Agreement, Issue, Matrix, Row
from drafting.passage import Passage
from drafting.phrases import phrases_in, state_in_text
from drafting.sayings import Sayings
from drafting.sorting import ASKING, Sorted, by_weight, matrix_sorted, row_sorted, states_of
from drafting.sources import GROUP, POSITIONS
from drafting.speaker import declarer_of, is_outside, speaker_of
from drafting.voices import Register

CLEAN_LIMIT = 3
AGREED_LIMIT = 2
GROUP_TOPIC = "lldc"
OWN_LIMIT = 4
ALTERNATIVES_LIMIT = 6
BROAD = 5
"""A paragraph on so many subjects is no text for one issue."""
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ConsolidatedIssue:
    """One issue as text for a level.

    `clean` is agreed: words of a text that binds everybody of the level. `bracketed` are alternatives with proposers;
    those of one `bracket` are numbered. `placeholders` stand for whoever is silent. `weighed` compares the verb of the
    agreed text with that of another on the same idea. `silent` are the States without a position of their own,
    `evidence` what the clean text has below it in the matrix: the ids of the evidence of each State.
    """

    issue: Issue
    agreement: Agreement
    clean: tuple[Statement, ...]
    bracketed: tuple[Statement, ...]
    placeholders: tuple[Statement, ...]
    weighed: tuple[Statement, ...]
    silent: tuple[str, ...]
    evidence: tuple[tuple[str, tuple[str, ...]], ...]
    kept: tuple[Passage, ...] = ()

    @property
    def places(self) -> frozenset[Place]:
        """Every place that the text of this issue uses."""
        texts = (*self.clean, *self.bracketed, *self.placeholders)
        return frozenset((each.document, each.label) for text in texts for each in text.citations)


def consolidate(
    matrix: Matrix,
    library: Library,
    level: Level,
    language: str,
    state: str = "",
    register: Register = Register.GROUP_STATEMENT,
    reserved: frozenset[Place] = frozenset(),
) -> tuple[ConsolidatedIssue, ...]:
    """The text of every issue for one level, in the order of the matrix; each place is used for one issue only.

    What every State of the level is bound by stands clean, in the register asked for. What single States hold stands in
    brackets, with numbered alternatives and proposers; at the national level the State's own positions stand clean.
    A State that did not adopt the declaration gets no paragraph of it: these are the words of others. Whoever is silent
    gets a placeholder: "no position found" never means "no objection". `reserved` are places that the draft uses
    elsewhere.

    Raises:
        QueryError: the level is national and no State is named.
        NotHeld: the writer does not write in this language.
    """
    work = _Consolidation(matrix, library, level, language, state, register, reserved)
    return tuple(work.issue(row) for row in matrix.rows)


class _Consolidation:
    """The state of one consolidation: which places have been used."""

    def __init__(
        self,
        matrix: Matrix,
        library: Library,
        level: Level,
        language: str,
        state: str,
        register: Register,
        reserved: frozenset[Place],
    ) -> None:
        self.library, self.level, self.language, self.state = library, level, language, state
        self.register = register
        self.sayings = Sayings(library, language)
        self.phrases = phrases_in(language)
        self.declarer = declarer_of(level, state)
        self.is_outside = is_outside(level, state)
        speaker_of(level, state)
        self.used: set[Place] = set(reserved)
        self.rows = {row.issue.id: row_sorted(row, library, language) for row in matrix.rows}
        self.asking = [
            each for each in matrix_sorted(matrix, library, language).national if each.evidence.stance in ASKING
        ]
        self.sides = divergence_of(library, [each.ref.label for each in self.asking])
        self.nearest = self._nearest(matrix)
        self.homes = {label: row.issue.id for row in reversed(matrix.rows) for label in row.known}

    def issue(self, row: Row) -> ConsolidatedIssue:
        found = self.rows[row.issue.id]
        declared = [] if self.is_outside else self._declared(row, found)
        clean, kept = self._voiced(declared)
        others: list[Statement] = []
        if self.level is Level.LLDC:
            others = [replace(each, bracketed=True, bracket=f"{row.issue.id}-region", proposers=FIVE) for each in clean]
            clean = self._of_group(found)
        elif self.level is Level.G77:
            others = [replace(each, bracketed=True, bracket=f"{row.issue.id}-region", proposers=FIVE) for each in clean]
            lldc = self._fresh(_line(found), CLEAN_LIMIT)
            others += [self.sayings.alternative(each, f"{row.issue.id}-lldc") for each in lldc]
            clean = []
        elif self.level is Level.NATIONAL:
            own = [each for each in found.national if states_of(each) == (self.state,)]
            clean += [self.sayings.attributed(each) for each in self._fresh(sorted(own, key=by_weight), OWN_LIMIT)]
        silent = self._silent(found)
        bracketed = (*others, *self._alternatives(row.issue.id, found))
        is_open = bool(bracketed) or not clean
        weight = weighed(self.library, declared, found.record, self.language) if declared else None
        return ConsolidatedIssue(
            issue=row.issue,
            agreement=row.agreement,
            clean=tuple(clean),
            bracketed=bracketed,
            placeholders=tuple(self._placeholders(row, found, silent, bool(declared))) if is_open else (),
            weighed=(weight,) if weight else (),
            silent=silent,
            evidence=_below(found.national),
            kept=tuple(kept),
        )

    def _declared(self, row: Row, found: Sorted) -> list[Passage]:
        """The declaration's paragraphs nearest to the issue: the numbered ones, else those of the preamble."""
        own = [each for each in found.declared if self.nearest.get((each.ref.document, each.ref.label)) == row.issue.id]
        is_own = {each.ref for each in own}
        declared = self._fresh([each for each in found.operative if each.ref in is_own], CLEAN_LIMIT)
        return declared or self._fresh([each for each in found.preambular if each.ref in is_own], CLEAN_LIMIT)

    def _nearest(self, matrix: Matrix) -> dict[Place, str]:
        """For each paragraph of a declaration the issue it bears on whose name it has the largest share of."""
        best: dict[Place, tuple[float, str]] = {}
        for row in matrix.rows:
            named = content(row.issue.names[self.language], self.language)
            for each in focused(self.rows[row.issue.id].declared):
                shared = len(named & content(each.quote, each.paragraph.language)) / max(1, len(named))
                place = (each.ref.document, each.ref.label)
                if place not in best or shared > best[place][0]:
                    best[place] = (shared, row.issue.id)
        return {place: issue for place, (_, issue) in best.items()}

    def _fresh(self, passages: Iterable[Passage], limit: int) -> list[Passage]:
        """The first passages at places not used yet, which are used from now on."""
        fresh: list[Passage] = []
        for each in passages:
            place = (each.ref.document, each.ref.label)
            if place not in self.used and len(fresh) < limit:
                self.used.add(place)
                fresh.append(each)
        return fresh

    def _voiced(self, declared: Sequence[Passage]) -> tuple[list[Statement], list[Passage]]:
        """The paragraphs of the declaration in the register, and those that had to be kept as they stand."""
        statements, kept = [], []
        for passage in declared:
            statement = self.sayings.voiced(passage, self.register, self.declarer)
            statements.append(statement)
            if not self.sayings.is_turned(passage, statement):
                kept.append(passage)
        return statements, kept

    def _of_group(self, found: Sorted) -> list[Statement]:
        """What the landlocked developing countries have agreed: texts on them, then the line of their Group."""
        texts = [each for each in found.record if each.paragraph.facets.topics[:1] == (GROUP_TOPIC,)]
        newest = sorted(texts, key=lambda each: each.date, reverse=True)
        agreed = [self.sayings.on_record(each) for each in self._fresh(newest, AGREED_LIMIT)]
        said = Said(self.language)
        for statement in agreed:
            said.say(statement.citations[0].quote)
        line = [each for each in _line(found) if said.is_new(each.quote)]
        return [*agreed, *(self.sayings.attributed(each) for each in self._fresh(line, AGREED_LIMIT))]

    def _alternatives(self, issue: str, found: Sorted) -> list[Statement]:
        """What single States ask for, grouped by the divergence they are sides of, numbered within each group."""
        if self.level is Level.NATIONAL:
            return []
        sides = [each for each in self.asking if self.homes.get(self.sides.get(each.ref.label, "")) == issue]
        own = [each for each in found.national if each.evidence.stance in ASKING and self._is_at_home(each)]
        chosen = self._fresh(sorted(sides, key=by_weight), ALTERNATIVES_LIMIT)
        heard: set[str] = set()
        for passage in sorted(own, key=by_weight):
            holder = states_of(passage)[0]
            if holder not in heard and len(chosen) < ALTERNATIVES_LIMIT:
                chosen += (fresh := self._fresh([passage], 1))
                heard |= {holder} if fresh else set()
        grouped: dict[str, list[Passage]] = defaultdict(list)
        for passage in chosen:
            grouped[self.sides.get(passage.ref.label, issue)].append(passage)
        return [
            self.sayings.alternative(passage, bracket, number if len(group) > 1 else 0)
            for bracket, group in grouped.items()
            for number, passage in enumerate(group, 1)
        ]

    def _is_at_home(self, passage: Passage) -> bool:
        """Whether a position is no side of a divergence that another issue of the matrix is about."""
        return self.sides.get(passage.ref.label, "") not in self.homes

    def _silent(self, found: Sorted) -> tuple[str, ...]:
        if self.level is Level.NATIONAL:
            # A paper shared with others is told as theirs; what the State says for itself is still to be filled in.
            return () if any(states_of(each) == (self.state,) for each in found.national) else (self.state,)
        heard = {state for passage in found.national for state in states_of(passage)}
        return tuple(state for state in FIVE if state not in heard)

    def _placeholders(self, row: Row, found: Sorted, silent: tuple[str, ...], bound: bool) -> list[Statement]:
        """One placeholder for everybody of the level who is silent, citing what notes say of the silence."""
        issue = row.issue.names[self.language]
        if self.level in {Level.LLDC, Level.G77}:
            text = self.phrases.say("silent_others", issue=issue)
            return [Statement(text, kind=StatementKind.PLACEHOLDER, bracketed=True)]
        if not silent:
            return []
        names = listed(tuple(state_in_text(state, self.language) for state in silent), self.language)
        name = ("silent_beyond" if bound else "silent") + ("_one" if len(silent) == 1 else "_many")
        notes = [each for each in found.silent if states_of(each) and states_of(each)[0] in silent]
        return [
            Statement(
                self.phrases.say(name, states=names, issue=issue),
                tuple(each.citation for each in notes),
                StatementKind.PLACEHOLDER,
                bracketed=True,
            )
        ]


def _line(found: Sorted) -> list[Passage]:
    """What the Group of landlocked developing countries holds; a paper of nobody named is no line of the Group."""
    return [each for each in found.group if each.ref.document == POSITIONS + GROUP]


def focused(passages: Iterable[Passage]) -> list[Passage]:
    """The passages that are not on so many subjects that they say little on any."""
    return [passage for passage in passages if len(passage.paragraph.facets.topics) < BROAD]


def _below(national: Iterable[Passage]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ids of the evidence of each State, in the order of the evidence."""
    ids: dict[str, list[str]] = defaultdict(list)
    for passage in national:
        for state in states_of(passage):
            ids[state].append(passage.evidence.id)
    return tuple((state, tuple(found)) for state, found in ids.items())
