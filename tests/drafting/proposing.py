"""What tests of proposals ask about: four real passages as evidence, and a brief of the five."""

from bench.scripted import PLACES
from corpus.library import Library
from drafting.draft import Form, Level
from drafting.evidence import Evidence
from drafting.position import Position
from tests.drafting.writing import evidence_at


def four(library: Library, language: str = "en") -> list[Evidence]:
    """The four passages as accepted evidence."""
    return [evidence_at(library, *place, language, "finance") for place in PLACES]


def position(language: str = "en", **other: object) -> Position:
    """A brief of the five on glaciers."""
    return Position("glaciers", Level.CENTRAL_ASIA, Form.BRIEF, language, **other)  # type: ignore[arg-type]
