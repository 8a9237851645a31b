"""How much two sentences say the same, by the words they share."""

from dataclasses import dataclass, field

from indexer.tokens import words

SHORTEST = 4
FEWEST = 5
SAME = 0.7
"""Likeness from which on two sentences say the same."""


def content(text: str, language: str) -> frozenset[str]:
    """The words that carry meaning, by their stems; short words are left out, symbols and numbers are kept."""
    return frozenset(word for word in words(text, language) if len(word) >= SHORTEST or word.isdigit())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How far two sets of words are the same, from 0 to 1; 0 where there are too few to tell."""
    if min(len(one), len(other)) < FEWEST:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


@dataclass(slots=True)
class Said:
    """What a draft has said so far, so that nothing is said twice."""

    language: str
    sentences: list[frozenset[str]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Count a sentence as said."""
        self.sentences.append(content(text, self.language))

    def is_new(self, text: str) -> bool:
        """Whether nothing said so far says the same; if so it counts as said from now on."""
        carried = content(text, self.language)
        if any(carried == known or likeness(carried, known) >= SAME for known in self.sentences):
            return False
        self.sentences.append(carried)
        return True
