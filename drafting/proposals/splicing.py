"""The assertions of a statement: one sentence of evidence is to say each, whole; two that share its words do not."""

import re

from references.clauses import sentences

BREAK = re.compile(
    r";\s+|,?\s+(?:while|whereas|тогда\s+как|в\s+то\s+время\s+как)\s+|,\s+(?:but|а|но)\s+", re.IGNORECASE
)
"""Where in English and Russian one assertion ends and another begins, with another speaker as often as not."""


def assertions(text: str) -> tuple[str, ...]:
    """The stretches of a statement that each claim something of their own."""
    parts = (part for start, end in sentences(text) for part in BREAK.split(text[start:end]))
    return tuple(part for part in parts if part.strip(" .,;"))
