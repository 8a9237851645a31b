"""The command that asks the UN's document site for official texts and adds what it gives."""

import sys

import click

from corpus.errors import QueryError
from corpus.folders import inbox_folder
from corpus.library import load_library
from corpus.official.cited import cited_symbols
from corpus.official.site import Site
from corpus.symbol import Symbol
from references.adding import Outcome
from ui.commands.printing import DONE, FINDINGS, as_json_text, index_with_progress
from ui.library_changes import AskedText, ask_for_texts, open_intake
from ui.library_terminal import file_fields, file_text


@click.command()
@click.argument("symbols", nargs=-1)
@click.option("--lang", default="ru,en", show_default=True, help="Languages, parted by commas: ar, en, es, fr, ru, zh.")
@click.option("--all-cited", is_flag=True, help="Every resolution that the declaration cites.")
@click.option("--no-index", is_flag=True, help="Do not bring the search index up to date.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def fetch(symbols: tuple[str, ...], lang: str, all_cited: bool, no_index: bool, as_json: bool) -> None:
    """Ask the UN's document site for official texts, one at a time, and add them to your library."""
    library = load_library()
    wanted = [str(Symbol.parse(symbol)) for symbol in symbols] + list(cited_symbols(library) if all_cited else ())
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    if not wanted or not languages:
        raise QueryError("Nothing was asked for. Name a symbol: ortak fetch A/RES/78/147 --lang ru")
    results = []
    with open_intake(library) as intake:
        for asked in ask_for_texts(wanted, languages, intake, Site()):
            results.append(asked)
            if not as_json:
                _tell(asked)
    if not no_index and any(one.added and one.added.outcome is Outcome.ADDED for one in results):
        index_with_progress()
    if as_json:
        click.echo(as_json_text({"files": [_fields(one) for one in results], "folder": str(inbox_folder())}))
    sys.exit(FINDINGS if any(one.outcome is Outcome.REFUSED for one in results) else DONE)


def _fields(asked: AskedText) -> dict[str, object]:
    fields: dict[str, object] = {"symbol": asked.symbol, "language": asked.language, "outcome": str(asked.outcome)}
    fields |= {"reason": asked.reason, "address": asked.address}
    return fields | ({"file": file_fields(asked.added)} if asked.added else {})


def _not_asked(asked: AskedText) -> str:
    return f"{asked.symbol} [{asked.language}] was not asked for: the site cannot be reached now. {asked.address}"


def _tell(asked: AskedText) -> None:
    if asked.added:
        click.echo(file_text(asked.added))
    elif asked.outcome is Outcome.REFUSED:
        click.echo(f"✗ {asked.reason or _not_asked(asked)}", err=True)
    else:
        click.echo(f"{asked.symbol} [{asked.language}] is there already")
