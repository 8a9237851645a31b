"""A report in the forms that leave the program: fields for JSON, rows for a spreadsheet, a corrected text."""

import csv
import io
from collections.abc import Container, Iterator
from dataclasses import dataclass

from references.findings import CheckedMention, CheckReport, Finding, LintNote

COLUMNS = (
    "start", "end", "text", "kind", "symbol", "organ", "date", "paragraph",
    "status", "found", "expected", "source", "confidence", "evidence", "proposal",
)  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording offered for a stretch of the text."""

    start: int
    end: int
    wording: str


def report_fields(report: CheckReport) -> dict[str, object]:
    """The report as plain values, ready for JSON; what is not known is null."""
    return {
        "mentions": [_mention_fields(checked) for checked in report.mentions],
        "lint": [_lint_fields(note) for note in report.lint],
    }


def report_csv(report: CheckReport) -> str:
    """The report as a table by RFC 4180, one row a finding; no cell is taken for a formula by a spreadsheet."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for checked in report.mentions:
        mention = checked.mention
        for finding in checked.findings:
            values = (
                mention.start, mention.end, mention.text, mention.kind, mention.symbol, mention.organ, mention.date,
                mention.paragraph, finding.status, finding.found, finding.expected, finding.source, finding.confidence,
                finding.evidence, finding.proposal,
            )  # fmt: skip
            rows.writerow(_safe_cell(str(value)) for value in values)
    return written.getvalue()


def proposals(report: CheckReport) -> tuple[Proposal, ...]:
    """Every wording offered, in the order of the text; the same wording for the same words is offered once."""
    return tuple(sorted(dict.fromkeys(_offered(report)), key=lambda proposal: (proposal.start, proposal.end)))


def corrected_text(text: str, report: CheckReport, accepted: Container[int] | None = None) -> str:
    """The text with the accepted wordings in it; `accepted` holds places in `proposals(report)`, nothing means all."""
    for proposal in reversed(used(report, accepted)):  # from the end backwards: earlier places keep their numbers
        text = text[: proposal.start] + proposal.wording + text[proposal.end :]
    return text


def used(report: CheckReport, accepted: Container[int] | None = None) -> tuple[Proposal, ...]:
    """The accepted wordings that the corrected text takes over: of two that overlap, the one that begins first."""
    chosen: list[Proposal] = []
    for number, proposal in enumerate(proposals(report)):
        if (accepted is None or number in accepted) and not (chosen and proposal.start < chosen[-1].end):
            chosen.append(proposal)
    return tuple(chosen)


def _offered(report: CheckReport) -> Iterator[Proposal]:
    for checked in report.mentions:
        for finding in checked.findings:
            if finding.proposal:
                yield Proposal(checked.mention.start, checked.mention.end, finding.proposal)
    for note in report.lint:
        if note.proposal:
            yield Proposal(note.start, note.end, note.proposal)


def _mention_fields(checked: CheckedMention) -> dict[str, object]:
    mention = checked.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": str(mention.kind),
        "symbol": mention.symbol or None,
        "organ": mention.organ or None,
        "date": mention.date or None,
        "paragraph": mention.paragraph or None,
        "instrument": mention.instrument or None,
        "same_as": list(checked.same_as),
        "findings": [_finding_fields(finding) for finding in checked.findings],
    }


def _finding_fields(finding: Finding) -> dict[str, str]:
    return {
        "status": str(finding.status),
        "expected": finding.expected,
        "found": finding.found,
        "source": finding.source,
        "confidence": str(finding.confidence),
        "proposal": finding.proposal,
        "evidence": finding.evidence,
    }


def _lint_fields(note: LintNote) -> dict[str, object]:
    return {
        "start": note.start,
        "end": note.end,
        "kind": note.kind,
        "message": note.message,
        "proposal": note.proposal,
    }


def _safe_cell(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value
