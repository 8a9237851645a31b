"""The command that asks the UN's document site for official texts and adds what it gives."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click

from corpus.errors import FetchRefused, QueryError
from corpus.folders import inbox_folder, library_folder
from corpus.holdings import Holdings
from corpus.library import load_library
from corpus.official.cited import cited_symbols
from corpus.official.fetch import fetch_official
from corpus.official.obstacle import HOPELESS
from corpus.official.site import Site
from corpus.symbol import Symbol
from references.adding import AddedFile, Choices, Intake, Outcome
from ui.commands.library import open_intake
from ui.commands.printing import DONE, FINDINGS, as_json_text, index_with_progress
from ui.library_terminal import file_fields, file_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """One text in one language, and what came of asking for it."""

    symbol: str
    language: str
    outcome: Outcome
    reason: str = ""
    path: str = ""
    added: AddedFile | None = None


@click.command()
@click.argument("symbols", nargs=-1)
@click.option("--lang", default="ru,en", show_default=True, help="Languages, parted by commas: ar, en, es, fr, ru, zh.")
@click.option("--all-cited", is_flag=True, help="Every resolution that the declaration cites.")
@click.option("--no-add", is_flag=True, help="Only fetch into the inbox; do not add.")
@click.option("--no-index", is_flag=True, help="Do not bring the search index up to date.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def fetch(symbols: tuple[str, ...], lang: str, all_cited: bool, no_add: bool, no_index: bool, as_json: bool) -> None:
    """Ask the UN's document site for official texts, one at a time, and add them to your library."""
    library = load_library()
    asked = [Symbol.parse(symbol) for symbol in (*symbols, *(cited_symbols(library) if all_cited else ()))]
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    if not asked or not languages:
        raise QueryError("Nothing was asked for. Name a symbol: ortak fetch A/RES/78/147 --lang ru")
    results = []
    with open_intake(library) as intake:
        for wanted in _fetched(asked, languages, intake, no_add):
            results.append(wanted)
            if not as_json:
                _tell(wanted)
    if not no_index and any(one.added and one.added.outcome is Outcome.ADDED for one in results):
        index_with_progress()
    if as_json:
        click.echo(as_json_text({"files": [_fields(one) for one in results], "folder": str(inbox_folder())}))
    sys.exit(FINDINGS if any(one.outcome is Outcome.REFUSED for one in results) else DONE)


def _fetched(asked: list[Symbol], languages: list[str], intake: Intake, no_add: bool) -> Iterator[Wanted]:
    """Fetch and add one text after another; where the site cannot be reached at all, the rest is not asked for."""
    site = Site()
    held = {(one.symbol, one.language) for one in Holdings(library_folder()).stored()}
    stopped = ""
    for symbol in asked:
        for language in languages:
            if (symbol.canonical, language) in held:
                yield Wanted(symbol.canonical, language, Outcome.UNCHANGED)
                continue
            try:
                if stopped:
                    raise FetchRefused(f"{symbol.canonical} in {language} was not asked for: {stopped}")
                fetched = fetch_official(symbol, language, inbox_folder(), site, lambda done, total: None)
            except FetchRefused as refused:
                stopped = stopped or ("the site cannot be reached now." if refused.obstacle in HOPELESS else "")
                yield Wanted(symbol.canonical, language, Outcome.REFUSED, str(refused))
                continue
            if no_add:
                yield Wanted(symbol.canonical, language, Outcome.ADDED, path=str(fetched.path))
            else:
                choices = Choices(symbol=symbol.canonical, language=language)
                added = next(iter(intake.add(fetched.path, choices)))
                yield Wanted(symbol.canonical, language, added.outcome, added.reason, str(fetched.path), added)


def _fields(wanted: Wanted) -> dict[str, object]:
    fields: dict[str, object] = {"symbol": wanted.symbol, "language": wanted.language, "outcome": str(wanted.outcome)}
    fields |= {"reason": wanted.reason, "path": wanted.path}
    return fields | ({"file": file_fields(wanted.added)} if wanted.added else {})


def _tell(wanted: Wanted) -> None:
    if wanted.added:
        click.echo(file_text(wanted.added))
    elif wanted.outcome is Outcome.REFUSED:
        click.echo(f"✗ {wanted.reason}", err=True)
    else:
        click.echo(f"{wanted.symbol} [{wanted.language}] {wanted.path or 'is there already'}")
