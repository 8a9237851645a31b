"""Whether the paragraph that a reference names is there: in the text where it is held, else among the notes on it."""

import re

from corpus.document import Document
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.registry import UNKNOWN, Instrument
from corpus.tables import Confidence
from references.findings import Finding, Status
from references.mention import Mention
from references.paragraphs import PREAMBULAR

PLACE = re.compile(r"\d{1,4}(?: \([a-z]\))?")


def labels_of(paragraph: str) -> list[str]:
    """The labels of the places that a reference names, as documents have them: OP5 (a) for "5 (a)", PP3 as it is."""
    kind = PREAMBULAR if paragraph.startswith(PREAMBULAR) else "OP"
    return [f"{kind}{place}" for place in PLACE.findall(paragraph)]


def place_finding(library: Library, mention: Mention, instrument: Instrument | None) -> Finding | None:
    """The finding that a paragraph is not there or cannot be looked up; nothing where it is, or none is named."""
    document = _held(library, mention) if mention.paragraph else None
    notes = [note.paragraph for note in instrument.note if note.paragraph] if instrument else []
    known = [paragraph.ref.label for paragraph in document.paragraphs] if document else notes
    missing = [label for label in labels_of(mention.paragraph) if not any(_is_at(one, label) for one in known)]
    if not missing:
        return None
    place = ", ".join(label.removeprefix("OP") for label in missing)
    if document:
        why = f"The text held has no paragraph {place}."
        return Finding(Status.IMPOSSIBLE, mention.paragraph, UNKNOWN, document.id, Confidence.HIGH, why)
    why = f"The text is not held, so paragraph {place} cannot be looked up."
    return Finding(Status.COULD_NOT_CHECK, mention.paragraph, UNKNOWN, "the texts held", Confidence.UNKNOWN, why)


def _held(library: Library, mention: Mention) -> Document | None:
    """The document itself in any language; labels agree across them."""
    try:
        document = library.document(mention.instrument or mention.symbol)
    except NotHeld:
        return None
    return None if document.id.startswith("registry:") else document


def _is_at(label: str, place: str) -> bool:
    """Whether a paragraph is the one named or a part of it; in a report or an annex it has no letters."""
    return label == place or label.startswith(f"{place} ") or label.split()[-1] == place.removeprefix("OP")
