"""A draft as plain fields, the shape that the terminal prints as JSON."""

from typing import Any

from drafting.draft import Citation, Draft, Statement
from drafting.export.public import public_part


def draft_fields(draft: Draft, *, with_private: bool = False) -> dict[str, Any]:
    """The sections with their statements and citations, the gaps and the warnings.

    The private layer is left out unless asked for; a statement of it then says `"private": true`.
    """
    shown = draft if with_private else public_part(draft)
    return {
        "sections": [
            {
                "heading": section.heading,
                "statements": [
                    _statement(statement, statement.private or section.private) for statement in section.statements
                ],
            }
            for section in shown.sections
        ],
        "gaps": list(shown.gaps),
        "warnings": list(shown.warnings),
    }


def _statement(statement: Statement, private: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "text": statement.text,
        "bracketed": statement.bracketed,
        "proposers": list(statement.proposers),
        "citations": [_citation(citation) for citation in statement.citations],
    }
    return fields | {"private": True} if private else fields


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "label": citation.label,
        "language": citation.language,
        "quote": citation.quote,
        "verified": citation.verified,
    }
