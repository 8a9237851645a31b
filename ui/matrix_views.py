"""The matrix as pages show it, as values: the heat map's cells, the table, one cell with all that stands behind it."""

import html
import textwrap
from dataclasses import dataclass
from typing import Any

from corpus.library import Library
from corpus.positions import Stance
from corpus.registry import NOTE_LANGUAGES
from drafting.matrix import Agreement, Cell, Matrix, Row
from drafting.sheet import COLOURS
from drafting.sources import GROUP
from indexer.places import DECLARATION
from ui.evidence_views import SIGNS, STRONGEST, reader_link, shortened, stance_in_words
from ui.history_views import when_in_words
from ui.states import state_in_words
from ui.vocabulary import Words

AGREEMENT_SIGNS = {
    Agreement.CONVERGENCE: "●",
    Agreement.PARTIAL: "◐",
    Agreement.DIVERGENCE: "◆",
    Agreement.GAP: "○",
}
AGREEMENT_COLOURS = {
    Agreement.CONVERGENCE: "green",
    Agreement.PARTIAL: "orange",
    Agreement.DIVERGENCE: "red",
    Agreement.GAP: "gray",
}
NOTHING_FOUND = "#EFEFEF"
MENTIONED = "#F4F1EA"
WRAPPED, NARROW = 32, 15
"""Letters of a line in the head of a row, and in a cell."""
SHORT = 160
BREAK = "|"


@dataclass(frozen=True, slots=True)
class RowView:
    """An issue with how far the States agree on it, why, and what to beware of."""

    id: str
    name: str
    agreement: Agreement
    title: str
    why: str
    warnings: tuple[str, ...]


def row_view(row: Row, language: str, words: Words) -> RowView:
    """A row in the words of the interface; reasons and warnings are in the matrix's language."""
    told = words(f"agreement.{row.agreement}")
    return RowView(
        row.issue.id,
        issue_name(row, language),
        row.agreement,
        f"{AGREEMENT_SIGNS[row.agreement]} {told}",
        row.why,
        row.warnings,
    )


def issue_name(row: Row, language: str) -> str:
    """The name of an issue, with a capital."""
    name = row.issue.names.get(language) or row.issue.names["en"]
    return name[:1].upper() + name[1:]


def holder_name(library: Library, holder: str, words: Words) -> str:
    """A State, group or instrument by name."""
    if holder == GROUP:
        return words("matrix.group")
    if holder == DECLARATION:
        return words("search.declaration")
    if holder in library.ids or library.instrument(holder):
        instrument = library.instrument(holder)
        language = words.language if words.language in NOTE_LANGUAGES else "en"
        if instrument:
            return instrument.symbol or instrument.title(language)
        return library.document(holder).title
    return state_in_words(holder, words)


def holders_of(matrix: Matrix, with_instruments: bool) -> tuple[str, ...]:
    """The columns that are shown: States and groups, and where asked for the instruments."""
    return (*matrix.states, *matrix.groups, *(matrix.instruments if with_instruments else ()))


def cell_label(cell: Cell, words: Words) -> str:
    """What a cell says in two lines: sign with stance, and the strength of its verb."""
    if cell.stance is Stance.NO_RECORD:
        return "\n".join(textwrap.wrap(f"{SIGNS[cell.stance]} {words('matrix.nothing_found')}", NARROW))
    by_hand = " ✋" if cell.set_by else ""
    dots = "●" * cell.strength + "○" * (STRONGEST - cell.strength)
    return f"{SIGNS.get(cell.stance, '')} {stance_in_words(cell.stance, words)}{by_hand}\n{dots}"


def colour_of(stance: Stance) -> str:
    """The ground of a cell; it only repeats the words on it."""
    if stance is Stance.NO_RECORD:
        return NOTHING_FOUND
    return COLOURS.get(stance, MENTIONED)


def heat_cells(library: Library, matrix: Matrix, words: Words, with_instruments: bool) -> list[dict[str, Any]]:
    """One entry a cell of the heat map."""
    names = {holder: holder_name(library, holder, words) for holder in holders_of(matrix, with_instruments)}
    return [
        {
            "issue": row.issue.id,
            "holder": holder,
            "row": _wrapped(issue_name(row, matrix.language), WRAPPED),
            "column": _wrapped(name, NARROW),
            "label": cell_label(cell, words),
            "colour": colour_of(cell.stance),
            "quote": shortened(cell.evidence[0].quote, SHORT) if cell.evidence else cell.note,
            "passages": len(cell.evidence),
        }
        for row in matrix.rows
        for holder, name in names.items()
        for cell in (shown_cell(row, holder),)
    ]


