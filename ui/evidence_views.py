"""Evidence as pages show it, as values: the words relied on in their paragraph, whose they are, how they read."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.language import language_of
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.positions import Stance
from drafting.citation import cited
from drafting.evidence import Evidence
from drafting.projects.evidence_check import CheckedEvidence, EvidenceState, check_evidence
from drafting.projects.values import Project
from drafting.quoted import stands_in
from drafting.topics import Topic
from ui.states import states_in_words
from ui.views import confidence_in_words
from ui.vocabulary import Words

AROUND = 700
"""Letters of a long paragraph that are shown on either side of the words relied on."""
READER = "/reader"
SHORT = 90
STANCES = tuple(
    one for one in Stance if one not in (Stance.NO_RECORD, Stance.CONVERGENCE, Stance.DIVERGENCE, Stance.CAUTION)
)
SIGNS = {
    Stance.PROPOSES: "✎",
    Stance.SUPPORTS: "+",
    Stance.COMMITS: "✓",
    Stance.CALLS_FOR: "→",
    Stance.CONDITIONAL: "±",
    Stance.OPPOSES: "✗",
    Stance.MENTIONS: "·",
    Stance.NO_RECORD: "?",
}
"""A sign beside the word of a stance; neither sign nor colour ever stands alone."""
STRONGEST = 5


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage ready to draw. `quoted` is HTML; `told` what is known of it, a few words each."""

    evidence: Evidence
    issue: str
    whose: str
    stance: str
    told: tuple[str, ...]
    quoted: str
    place: str
    link: str
    problem: str = ""


def evidence_view(library: Library, one: Evidence, topic: Topic, words: Words, problem: str = "") -> EvidenceView:
    """A passage in the words of the interface."""
    paragraph = held_paragraph(library, one.ref, one.language)
    return EvidenceView(
        evidence=one,
        issue=issue_in_words(topic, one.issue, words),
        whose=states_in_words(one.states, words),
        stance=stance_in_words(one.stance, words),
        told=tuple(_told(library, one, words)),
        quoted=marked_quote(paragraph.text if paragraph else one.quote, one.quote, one.language),
        place=_place(library, one, paragraph, words),
        link=reader_link(one.ref, one.language, words),
        problem=problem,
    )


def proposals(gathered: Iterable[Evidence], project: Project) -> tuple[Evidence, ...]:
    """What was gathered and is not in the tray: neither these words for this issue nor the same place for it."""
    taken = {(one.ref, one.issue, one.quote) for one in project.evidence}
    ids = {one.id for one in project.evidence}
    return tuple(one for one in gathered if one.id not in ids and (one.ref, one.issue, one.quote) not in taken)


def checked_tray(library: Library, project: Project) -> tuple[CheckedEvidence, ...]:
    """The tray, each passage with what became of its source."""

    def text(ref: ParagraphRef, language: str) -> str | None:
        paragraph = held_paragraph(library, ref, language)
        return paragraph.text if paragraph else None

    return check_evidence(project.tray, text)


def problem_in_words(checked: CheckedEvidence, words: Words) -> str:
    """What is wrong with a passage of the tray; empty where nothing is."""
    if checked.state is EvidenceState.SOUND:
        return ""
    return words(f"evidence_state.{checked.state.replace(' ', '_')}", place=str(checked.item.evidence.ref))


def held_paragraph(library: Library, ref: ParagraphRef, language: str) -> Paragraph | None:
    """The paragraph in the language, or nothing where it is not held."""
    try:
        return library.versions(ref).get(language)
    except NotHeld:
        return None


def marked_quote(text: str, quote: str, language: str) -> str:
    """The paragraph as HTML with the words relied on marked; a long one is cut around them."""
    start = text.find(quote)
    direction = "rtl" if language_of(language).right_to_left else "ltr"
    if start < 0:
        inner = f"<mark>{html.escape(quote)}</mark>"
    else:
        end = start + len(quote)
        before, after = text[:start], text[end:]
        before = f"…{before[-AROUND:]}" if len(before) > AROUND else before
        after = f"{after[:AROUND]}…" if len(after) > AROUND else after
        inner = f"{html.escape(before)}<mark>{html.escape(quote)}</mark>{html.escape(after)}"
    return f'<p class="ortak-text ortak-quoted" lang="{language}" dir="{direction}">{inner}</p>'


def reader_link(ref: ParagraphRef, language: str, words: Words) -> str:
    """The address of a place in the reader."""
    asked = {"document": ref.document, "label": ref.label, "left": language, "ui": words.language}
    return f"{READER}?{urlencode(asked)}"


def issue_in_words(topic: Topic, issue_id: str, words: Words) -> str:
    """The name of an issue; an issue of another topic by its id."""
    issue = next((one for one in topic.issues if one.id == issue_id), None)
    if issue is None:
        return words("tray.other_issue", issue=issue_id)
    return issue.names.get(words.language) or issue.names["en"]


def stance_in_words(stance: str, words: Words) -> str:
    """A stance in the words of the interface."""
    return words(f"stance.{stance.replace(' ', '_')}")


def matching(evidence: Iterable[Evidence], issue: str, whose: str) -> tuple[Evidence, ...]:
    """The passages on an issue and of a holder; an empty choice takes all."""
    return tuple(one for one in evidence if (not issue or one.issue == issue) and (not whose or whose in holders(one)))


def holders(one: Evidence) -> tuple[str, ...]:
    """Whose passage it is: States, or the document it stands in."""
    return one.states if one.kind is TextKind.POSITION and one.states else (one.ref.document,)


def _told(library: Library, one: Evidence, words: Words) -> Iterable[str]:
    added = one.ref.document in library.added_ids
    yield words(f"{'kind_added' if added else 'kind'}.{one.kind}")
    yield words("tray.strength", strength=one.strength, most=STRONGEST)
    if one.confidence:
        yield words("tray.confidence", confidence=confidence_in_words(one.confidence, words))
    if one.reason:
        yield one.reason


def _place(library: Library, one: Evidence, paragraph: Paragraph | None, words: Words) -> str:
    if paragraph is None:
        return f"{one.ref} [{one.language}]"
    language = words.language if words.language in ("en", "ru") else "en"
    return cited(library, paragraph, language, one.quote if stands_in(one.quote, paragraph.text) else "").display


def shortened(text: str, most: int = SHORT) -> str:
    """The first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
