"""Everything a draft is put together from, chosen once: nothing twice, nothing from outside the evidence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import PositionNote, Stance
from corpus.registry import InstrumentKind
from corpus.states import FIVE, name_of_alpha3
from drafting.consolidate import ConsolidatedIssue, Place, consolidate, focused
from drafting.draft import Level, Statement, StatementKind
from drafting.events import events_after, name_in
from drafting.groups import Group
from drafting.known import bearing, named_in
from drafting.likeness import Said
from drafting.matrix import Matrix
from drafting.membership import Coverage, coverage
from drafting.passage import Passage, passage_at
from drafting.phrases import Phrases, phrases_in
from drafting.position import Position
from drafting.sayings import Sayings
from drafting.sorting import Sorted, by_recency, by_weight, matrix_sorted, states_of
from drafting.speaker import declarer_of, has_adopted, is_outside, speaker_of
from drafting.strength import strength_of
from drafting.verbs import VerbKind
from drafting.voices import Register

MANDATE = {
    Level.NATIONAL: "OP1",
    Level.CENTRAL_ASIA: "OP1",
    Level.LLDC: "OP16",
    Level.G77: "OP16",
}
"""The paragraphs of the declaration of 2026 by which the five work out, and defend, a common position.

A State that did not adopt the declaration has no mandate in it.
"""
DECLARATION = "declaration-2026"
REASONS = frozenset({VerbKind.RECOGNITION, VerbKind.CONCERN})
UNITS = r"(?:mn|bn|million|billion|per cent|ha|kg|m|млн|млрд|процент\w*|га|кг|м)\b"
FIGURE = re.compile(rf"\d\s?%|\d{{1,3}}[ \u00a0]\d{{3}}\b|\d[\d.,]*\s?{UNITS}")
MAIN_SHARE = 0.34
"""A subject is one of the topic's own if at least this share of the positions is on it."""
DECLARED_REASONS = 3
RECORD_REASONS = 4
FIGURES = 3
PER_INSTRUMENT = 2
ON_RECORD = 9
ENOUGH = 5
"""With less on record, instruments that are only named are told as well."""
PER_STATE = 2
OTHERS = 8
CAUTIONS = 9


@dataclass(frozen=True, slots=True)
class Relation:
    """A known convergence, divergence or caution, and the sentence that tells it."""

    note: PositionNote
    statement: Statement