def shown_cell(row: Row, holder: str) -> Cell:
    """The cell of a holder; one without record where the row has none."""
    return row.cell(holder) or Cell(holder, Stance.NO_RECORD, 0, ())


def heat_map(cells: list[dict[str, Any]], words: Words) -> dict[str, Any]:
    """The heat map as a Vega-Lite chart; a click chooses a cell."""
    told = [
        {"field": "label", "title": words("tray.stance")},
        {"field": "quote", "title": words("tray.words")},
        {"field": "passages", "title": words("matrix.passages")},
    ]
    return {
        "data": {"values": cells},
        "width": {"step": 116},
        "height": {"step": 56},
        "encoding": {
            "x": _axis("column", orient="top", labelAngle=0, labelLimit=140, labelFlush=False),
            "y": _axis("row", labelLimit=320, labelOffset=-6),
            "tooltip": told,
        },
        "config": {"view": {"stroke": None}},
        "layer": [
            {
                "mark": {
                    "type": "rect",
                    "stroke": "#8a8a8a",
                    "strokeWidth": 0.6,
                    "cornerRadius": 3,
                    "cursor": "pointer",
                },
                "params": [{"name": "cell", "select": {"type": "point", "fields": ["issue", "holder"]}}],
                "encoding": {
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                    "strokeWidth": {"condition": {"param": "cell", "empty": False, "value": 2.5}, "value": 0.6},
                },
            },
            {
                "mark": {"type": "text", "lineBreak": "\n", "fontSize": 12, "color": "#1c1c1c", "dy": -4},
                "encoding": {"text": {"field": "label"}},
            },
        ],
    }


def _axis(field: str, **settings: object) -> dict[str, Any]:
    """An axis of names in the order they come, wrapped, without lines; `settings` are what this side has of its own."""
    shared = {"labelExpr": f"split(datum.label, '{BREAK}')", "labelFontSize": 13, "domain": False, "ticks": False}
    return {"field": field, "type": "nominal", "sort": None, "title": None, "axis": {**shared, **settings}}


def matrix_table(library: Library, matrix: Matrix, words: Words, with_instruments: bool) -> str:
    """The matrix as an HTML table: stance in words, the first words relied on, the way to their place."""
    holders = holders_of(matrix, with_instruments)
    head = "".join(f"<th>{html.escape(holder_name(library, one, words))}</th>" for one in ("", *holders) if one)
    rows = "".join(_table_row(matrix, row, holders, words) for row in matrix.rows)
    first = f"<th>{html.escape(words('tray.issue'))}</th>"
    return (
        f'<div class="ortak-wide"><table class="ortak-matrix"><thead><tr>{first}{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def set_in_words(cell: Cell, words: Words) -> str:
    """Who changed a cell by hand and when; empty where nobody did."""
    if not cell.set_by:
        return ""
    return words("matrix.set_by", who=cell.set_by, when=when_in_words(cell.set_on, words) if cell.set_on else "")


def _table_row(matrix: Matrix, row: Row, holders: tuple[str, ...], words: Words) -> str:
    agreement = html.escape(f"{AGREEMENT_SIGNS[row.agreement]} {words(f'agreement.{row.agreement}')}")
    cells = "".join(_table_cell(shown_cell(row, holder), words) for holder in holders)
    return f"<tr><th>{html.escape(issue_name(row, matrix.language))}<br><small>{agreement}</small></th>{cells}</tr>"


def _table_cell(cell: Cell, words: Words) -> str:
    label = html.escape(cell_label(cell, words)).replace("\n", " ")
    quote = ""
    if cell.evidence:
        first = cell.evidence[0]
        link = html.escape(reader_link(first.ref, first.language, words))
        place = html.escape(first.ref.label)
        quote = f'<br>“{html.escape(shortened(first.quote, SHORT))}” <a href="{link}" target="_blank">{place}</a>'
    elif cell.note:
        quote = f"<br>{html.escape(shortened(cell.note, SHORT))}"
    colour = colour_of(cell.stance)
    return f'<td style="background-color: {colour}; color: #1c1c1c"><b>{label}</b>{quote}</td>'


def _wrapped(text: str, width: int) -> str:
    return BREAK.join(textwrap.wrap(text, width))
