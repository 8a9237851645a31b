"""The report in the forms that leave the program: exact fields, rows, wordings, and a clean Word file."""

import csv
import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from references.findings import CheckedMention, CheckReport, Finding, LintNote, Status
from references.mention import Mention, MentionKind
from references.report import COLUMNS, Proposal, corrected_text, proposals, report_csv, report_fields, used
from ui.check_report import write_check_report
from ui.vocabulary import words_in

TEXT = "Recalling resolution 80/3 of 15 October 2025 and the Rio Declarations, the the Assembly"
RESOLUTION = Mention(21, 44, TEXT[21:44], MentionKind.RESOLUTION, "A/RES/80/3", "GA", False, "2025-10-15", (29, 44))
NAMED = Mention(49, 69, TEXT[49:69], MentionKind.TREATY, instrument="rio-conventions")
WRONG_DATE = Finding(
    Status.DATE_KIND,
    "2025-10-15",
    "2025-10-14",
    "A/RES/80/3, text read",
    "high",
    "Masthead.",
    "80/3 of 14 October 2025",
)
WRONG_NAME = Finding(
    Status.TITLE, "the Rio Declarations", "the Rio conventions", "record", "high", "", "Rio conventions"
)
OPEN = Finding(Status.COULD_NOT_CHECK, "+1", "=2", "-3", "n/a", "@4")
SLIP = LintNote(71, 78, "doubled words", "“the” stands twice.", "the")
REPORT = CheckReport(
    "en", (CheckedMention(RESOLUTION, (WRONG_DATE, OPEN)), CheckedMention(NAMED, (WRONG_NAME,))), (SLIP,)
)


def test_fields_are_those_of_the_contract() -> None:
    assert report_fields(REPORT) == {
        "mentions": [
            {
                "start": 21,
                "end": 44,
                "text": "80/3 of 15 October 2025",
                "kind": "resolution",
                "symbol": "A/RES/80/3",
                "organ": "GA",
                "date": "2025-10-15",
                "paragraph": None,
                "instrument": None,
                "same_as": [],
                "findings": [
                    {
                        "status": "date of another kind",
                        "expected": "2025-10-14",
                        "found": "2025-10-15",
                        "source": "A/RES/80/3, text read",
                        "confidence": "high",
                        "proposal": "80/3 of 14 October 2025",
                        "evidence": "Masthead.",
                    },
                    {
                        "status": "could not check",
                        "expected": "=2",
                        "found": "+1",
                        "source": "-3",
                        "confidence": "n/a",
                        "proposal": "",
                        "evidence": "@4",
                    },
                ],
            },
            {
                "start": 49,
                "end": 69,
                "text": "the Rio Declarations",
                "kind": "treaty",
                "symbol": None,
                "organ": None,
                "date": None,
                "paragraph": None,
                "instrument": "rio-conventions",
                "same_as": [],
                "findings": [
                    {
                        "status": "title differs",
                        "expected": "the Rio conventions",
                        "found": "the Rio Declarations",
                        "source": "record",
                        "confidence": "high",
                        "proposal": "Rio conventions",
                        "evidence": "",
                    }
                ],
            },
        ],
        "lint": [
            {"start": 71, "end": 78, "kind": "doubled words", "message": "“the” stands twice.", "proposal": "the"}
        ],
    }


def test_the_table_has_one_row_a_finding_and_no_formulas() -> None:
    written = report_csv(REPORT)
    assert written.count("\r\n") == 4
    assert "\n" not in written.replace("\r\n", "")
    assert list(csv.reader(io.StringIO(written, newline=""))) == [
        list(COLUMNS),
        ["21", "44", "80/3 of 15 October 2025", "resolution", "A/RES/80/3", "GA", "2025-10-15", "",
         "date of another kind", "2025-10-15", "2025-10-14", "A/RES/80/3, text read", "high", "Masthead.",
         "80/3 of 14 October 2025"],
        ["21", "44", "80/3 of 15 October 2025", "resolution", "A/RES/80/3", "GA", "2025-10-15", "",
         "could not check", "'+1", "'=2", "'-3", "n/a", "'@4", ""],
        ["49", "69", "the Rio Declarations", "treaty", "", "", "", "",
         "title differs", "the Rio Declarations", "the Rio conventions", "record", "high", "", "Rio conventions"],
    ]  # fmt: skip


def test_quotation_marks_and_line_breaks_stay_in_their_cell() -> None:
    mention = replace(RESOLUTION, text='a "b",\nc')
    (_, row) = csv.reader(io.StringIO(report_csv(CheckReport("en", (CheckedMention(mention, (OPEN,)),), ()))))
    assert row[2] == 'a "b",\nc'


ACCEPTED = [
    (None, "Recalling resolution 80/3 of 14 October 2025 and Rio conventions, the Assembly"),
    ({0, 1, 2}, "Recalling resolution 80/3 of 14 October 2025 and Rio conventions, the Assembly"),
    ({0}, "Recalling resolution 80/3 of 14 October 2025 and the Rio Declarations, the the Assembly"),
    ({2}, "Recalling resolution 80/3 of 15 October 2025 and the Rio Declarations, the Assembly"),
    ({9}, TEXT),
    (set(), TEXT),
]


@pytest.mark.parametrize(("accepted", "corrected"), ACCEPTED)
def test_accepted_wordings_take_their_places(accepted: set[int] | None, corrected: str) -> None:
    assert corrected_text(TEXT, REPORT, accepted) == corrected


