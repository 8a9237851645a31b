"""The signs of a page as lines in reading order, with what the layout says of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.columns import Band, Row, bands
from corpus.readers.pdfium import PageSigns, Sign
from corpus.readers.reading_order import in_reading_order, is_right_to_left
from corpus.readers.rows import rows_of

PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORD_SPACE = 0.22
JOINING_WORD_SPACE = 0.16
PART_SPACE = 3.0
INDENT = 0.9
WIDE_PITCH = 1.25
OTHER_SIZE = 0.12
# The share of a page's height within which a running header stands.
HEADER_SHARE = 0.14

_MARK = re.compile(r"\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,،–-]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_MEASURE = re.compile(r"(?:^|[\W\d_])(?:[kcdmµμn]?m|ft|mi|[кдсм]?м|10|CO)$")
_LEADER = re.compile(r"\s*(?:[•●▪◦■○–—-]|\(?[0-9]{1,3}[.)]|\(?[^\W\d_]{1,4}[.)])\s")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page as it stands there, raised figures as such; `gap` where the layout sets it off."""

    text: str
    gap: bool


def page_lines(page: PageSigns) -> list[PageLine]:
    """The lines of a page in reading order: column by column where the page has columns."""
    rows = rows_of(page.signs)
    right_to_left = is_right_to_left("".join(sign.text for sign in page.signs))
    lines: list[PageLine] = []
    for band in bands(rows, page.width, right_to_left):
        lines.extend(_band_lines(band, page.height, right_to_left))
    return lines


def without_marks(text: str) -> str:
    """A line without its raised footnote marks.

    Exponents and fractions stay, and so does the number that begins a footnote.
    """

    def shown(match: re.Match[str]) -> str:
        before = text[: match.start()]
        if not before.strip():
            return match[0].translate(PLAIN_FIGURES) + " " * text[match.end() :][:1].isalpha()
        is_fraction = text[match.end() :].startswith(("/", "⁄"))
        return match[0] if is_fraction or _MEASURE.search(before) else ""

    return _MARK.sub(shown, text)


def _band_lines(band: Band, height: float, right_to_left: bool) -> Iterator[PageLine]:
    """The lines of one column, each compared with the one above it."""
    margin = _margin(band.rows, right_to_left)
    pitch = _usual_pitch(band.rows)
    above: Row | None = None
    for row in band.rows:
        gap = _is_indented(row, above, margin, right_to_left)
        if above is None:
            gap = gap or band.apart
        else:
            below_header = above.base > height * (1 - HEADER_SHARE)
            gap = gap or _is_set_off(row, above, None if below_header else pitch)
        for index, text in enumerate(_parts(row, right_to_left)):
            yield PageLine(text, gap or index > 0)
        above = row


def _parts(row: Row, right_to_left: bool) -> list[str]:
    """The texts of a row in reading order: one, or several where very wide spaces hold them apart."""
    edges = [float("-inf"), *((left + right) / 2 for left, right in row.spaces(PART_SPACE)), float("inf")]
    parts = [part for left, right in pairwise(edges) if (part := row.between(left, right))]
    texts = [_text(part, right_to_left) for part in (parts[::-1] if right_to_left else parts)]
    if len(texts) > 1 and _LEADER.fullmatch(texts[0] + " "):
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    return [text for text in texts if text]


def _text(row: Row, right_to_left: bool) -> str:
    return " ".join(in_reading_order(_pieces(row), right_to_left).split())


def _pieces(row: Row) -> list[str]:
    """The pieces of a row from left to right, a space between those that stand apart."""
    pieces: list[str] = []
    last: Sign | None = None
    for sign in row.signs:
        if last is not None and " " not in {sign.text, last.text}:
            joining = is_right_to_left(sign.text) or is_right_to_left(last.text)
            least = JOINING_WORD_SPACE if joining else WORD_SPACE
            apart = sign.left - last.right > least * max(sign.size, last.size)
            pieces.extend([" "] * apart)
        pieces.append(sign.text)
        last = sign
    return pieces


def _margin(rows: Sequence[Row], right_to_left: bool) -> float:
    """Where most lines of a column begin, to half a point; the outermost of several such places."""
    starts = [round(2 * _start(row, right_to_left)) / 2 for row in rows]
    most = max(map(starts.count, starts))
    return min(start for start in starts if starts.count(start) == most)


def _start(row: Row, right_to_left: bool) -> float:
    """How far from the side at which reading starts a row begins; greater is further in."""
    return -row.right if right_to_left else row.left


def _usual_pitch(rows: Sequence[Row]) -> float:
    """The distance from line to line within paragraphs: the lower part of all distances of a column."""
    pitches = sorted(above.base - below.base for above, below in pairwise(rows))
    return pitches[len(pitches) * 2 // 5] if pitches else 0.0


def _is_set_off(row: Row, above: Row, pitch: float | None) -> bool:
    """Whether a wider space or another height of letters sets a row off from the one above it."""
    if abs(row.size - above.size) > OTHER_SIZE * max(row.size, above.size):
        return True
    return pitch is not None and above.base - row.base > max(WIDE_PITCH * pitch, 0.9 * row.size)


def _is_indented(row: Row, above: Row | None, margin: float, right_to_left: bool) -> bool:
    """Whether a row begins further in than the one above it, and not only because that one hangs out or is centred."""
    start = _start(row, right_to_left)
    if above is None:
        return start - margin > INDENT * row.size
    if start - _start(above, right_to_left) <= INDENT * row.size:
        return False
    if abs(_middle(row) - _middle(above)) < INDENT * row.size:
        return False
    return abs(start - _text_start(above, right_to_left)) > INDENT * row.size


def _middle(row: Row) -> float:
    return (row.left + row.right) / 2


def _text_start(row: Row, right_to_left: bool) -> float:
    """Where the text of a row begins behind its number or bullet; where the row begins if it has none."""
    leader = _LEADER.match(_text(row, right_to_left) + " ")
    if not leader:
        return _start(row, right_to_left)
    inked = [sign for sign in row.signs if sign.text != " "]
    if right_to_left:
        inked.reverse()
    first = inked[min(len(leader[0].replace(" ", "")), len(inked) - 1)]
    return -first.right if right_to_left else first.left
