"""Nothing false that is made of what ships is confirmed, and what is true still is."""

import pytest

from bench.false_references import claims, confirmed
from corpus.library import Library
from references.checker import ReferenceChecker

KINDS = {"", "date", "paragraph", "title", "word of the title", "day or year"}


@pytest.mark.slow
def test_no_false_statement_about_a_real_instrument_is_confirmed(library: Library, checker: ReferenceChecker) -> None:
    total, held, false = confirmed(checker, claims(library))
    assert set(total) == KINDS
    assert min(total.values()) > 1_500
    assert false == []
    assert held[""] / total[""] > 0.95
