"""The matrix: silence is a cell of its own, agreement is explained, known traps are raised, edits keep their author."""

from dataclasses import replace

import pytest

from corpus.document import TextKind
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from corpus.states import FIVE
from drafting.agreement import Sides, agreement_of, state_list
from drafting.build_matrix import build_matrix, with_edits
from drafting.draft import Level
from drafting.evidence import Evidence
from drafting.gather import gather
from drafting.matrix import Agreement, Cell, Matrix, Row
from drafting.membership import coverage, coverage_sentence, members
from drafting.projects.values import CellEdit
from drafting.sheet import sheet_of
from drafting.topics import topics
from indexer.session import Session


def matrix_of(
    library: Library, topic: str, language: str = "en", states: tuple[str, ...] = FIVE, level: Level | None = None
) -> Matrix:
    session = Session(library, None, "")  # type: ignore[arg-type]
    evidence = gather(session, topics()[topic], language, states=states)
    return build_matrix(library, topics()[topic], evidence, states=states, language=language, level=level)


def row_of(matrix: Matrix, issue: str) -> Row:
    return next(row for row in matrix.rows if row.issue.id == issue)


def stances(row: Row) -> dict[str, Stance]:
    return {cell.holder: cell.stance for cell in row.cells if cell.holder in FIVE}


def test_states_are_columns_whether_anything_was_found_or_not(library: Library) -> None:
    matrix = matrix_of(library, "glaciers")
    assert matrix.states == FIVE
    assert matrix.instruments[0] == "declaration-2026"
    assert "A/RES/77/158" in matrix.instruments
    row = row_of(matrix, "glacier-preservation")
    assert stances(row) == {
        "KAZ": Stance.PROPOSES,
        "KGZ": Stance.CALLS_FOR,
        "TJK": Stance.PROPOSES,
        "TKM": Stance.NO_RECORD,
        "UZB": Stance.SUPPORTS,
    }
    silent = row.cell("TKM")
    assert silent is not None
    assert silent.evidence == ()
    assert silent.note == "No own initiative seen; shares the five-State texts only."
    assert [len(row.cells) for row in matrix.rows] == [5 + len(matrix.groups) + len(matrix.instruments)] * 7


@pytest.mark.parametrize(
    ("topic", "issue", "agreement", "why"),
    [
        (
            "glaciers",
            "glacier-preservation",
            Agreement.CONVERGENCE,
            "PP6 and OP1 of the declaration of 22 April 2026 speak for all five; own positions on record: "
            "Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan; none found: Turkmenistan.",
        ),
        (
            "glaciers",
            "glacier-fund",
            Agreement.CONVERGENCE,
            "OP6 of the declaration of 22 April 2026 speaks for all five; own positions on record: Tajikistan; "
            "none found: Kazakhstan, Kyrgyzstan, Turkmenistan and Uzbekistan.",
        ),
        (
            "glaciers",
            "glacier-centres",
            Agreement.DIVERGENCE,
            "Known divergence D-12; PP8 of the declaration of 22 April 2026 holds the wording that the five adopted. "
            "Positions on record: Kazakhstan and Tajikistan; no position found: Kyrgyzstan, Turkmenistan and "
            "Uzbekistan.",
        ),
        (
            "finance",
            "outside-finance",
            Agreement.CONVERGENCE,
            "Every State asked for has a position on record: Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
            "Uzbekistan; OP19 and OP18 of the declaration of 22 April 2026 hold the common wording.",
        ),
        (
            "finance",
            "finance-goal",
            Agreement.PARTIAL,
            "Positions on record: Kazakhstan, Kyrgyzstan and Tajikistan; no position found: Turkmenistan and "
            "Uzbekistan.",
        ),
        (
            "waste",
            "tailings",
            Agreement.CONVERGENCE,
            "OP14 of the declaration of 22 April 2026 speaks for all five; own positions on record: Kazakhstan, "
            "Kyrgyzstan, Tajikistan and Uzbekistan; none found: Turkmenistan.",
        ),
        (
            "security",
            "peace-zone",
            Agreement.GAP,
            "No position of any State asked for was found; that does not mean that there is none or that nobody "
            "objects.",
        ),
    ],
)
def test_agreement_is_computed_and_told_in_one_sentence(
    library: Library, topic: str, issue: str, agreement: Agreement, why: str
) -> None:
    row = row_of(matrix_of(library, topic), issue)
    assert (row.agreement, row.why) == (agreement, why)


