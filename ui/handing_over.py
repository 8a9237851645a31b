"""Files that more than one page offers: the project as one file, the matrix as a spreadsheet."""

import tempfile
from io import BytesIO
from pathlib import Path

import streamlit as st

from drafting.export.matrix_xlsx import write_matrix
from drafting.matrix import Matrix
from drafting.projects.exchange import export_project
from drafting.projects.shelf import Shelf
from drafting.sheet import sheet_of
from ui.desk import Desk
from ui.position_work import notes_language, project_matrix
from ui.vocabulary import Words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_export(shelf: Shelf, project_id: str, words: Words) -> None:
    """Save the project as one file; what is private goes with it only where that is ticked, for this one file."""
    with_private = st.checkbox(words("project.with_private"), key=f"hand-over-{project_id}")
    st.caption(words("project.hand_over_hint"))

    def packed() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "project.zip"
            export_project(shelf, project_id, target, with_private)
            return target.read_bytes()

    label = words("project.save_file_private" if with_private else "project.save_file")
    st.download_button(
        label, packed, f"{project_id}.ortak.zip", "application/zip", on_click="ignore", icon=":material/folder_zip:"
    )


def draw_matrix_file(desk: Desk, matrix: Matrix | None = None) -> None:
    """Save the matrix as an Excel file."""

    def spreadsheet() -> bytes:
        stream = BytesIO()
        shown = matrix or project_matrix(desk.session, desk.project, notes_language(desk.words))
        write_matrix(sheet_of(shown, desk.session.library), stream)
        return stream.getvalue()

    name = f"{desk.file.id}-matrix.xlsx"
    st.download_button(
        desk.words("matrix.xlsx"), spreadsheet, name, XLSX, on_click="ignore", icon=":material/table_view:"
    )
