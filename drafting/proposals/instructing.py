"""Passages that read like an instruction to a model: nothing that a model makes of them is verified."""

import re
from functools import cache
from pathlib import Path

from corpus.tables import read_table
from drafting.proposals.untrusted import without_invisible

ROLE = re.compile(r"(?<!\w)(?:system|assistant|система|ассистент|النظام|المساعد|系统|助手)\s?[:：]", re.IGNORECASE)
PATH = Path(__file__).with_name("instructing.toml")


def instructs(text: str) -> str:
    """What in the text reads like an instruction to a model, in any of the languages; empty where nothing does.

    The list is not complete and cannot be: it is one guard among several, and never the reason to trust a text.
    """
    for read in (text, without_invisible(text)):
        for pattern in _patterns():
            if match := pattern.search(read):
                return " ".join(match[0].split())[:60] or "…"
    return ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    written = (each for rows in read_table(PATH, dict[str, tuple[str, ...]]).values() for each in rows)
    return (ROLE, *(re.compile(pattern, re.DOTALL) for pattern in written))
