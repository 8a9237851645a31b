"""What the terminal shows: answers, documents and reports as the JSON contract has them, and as plain text."""

import textwrap
from collections.abc import Sequence
from typing import Any

from corpus.document import Document
from indexer.search import SearchAnswer
from indexer.session import Session
from references.findings import CheckReport
from references.wording import cite

WIDTH = 100


def answer_fields(session: Session, answer: SearchAnswer) -> dict[str, Any]:
    """A search answer as the JSON contract has it."""
    return {
        "query": answer.query.text,
        "language": answer.query.language,
        "concepts": list(answer.concepts),
        "hits": [
            {
                "document": hit.paragraph.ref.document,
                "label": hit.paragraph.ref.label,
                "language": hit.paragraph.language,
                "languages": list(hit.languages),
                "heading": hit.paragraph.heading,
                "text": hit.paragraph.text,
                "kind": str(hit.kind),
                "score": hit.score,
                "routes": dict(hit.routes),
                "citation": cite(session.library, hit.paragraph, hit.kind, answer.query.language),
                "source": hit.paragraph.source,
                "confidence": hit.paragraph.confidence,
            }
            for hit in answer.hits
        ],
    }


def document_fields(document: Document, languages: Sequence[str], labels: Sequence[str]) -> dict[str, Any]:
    """A document, or the paragraphs asked for, as the JSON contract has it."""
    chosen = [document.paragraph(label) for label in labels] or list(document.paragraphs)
    return {
        "document": document.id,
        "symbol": document.symbol,
        "title": document.title,
        "kind": str(document.kind),
        "language": document.language,
        "languages": list(languages),
        "facts": dict(document.facts),
        "paragraphs": [
            {
                "label": paragraph.ref.label,
                "kind": str(paragraph.kind),
                "language": paragraph.language,
                "heading": paragraph.heading,
                "text": paragraph.text,
                "page": paragraph.page,
                "source": paragraph.source,
                "confidence": paragraph.confidence,
            }
            for paragraph in chosen
        ],
    }


def answer_text(session: Session, answer: SearchAnswer) -> str:
    """A search answer for reading on the terminal."""
    blocks = []
    for hit in answer.hits:
        why = ", ".join(f"{name} {value:.2f}" for name, value in hit.routes.items() if value)
        head = f"{hit.rank:2}. {hit.paragraph.ref}  [{hit.kind}, {hit.paragraph.language}]  {why}"
        text = f"{hit.paragraph.heading}: {hit.paragraph.text}" if hit.paragraph.heading else hit.paragraph.text
        cited = cite(session.library, hit.paragraph, hit.kind, answer.query.language)
        blocks.append("\n".join((head, wrapped(text), wrapped(f"→ {cited}"))))
    return "\n\n".join(blocks)


def document_text(document: Document, fields: dict[str, Any]) -> str:
    """A document, or paragraphs of it, for reading on the terminal."""
    blocks = [f"{document.title}\n{document.id} [{document.kind}, {document.language}]"]
    for paragraph in fields["paragraphs"]:
        blocks.append(f"{paragraph['label']}\n{wrapped(paragraph['text'])}")
    return "\n\n".join(blocks)


def report_text(text: str, report: CheckReport) -> str:
    """What checking a text found, for reading on the terminal."""
    blocks = []
    for checked in report.mentions:
        lines = [f"{_line_of(text, checked.mention.start)}: {checked.mention.text}"]
        for finding in checked.findings:
            lines.append(f"    {finding.status}: {finding.found} — on record: {finding.expected}")
            lines.extend(
                f"        {said}" for said in (finding.evidence, finding.proposal and f"→ {finding.proposal}") if said
            )
            lines.append(f"        {finding.source} ({finding.confidence})")
        blocks.append("\n".join(lines))
    blocks += [f"{_line_of(text, note.start)}: {note.kind}: {note.message}" for note in report.lint]
    return "\n".join(blocks) or "No reference to a UN instrument was found."


def _line_of(text: str, place: int) -> str:
    return f"line {text.count(chr(10), 0, place) + 1}"


def wrapped(text: str) -> str:
    """A text indented and broken at the width of a terminal."""
    return textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ")
