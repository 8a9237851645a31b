"""The rows of a page in the order in which its columns are read.

Two columns of running text are read one after the other; a table is read row by row, and cell by cell where its rows
stand apart.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdfium import Sign

# Columns of running text: so many rows, each column so broad a part of the page, and its lines mostly full.
FEWEST_ROWS = 5
LEAST_BREADTH = 0.2
LEAST_FILL = 0.7
LEAST_SIGNS = 10
WIDE_SPACE = 1.5
GUTTER = 0.6
TABLE_ROW_PITCH = 1.2
BAND_PITCH = 3.5

Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one line of the page, from left to right; `base` is its height above the foot, in points."""

    base: float
    size: float
    signs: tuple[Sign, ...]

    @property
    def left(self) -> float:
        """Where the row begins on the left."""
        return self.signs[0].left

    @property
    def right(self) -> float:
        """Where the row ends on the right."""
        return max(sign.right for sign in self.signs)

    def spaces(self, least: float) -> list[Gutter]:
        """The spaces in the row that are at least so many times the height of its letters."""
        found: list[Gutter] = []
        right = self.signs[0].right
        for sign in self.signs[1:]:
            if sign.text == " ":
                continue
            if sign.left - right > least * self.size:
                found.append((right, sign.left))
            right = max(right, sign.right)
        return found

    def between(self, left: float, right: float) -> "Row | None":
        """The part of the row whose signs stand between two places; none if there is nothing but blanks."""
        signs = [sign for sign in self.signs if left <= (sign.left + sign.right) / 2 < right]
        inked = [index for index, sign in enumerate(signs) if sign.text != " "]
        if not inked:
            return None
        return Row(self.base, self.size, tuple(signs[inked[0] : inked[-1] + 1]))


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that are read one below the other; `apart` where the first does not go on from the band before."""

    rows: tuple[Row, ...]
    apart: bool = False


def bands(rows: Sequence[Row], page_width: float, right_to_left: bool) -> Iterator[Band]:
    """The rows of a page, top to bottom, as bands in reading order; together they hold every sign once."""
    start = 0
    plain: list[Row] = []
    while start < len(rows):
        end, gutters = _columned(rows, start)
        stretch = rows[start:end]
        if not gutters:
            plain.append(rows[start])
            start += 1
            continue
        if plain:
            yield Band(tuple(plain))
            plain = []
        yield from _ordered(stretch, gutters, page_width, right_to_left)
        start = end
    if plain:
        yield Band(tuple(plain))


def _columned(rows: Sequence[Row], start: int) -> tuple[int, list[Gutter]]:
    """How far from this row on the same gutters stay free, and these; none where the row has none."""
    gutters = rows[start].spaces(WIDE_SPACE)
    end = last_split = start + 1
    while gutters and end < len(rows) and rows[end - 1].base - rows[end].base < BAND_PITCH * rows[end].size:
        left = [part for gutter in gutters for part in _free(gutter, rows[end])]
        if not left:
            break
        gutters = left
        end += 1
        if rows[end - 1].right > gutters[0][1]:
            last_split = end
    stretch = rows[start:last_split]
    gutters = [gutter for gutter in gutters if _has_text_beside(gutter, stretch)]
    return (last_split, gutters) if gutters else (start + 1, [])


def _free(gutter: Gutter, row: Row) -> list[Gutter]:
    """What a row leaves free of a gutter: the parts of it that are broader than a space between words."""
    start, end = gutter
    free: list[Gutter] = []
    for sign in row.signs:
        if sign.text != " " and sign.right > start and sign.left < end:
            free.append((start, sign.left))
            start = max(start, sign.right)
    free.append((start, end))
    return [(left, right) for left, right in free if right - left >= GUTTER * row.size]


def _has_text_beside(gutter: Gutter, rows: Sequence[Row]) -> bool:
    """Whether there is text on both sides, and more than the numbers of paragraphs or of pages."""
    middle = (gutter[0] + gutter[1]) / 2
    left = [part for row in rows if (part := row.between(float("-inf"), middle))]
    right = [part for row in rows if (part := row.between(middle, float("inf")))]
    both = sum(row.left < middle < row.right for row in rows)
    return both >= 2 and all(statistics.median(len(part.signs) for part in side) > 4 for side in (left, right))


def _ordered(rows: Sequence[Row], gutters: Sequence[Gutter], page_width: float, right_to_left: bool) -> Iterator[Band]:
    columns = _cut(rows, gutters)
    if right_to_left:
        columns = columns[::-1]
    if all(_is_running_text(column, page_width) for column in columns):
        for column in columns:
            yield Band(tuple(column))
        return
    for table_row in _table_rows(rows):
        cells = _cut(table_row, gutters)
        for cell in cells[::-1] if right_to_left else cells:
            if cell:
                yield Band(tuple(cell), apart=True)


def _cut(rows: Sequence[Row], gutters: Sequence[Gutter]) -> list[list[Row]]:
    """The rows cut at the gutters: one list of rows for each column, from left to right."""
    edges = [float("-inf"), *((left + right) / 2 for left, right in gutters), float("inf")]
    return [[part for row in rows if (part := row.between(left, right))] for left, right in pairwise(edges)]


def _is_running_text(column: Sequence[Row], page_width: float) -> bool:
    if len(column) < FEWEST_ROWS:
        return False
    left, right = min(row.left for row in column), max(row.right for row in column)
    breadth = right - left
    fill = statistics.median((row.right - row.left) / max(1.0, breadth) for row in column)
    signs = statistics.median(len(row.signs) for row in column)
    return breadth >= LEAST_BREADTH * page_width and fill >= LEAST_FILL and signs >= LEAST_SIGNS


def _table_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of a table: lines that stand close to each other belong to one row of it."""
    steps = sorted(above.base - below.base for above, below in pairwise(rows))
    usual = statistics.median(row.size for row in rows)
    close = next((step for step in steps if step >= 0.9 * usual), usual)
    table_rows = [[rows[0]]]
    for above, below in pairwise(rows):
        if above.base - below.base > TABLE_ROW_PITCH * close:
            table_rows.append([])
        table_rows[-1].append(below)
    return table_rows
