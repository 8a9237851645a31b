"""A matrix as the spreadsheet prints it: names, words and colours in place of values."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from corpus.library import Library
from corpus.positions import Stance
from corpus.states import name_of_alpha3
from corpus.tables import Confidence, read_table
from drafting.citation import cited, version_in
from drafting.evidence import Evidence
from drafting.export.matrix_xlsx import WHITE, MatrixCell, MatrixRow, MatrixSheet, MatrixWords
from drafting.matrix import Cell, Matrix, Row
from drafting.phrases import phrases_in

COLOURS = {
    Stance.PROPOSES: "#D6E9F8",
    Stance.SUPPORTS: "#DDF0DD",
    Stance.COMMITS: "#C8E6C9",
    Stance.CALLS_FOR: "#E3EEDB",
    Stance.CONDITIONAL: "#FFF1CC",
    Stance.OPPOSES: "#F8D7D7",
}
"""A colour only repeats the stance, which always stands in words beside it."""


def sheet_of(matrix: Matrix, library: Library) -> MatrixSheet:
    """The matrix ready to be written as a spreadsheet, in the matrix's language."""
    words = _words()[matrix.language]
    columns = (*matrix.states, *matrix.groups, *matrix.instruments)
    names = MatrixWords(**{name: words[name] for name in MatrixWords.__dataclass_fields__})
    return MatrixSheet(
        title=matrix.topic,
        columns=tuple(name_of_alpha3(column, matrix.language) for column in columns),
        rows=tuple(_row(row, columns, matrix.language, library) for row in matrix.rows),
        evidence=tuple(
            (
                row.issue.names[matrix.language],
                name_of_alpha3(cell.holder, matrix.language),
                _passage(cell, one, matrix.language, library),
            )
            for row in matrix.rows
            for cell in row.cells
            for one in cell.evidence
        ),
        warnings=tuple(
            dict.fromkeys((*(w for row in matrix.rows for w in row.warnings), *matrix.gaps, *matrix.warnings))
        ),
        words=names,
    )


def _row(row: Row, columns: tuple[str, ...], language: str, library: Library) -> MatrixRow:
    cells = {cell.holder: cell for cell in row.cells}
    return MatrixRow(
        row.issue.names[language],
        tuple(_first(cells.get(column), language, library) for column in columns),
        f"{_words()[language][row.agreement]}: {row.why}",
    )


def _first(cell: Cell | None, language: str, library: Library) -> MatrixCell:
    """A cell shows the first passage; the others stand on the sheet of evidence."""
    if cell is None:
        return MatrixCell(phrases_in(language).stances[Stance.NO_RECORD])
    if not cell.evidence:
        stance = phrases_in(language).stances.get(cell.stance, str(cell.stance))
        return MatrixCell(stance, cell.strength, remark=_by_hand(cell, None, language))
    return _passage(cell, cell.evidence[0], language, library)


def _passage(cell: Cell, one: Evidence, language: str, library: Library) -> MatrixCell:
    phrases = phrases_in(language)
    citation = cited(library, version_in(library, one.ref, one.language), language, one.quote)
    return MatrixCell(
        stance=phrases.stances.get(cell.stance, str(cell.stance)),
        strength=cell.strength,
        quote=one.quote,
        citation=citation.display,
        confidence=phrases.confidence[Confidence(one.confidence)] if one.confidence else "",
        colour=COLOURS.get(cell.stance, WHITE),
        remark=_by_hand(cell, one, language),
    )


def _by_hand(cell: Cell, one: Evidence | None, language: str) -> str:
    """That a person set the cell, why, and with which stance the passage is on record where that is another."""
    if not cell.set_by:
        return ""
    words = _words()[language]
    other = one is not None and one.stance is not cell.stance
    stance = phrases_in(language).stances.get(one.stance, str(one.stance)) if one and one.stance else ""
    recorded = words["on_record"].format(stance=stance) if other and stance else ""
    return "; ".join(part for part in (words["by_hand"], cell.note, recorded) if part)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return read_table(Path(__file__).with_suffix(".toml"), dict[str, dict[str, str]])
