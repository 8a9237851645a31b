"""Who is said to have initiated, introduced, co-sponsored or hosted what.

A participle after a list governs the list, back to the participle before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table
from references.mention import Mention
from references.states import states_in

WORDS = Path(__file__).with_name("attribution.toml")
ADJACENT = 4
FOLLOWING = 140


class Part(StrEnum):
    """What a State is said to have done for an instrument."""

    INITIATED = "initiated"
    INTRODUCED = "introduced"
    COSPONSORED = "cosponsored"
    HOSTED = "hosted"


class AttributionWords(Entry, frozen=True):
    """How one language says who did what; see attribution.toml."""

    plural: tuple[str, ...]
    singular: tuple[str, ...]
    initiative: tuple[str, ...]
    introduced: tuple[str, ...]
    cosponsored: tuple[str, ...]
    hosted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim: where it stands, what it says was done, by which States, and the references it governs (by number)."""

    start: int
    end: int
    part: Part
    states: tuple[str, ...]
    governs: tuple[int, ...]


def attributions(text: str, language: str, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Every claim in the text, with the references it governs.

    A plural participle governs every member of the list before it, back to the participle before; a singular one the
    reference it follows, or else the next one.
    """
    words = _words().get(language)
    if words is None:
        return
    starts, ends = [mention.start for mention in mentions], [mention.end for mention in mentions]
    floor = 0
    for match in _pattern(words).finditer(text):
        states = states_in(text[match.end() : match.end() + FOLLOWING].split(";")[0], language)
        before = range(bisect_left(starts, floor), bisect_right(ends, match.start()))
        adjacent = bool(before) and match.start() - ends[before[-1]] <= ADJACENT
        part = next((part for part in Part if match.groupdict().get(part)), Part.INITIATED)
        if match["plural"] and adjacent:
            governs = tuple(_same_list(text, mentions, before))
        elif adjacent:
            governs = (before[-1],)
        else:
            following = bisect_left(starts, match.end())
            near = part is Part.INITIATED and following < len(starts) and starts[following] <= match.end() + FOLLOWING
            governs = (following,) if near else ()
        if part is Part.INITIATED:
            floor = match.end()
        if states and governs:
            yield Attribution(match.start(), match.end(), part, states, governs)


def _same_list(text: str, mentions: Sequence[Mention], before: Sequence[int]) -> Iterator[int]:
    """The members of the list that ends at the last reference: no sentence ends between them."""
    kept = [before[-1]]
    for number in reversed(before[:-1]):
        between = text[mentions[number].end : mentions[kept[-1]].start]
        if re.search(r"[.;\n]", between):
            break
        kept.append(number)
    return iter(sorted(kept))


@cache
def _pattern(words: AttributionWords) -> re.Pattern[str]:
    def any_of(entries: tuple[str, ...]) -> str:
        return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in entries)

    others = "|".join(
        f"(?P<{part}>{any_of(getattr(words, part))})" for part in (Part.INTRODUCED, Part.COSPONSORED, Part.HOSTED)
    )
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<plural>{any_of(words.plural)})|(?P<singular>{any_of(words.singular)}))\s+"
        rf"(?:{any_of(words.initiative)})|{others})\s+",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[str, AttributionWords]:
    return read_table(WORDS, dict[str, AttributionWords])
