"""The declaration checked against the record: every known discrepancy found, nothing right called wrong."""

import pytest

from corpus.language import LANGUAGES
from corpus.tables import DATA_FOLDER
from references.checker import ReferenceChecker
from references.findings import WRONG, CheckedMention, CheckReport, Status

TEXT = (DATA_FOLDER / "documents" / "declaration-2026" / "text.ru.md").read_text(encoding="utf-8")

NUMBERED = [
    ("78/147 от 19 декабря 2023 года", "A/RES/78/147", "2023-12-19"),
    ("80/144 от 15 декабря 2025 года", "A/RES/80/144", "2025-12-15"),
    ("79/143 от 12 декабря 2024 года", "A/RES/79/143", "2024-12-12"),
    ("71/222 от 21 декабря 2016 года", "A/RES/71/222", "2016-12-21"),
    ("77/158 от 14 декабря 2022 года", "A/RES/77/158", "2022-12-14"),
    ("78/278 от 23 апреля 2024 года", "A/RES/78/278", "2024-04-23"),
    ("80/3 от 15 октября 2025 года", "A/RES/80/3", "2025-10-15"),
    ("79/283 от 16 апреля 2025 года", "A/RES/79/283", "2025-04-16"),
    ("6/3", "UNEP/EA.6/Res.3", ""),
    ("7/10 от 12 декабря 2025 года", "UNEP/EA.7/Res.10", "2025-12-12"),
    ("77/158 от 14 декабря 2022 года", "A/RES/77/158", "2022-12-14"),
    ("78/127 Генеральной Ассамблеи ООН от 18 декабря 2023 года", "A/RES/78/127", "2023-12-18"),
]


@pytest.fixture(scope="module")
def report(checker: ReferenceChecker) -> CheckReport:
    return checker.check(TEXT, "ru")


@pytest.fixture(scope="module")
def numbered(report: CheckReport) -> list[CheckedMention]:
    return [checked for checked in report.mentions if checked.mention.symbol and not checked.mention.instrument]


def of(numbered: list[CheckedMention], symbol: str) -> CheckedMention:
    return next(checked for checked in numbered if checked.mention.symbol == symbol)


def statuses(checked: CheckedMention) -> set[Status]:
    return {finding.status for finding in checked.findings}


def named(report: CheckReport, instrument: str) -> CheckedMention:
    return next(checked for checked in report.mentions if checked.mention.instrument == instrument)


def test_all_twelve_references_are_found_with_exact_spans(numbered: list[CheckedMention]) -> None:
    found = [(checked.mention.text, checked.mention.symbol, checked.mention.date) for checked in numbered]
    assert found == NUMBERED
    assert len({symbol for _, symbol, _ in found}) == 11
    for checked in numbered:
        assert TEXT[checked.mention.start : checked.mention.end] == checked.mention.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_resolutions_are_found_in_every_language_of_the_declaration(
    checker: ReferenceChecker, language: str
) -> None:
    text = (DATA_FOLDER / "documents" / "declaration-2026" / f"text.{language}.md").read_text(encoding="utf-8")
    found = {mention.symbol for mention in checker.mentions(text, language)}
    assert {symbol for _, symbol, _ in NUMBERED} - found <= {"UNEP/EA.7/Res.10"}


@pytest.mark.parametrize(
    ("symbol", "status", "expected"),
    [
        ("A/RES/78/147", Status.ATTRIBUTION, "Uzbekistan"),
        ("A/RES/78/278", Status.DATE, "2024-05-02"),
        ("A/RES/78/278", Status.ATTRIBUTION, "Pakistan"),
        ("A/RES/80/3", Status.DATE_KIND, "2025-10-14"),
        ("A/RES/80/3", Status.ATTRIBUTION, "Bolivia"),
        ("UNEP/EA.7/Res.10", Status.ATTRIBUTION, "Tajikistan, Peru"),
        ("UNEP/EA.6/Res.3", Status.INCOMPLETE, "2024-03-01"),
    ],
)
def test_discrepancies_of_numbered_references(
    numbered: list[CheckedMention], symbol: str, status: Status, expected: str
) -> None:
    (finding,) = [finding for finding in of(numbered, symbol).findings if finding.status is status]
    assert finding.expected.startswith(expected)
    assert finding.confidence == "high"
    assert finding.source


@pytest.mark.parametrize(
    ("instrument", "status"),
    [
        ("rio-conventions", Status.TITLE),
        ("unfccc", Status.TITLE),
        ("one-water-summit", Status.TITLE),
        ("international-day-of-greening-the-planet", Status.COULD_NOT_CHECK),
    ],
)
def test_discrepancies_of_named_references(report: CheckReport, instrument: str, status: Status) -> None:
    assert statuses(named(report, instrument)) == {status}


