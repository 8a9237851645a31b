"""What is known of one resolution: title, date of adoption and vote, each with its source."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.tables import Confidence, Entry

FIELDS = ("title", "adopted_on", "vote")
"""The values that can be stated of a resolution; an empty text stands for “not known”."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value with what it rests on; `curated` where a person entered it in the registry."""

    value: str
    source: str
    confidence: Confidence
    curated: bool = False


class Fill(Entry, frozen=True):
    """The provenance of one value that does not rest on the same source as the rest of its resolution."""

    name: str
    source: str
    confidence: Confidence
    curated: bool = False


class KnownResolution(Entry, frozen=True, omit_defaults=True):
    """A resolution as far as it is known; `symbol` is canonical, `adopted_on` an ISO date, unknown values are empty.

    `source`, `confidence` and `curated` hold for every value except those named in `filled`, which came from elsewhere.
    """

    symbol: str
    source: str
    confidence: Confidence
    title: str = ""
    language: str = ""
    adopted_on: str = ""
    vote: str = ""
    curated: bool = False
    filled: tuple[Fill, ...] = ()

    def stated(self, name: str) -> Stated:
        """The value of this name with the source, confidence and standing that belong to it."""
        value = {"title": self.title, "adopted_on": self.adopted_on, "vote": self.vote}[name]
        for fill in self.filled:
            if fill.name == name:
                return Stated(value, fill.source, fill.confidence, fill.curated)
        return Stated(value, self.source, self.confidence, self.curated)


def resolution_of(symbol: str, language: str, values: Mapping[str, Stated]) -> KnownResolution:
    """Put a resolution together from its stated values; the first known one lends the resolution its source."""
    stated = {name: values[name] for name in FIELDS if name in values and values[name].value}
    first = next(iter(stated.values()))
    return KnownResolution(
        symbol=symbol,
        source=first.source,
        confidence=first.confidence,
        curated=first.curated,
        title=stated["title"].value if "title" in stated else "",
        language=language if "title" in stated else "",
        adopted_on=stated["adopted_on"].value if "adopted_on" in stated else "",
        vote=stated["vote"].value if "vote" in stated else "",
        filled=tuple(
            Fill(name, one.source, one.confidence, one.curated)
            for name, one in stated.items()
            if (one.source, one.confidence, one.curated) != (first.source, first.confidence, first.curated)
        ),
    )