@pytest.mark.parametrize(
    ("topic", "issue", "known"),
    [
        ("climate", "ndc", ("D-1", "D-22", "F-1", "F-4", "C-9")),
        ("climate", "carbon-neutrality", ("D-3", "F-2", "F-3", "C2-6")),
        ("climate", "coal", ("D-4",)),
        ("methane", "methane-pledge", ("D-5", "C-11")),
        ("water", "water-organization", ("D-11", "C2-2")),
        ("seas", "ifas", ("D-7",)),
        ("lldc", "lldc-groups", ("D-15",)),
    ],
)
def test_known_divergences_and_figure_traps_are_raised_on_the_row(
    library: Library, topic: str, issue: str, known: tuple[str, ...]
) -> None:
    row = row_of(matrix_of(library, topic), issue)
    assert row.known == known
    assert row.agreement is Agreement.DIVERGENCE
    assert [warning.split(":")[0] for warning in row.warnings] == list(known)


def test_a_warning_is_the_notes_own_text_in_the_language_of_the_matrix(library: Library) -> None:
    row = row_of(matrix_of(library, "methane", "ru"), "methane-pledge")
    notes = {note.id: note for file in library.positions for note in file.note}
    assert row.warnings[0] == f"D-5: {notes['D-5'].fact_ru}"
    assert row.why == (
        "Известное расхождение D-5; формулировка, принятая пятью государствами, — OP15 Декларации от 22 апреля 2026 "
        "года. Позиции зафиксированы: Казахстан, Кыргызстан, Туркменистан и Узбекистан; не найдены: Таджикистан."
    )


def test_no_state_stays_unmentioned(library: Library) -> None:
    """Every State has a position on the topic, or a gap names it."""
    for name in topics():
        matrix = matrix_of(library, name)
        for state, country in zip(
            FIVE, ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"), strict=True
        ):
            for row in matrix.rows:
                cell = row.cell(state)
                assert cell is not None
                named = any(
                    gap.casefold().startswith(row.issue.names["en"].casefold())
                    and (country in gap or "nothing is on record" in gap)
                    for gap in matrix.gaps
                )
                assert named == (cell.stance is Stance.NO_RECORD), (row.issue.id, state)


def sides(**stances: Stance) -> Sides:
    return Sides.of([Cell(state, stance, 1, ()) for state, stance in stances.items()], tuple(stances))


@pytest.mark.parametrize(
    ("shown", "agreement", "why"),
    [
        (
            {"KAZ": Stance.OPPOSES, "NPL": Stance.SUPPORTS},
            Agreement.DIVERGENCE,
            "Against: Kazakhstan; in favour: Nepal; no position found: none.",
        ),
        (
            {"KAZ": Stance.CONDITIONAL, "NPL": Stance.COMMITS, "BTN": Stance.NO_RECORD},
            Agreement.DIVERGENCE,
            "On conditions: Kazakhstan; without conditions: Nepal; no position found: Bhutan.",
        ),
        (
            {"KAZ": Stance.CONDITIONAL, "NPL": Stance.CONDITIONAL},
            Agreement.CONVERGENCE,
            "Every State asked for has a position on record: Kazakhstan and Nepal.",
        ),
        (
            {"KAZ": Stance.SUPPORTS, "NPL": Stance.MENTIONS},
            Agreement.PARTIAL,
            "Positions on record: Kazakhstan; no position found: none. Only mentioned, without taking a side: Nepal.",
        ),
        (
            {"NPL": Stance.NO_RECORD},
            Agreement.GAP,
            "No position of any State asked for was found; that does not mean that there is none or that nobody "
            "objects.",
        ),
        ({"NPL": Stance.PROPOSES}, Agreement.CONVERGENCE, "The only State asked for, Nepal, has a position on record."),
    ],
)
def test_conflicts_and_silence(shown: dict[str, Stance], agreement: Agreement, why: str) -> None:
    assert agreement_of(sides(**shown), [], (), "en") == (agreement, why)


def test_the_declaration_speaks_for_the_five_only() -> None:
    silent = dict.fromkeys(("KAZ", "NPL"), Stance.NO_RECORD)
    assert agreement_of(sides(**silent), [], ("OP6",), "en")[0] is Agreement.GAP
    assert agreement_of(sides(KAZ=Stance.NO_RECORD), [], ("OP6",), "en")[0] is Agreement.CONVERGENCE


def test_a_divergence_within_one_state_counts_where_only_that_state_is_asked(library: Library) -> None:
    notes = {note.id: note for file in library.positions for note in file.note}
    one = sides(KGZ=Stance.COMMITS)
    assert agreement_of(one, [notes["D-22"]], (), "en")[0] is Agreement.DIVERGENCE
    assert agreement_of(one, [notes["D-1"]], (), "en")[0] is Agreement.CONVERGENCE


