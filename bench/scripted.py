"""Models that say what they are told to say, and the places of four real passages for them to cite."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from threading import Event

from drafting.chat import Prompt, Usage

PLACES = (
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
        """The answer to this prompt."""
        self.sent.append(prompt)
        return Said(self.answer(prompt))

    @property
    def everything_sent(self) -> str:
        """All prompts with their rules and forms, one after another."""
        return "\n".join(f"{prompt.system}\n{prompt.request}\n{prompt.schema}" for prompt in self.sent)


def answering(*statements: tuple[str, Sequence[str]]) -> str:
    """An answer of the form asked for."""
    return json.dumps({"statements": [{"text": text, "evidence": keys} for text, keys in statements]})


def says(*statements: tuple[str, Sequence[str]]) -> ScriptedModel:
    """A model that always gives these statements."""
    return ScriptedModel(lambda prompt: answering(*statements))
