"""Topics of negotiation and their issues: what belongs to each, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import msgspec

from corpus.language import LANGUAGES
from corpus.registry import NOTE_LANGUAGES
from corpus.tables import Entry, read_table
from drafting.matrix import Issue
from drafting.term_patterns import Patterns, concept_names, concept_patterns, written

FOLDER = Path(__file__).with_name("topics")


class IssueEntry(Entry, frozen=True):
    """An issue as a topic's file writes it."""

    id: str
    en: str
    ru: str
    notes: tuple[str, ...] = ()
    declaration: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    alone: bool = False


class TopicEntry(Entry, frozen=True):
    """A topic as its file writes it; `borrows` names issues of other topics ("seas/aral-sea").

    `typed` are further words by which a person may ask for it, too wide to recognize it in a text.
    """

    id: str
    order: int
    en: str
    ru: str
    concept: str
    tags: tuple[str, ...]
    concepts: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    issue: tuple[IssueEntry, ...]
    borrows: tuple[str, ...] = ()
    typed: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TopicIssue:
    """One issue of a topic and what is assigned to it.

    `notes` are ids of position notes, `declaration` labels of the declaration, `instruments` ids of the registry, a
    paragraph's label after them where one is meant, `known` ids of convergences, divergences and cautions. `words` and
    `concepts` assign other texts; an issue without any takes what names the topic and no other issue. With `alone`
    they suffice, otherwise the topic it comes from must be named as well, by `topic_words` or `topic_concepts`.
    """

    id: str
    names: Mapping[str, str]
    notes: tuple[str, ...] = ()
    declaration: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alone: bool = False
    topic_concepts: tuple[str, ...] = ()
    topic_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def issue(self) -> Issue:
        """The issue as the matrix shows it."""
        return Issue(self.id, self.names)

    @property
    def general(self) -> bool:
        """Whether it takes what no other issue of the topic takes."""
        return not self.words and not self.concepts


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its names, the tags of the corpus it covers, its words and its issues.

    `concept` is the term of the bank that names it in the languages other than English and Russian. `words` recognize
    it in these two, `concepts` in the others; `typed` are further words by which a person may ask for it, too wide to
    recognize it in a text. `asked` is what the person typed, for a topic that was put together by search.
    """

    id: str
    names: Mapping[str, str]
    concept: str
    tags: tuple[str, ...]
    concepts: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    issues: tuple[TopicIssue, ...]
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: str = ""

    def name(self, language: str) -> str:
        """The topic's name in one of the twelve languages; what the person typed, where it is their own."""
        return self.names.get(language) or (self.asked or concept_names(self.concept)[language])


@cache
def topics() -> Mapping[str, Topic]:
    """The shipped topics by id, in their order.

    Raises:
        CorpusError: a shipped file is wrong; the message names it.
    """
    entries = sorted((read_table(path, TopicEntry) for path in FOLDER.glob("*.toml")), key=lambda entry: entry.order)
    issues = {f"{entry.id}/{issue.id}": _issue(issue, entry) for entry in entries for issue in entry.issue}
    return {entry.id: _topic(entry, issues) for entry in entries}


def _issue(entry: IssueEntry, topic: TopicEntry) -> TopicIssue:
    return TopicIssue(
        entry.id,
        {"en": entry.en, "ru": entry.ru},
        entry.notes,
        entry.declaration,
        entry.instruments,
        entry.known,
        entry.concepts,
        entry.words,
        entry.alone,
        topic.concepts,
        topic.words,
    )


def _topic(entry: TopicEntry, issues: Mapping[str, TopicIssue]) -> Topic:
    own = tuple(issues[f"{entry.id}/{issue.id}"] for issue in entry.issue)
    borrowed = tuple(issues[name] for name in entry.borrows)
    names = {"en": entry.en, "ru": entry.ru}
    return Topic(entry.id, names, entry.concept, entry.tags, entry.concepts, entry.words, own + borrowed, entry.typed)


def find_topic(text: str, language: str = "") -> Topic | None:
    """The shipped topic that a text names, in any of the twelve languages; nothing where it names none.

    The longest name wins. The issues that the text names come first.
    """
    languages = dict.fromkeys((language, "en", "ru") if language in LANGUAGES else ("en", "ru", *LANGUAGES))
    for code in languages:
        scores = {topic.id: _named(topic, text, code) for topic in topics().values()}
        best = max(scores, key=lambda name: scores[name])
        if scores[best]:
            topic = topics()[best]
            first = [issue for issue in topic.issues if _patterns_of(issue, code).found(text)]
            return replace(topic, issues=tuple(first) + tuple(issue for issue in topic.issues if issue not in first))
    return None


def _named(topic: Topic, text: str, language: str) -> int:
    typed = _compiled(tuple(topic.typed.get(language, ())), (), language)
    return max(
        patterns.longest(form) for patterns in (_patterns_of(topic, language), typed) for form in (text, text.upper())
    )


def _patterns_of(named: Topic | TopicIssue, language: str) -> Patterns:
    return _compiled(tuple(named.words.get(language, ())), named.concepts, language)


@cache
def _compiled(words: tuple[str, ...], concepts: tuple[str, ...], language: str) -> Patterns:
    own = words if language in NOTE_LANGUAGES else ()
    return Patterns(written(own) if own else concept_patterns(concepts, language), bounded=language != "zh")


class Bearing:
    """Which issue of a topic a sentence in one language bears on."""

    def __init__(self, topic: Topic, language: str) -> None:
        self._general = next((issue for issue in topic.issues if issue.general), None)
        self._topic = _patterns_of(topic, language)
        self._issues = [
            (issue, _patterns_of(issue, language), _compiled_for(issue, language))
            for issue in topic.issues
            if not issue.general
        ]

    def about(self, text: str) -> bool:
        """Whether the text can bear on any issue."""
        return self._topic.found(text) or any(patterns.found(text) for _, patterns, _ in self._issues)

    def issue_of(self, sentence: str) -> tuple[TopicIssue, int] | None:
        """The issue that the sentence names most, with the number of things named; nothing where it names none."""
        named = self._topic.count(sentence)
        best: tuple[TopicIssue, int] | None = None
        for issue, patterns, home in self._issues:
            count = patterns.count(sentence)
            if count and (best is None or count > best[1]) and (issue.alone or home.found(sentence)):
                best = issue, count
        if best is None and named and self._general:
            return self._general, named
        return (best[0], best[1] + named) if best else None

    def count(self, issue: TopicIssue, text: str) -> int:
        """How many things of the topic and of this issue the text names."""
        own = sum(patterns.count(text) for known, patterns, _ in self._issues if known.id == issue.id)
        return self._topic.count(text) + 2 * own


def _compiled_for(issue: TopicIssue, language: str) -> Patterns:
    """The patterns of the topic that an issue comes from."""
    return _compiled(tuple(issue.topic_words.get(language, ())), issue.topic_concepts, language)
