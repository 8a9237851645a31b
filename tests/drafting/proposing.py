"""Models that say what a test wants them to say, and real evidence for them to cite."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from threading import Event

from corpus.library import Library
from drafting.chat import Prompt, Usage
from drafting.draft import Form, Level
from drafting.evidence import Evidence
from drafting.position import Position
from tests.drafting.writing import evidence_at

KAZ, FUND, INVITES, TJK = (
    ("positions:KAZ", "KAZ-08"),
    ("declaration-2026", "OP6"),
    ("registry:A/RES/77/158", "OP5"),
    ("positions:TJK", "TJK-11"),
)
"""e1: finance and the goal; e2: the fund, resolution 77/158; e3: invitation to contribute; e4: 1 300 of 14 000."""


@dataclass(slots=True)
class Said:
    """An answer in pieces of seven letters."""

    text: str
    usage: Usage = field(default_factory=lambda: Usage(10, 20, (Decimal(1), Decimal(2))))

    def __iter__(self) -> Iterator[str]:
        yield from (self.text[start : start + 7] for start in range(0, len(self.text), 7))


@dataclass(slots=True)
class ScriptedModel:
    """Answers by a rule, and keeps every prompt that it was sent."""

    answer: Callable[[Prompt], str]
    sent: list[Prompt] = field(default_factory=list)
    name: str = "scripted"
    leaves: bool = False

    def stream(self, prompt: Prompt, cancel: Event | None = None) -> Said:
        self.sent.append(prompt)
        return Said(self.answer(prompt))

    @property
    def everything_sent(self) -> str:
        return "\n".join(f"{prompt.system}\n{prompt.request}\n{prompt.schema}" for prompt in self.sent)


def answering(*statements: tuple[str, list[str]]) -> str:
    """An answer of the form asked for."""
    return json.dumps({"statements": [{"text": text, "evidence": keys} for text, keys in statements]})


def says(*statements: tuple[str, list[str]]) -> ScriptedModel:
    """A model that always gives these statements."""
    return ScriptedModel(lambda prompt: answering(*statements))


def four(library: Library, language: str = "en") -> list[Evidence]:
    """The four passages above as accepted evidence."""
    return [evidence_at(library, *place, language, "finance") for place in (KAZ, FUND, INVITES, TJK)]


def position(language: str = "en", **other: object) -> Position:
    """A brief of the five on glaciers."""
    return Position("glaciers", Level.CENTRAL_ASIA, Form.BRIEF, language, **other)  # type: ignore[arg-type]