def test_wordings_never_overlap_and_the_same_one_is_offered_once() -> None:
    mention = Mention(0, 5, "abcde", MentionKind.OTHER)
    report = CheckReport(
        "en",
        (CheckedMention(mention, (replace(WRONG_NAME, proposal="X"),)),),
        (LintNote(0, 5, "", "", "X"), LintNote(3, 7, "", "", "Y"), LintNote(5, 6, "", "", "Z")),
    )
    assert proposals(report) == (Proposal(0, 5, "X"), Proposal(3, 7, "Y"), Proposal(5, 6, "Z"))
    assert used(report) == (Proposal(0, 5, "X"), Proposal(5, 6, "Z"))
    assert corrected_text("abcdefgh", report) == "XZgh"
    assert corrected_text("abcdefgh", report, {1, 2}) == "abcYh"


@given(st.text())
def test_a_text_without_proposals_stays_as_it_is(text: str) -> None:
    mention = Mention(0, len(text), text, MentionKind.OTHER)
    report = CheckReport("en", (CheckedMention(mention, (OPEN,)),), (LintNote(0, len(text), "", ""),))
    assert corrected_text(text, report) == text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 9), st.text(max_size=5))))
def test_outside_the_proposals_nothing_changes(text: str, offered: list[tuple[int, int, str]]) -> None:
    notes = [LintNote(start, min(start + length, len(text)), "", "", new) for start, length, new in offered]
    report = CheckReport("en", (), tuple(note for note in notes if note.start < note.end))
    corrected = corrected_text(text, report)
    first = min((proposal.start for proposal in proposals(report)), default=len(text))
    last = max((proposal.end for proposal in proposals(report)), default=0)
    assert corrected.startswith(text[:first])
    assert corrected.endswith(text[last:])


def word_file(report: CheckReport, text: str, language: str = "en") -> io.BytesIO:
    written = io.BytesIO()
    write_check_report(report, text, written, words_in(language))
    written.seek(0)
    return written


def test_the_word_report_says_everything_once() -> None:
    document = docx.Document(word_file(REPORT, TEXT))
    counted, found = document.tables
    assert [[cell.text for cell in row.cells] for row in counted.rows] == [
        ["Status", "Number"],
        ["✗ date of another kind (distribution, not adoption)", "1"],
        ["✗ title differs", "1"],
        ["? could not check", "1"],
    ]
    assert [cell.text for cell in found.rows[0].cells] == [
        "Reference", "The text says", "The record says", "Status", "Source", "Confidence",
    ]  # fmt: skip
    assert [cell.text for cell in found.rows[1].cells] == [
        "80/3 of 15 October 2025", "15 October 2025", "14 October 2025",
        "✗ date of another kind (distribution, not adoption)\nMasthead.", "A/RES/80/3, text read", "high",
    ]  # fmt: skip
    assert document.paragraphs[-1].text == "the the — “the” stands twice. → the"


def test_the_word_report_in_russian() -> None:
    document = docx.Document(word_file(REPORT, TEXT, "ru"))
    assert document.paragraphs[0].text == "Проверка ссылок"
    assert document.paragraphs[-1].text == "the the — Слово «the» стоит дважды подряд. → the"
    assert document.tables[0].rows[1].cells[0].text == "✗ дата другого рода (распространения, а не принятия)"
    dated = replace(
        WRONG_DATE, evidence="The date of adoption is not given.", source="A/RES/80/3, text read ; the registry"
    )
    told = docx.Document(word_file(CheckReport("en", (CheckedMention(RESOLUTION, (dated,)),), ()), TEXT, "ru"))
    assert [cell.text for cell in told.tables[1].rows[1].cells][1:] == [
        "15 октября 2025 года", "14 октября 2025 года",
        "✗ дата другого рода (распространения, а не принятия)\nНе указана дата принятия.",
        "A/RES/80/3, text read ; реестр", "высокая",
    ]  # fmt: skip


def test_the_properties_of_the_word_report_are_clean() -> None:
    written = word_file(REPORT, TEXT)
    properties = docx.Document(written).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("Ortak", "Ortak", "")
    with zipfile.ZipFile(written) as parts:
        assert b"python-docx" not in parts.read("docProps/core.xml")


def test_arabic_runs_from_right_to_left_and_other_words_do_not() -> None:
    mention = replace(RESOLUTION, text="80/3 المؤرخ 15 تشرين الأول")
    report = CheckReport("ar", (CheckedMention(mention, (OPEN,)),), ())
    arabic, latin, *_ = docx.Document(word_file(report, mention.text)).tables[1].rows[1].cells
    assert arabic.paragraphs[0].runs[0].font.rtl is True
    assert arabic.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None
    assert latin.paragraphs[0].runs[0].font.rtl is None


@settings(max_examples=25)  # several texts in each file: a file takes far longer than a text
@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_any_text_can_stand_in_the_word_report(texts: list[str]) -> None:
    mentions = tuple(CheckedMention(replace(RESOLUTION, text=text), (replace(OPEN, found=text),)) for text in texts)
    report = CheckReport("en", mentions, tuple(LintNote(0, 1, "", text) for text in texts))
    table = docx.Document(word_file(report, "".join(texts))).tables[1]
    assert len(table.rows) == 1 + len(texts)


def test_a_report_without_findings_says_so() -> None:
    said = [paragraph.text for paragraph in docx.Document(word_file(CheckReport("en", (), ()), "")).paragraphs]
    assert "No reference to an instrument was found in this text." in said
    assert said[-1] == "None was noticed."
