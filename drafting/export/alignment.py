"""Which paragraph of a base text became which of the new one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafting.word_changes import words

LIKE_ENOUGH = 0.35
MOST_PAIRS = 60_000
NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of the base and the one it became; either is empty for a deletion or an insertion."""

    base: int | None
    new: int | None


class NoAlignment(ValueError):
    """A stretch of the base (a table cell, say) would lose all of its paragraphs."""


def align(base: Sequence[str], new: Sequence[str], stretches: Sequence[int]) -> list[Step]:
    """Pair the paragraphs of two texts, in order.

    Equal paragraphs are paired first, then those most alike between them. `stretches` names, for each paragraph of the
    base, the stretch it stands in: one paragraph at least of every stretch is paired.

    Raises:
        NoAlignment: a stretch would lose all of its paragraphs.
    """
    steps: list[Step] = []
    matcher = SequenceMatcher(lambda text: not text.strip(), base, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            steps.extend(Step(i1 + place, j1 + place) for place in range(i2 - i1))
        else:
            must = _must_stay(range(i1, i2), stretches)
            steps.extend(_between(base, new, (i1, i2, j1, j2), must))
    return steps


def in_place(base: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Every paragraph paired with the one that has its number; for texts of the same length."""
    return [Step(place, place) for place, _ in enumerate(zip(base, new, strict=True))]


def _must_stay(region: range, stretches: Sequence[int]) -> set[int]:
    """The last paragraph of every stretch that lies wholly within the region."""
    inside = Counter(stretches[place] for place in region)
    whole = {stretch for stretch, count in inside.items() if _size(stretches, region, stretch) == count}
    return {place for place in region if stretches[place] in whole and _is_last(stretches, place)}


def _size(stretches: Sequence[int], region: range, stretch: int) -> int:
    """How many paragraphs the stretch has; a stretch is one run of places."""
    first = next(place for place in region if stretches[place] == stretch)
    start = end = first
    while start > 0 and stretches[start - 1] == stretch:
        start -= 1
    while end < len(stretches) and stretches[end] == stretch:
        end += 1
    return end - start


def _is_last(stretches: Sequence[int], place: int) -> bool:
    return place + 1 == len(stretches) or stretches[place + 1] != stretches[place]


def _between(base: Sequence[str], new: Sequence[str], region: tuple[int, int, int, int], must: set[int]) -> list[Step]:
    """The best pairing of a region: likeness gained by pairs, what must stay never dropped."""
    i1, i2, j1, j2 = region
    if len(must) > j2 - j1:
        raise NoAlignment
    if (i2 - i1) * (j2 - j1) > MOST_PAIRS:
        return _side_by_side(region, must)
    before = [Counter(words(text)) for text in base[i1:i2]]
    after = [Counter(words(text)) for text in new[j1:j2]]
    gains = [[_likeness(one, other) - LIKE_ENOUGH for other in after] for one in before]
    kept = [place in must for place in range(i1, i2)]
    return [
        Step(None if i is None else i1 + i, None if j is None else j1 + j)
        for i, j in _walk(gains, _totals(gains, kept), kept, j2 - j1)
    ]


def _totals(gains: list[list[float]], must: list[bool]) -> list[list[float]]:
    """`totals[i][j]`: the best that can be had from base paragraphs from i on and new ones from j on."""
    rows, columns = len(gains), len(gains[0]) if gains else 0
    totals = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        drop = NEVER if must[i] else 0.0
        totals[i][columns] = totals[i + 1][columns] + drop
        for j in range(columns - 1, -1, -1):
            totals[i][j] = max(totals[i + 1][j + 1] + gains[i][j], totals[i + 1][j] + drop, totals[i][j + 1])
    return totals


def _walk(
    gains: list[list[float]], totals: list[list[float]], kept: list[bool], columns: int
) -> Iterator[tuple[int | None, int | None]]:
    """The steps along the best totals."""
    i = j = 0
    while i < len(kept) or j < columns:
        if i < len(kept) and j < columns and totals[i][j] == totals[i + 1][j + 1] + gains[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(kept) and not kept[i] and totals[i][j] == totals[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _side_by_side(region: tuple[int, int, int, int], must: set[int]) -> list[Step]:
    """A plain pairing for a region too large to weigh: in order, from the first on."""
    i1, i2, j1, j2 = region
    paired = min(i2 - i1, j2 - j1)
    if any(place >= i1 + paired for place in must):
        raise NoAlignment
    steps = [Step(i1 + place, j1 + place) for place in range(paired)]
    steps.extend(Step(place, None) for place in range(i1 + paired, i2))
    steps.extend(Step(None, place) for place in range(j1 + paired, j2))
    return steps


def _likeness(before: Counter[str], after: Counter[str]) -> float:
    """The share of words that two paragraphs have in common, 0 to 1."""
    total = before.total() + after.total()
    return 2 * (before & after).total() / total if total else 1.0
