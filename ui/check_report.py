"""The Word report of a check, in the words of the interface."""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from references.findings import CheckedMention, CheckReport, Finding, Status
from references.report_docx import ReportWords, write_report
from ui.check_views import status_in_words
from ui.set_phrases import evidence_in_words, said_in_words, slip_in_words, sources_in_words
from ui.views import confidence_in_words
from ui.vocabulary import Words


def write_check_report(report: CheckReport, text: str, path: Path | BinaryIO, words: Words) -> None:
    """Write the report of a check as a Word file; what it quotes stays letter for letter."""
    write_report(_report_in_words(report, words), text, path, _report_words(words))


def _report_in_words(report: CheckReport, words: Words) -> CheckReport:
    return replace(
        report,
        mentions=tuple(
            CheckedMention(one.mention, tuple(_finding(each, words) for each in one.findings), one.same_as)
            for one in report.mentions
        ),
        lint=tuple(replace(note, message=slip_in_words(note.message, words)) for note in report.lint),
    )


def _finding(finding: Finding, words: Words) -> Finding:
    return replace(
        finding,
        found=said_in_words(finding.found, words),
        expected=said_in_words(finding.expected, words),
        confidence=confidence_in_words(str(finding.confidence), words),
        source=" ; ".join(sources_in_words(finding.source, words)),
        evidence=evidence_in_words(finding.evidence, words) or finding.evidence,
    )


def _report_words(words: Words) -> ReportWords:
    return ReportWords(
        heading=words("check.report_title"),
        counts=words("check.findings"),
        references=words("check.references"),
        slips=words("check.slips"),
        no_references=words("check.nothing"),
        no_slips=words("check.no_slips"),
        reference=words("check.reference"),
        found=words("check.found"),
        expected=words("check.expected"),
        status=words("check.status"),
        source=words("check.source"),
        confidence=words("check.confidence"),
        number=words("check.count"),
        caution=words("check.caution"),
        statuses={status: status_in_words(status, words) for status in Status},
    )
