"""Whether the language versions of a document have the same paragraphs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A label that some language versions have and others lack; languages are codes, sorted."""

    label: str
    held: tuple[str, ...]
    lacking: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.label} is in {', '.join(self.held)} but not in {', '.join(self.lacking)}."


def compare_labels(versions: Mapping[str, Sequence[str]]) -> tuple[Difference, ...]:
    """The labels that not all versions have, in the order of the text; nothing where the versions agree.

    Args:
        versions: the labels of each language version in order, by language code.
    """
    held = {language: frozenset(labels) for language, labels in versions.items()}
    found = []
    for label in _in_order(versions):
        having = tuple(sorted(language for language in held if label in held[language]))
        lacking = tuple(sorted(language for language in held if label not in held[language]))
        if lacking:
            found.append(Difference(label, having, lacking))
    return tuple(found)


def _in_order(versions: Mapping[str, Sequence[str]]) -> list[str]:
    """All labels once: those of the longest version as they stand there, each other after the one it follows."""
    ordered: list[str] = []
    for labels in sorted(versions.values(), key=len, reverse=True):
        known = {label: place for place, label in enumerate(ordered)}
        slots: list[list[str]] = [[] for _ in range(len(ordered) + 1)]
        slot = 0
        for label in dict.fromkeys(labels):
            if label in known:
                slot = known[label] + 1
            else:
                slots[slot].append(label)
        merged = list(slots[0])
        for place, label in enumerate(ordered):
            merged.extend((label, *slots[place + 1]))
        ordered = merged
    return ordered
