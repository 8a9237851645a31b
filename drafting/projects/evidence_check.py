"""Whether the evidence of a project still stands where it was found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from corpus.paragraph import ParagraphRef
from drafting.projects.values import TrayItem
from drafting.quoted import stands_in

Lookup = Callable[[ParagraphRef, str], str | None]


class EvidenceState(StrEnum):
    """What became of an accepted passage."""

    SOUND = "sound"
    DOCUMENT_GONE = "document gone"
    TEXT_CHANGED = "text changed"
    QUOTE_NOT_FOUND = "quote not found"


@dataclass(frozen=True, slots=True)
class CheckedEvidence:
    """A passage of the tray with what became of it, and a sentence that says so (empty where it is sound)."""

    item: TrayItem
    state: EvidenceState
    reason: str = ""


def fingerprint(paragraph: str) -> str:
    """What a paragraph's text is recognised by: the first 16 hexadecimal digits of its SHA-256."""
    return sha256(paragraph.encode("utf-8")).hexdigest()[:16]


def check_evidence(tray: Iterable[TrayItem], paragraph_text: Lookup) -> tuple[CheckedEvidence, ...]:
    """Compare every passage with the text as it is held now; nothing is changed or left out.

    `paragraph_text(ref, language)` gives the paragraph's text, or nothing where the document, the paragraph or the
    language is not held.
    """
    return tuple(_checked(item, paragraph_text(item.evidence.ref, item.evidence.language)) for item in tray)


def _checked(item: TrayItem, text: str | None) -> CheckedEvidence:
    state = _state(item, text)
    place = f"{item.evidence.ref} ({item.evidence.language})"
    reasons = {
        EvidenceState.SOUND: "",
        EvidenceState.DOCUMENT_GONE: f"{place} is no longer held. Add the document again, or drop this evidence.",
        EvidenceState.TEXT_CHANGED: f"{place} reads otherwise than when this was accepted; the quoted words still "
        "stand there. Read it again.",
        EvidenceState.QUOTE_NOT_FOUND: f"The quoted words no longer stand in {place}. Accept it anew, or drop it.",
    }
    return CheckedEvidence(item, state, reasons[state])


def _state(item: TrayItem, text: str | None) -> EvidenceState:
    if text is None:
        return EvidenceState.DOCUMENT_GONE
    if not stands_in(item.evidence.quote, text):
        return EvidenceState.QUOTE_NOT_FOUND
    if item.fingerprint and item.fingerprint != fingerprint(text):
        return EvidenceState.TEXT_CHANGED
    return EvidenceState.SOUND
