"""What tests of proposals ask about and hear: four real passages, a brief of the five, and true statements."""

from bench.scripted import PLACES
from corpus.library import Library
from drafting.draft import Form, Level
from drafting.evidence import Evidence
from drafting.position import Position
from tests.drafting.writing import evidence_at

ASKS = (
    "asks for predictable finance and access to new technology; says the new collective finance goal (NCQG) should pay "
    "special attention to the regions most at risk, landlocked developing countries among them"
)
FINANCE = f"Kazakhstan {ASKS}."
"""The whole of KAZ-08, behind the name of who speaks there."""
DROUGHT = (
    "Tajikistan says drought and land degradation drive forced migration and harm farming; asks for joint effort in "
    "Central Asia."
)
"""The whole of TJK-21, in the same way."""


def four(library: Library, language: str = "en") -> list[Evidence]:
    """The four passages as accepted evidence."""
    return [evidence_at(library, *place, language, "finance") for place in PLACES]


def position(language: str = "en", **other: object) -> Position:
    """A brief of the five on glaciers."""
    return Position("glaciers", Level.CENTRAL_ASIA, Form.BRIEF, language, **other)  # type: ignore[arg-type]
