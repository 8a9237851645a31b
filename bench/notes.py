"""Questions whose answer is a position note or a registry note, asked of the whole corpus."""

from pathlib import Path

from bench.retrieval import reciprocal_rank
from corpus.tables import Entry, read_table
from indexer.query import read_query
from indexer.search import Searcher

PATH = Path(__file__).with_name("notes.toml")
DEPTH = 50


class NoteQuestion(Entry, frozen=True):
    """A question, and the places that answer it: "positions:KGZ KGZ-07", or a registry document as a whole."""

    language: str
    text: str
    answer: tuple[str, ...]
    set: str


class NoteQuestions(Entry, frozen=True):
    """All of them."""

    question: tuple[NoteQuestion, ...]


def measure_notes(searcher: Searcher, part: str = "") -> str:
    """R@1, R@3 and MRR over the questions of one set, or of both."""
    ranks = []
    for question in read_table(PATH, NoteQuestions).question:
        if part in ("", question.set):
            hits = searcher.search(read_query(question.text, limit=DEPTH)).hits
            found = [
                hit.rank for hit in hits if {str(hit.paragraph.ref), hit.paragraph.ref.document} & {*question.answer}
            ]
            ranks.append(found[0] if found else 0)
    shares = [sum(0 < rank <= count for rank in ranks) / len(ranks) for count in (1, 3)]
    return f"R@1 {shares[0]:.2f}, R@3 {shares[1]:.2f}, MRR {reciprocal_rank(ranks):.2f} ({len(ranks)} questions)"
