"""Proposals of evidence for a topic: from notes, the declaration, the registry, and the texts a person added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Document, TextKind
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind
from corpus.positions import Stance
from drafting.accept import accept
from drafting.evidence import Evidence
from drafting.sentences import Passage, passages
from drafting.sources import (
    GROUP,
    POSITIONS,
    Place,
    added,
    declaration_place,
    full_text,
    named,
    note_paragraphs,
    note_place,
    readable,
    states_of,
    year_of,
)
from drafting.stances import Reading, stance_of_text
from drafting.topics import Bearing, Topic, TopicIssue
from indexer.session import Session

MOST_OF_DOCUMENT = 2
"""Passages of one statement on one issue."""
MOST_OF_STATE = 4
"""Passages of the statements of one State on one issue."""
MOST_OF_INSTRUMENT = 3
"""Paragraphs of one instrument on one issue."""
TAKES_SIDES = 4
SHOWS_WILL = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage of an added text that bears on an issue; `score` orders those of one document."""

    issue: TopicIssue
    passage: Passage
    paragraph: Paragraph
    kind: TextKind
    reading: Reading
    score: int


def gather(
    session: Session, topic: Topic, language: str, *, states: tuple[str, ...], instruments: tuple[str, ...] = ()
) -> tuple[Evidence, ...]:
    """Everything on record that bears on the topic, issue by issue, each passage with stance, strength and reason.

    `language` is that of the draft (a text is quoted in it where it is held in it), `states` those whose position is
    asked for (ISO alpha-3), `instruments` further instruments to look through. The same library gives the same
    evidence in the same order.
    """
    gatherer = _Gatherer(session.library, topic, language, states)
    spoken = gatherer.statements()
    official = gatherer.official(instruments)
    found: dict[str, Evidence] = {}
    for issue in topic.issues:
        for one in gatherer.of_issue(issue, spoken, official):
            found.setdefault(one.id, one)
    return tuple(found.values())


