"""Evidence: a passage that a person accepted, with the exact words relied on."""

from dataclasses import dataclass

from corpus.document import TextKind
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """One accepted passage.

    `quote` is a substring of the paragraph in `language`, exactly as it stands there. `issue` is what it bears on,
    `states` whose position it shows (ISO alpha-3), `stance` and `strength` (0 to 5, from the verb) how. `reason` says
    what these rest on: the note's own word, or the verb. `note` is the person's own remark.
    """

    id: str
    ref: ParagraphRef
    language: str
    quote: str
    kind: TextKind
    issue: str
    states: tuple[str, ...]
    stance: Stance
    strength: int
    confidence: str
    note: str = ""
    accepted_by: str = ""
    accepted_on: str = ""
    reason: str = ""
