"""Readable ids that are file names on every system."""

import re
from collections.abc import Callable

from anyascii import anyascii

LONGEST = 60
APART = re.compile(r"[^a-z0-9]+")
MARKS = re.compile(r"['`ʻʼ’]")
UNNAMED = "project"
# Windows keeps these names for devices, whatever the suffix.
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def readable_id(title: str) -> str:
    """The title in small Latin letters, digits and hyphens: «Ледники и вода» gives `ledniki-i-voda`."""
    slug = APART.sub("-", in_latin(title)).strip("-")[:LONGEST].strip("-")
    return f"{slug}-{UNNAMED}" if slug in RESERVED else slug or UNNAMED


def in_latin(text: str) -> str:
    """The text in small Latin letters, without signs for softness: «Ледники» gives `ledniki`."""
    return MARKS.sub("", anyascii(text)).lower()


def free_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """The id, or the id with the first number that nobody has."""
    number, candidate = 1, wanted
    while taken(candidate):
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
