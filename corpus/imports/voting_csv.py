"""Read the voting data sets of the UN Digital Library: one row per State and resolution.

Relied on: the data dictionaries published with the General Assembly set (record 4060887) and the Security Council set
(record 4055387). `date` is the date of the vote, that is of adoption; `title` is that of the resolution. The Security
Council's `description` is the Library's own wording, not a title, and is left out. Editions differ in columns and in
their order, so columns are found by name; the States' own votes are not kept.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from corpus.errors import InputRefused, SymbolError
from corpus.imports.catalogue import WITHOUT_VOTE, catalogue_date, catalogue_symbol, catalogue_title, tally
from corpus.imports.known import KnownResolution
from corpus.imports.report import CONFIDENCE, BadRows, Reading

COLUMNS = {
    "resolution": ("resolution", "resolutions"),
    "date": ("date",),
    "title": ("title",),
    "modality": ("modality",),
    "yes": ("total_yes", "yes"),
    "no": ("total_no", "no"),
    "abstentions": ("total_abstentions", "abstentions"),
}
"""What is read, and the names under which editions of the data sets have it."""
LONGEST_HEADER = 10_000
AGAIN = "Download the file again from the UN Digital Library and import it unchanged."


def read_voting_csv(path: Path, source: str) -> Reading:
    """Read one file of voting data; rows that cannot be used are counted, not fatal.

    Raises:
        InputRefused: it is not UTF-8, not such a table, cut off, or holds nothing that can be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return _read(stream, path.name, source)
    except UnicodeDecodeError as error:
        raise InputRefused(f"{path.name} is not UTF-8 text. {AGAIN}") from error
    except csv.Error as error:
        raise InputRefused(f"{path.name} is not a readable table: {error}. {AGAIN}") from error


def _read(stream: TextIO, name: str, source: str) -> Reading:
    places, width = _columns(stream, name)
    bad = BadRows()
    first_dates: dict[str, str] = {}
    found: list[KnownResolution] = []
    rows = 0
    cut_off = False
    for line, row in _rows(stream):
        rows += 1
        cut_off = len(row) < width
        if len(row) != width:
            bad.add(f"line {line}", f"{len(row)} columns instead of {width}")
            continue
        written, day = row[places["resolution"]], row[places["date"]]
        if written in first_dates:
            if day != first_dates[written]:
                bad.add(f"line {line}", f"{written[:60]} has another date here: {day[:40]}")
            continue
        try:
            found.append(_resolution(row, places, source))
        except (SymbolError, ValueError) as error:
            bad.add(f"line {line}", str(error))
        else:
            first_dates[written] = day
    if cut_off:
        raise InputRefused(f"{name} ends in the middle of a row. {AGAIN}")
    return Reading(tuple(found), rows, 0, bad.count, tuple(bad.named))


def _columns(stream: TextIO, name: str) -> tuple[dict[str, int], int]:
    line = stream.readline(LONGEST_HEADER)
    header = [column.strip().lower() for column in next(csv.reader([line], strict=True), [])]
    places = {
        wanted: header.index(column)
        for wanted, columns in COLUMNS.items()
        for column in columns[::-1]
        if column in header
    }
    missing = [wanted for wanted in ("resolution", "date") if wanted not in places]
    if missing:
        raise InputRefused(
            f"{name} is not voting data of the UN Digital Library: its first line has no column “{missing[0]}”. {AGAIN}"
        )
    return places, len(header)


def _rows(stream: TextIO) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(stream, strict=True)
    for row in reader:
        if row:
            yield reader.line_num + 1, row


def _resolution(row: Sequence[str], places: dict[str, int], source: str) -> KnownResolution:
    def cell(name: str) -> str:
        return row[places[name]] if name in places else ""

    title = catalogue_title(cell("title"))
    without = "without" in cell("modality").lower()
    return KnownResolution(
        symbol=catalogue_symbol(cell("resolution")).canonical,
        source=source,
        confidence=CONFIDENCE,
        title=title,
        language="en" if title else "",
        adopted_on=catalogue_date(cell("date")),
        vote=WITHOUT_VOTE if without else tally(cell("yes"), cell("no"), cell("abstentions")),
    )