class Material:
    """The passages of a matrix, dealt out to the parts of a draft in the order in which the parts are asked for."""

    def __init__(self, position: Position, matrix: Matrix, library: Library, register: Register) -> None:
        self.position, self.matrix, self.library = position, matrix, library
        self.language = position.language
        self.phrases: Phrases = phrases_in(position.language)
        self.sayings = Sayings(library, position.language)
        self.speaker: Group = speaker_of(position.level, position.state)
        self.declarer: Group = declarer_of(position.level, position.state)
        self.has_adopted = has_adopted(position.level, position.state)
        self.is_outside = is_outside(position.level, position.state)
        self.found: Sorted = matrix_sorted(matrix, library, position.language)
        self.mandate = self._mandate()
        reserved = frozenset((each.ref.document, each.ref.label) for each in self.mandate)
        self.issues: tuple[ConsolidatedIssue, ...] = consolidate(
            matrix, library, position.level, position.language, position.state, register, reserved
        )
        self._used: set[Place] = set(reserved).union(*(issue.places for issue in self.issues))
        self._issue_names = {row.issue.id: row.issue.names[self.language] for row in matrix.rows}
        self._said = Said(position.language)
        for issue in self.issues:
            for text in (*issue.clean, *issue.bracketed):
                self._said.say(text.text)
        self._labels = {each.ref.label for each in (*self.found.national, *self.found.silent, *self.found.group)}

    @property
    def topics(self) -> frozenset[str]:
        """The subjects that the positions are mostly on."""
        counted = Counter(topic for each in self.found.national for topic in each.paragraph.facets.topics)
        enough = MAIN_SHARE * max(1, len(self.found.national))
        return frozenset(topic for topic, count in counted.items() if count >= enough)

    def is_new(self, statement: Statement) -> bool:
        """Whether the draft has not said this yet; from now on it has."""
        return self._said.is_new(statement.text)

    def new(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those of the statements that the draft has not made yet."""
        return [statement for statement in statements if self.is_new(statement)]

    def reasons(self, with_figures: bool = True) -> list[Statement]:
        """Why it matters: the declaration's preamble, what instruments recognize, figures of the States if wanted.

        A State that did not adopt the declaration does not argue with its words.
        """
        preamble = [] if self.is_outside else self._take(focused(self.found.preambular), DECLARED_REASONS)
        own = self._told_by_the_declarer(preamble)
        recognized = [each for each in self.found.record if self._is_reason(each)]
        records = self._take(sorted(recognized, key=by_recency, reverse=True), RECORD_REASONS)
        counted = [each for each in self.found.national if with_figures and FIGURE.search(each.quote)]
        told = [each for each in counted if each.evidence.stance in {Stance.SUPPORTS, Stance.COMMITS}]
        figures = self._take(sorted(told, key=by_weight), FIGURES)
        others = [self.sayings.on_record(each) for each in records]
        return self.new([*own, *others, *(self.sayings.attributed(each) for each in figures)])

    def left_of_preamble(self) -> list[Statement]:
        """The preambular paragraphs of the declaration on the topic that no issue has taken as its text.

        In a text of a wider group they are what the five propose; in that of a State that did not adopt the
        declaration they have no place.
        """
        left = [] if self.is_outside else self._take(self.found.preambular, len(self.found.preambular))
        texts = [self.sayings.voiced(each, Register.PREAMBULAR, self.declarer) for each in left]
        if self.has_adopted:
            return texts
        return [replace(each, bracketed=True, bracket="preamble-region", proposers=FIVE) for each in texts]

    def record(self) -> list[Statement]:
        """What instruments say, the newest instrument first, with few paragraphs of each."""
        by_instrument: dict[str, list[Passage]] = defaultdict(list)
        for passage in sorted(self.found.record, key=by_recency, reverse=True):
            by_instrument[passage.place[0]].append(passage)
        statements: list[Statement] = []
        for instrument, passages in by_instrument.items():
            chosen = self._take(_issue_by_issue(passages), self._most_of(instrument))
            statements += [self.sayings.on_record(passage) for passage in sorted(chosen, key=self._order)]
        told = self.new(statements)[:ON_RECORD]
        if len(told) < ENOUGH:
            told += self.new(self.sayings.on_record(each) for each in self._take(self.found.named, ENOUGH - len(told)))
        return told

    def common(self) -> list[Relation]:
        """Where the positions of the States meet, as far as the matrix has the notes that it rests on."""
        return list(self._relations(Stance.CONVERGENCE, "common"))

    def cautions(self) -> list[Relation]:
        """Known divergences first, then figures that mislead."""
        found = (*self._relations(Stance.DIVERGENCE, "divergence"), *self._relations(Stance.CAUTION, "trap"))
        return list(found)[:CAUTIONS]

    def of_state(self, state: str) -> list[Statement]:
        """What a State holds beyond the text above: its further positions; or where it is silent, that it is."""
        own = [each for each in self.found.national if state in states_of(each)]
        name = name_of_alpha3(state, self.language)
        if not own:
            notes = tuple(each.citation for each in self.found.silent if state in states_of(each))
            text = self.phrases.say("silent_state", state=name)
            return [Statement(text, notes, StatementKind.PLACEHOLDER, bracketed=True)]
        above = [each for each in own if (each.ref.document, each.ref.label) in self._used]
        further = self._take(sorted(own, key=by_weight), PER_STATE)
        told = self.new(self.sayings.attributed(each) for each in further)
        return [self._holds(name, above), *told] if above else told

    def _holds(self, name: str, passages: list[Passage]) -> Statement:
        """The stances of a State by issue, in one line, with the labels of the notes that stand above."""
        by_stance: dict[Stance, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for passage in passages:
            issue = self._issue_names.get(passage.evidence.issue, self.matrix.topic)
            label = passage.ref.label if passage.is_note else str(passage.ref)
            by_stance[Stance(passage.evidence.stance)][issue].append(label)
        parts = []
        for stance, issues in by_stance.items():
            named = [
                f"{self.phrases.quoted.format(text=issue)} ({', '.join(labels)})" for issue, labels in issues.items()
            ]
            parts.append(self.phrases.say("stance_on", stance=self.phrases.stances[stance], issues=", ".join(named)))
        text = self.phrases.say("holds", state=name, stances="; ".join(parts))
        return Statement(text, tuple(each.citation for each in passages), StatementKind.FRAMING)

    def others(self) -> list[Statement]:
        """What the five adopted, where the speaker did not; positions of groups and of States outside the level."""
        declared = self._take(focused(self.found.declared), OTHERS) if self.is_outside else []
        own = (self.position.state,)
        told = {*self.states()} - {*own}
        outside = [each for each in self.found.national if states_of(each) != own and not told & {*states_of(each)}]
        chosen = self._take([*self.found.group, *sorted(outside, key=by_weight)], OTHERS)
        return self.new([*self._told_by_the_declarer(declared), *map(self.sayings.attributed, chosen)])

    def events(self) -> list[Statement]:
        """Dates ahead: conferences and summits on the topic that were still to come when the declaration was made."""
        cited = {each.place[0] for each in self.found.record}
        return list(events_after(self.library, self.language, self.topics, cited))

    def resolutions(self) -> list[Passage]:
        """One passage of every resolution on record, the oldest first."""
        chosen: dict[str, Passage] = {}
        for passage in self.found.record:
            instrument = self.library.instrument(passage.place[0])
            if instrument and instrument.symbol and instrument.kind is InstrumentKind.RESOLUTION:
                chosen.setdefault(instrument.id, passage)
        return sorted(chosen.values(), key=lambda each: each.date)

    def states(self) -> tuple[str, ...]:
        """The States whose positions the draft goes through: the five first."""
        return (*(FIVE), *(state for state in self.matrix.states if state not in FIVE))

    def heard(self) -> frozenset[str]:
        """The States that have a position of their own in the matrix."""
        return frozenset(state for each in self.found.national for state in states_of(each))

    def coverage(self) -> Coverage:
        """Which members of the group the evidence covers."""
        evidence = [piece for row in self.matrix.rows for cell in row.cells for piece in cell.evidence]
        return coverage(self.library, self.position.level, evidence)

    def _mandate(self) -> list[Passage]:
        if self.is_outside:
            return []
        try:
            ref = ParagraphRef(DECLARATION, MANDATE[self.position.level])
            return [passage_at(self.library, ref, self.language)]
        except NotHeld:
            return []

    def _told_by_the_declarer(self, passages: Iterable[Passage]) -> list[Statement]:
        """Paragraphs of the declaration in the third person."""
        return [self.sayings.voiced(each, Register.GROUP_STATEMENT, self.declarer) for each in passages]

    def _take(self, passages: Iterable[Passage], limit: int) -> list[Passage]:
        taken: list[Passage] = []
        for each in passages:
            place = (each.ref.document, each.ref.label)
            if place not in self._used and len(taken) < limit:
                self._used.add(place)
                taken.append(each)
        return taken

    def _most_of(self, name: str) -> int:
        """How many paragraphs of an instrument to tell: few of an event, none of one without a name in the language."""
        instrument = self.library.instrument(name)
        if instrument is None or instrument.symbol:
            return PER_INSTRUMENT
        is_thin = len({each.place[0] for each in self.found.record}) <= ENOUGH
        return 1 if is_thin or name_in(instrument, self.language) else 0

    def _order(self, passage: Passage) -> int:
        """Where a passage stands in its document."""
        document = self.library.document(passage.ref.document, passage.paragraph.language)
        return [each.ref for each in document.paragraphs].index(passage.ref)

    def _is_reason(self, passage: Passage) -> bool:
        if passage.ref.label.startswith("PP"):
            return True
        verb = strength_of(passage.quote, passage.paragraph.language)
        return bool(verb and verb.start == 0 and verb.kind in REASONS)

    def _relations(self, stance: Stance, sentence: str) -> Iterator[Relation]:
        named = named_in(self.matrix)
        for ref, note in bearing(self.library, stance, self._labels, self.topics, named):
            statement = self.sayings.remark(passage_at(self.library, ref, self.language), sentence)
            if self.is_new(statement):
                yield Relation(note, statement)


def _issue_by_issue(passages: list[Passage]) -> list[Passage]:
    """The first passage on each issue, then the others."""
    firsts: dict[str, Passage] = {}
    for passage in passages:
        firsts.setdefault(passage.evidence.issue, passage)
    return [*firsts.values(), *(each for each in passages if each not in firsts.values())]
