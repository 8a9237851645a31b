"""What the terminal shows of evidence and matrix, as JSON and as plain text."""

from typing import Any

from drafting.compose import Assembled
from drafting.evidence import Evidence
from drafting.matrix import Cell, Matrix
from ui.terminal import wrapped


def evidence_fields(assembled: Assembled) -> dict[str, Any]:
    """The evidence on a topic as JSON."""
    return {"topic": assembled.matrix.topic, "evidence": [_evidence(one) for one in assembled.evidence]}


def matrix_fields(matrix: Matrix) -> dict[str, Any]:
    """The matrix as JSON."""
    return {
        "topic": matrix.topic,
        "states": list(matrix.states),
        "instruments": list(matrix.instruments),
        "rows": [
            {
                "issue": row.issue.id,
                "name": row.issue.names[matrix.language],
                "agreement": str(row.agreement),
                "why": row.why,
                "cells": [_cell(cell) for cell in row.cells],
                "warnings": list(row.warnings),
            }
            for row in matrix.rows
        ],
        "gaps": list(matrix.gaps),
        "warnings": list(matrix.warnings),
    }


def evidence_text(assembled: Assembled) -> str:
    """The evidence on a topic for reading."""
    blocks = [
        f"{one.issue}: {' '.join(one.states) or one.ref.document} {one.stance} ({one.kind}, {one.confidence or '–'})\n"
        f"{wrapped(f'“{one.quote}”')}\n    → {one.ref} [{one.language}]"
        for one in assembled.evidence
    ]
    return "\n\n".join(blocks)


def matrix_text(matrix: Matrix) -> str:
    """The matrix for reading: issue by issue, what each State and instrument says."""
    blocks = []
    for row in matrix.rows:
        lines = [f"{row.issue.names[matrix.language]} — {row.agreement}", wrapped(row.why)]
        for cell in row.cells:
            if cell.evidence:
                first = cell.evidence[0]
                lines.append(wrapped(f"{cell.holder}: {cell.stance}. “{first.quote}” → {first.ref}"))
            elif cell.holder in matrix.states:
                lines.append(wrapped(f"{cell.holder}: no position found"))
        lines += [wrapped(f"! {warning}") for warning in row.warnings]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, *(f"! {one}" for one in (*matrix.gaps, *matrix.warnings))])


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "holder": cell.holder,
        "stance": str(cell.stance),
        "strength": cell.strength,
        "note": cell.note,
        "set_by": cell.set_by,
        "evidence": [_evidence(one) for one in cell.evidence],
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "id": one.id,
        "issue": one.issue,
        "document": one.ref.document,
        "label": one.ref.label,
        "language": one.language,
        "quote": one.quote,
        "kind": str(one.kind),
        "states": list(one.states),
        "stance": str(one.stance),
        "strength": one.strength,
        "confidence": one.confidence,
        "note": one.note,
    }
