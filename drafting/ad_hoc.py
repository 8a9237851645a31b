"""A topic that is not among the shipped ones, put together by search."""

from collections.abc import Iterable, Mapping

from corpus.positions import Stance, find_note
from corpus.registry import NOTE_LANGUAGES
from drafting.sources import POSITIONS, REGISTRY
from drafting.term_patterns import Patterns, concept_patterns, starred, written
from drafting.topics import Topic, TopicIssue, find_topic
from indexer.places import DECLARATION
from indexer.query import read_query
from indexer.search import SearchAnswer, SearchHit
from indexer.session import Session
from indexer.tokens import plain_words

MOST_HITS = 60
KNOWN = frozenset({Stance.CONVERGENCE, Stance.DIVERGENCE, Stance.CAUTION})
SHORTEST_WORD = 3


def topic_of(session: Session, text: str, language: str = "") -> Topic:
    """The shipped topic that the text names, else one put together by search.

    Raises:
        QueryError: the text is empty, too long or not text.
        NotHeld: the language is unknown.
    """
    return find_topic(text, language) or ad_hoc_topic(session, text, language)


def ad_hoc_topic(session: Session, text: str, language: str = "") -> Topic:
    """A topic of one issue: everything held that names what was asked, and the words that find it in added texts.

    Raises:
        QueryError: the text is empty, too long or not text.
        NotHeld: the language is unknown.
    """
    answer = session.searcher.search(read_query(text, limit=MOST_HITS, language=language))
    asked = answer.query.text
    words = {answer.query.language: (_all_words(asked, answer.query.language),)}
    hits = [hit for hit in answer.hits if _names(session, hit, answer, words)]
    refs = [hit.paragraph.ref for hit in hits]
    notes = [ref.label for ref in refs if ref.document.startswith(POSITIONS)]
    issue = TopicIssue(
        id="asked",
        names=dict.fromkeys(NOTE_LANGUAGES, asked),
        notes=tuple(name for name in notes if not _is_known(session, name)),
        declaration=tuple(ref.label for ref in refs if ref.document == DECLARATION),
        instruments=tuple(_instruments(hits)),
        known=tuple(name for name in notes if _is_known(session, name)),
        concepts=answer.concepts,
        words=words,
        alone=True,
    )
    return Topic("asked", {}, "", (), answer.concepts, words, (issue,), asked=asked)


def _names(session: Session, hit: SearchHit, answer: SearchAnswer, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a place names what was asked in its own text: every word of it, or every concept.

    A place found by its meaning or by its finding aid alone is near the topic, but need not speak of it.
    """
    versions = session.library.versions(hit.paragraph.ref)
    for language in dict.fromkeys((answer.query.language, *NOTE_LANGUAGES)):
        text = versions[language].text if language in versions else ""
        looked_for = [Patterns(concept_patterns((concept,), language), language != "zh") for concept in answer.concepts]
        if Patterns(written(words.get(language, ()))).found(text):
            return True
        if text and looked_for and all(patterns.found(text) for patterns in looked_for):
            return True
    return False


def _instruments(hits: Iterable[SearchHit]) -> Iterable[str]:
    """The instruments found, with the paragraph unless the instrument as a whole was found."""
    for hit in hits:
        ref = hit.paragraph.ref
        if ref.document.startswith(REGISTRY):
            yield f"{ref.document.removeprefix(REGISTRY)} {ref.label}"


def _is_known(session: Session, note_id: str) -> bool:
    note = find_note(session.library.positions, note_id)
    return note is not None and note.stance in KNOWN


def _all_words(text: str, language: str) -> str:
    """The pattern of a sentence that has every word of weight that was asked."""
    words = [word for word in plain_words(text, language) if len(word) >= SHORTEST_WORD]
    return " + ".join(starred(word, language) for word in words or [text])
