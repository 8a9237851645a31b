"""Position notes: every row there, every claim with a source, silence never read as consent."""

from collections import Counter

from corpus.library import Library
from corpus.positions import PositionNote, Stance
from corpus.states import FIVE
from corpus.tables import Confidence


def notes(library: Library, file_id: str) -> tuple[PositionNote, ...]:
    return next(file.note for file in library.positions if file.id == file_id)


def test_the_five_states_have_146_positions_and_25_silences(library: Library) -> None:
    five = [note for state in FIVE for note in notes(library, state)]
    silences = [note for note in five if note.stance is Stance.NO_RECORD]
    assert (len(five) - len(silences), len(silences)) == (146, 25)


def test_counts_of_the_other_notes(library: Library) -> None:
    counts = {file.id: len(file.note) for file in library.positions}
    assert counts["LLDC"] == 13
    assert counts["divergences"] == 24
    assert counts["convergences"] == 28


def test_every_note_that_claims_names_its_source(library: Library) -> None:
    for file in library.positions:
        for note in file.note:
            if note.stance is not Stance.NO_RECORD:
                assert note.source or note.notes, note.id


def test_a_row_keeps_what_it_says(library: Library) -> None:
    row = next(note for note in notes(library, "KAZ") if note.id == "KAZ-21")
    assert row.stance is Stance.PROPOSES
    assert row.states == ("KAZ",)
    assert row.date == "2025-12-12"
    assert row.confidence is Confidence.MEDIUM
    assert "turning UN-Water into a specialised agency" in row.fact
    assert len(row.source) == 2


def test_convergences_rest_on_rows_of_each_state_they_name(library: Library) -> None:
    for note in notes(library, "convergences"):
        if note.id.startswith("C-") and note.states and note.id not in {"C-15", "C-18"}:
            behind = Counter(other.split("-")[0] for other in note.notes)
            assert set(note.states) <= set(behind), note.id


def test_ids_are_unique(library: Library) -> None:
    ids = Counter(note.id for file in library.positions for note in file.note)
    assert max(ids.values()) == 1