def test_long_lists_of_states_are_cut() -> None:
    many = ("AFG", "BOL", "BTN", "KAZ", "KGZ", "NPL", "PRY", "TJK")
    assert state_list(many, "en") == "Afghanistan, Bolivia, Bhutan, Kazakhstan, Kyrgyzstan, Nepal and 2 others"
    assert state_list(many, "ru") == "Афганистан, Боливия, Бутан, Казахстан, Кыргызстан, Непал и ещё 2"
    assert state_list((), "ru") == "нет"


def test_the_group_has_its_own_column_and_the_registry_knows_its_32_members(library: Library) -> None:
    matrix = matrix_of(library, "lldc", level=Level.LLDC)
    assert matrix.groups == ("LLDC",)
    group = row_of(matrix, "lldc-climate-group").cell("LLDC")
    assert group is not None
    assert group.stance is Stance.PROPOSES
    known = members(library, Level.LLDC)
    assert len(known) == 32
    assert {"AFG", "BOL", "BTN", "LAO", "MDA", "MKD", "NPL", "PRY", "SWZ", *FIVE} <= set(known)
    assert matrix.warnings == (
        "The evidence covers 5 of the 32 landlocked developing countries: Kazakhstan, Kyrgyzstan, Tajikistan, "
        "Turkmenistan and Uzbekistan; a text in the name of the Group needs the others.",
    )


def test_coverage_says_who_is_missing_and_what_the_list_rests_on(library: Library) -> None:
    passage = Evidence(
        "e-1", ParagraphRef("s", "1"), "en", "…", TextKind.POSITION, "x", ("NPL",), Stance.SUPPORTS, 1, ""
    )
    found = coverage(library, Level.LLDC, [passage])
    assert found.covered == ("NPL",)
    assert len(found.missing) == 31
    assert found.sources == ("repo openclimatedata/countrygroups, data/lldc.csv (state of 2024)",)
    assert members(library, Level.G77) == ("TJK", "TKM")
    assert coverage_sentence(coverage(library, Level.G77, [passage]), Level.G77, "en") == (
        "No position of a single State is held for the Group; only notes on the Group itself."
    )
    assert coverage_sentence(found, Level.CENTRAL_ASIA, "en") == ""


def test_edits_keep_who_set_what_and_agreement_is_computed_anew(library: Library) -> None:
    matrix = matrix_of(library, "glaciers")
    row = row_of(matrix, "glacier-hazards")
    assert row.agreement is Agreement.GAP
    passage = Evidence(
        "e-1", ParagraphRef("s", "1"), "en", "…", TextKind.POSITION, row.issue.id, ("TKM",), Stance.SUPPORTS, 3, ""
    )
    edits = [
        CellEdit(row.issue.id, "TKM", Stance.MENTIONS, who="A", when="2026-05-01T10:00:00Z"),
        CellEdit(row.issue.id, "TKM", Stance.SUPPORTS, 3, ("e-1", "e-gone"), "told in the room", "B", "2026-05-02"),
        CellEdit("no-such-issue", "TKM", Stance.SUPPORTS, 3),
        CellEdit(row.issue.id, "FRA", Stance.SUPPORTS, 3),
    ]
    edited = with_edits(library, matrix, edits, [passage])
    cell = row_of(edited, "glacier-hazards").cell("TKM")
    assert cell == Cell("TKM", Stance.SUPPORTS, 3, (passage,), "told in the room", "B", "2026-05-02")
    assert row_of(edited, "glacier-hazards").agreement is Agreement.PARTIAL
    assert row_of(edited, "glacier-fund") == row_of(matrix, "glacier-fund")
    assert [gap for gap in edited.gaps if gap.startswith("Hazards")] == [
        "Hazards of melting: outburst floods, landslides, mudflows: no position found of "
        "Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan."
    ]
    assert with_edits(library, matrix, []) == matrix


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("set by hand; told in the room; on record: proposes", "set by hand; told in the room")),
        ("ru", ("внесено вручную; told in the room; по записям: предлагает", "внесено вручную; told in the room")),
    ],
)
def test_the_spreadsheet_says_which_cells_a_person_set(library: Library, language: str, told: tuple[str, str]) -> None:
    matrix = matrix_of(library, "glaciers", language)
    cell = row_of(matrix, "glacier-preservation").cell("KAZ")
    assert cell is not None
    against = CellEdit("glacier-preservation", "KAZ", Stance.OPPOSES, 3, (), "told in the room", "B", "2026-05-02")
    edits = [replace(against, evidence=(cell.evidence[0].id,)), replace(against, column="TKM")]
    sheet = sheet_of(with_edits(library, matrix, edits, cell.evidence), library)
    remarks = [each.remark for row in sheet.rows for each in row.cells if each.remark]
    assert remarks == list(told)
    silent = next(each for row in sheet.rows for each in row.cells if each.remark == told[1])
    assert silent.stance == {"en": "opposes", "ru": "возражает"}[language]
