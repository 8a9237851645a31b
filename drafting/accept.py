"""A passage becomes evidence: the quote must stand in the paragraph, letter for letter."""

from dataclasses import dataclass
from hashlib import sha256

from corpus.errors import EvidenceRefused, NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.positions import Stance, find_note
from drafting.evidence import Evidence
from drafting.quoted import stands_in
from drafting.stances import Reading, stance_of_note, stance_of_text

ID_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Accepted:
    """Who accepted a passage, when (ISO date), and what they remarked."""

    by: str = ""
    on: str = ""
    note: str = ""


def accept(
    library: Library,
    ref: ParagraphRef,
    language: str,
    quote: str,
    *,
    issue: str,
    states: tuple[str, ...] | None = None,
    reading: Reading | None = None,
    accepted: Accepted | None = None,
    told_in: str = "en",
) -> Evidence:
    """Evidence from a place, with the exact words relied on.

    `states` are those of the paragraph unless given; stance and strength are read from the note or the verb unless a
    person gives their own `reading`; `told_in` is the language of the reason.

    Raises:
        EvidenceRefused: the quote is empty, cuts a word, or does not stand in the paragraph word for word.
        NotHeld: the place, or its version in that language, is not held.
    """
    paragraph = _paragraph(library, ref, language)
    if not stands_in(quote, paragraph.text):
        raise EvidenceRefused(
            f"The words “{_short(quote)}” do not stand in {ref} ({language}). "
            "Copy whole words from the text, as they are."
        )
    kind = library.kind(ref, language)
    note = find_note(library.positions, ref.label) if ref.document.startswith("positions:") else None
    read = reading or (stance_of_note(note, told_in) if note else stance_of_text(quote, paragraph, kind, told_in))
    who = accepted or Accepted()
    return Evidence(
        id=evidence_id(ref, language, quote, issue),
        ref=ref,
        language=language,
        quote=quote,
        kind=kind,
        issue=issue,
        states=paragraph.facets.states if states is None else states,
        stance=read.stance,
        strength=read.strength,
        confidence=paragraph.confidence,
        note=who.note,
        accepted_by=who.by,
        accepted_on=who.on,
        reason=read.reason,
    )


def evidence_id(ref: ParagraphRef, language: str, quote: str, issue: str) -> str:
    """The same passage for the same issue always has the same id."""
    key = "\x1f".join((ref.document, ref.label, language, quote, issue))
    return f"e-{sha256(key.encode()).hexdigest()[:ID_LETTERS]}"


def _paragraph(library: Library, ref: ParagraphRef, language: str) -> Paragraph:
    versions = library.versions(ref)
    if language not in versions:
        raise NotHeld(f"{ref} is held in {' '.join(sorted(versions))}, not in “{language}”.")
    return versions[language]


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 60 else f"{words[:60]}…"


def silent(evidence: Evidence) -> bool:
    """Whether the passage only tells that nothing was found."""
    return evidence.stance is Stance.NO_RECORD