@pytest.mark.parametrize("symbol", ["A/RES/71/222", "A/RES/77/158"])
def test_what_is_right_is_confirmed(numbered: list[CheckedMention], symbol: str) -> None:
    assert statuses(of(numbered, symbol)) == {Status.CONFIRMED}


@pytest.mark.parametrize(
    "symbol", ["A/RES/80/144", "A/RES/79/143", "A/RES/79/283", "A/RES/78/127", "UNEP/EA.6/Res.3", "UNEP/EA.7/Res.10"]
)
def test_what_is_not_known_is_not_confirmed(numbered: list[CheckedMention], symbol: str) -> None:
    assert Status.COULD_NOT_CHECK in statuses(of(numbered, symbol))
    assert Status.CONFIRMED not in statuses(of(numbered, symbol))


@pytest.mark.parametrize(
    "right",
    ["A/RES/71/222", "A/RES/77/158", "A/RES/79/143", "A/RES/78/127", "A/RES/79/283", "A/RES/80/144"],
)
def test_nothing_right_is_called_wrong(numbered: list[CheckedMention], right: str) -> None:
    for checked in numbered:
        if checked.mention.symbol == right:
            assert not statuses(checked) & WRONG


@pytest.mark.parametrize(
    "instrument",
    [
        "lldc3",
        "global-mountain-summit-2027",
        "gef-assembly-8",
        "dushanbe-water-conference-2026",
        "world-day-for-glaciers",
    ],
)
def test_names_that_are_right_are_confirmed(report: CheckReport, instrument: str) -> None:
    assert statuses(named(report, instrument)) == {Status.CONFIRMED}


def test_what_the_sixth_paragraph_says_of_a_resolution_is_shown_for_a_person_to_judge(
    numbered: list[CheckedMention],
) -> None:
    second = [checked for checked in numbered if checked.mention.symbol == "A/RES/77/158"][1]
    (finding,) = second.findings
    assert finding.status is Status.COULD_NOT_CHECK
    assert finding.found.startswith("которая призывает все государства, международные финансовые институты")
    assert "OP5 of A/RES/77/158" in finding.evidence
    assert finding.expected.startswith("Предлагает правительствам")


def test_the_scope_of_a_participle_is_shown(numbered: list[CheckedMention]) -> None:
    (finding,) = [f for f in of(numbered, "A/RES/78/147").findings if f.status is Status.ATTRIBUTION]
    assert [number in finding.evidence for number in ("78/147", "80/144", "79/143", "71/222")] == [
        True,
        True,
        True,
        False,
    ]


def test_one_instrument_under_two_handles_is_linked(report: CheckReport) -> None:
    mentions = [checked.mention for checked in report.mentions]
    markhor = next(n for n, mention in enumerate(mentions) if mention.instrument == "international-day-of-the-markhor")
    resolution = next(n for n, mention in enumerate(mentions) if mention.symbol == "A/RES/78/278")
    assert resolution in report.mentions[markhor].same_as
    assert markhor in report.mentions[resolution].same_as


def test_proposed_wordings(numbered: list[CheckedMention]) -> None:
    proposals = {
        checked.mention.symbol: finding.proposal
        for checked in numbered
        for finding in checked.findings
        if finding.proposal
    }
    assert proposals == {
        "A/RES/78/278": "78/278 от 2 мая 2024 года",
        "A/RES/80/3": "80/3 от 14 октября 2025 года",
        "UNEP/EA.6/Res.3": "6/3 от 1 марта 2024 года",
    }


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("странам, не имеющих", "case"),
        ("Декларации Рио", "name"),
        ("Рамочной конвенции ООН по изменению климата", "name"),
        ("сторонами которых они являются", "person"),
        ("на высоком уровне четвертой Международной конференции высокого уровня", "doubled words"),
    ],
)
def test_slips_of_the_pen(report: CheckReport, words: str, kind: str) -> None:
    assert (words, kind) in [(TEXT[note.start : note.end], note.kind) for note in report.lint]


def test_the_stray_quotation_mark_of_paragraph_12_is_found(report: CheckReport) -> None:
    places = [note.start for note in report.lint if note.kind == "quotation marks"]
    assert any(TEXT[place - 5 : place + 1] == " морю»" for place in places)


def test_every_finding_names_its_source(report: CheckReport) -> None:
    for checked in report.mentions:
        assert checked.findings
        for finding in checked.findings:
            assert finding.source, checked.mention.text
            assert finding.confidence, checked.mention.text
