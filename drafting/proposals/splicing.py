"""The assertions of a statement: one piece of evidence is to say each, whole; two that share its words do not."""

import re

BREAK = re.compile(
    r"(?<=[.!?])\s+|;\s+|,?\s+(?:while|whereas|тогда\s+как|в\s+то\s+время\s+как)\s+|,\s+(?:but|а|но)\s+",
    re.IGNORECASE,
)
"""Where in English and Russian one assertion ends and another begins, with another speaker as often as not."""


def assertions(text: str) -> tuple[str, ...]:
    """The stretches of a statement that each claim something of their own."""
    return tuple(part for part in BREAK.split(text) if part.strip(" .,;"))
