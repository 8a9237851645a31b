"""`make bench`: retrieval by language and route, the time of a search and a start, references found.

`python -m bench --keep` makes the figures of the references the ones that the next run is compared with.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from bench.notes import measure_notes
from bench.questions import load_questions
from bench.references import score
from bench.release import changes, keep
from bench.retrieval import Setting, measure, settings, table
from bench.timing import cold_start, warm_search
from corpus.language import LANGUAGES
from corpus.library import Library
from indexer import bridges
from indexer.encoder import Encoder, open_encoder
from indexer.index import build_index, open_index
from indexer.search import WEIGHTS, Searcher
from indexer.session import open_session
from references.checker import ReferenceChecker


def main() -> None:
    """Measure and print."""
    session = open_session()
    encoder = open_encoder()
    questions = list(load_questions())
    with tempfile.TemporaryDirectory() as folder:
        plain = _searcher(_without_guides(session.library), encoder, Path(folder) / "plain")
        with _no_bridges():
            unbridged = _searcher(session.library, encoder, Path(folder) / "unbridged")
        for part in ("dev", "test"):
            chosen = [question for question in questions if question.part == part]
            results = {setting.name: measure(setting, chosen) for setting in settings(session.searcher)}
            results["without finding aids"] = measure(Setting("", plain, WEIGHTS), chosen)
            with _no_bridges():
                results["without bridges"] = measure(Setting("", unbridged, WEIGHTS), chosen)
            click.echo(f"\nDeclaration, {part} questions ({len(chosen)}): R@1 / R@3 / MRR\n{table(results)}")
    click.echo(f"\nPosition and registry notes, whole corpus: {measure_notes(session.searcher)}")
    click.echo(f"\nWarm search: {warm_search(session.searcher, questions)}")
    click.echo(f"First search on the terminal: {cold_start()}")
    _references(session.library, keep_them="--keep" in sys.argv)


def _references(library: Library, keep_them: bool) -> None:
    """Print how well references are found, and what changed since the figures that were kept last."""
    checker = ReferenceChecker(library)
    scores = {language: score(checker, language) for language in LANGUAGES}
    click.echo("\nReferences, gold sentences:")
    for language, result in scores.items():
        click.echo(f"{language}  {result}")
    misses = {language: result.misses for language, result in scores.items()}
    for line in changes(misses):
        click.echo(line)
    if keep_them:
        keep(misses)


def _searcher(library: Library, encoder: Encoder, folder: Path) -> Searcher:
    with click.progressbar(length=1, label=f"Encoding {folder.name}") as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        build_index(library, encoder, folder, advance)
    return Searcher(library, open_index(library, encoder, folder), encoder)


def _without_guides(library: Library) -> Library:
    declarations = [replace(declaration, guide={}) for declaration in library.declarations]
    return Library.of(declarations, library.instruments, library.positions, library.concepts)


@contextmanager
def _no_bridges() -> Iterator[None]:
    kept = dict(bridges.BRIDGES)
    bridges.BRIDGES.clear()
    try:
        yield
    finally:
        bridges.BRIDGES.update(kept)


main()
