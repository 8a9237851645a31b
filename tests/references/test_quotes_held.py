"""Quotations from an official text that a person added are compared word for word, place by place."""

import pytest

from corpus.document import Document, SourceFile, TextKind
from corpus.imports.layers import curated_resolutions
from corpus.imports.table import ResolutionTable
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from references.checker import ReferenceChecker
from references.findings import Status

SYMBOL = "A/RES/77/158"
TEXTS = {
    "OP1": "Decides that herders and snow leopards share the high pastures every summer;",
    "OP2": "Invites the mountain States to count their snow leopards together;",
    "OP3": "Recalls that its resolution 78/147 speaks of the herders too;",
}


@pytest.fixture(scope="module")
def checker(library: Library) -> ReferenceChecker:
    paragraphs = tuple(
        Paragraph(ParagraphRef(SYMBOL, label), "en", ParagraphKind.OPERATIVE, text) for label, text in TEXTS.items()
    )
    source = SourceFile("a.pdf", "", "0" * 64, "test", 1, "2026-11-28")
    document = Document(SYMBOL, SYMBOL, TextKind.OFFICIAL, "en", "Title", paragraphs, source=source)
    held = Library.of(library.declarations, library.instruments, library.positions, library.concepts, [document])
    return ReferenceChecker(held, ResolutionTable(curated_resolutions(held.instruments)))


def statuses(checker: ReferenceChecker, text: str) -> dict[str, set[Status]]:
    report = checker.check(text, "en")
    return {one.mention.text: {finding.status for finding in one.findings} for one in report.mentions}


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("Decides that herders and snow leopards share the high pastures every summer", False),
        ("Decides that farmers and snow leopards share the high pastures every summer", True),
        ("Invites the mountain States to count their snow leopards together", False),
        ("Recalls that its resolution 78/147 speaks of the herders too", False),
        ("Recalls that its resolution 78/148 speaks of the herders too", True),
        ("Recalls that its resolution speaks of the herders too", True),
    ],
)
def test_a_quotation_from_an_added_text(checker: ReferenceChecker, quote: str, differs: bool) -> None:
    found = statuses(checker, f"General Assembly resolution 77/158 of 14 December 2022 says: “{quote}”.")
    (given,) = (given for named, given in found.items() if named.startswith("77/158"))
    assert (Status.QUOTE in given) is differs
    assert Status.COULD_NOT_CHECK not in given


def test_what_a_quotation_names_inside_itself_is_not_its_source(checker: ReferenceChecker) -> None:
    text = (
        "General Assembly resolution 77/158 of 14 December 2022 does not say: "
        "“Proclaims the World Day for Glaciers on the high pastures of all mountain States”."
    )
    found = statuses(checker, text)
    assert Status.QUOTE in next(given for named, given in found.items() if "77/158" in named)
    assert all(Status.QUOTE not in given for named, given in found.items() if "Glaciers" in named)
