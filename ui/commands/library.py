"""Commands of the user's own library: add, list, remove, export-library, import-library."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from corpus.added import held_of
from corpus.errors import QueryError
from corpus.folders import inbox_folder, library_folder
from corpus.handover import export_library, import_library
from corpus.holdings import Holdings
from corpus.library import load_library
from corpus.official.inbox import waiting, watch
from indexer.query import kind_named
from references.adding import AddedFile, Choices, Outcome
from ui.commands.printing import DONE, FINDINGS, FileToWrite, as_json_text, index_with_progress
from ui.library_changes import open_intake
from ui.library_terminal import file_fields, file_text, list_fields, list_text

INBOX_SECONDS = 2.0


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", default="", help="What the texts are: official, position, own; guessed where not given.")
@click.option("--state", "states", multiple=True, help="Whose position it is: KAZ, BOL …; may be given several times.")
@click.option("--symbol", default="", help="The UN symbol, where the text does not say it: A/RES/78/147.")
@click.option("--lang", default="", help="The language of the text; found out where it is not given.")
@click.option("--name", default="", help="The id to keep the text under.")
@click.option("--without-changes", is_flag=True, help="Read Word files as if pending changes were rejected.")
@click.option("--inbox", is_flag=True, help="Add what is dropped into the inbox folder, until stopped.")
@click.option("--once", is_flag=True, help="With --inbox: add what is there now, then stop.")
@click.option("--no-index", is_flag=True, help="Do not bring the search index up to date.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def add(paths: tuple[Path, ...], inbox: bool, once: bool, no_index: bool, as_json: bool, **said: Any) -> None:  # noqa: ANN401
    """Add files, folders or zip archives to your own library: PDF, Word, ODT, HTML, Markdown, text."""
    choices = Choices(
        kind=kind_named(said["kind"]),
        states=tuple(said["states"]),
        symbol=said["symbol"],
        language=said["lang"],
        name=said["name"],
        accept_changes=not said["without_changes"],
    ).checked()
    if inbox and not once:
        _watch_inbox(choices, no_index)
        return
    chosen = waiting(inbox_folder()) if inbox else tuple(_files(paths))
    if not chosen and not inbox:
        raise QueryError("No file was given. Name files or folders: ortak add FILE…")
    if choices.name and len(chosen) > 1:
        raise QueryError("--name fits one file only; add the files one by one.")
    added = _add(chosen, choices, as_json)
    if not no_index and any(one.outcome is not Outcome.REFUSED for one in added):
        index_with_progress()  # also where all was there: the run that added it may have been interrupted
    if as_json:
        click.echo(as_json_text({"files": [file_fields(one) for one in added]}))
    sys.exit(FINDINGS if any(one.outcome is Outcome.REFUSED for one in added) else DONE)


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def list_command(as_json: bool) -> None:
    """List what you have added."""
    holdings = Holdings(library_folder())
    held = [held_of(stored) for stored in holdings.stored()]
    problems = holdings.problems()
    click.echo(as_json_text(list_fields(held, problems)) if as_json else list_text(held))
    for problem in problems:
        click.echo(f"✗ {problem}", err=True)
    sys.exit(FINDINGS if problems else DONE)


@click.command()
@click.argument("document")
@click.option("--lang", default="", help="Only the version in this language.")
@click.option("--no-index", is_flag=True, help="Do not bring the search index up to date.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def remove(document: str, lang: str, no_index: bool, as_json: bool) -> None:
    """Remove a document from your own library; what ships with ortak stays."""
    removed = Holdings(library_folder()).remove(document, lang)
    if not no_index:
        index_with_progress()
    if as_json:
        rows = [{"document": one.id, "language": one.language, "file": one.file} for one in removed]
        click.echo(as_json_text({"removed": rows}))
    else:
        for one in removed:
            click.echo(f"- {one.id} [{one.language}] {one.title}")


@click.command("export-library")
@click.argument("file", type=FileToWrite())
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def export_command(file: Path, as_json: bool) -> None:
    """Write your own library, with its files, to one file."""
    count = export_library(Holdings(library_folder()), file)
    click.echo(as_json_text({"file": str(file), "documents": count}) if as_json else f"{count} documents → {file}")


@click.command("import-library")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--no-index", is_flag=True, help="Do not bring the search index up to date.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def import_command(file: Path, no_index: bool, as_json: bool) -> None:
    """Take in a library written by export-library."""
    taken = import_library(Holdings(library_folder()), file)
    if taken and not no_index:
        index_with_progress()
    rows = [{"document": one.id, "language": one.language, "file": one.file} for one in taken]
    click.echo(as_json_text({"documents": rows}) if as_json else f"{len(taken)} documents taken in from {file}")


def _add(paths: Iterable[Path], choices: Choices, quiet: bool) -> list[AddedFile]:
    """Add files one after another, each told as soon as it is done."""
    added = []
    with open_intake(load_library()) as intake:
        for path in paths:
            for one in intake.add(path, choices):
                added.append(one)
                if not quiet:
                    click.echo(file_text(one), err=one.outcome is Outcome.REFUSED)
    return added


def _watch_inbox(choices: Choices, no_index: bool) -> None:
    folder = inbox_folder()
    folder.mkdir(parents=True, exist_ok=True)
    click.echo(f"Drop files into {folder}; stop with Ctrl-C.", err=True)
    for path in watch(folder, INBOX_SECONDS):
        if any(one.outcome is Outcome.ADDED for one in _add([path], choices, quiet=False)) and not no_index:
            index_with_progress()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, a folder as the files inside it, in the order of their names; hidden ones are left out.

    Links are given too, to be refused by name.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            inside = sorted(one for one in path.rglob("*") if one.is_file() or one.is_symlink())
            yield from (one for one in inside if not any(part.startswith(".") for part in one.relative_to(path).parts))
        else:
            yield path
