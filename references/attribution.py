"""Who is said to have initiated what: a participle after a list governs the list, back to the participle before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table
from references.mention import Mention
from references.states import states_in

WORDS = Path(__file__).with_name("attribution.toml")
ADJACENT = 4
FOLLOWING = 140


class AttributionWords(Entry, frozen=True):
    """How one language says on whose initiative something was adopted; see attribution.toml."""

    plural: tuple[str, ...]
    singular: tuple[str, ...]
    initiative: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim of initiative: where it stands, which States it names, and which references it governs (by number)."""

    start: int
    end: int
    states: tuple[str, ...]
    governs: tuple[int, ...]


def attributions(text: str, language: str, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Every claim of initiative in the text, with the references it governs.

    A plural participle governs every member of the list before it, back to the participle before; a singular one the
    reference it follows, or else the next one.
    """
    words = _words().get(language)
    if words is None:
        return
    floor = 0
    for match in _pattern(words).finditer(text):
        states = states_in(text[match.end() : match.end() + FOLLOWING].split(";")[0], language)
        before = [n for n, mention in enumerate(mentions) if floor <= mention.start and mention.end <= match.start()]
        adjacent = bool(before) and match.start() - mentions[before[-1]].end <= ADJACENT
        if match["plural"] and adjacent:
            governs = tuple(_same_list(text, mentions, before))
        elif adjacent:
            governs = (before[-1],)
        else:
            after = [n for n, mention in enumerate(mentions) if match.end() <= mention.start <= match.end() + FOLLOWING]
            governs = tuple(after[:1])
        floor = match.end()
        if states and governs:
            yield Attribution(match.start(), match.end(), states, governs)


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
        return "|".join(re.escape(entry) for entry in entries)

    return re.compile(
        rf"(?<!\w)(?:(?P<plural>{any_of(words.plural)})|(?P<singular>{any_of(words.singular)}))\s+"
        rf"(?:{any_of(words.initiative)})\s+",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[str, AttributionWords]:
    return read_table(WORDS, dict[str, AttributionWords])