class _Gatherer:
    """Looks through one library for one topic."""

    def __init__(self, library: Library, topic: Topic, language: str, states: tuple[str, ...]) -> None:
        self._library, self._topic, self._language, self._states = library, topic, language, states
        self._bearings: dict[str, Bearing] = {}

    def of_issue(self, issue: TopicIssue, spoken: list[_Found], official: list[_Found]) -> Iterator[Evidence]:
        yield from self._notes(issue)
        yield from self._spoken(issue, spoken)
        for label in issue.declaration:
            yield from self._quoted(issue, declaration_place(self._library, label, self._language))
        for written in issue.instruments:
            yield from self._instrument(issue, written)
        yield from (self._evidence(one) for one in official if one.issue.id == issue.id)

    def _notes(self, issue: TopicIssue) -> Iterator[Evidence]:
        for note_id in issue.notes:
            place = note_place(self._library, note_id, self._language)
            if place and (place.paragraph.ref.document == POSITIONS + GROUP or self._asked(place.paragraph)):
                yield self._whole(issue, place)

    def _asked(self, paragraph: Paragraph) -> bool:
        return bool(set(paragraph.facets.states) & set(self._states))

    def _instrument(self, issue: TopicIssue, written: str) -> Iterator[Evidence]:
        """The paragraph meant, or those that bear on the issue; the official text where the person added it."""
        wanted = named(self._library, written)
        text = full_text(self._library, wanted.instrument, self._language)
        if text and wanted.label:
            held = [paragraph for paragraph in text.paragraphs if paragraph.ref.label == wanted.label]
            for paragraph in held:
                yield from self._quoted(issue, Place(paragraph, text.kind))
            if held:
                return
        notes = note_paragraphs(self._library, wanted.instrument, self._language)
        for place in self._chosen(issue, notes, wanted.label):
            yield self._whole(issue, place)

    def _chosen(self, issue: TopicIssue, notes: tuple[Place, ...], label: str) -> list[Place]:
        if label:
            return [place for place in notes if place.paragraph.ref.label == label]
        told = [place for place in notes if place.paragraph.ref.label != "about"]
        bearing = self._bearing(self._language)
        scores = {id(place): bearing.count(issue, place.paragraph.text) for place in told}
        best = sorted(told, key=lambda place: -scores[id(place)])[:MOST_OF_INSTRUMENT]
        return [place for place in best if scores[id(place)]] or [*told[:1]] or [*notes[:1]]

    def statements(self) -> list[_Found]:
        """What the States asked for said in the texts that the person added."""
        found: list[_Found] = []
        for document in added(self._library, TextKind.POSITION, self._language):
            if set(states_of(document)) & set(self._states):
                found += _best(self._found(document), MOST_OF_DOCUMENT)
        return found

    def official(self, instruments: tuple[str, ...]) -> list[_Found]:
        """What the official texts that the person added say on the topic."""
        found: list[_Found] = []
        listed = {
            named(self._library, written).instrument for issue in self._topic.issues for written in issue.instruments
        }
        for document in added(self._library, TextKind.OFFICIAL, self._language):
            expected = {document.id, document.symbol} & {*listed, *instruments}
            if expected or self._bearing(document.language).about(document.title):
                found += _best(self._found(document), MOST_OF_INSTRUMENT)
        return found

    def _found(self, document: Document) -> Iterator[_Found]:
        bearing = self._bearing(document.language)
        for paragraph in readable(document):
            if not bearing.about(paragraph.text):
                continue
            for passage in passages(paragraph.text):
                about = bearing.issue_of(passage.text)
                if about is None:
                    continue
                reading = stance_of_text(passage.text, paragraph, document.kind, self._language)
                weight = TAKES_SIDES if reading.stance is not Stance.MENTIONS else SHOWS_WILL * (reading.strength > 1)
                operative = paragraph.kind is ParagraphKind.OPERATIVE
                yield _Found(about[0], passage, paragraph, document.kind, reading, weight + about[1] + operative)

    def _spoken(self, issue: TopicIssue, spoken: list[_Found]) -> Iterator[Evidence]:
        for state in self._states:
            own = [one for one in spoken if one.issue.id == issue.id and state in one.paragraph.facets.states]
            own.sort(key=lambda one: (-year_of(one.paragraph), -one.score))
            yield from (self._evidence(one) for one in own[:MOST_OF_STATE])

    def _quoted(self, issue: TopicIssue, place: Place | None) -> Iterator[Evidence]:
        """The sentence of a paragraph that bears most on the issue."""
        if place is None:
            return
        bearing = self._bearing(place.paragraph.language)
        choice = list(passages(place.paragraph.text))
        best = max(choice, key=lambda one: bearing.count(issue, one.text), default=None)
        quote = best.text if best else place.paragraph.text
        reading = stance_of_text(quote, place.paragraph, place.kind, self._language)
        yield self._accepted(issue, place.paragraph, quote, reading)

    def _whole(self, issue: TopicIssue, place: Place) -> Evidence:
        return self._accepted(issue, place.paragraph, place.paragraph.text, None)

    def _evidence(self, found: _Found) -> Evidence:
        return self._accepted(found.issue, found.paragraph, found.passage.text, found.reading)

    def _accepted(self, issue: TopicIssue, paragraph: Paragraph, quote: str, reading: Reading | None) -> Evidence:
        states = () if paragraph.ref.document.startswith("registry:") else None
        return accept(
            self._library,
            paragraph.ref,
            paragraph.language,
            quote,
            issue=issue.id,
            states=states,
            reading=reading,
            told_in=self._language,
        )

    def _bearing(self, language: str) -> Bearing:
        if language not in self._bearings:
            self._bearings[language] = Bearing(self._topic, language)
        return self._bearings[language]


def _best(found: Iterable[_Found], most: int) -> list[_Found]:
    """For each issue the passages of one document that bear on it most, in the order of the text."""
    passages_found = list(found)
    chosen: list[_Found] = []
    for issue in dict.fromkeys(one.issue.id for one in passages_found):
        own = [one for one in passages_found if one.issue.id == issue]
        best = sorted(own, key=lambda one: -one.score)[:most]
        chosen += [one for one in own if one in best]
    return chosen
