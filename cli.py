"""The terminal door: `ortak show`, `index`, `corpus`, `registry`, `serve`, and the commands of `ui/commands`."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from corpus.check import check_corpus
from corpus.errors import CannotRun, ModelUnavailable, OrtakError
from corpus.folders import imports_folder
from corpus.imports.layers import load_resolutions
from corpus.imports.reader import import_file
from corpus.imports.store import save_imported
from corpus.library import load_library
from drafting.chat import chosen
from ui.commands.lazy import LazyGroup
from ui.commands.printing import COULD_NOT_RUN, DONE, FINDINGS, as_json_text, index_with_progress
from ui.terminal import document_fields, document_text

ELSEWHERE = {
    "add": "ui.commands.library:add",
    "check": "ui.commands.check:check",
    "draft": "ui.commands.positions:draft",
    "export-library": "ui.commands.library:export_command",
    "fetch": "ui.commands.official:fetch",
    "gather": "ui.commands.positions:gather",
    "import-library": "ui.commands.library:import_command",
    "list": "ui.commands.library:list_command",
    "matrix": "ui.commands.positions:matrix",
    "project": "ui.commands.projects:project",
    "remove": "ui.commands.library:remove",
    "search": "ui.commands.search:search",
}
WIDTH = 100
LOOPBACK = ("localhost", "127.0.0.1", "::1")
SERVER = {
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "runner.magicEnabled": "false",
    "client.toolbarMode": "minimal",
}
"""Said outright, because a settings file is read only from the folder that the command is given in."""


@click.group(
    cls=LazyGroup,
    places=ELSEWHERE,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
)
@click.version_option(package_name="ortak")
def commands() -> None:
    """Search and cite the Astana declaration, the UN instruments it names, and national positions."""


@commands.command()
@click.argument("document")
@click.argument("labels", nargs=-1)
@click.option("--lang", default="", help="The language version to show.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def show(document: str, labels: tuple[str, ...], lang: str, as_json: bool) -> None:
    """Show a document, or single paragraphs of it: ortak show declaration-2026 OP6 --lang en."""
    library = load_library()
    held = library.document(document, lang)
    fields = document_fields(held, library.languages(held.id), _labels(labels))
    click.echo(as_json_text(fields) if as_json else document_text(held, fields))


@commands.command()
@click.option("--rebuild", is_flag=True, help="Encode every text again.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def index(rebuild: bool, as_json: bool) -> None:
    """Build the search index, or bring it up to date."""
    encoded, encoder, dimension = index_with_progress(rebuild)
    if as_json:
        click.echo(as_json_text({"encoded": encoded, "encoder": encoder, "dimension": dimension}))
    else:
        click.echo(f"The index is up to date: {encoded} texts encoded with {encoder}.")


@commands.group()
def corpus() -> None:
    """Look at the texts and data that ship with the product."""


@corpus.command("check")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def corpus_check(as_json: bool) -> None:
    """Check every shipped data file; exit with 1 if anything is wrong."""
    report = check_corpus()
    if as_json:
        click.echo(as_json_text({"counts": report.counts, "problems": list(report.problems)}))
    else:
        for name, count in report.counts.items():
            click.echo(f"{count:6}  {name}")
        for problem in report.problems:
            click.echo(f"✗ {problem}", err=True)
        if not report.problems:
            click.echo("No problems.")
    sys.exit(FINDINGS if report.problems else DONE)


@corpus.command("list")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def corpus_list(as_json: bool) -> None:
    """List every document with its kind and languages."""
    library = load_library()
    rows = [
        {
            "document": document_id,
            "kind": str(library.document(document_id).kind),
            "title": library.document(document_id).title,
            "languages": list(library.languages(document_id)),
        }
        for document_id in library.ids
    ]
    if as_json:
        click.echo(as_json_text({"documents": rows}))
    else:
        for row in rows:
            click.echo(f"{row['document']:48} {row['kind']:12} {' '.join(row['languages'])}")


@commands.group()
def registry() -> None:
    """Look after the registry of instruments."""


@registry.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def registry_import(file: Path, as_json: bool) -> None:
    """Read a table (CSV) or records (MARCXML) downloaded from the UN Digital Library."""
    imported = import_file(file, datetime.now(tz=UTC).date())
    save_imported(imports_folder(), imported)
    table = load_resolutions(imports_folder(), load_library().instruments)
    bad_rows = [f"{bad.place}: {bad.reason}" for bad in imported.bad_rows]
    conflicts = [
        f"{one.symbol} {one.name}: {one.kept.value} ({one.kept.source}) against {one.other.value} ({one.other.source})"
        for one in table.conflicts
    ]
    fields = {
        "file": str(file),
        "resolutions": len(imported.resolutions),
        "known_now": len(table),
        "bad_rows": bad_rows,
        "conflicts": conflicts,
    }
    if as_json:
        click.echo(as_json_text(fields))
    else:
        click.echo(f"{fields['resolutions']} resolutions read, {fields['known_now']} known now.")
        for sentence in (*bad_rows, *conflicts):
            click.echo(f"✗ {sentence}", err=True)
    sys.exit(FINDINGS if imported.bad_rows or table.conflicts else DONE)


@commands.command()
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option("--port", default=8501, show_default=True, help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the application to a browser on this machine; it listens to no other."""
    if host not in LOOPBACK:
        raise CannotRun(
            f"“{host}” would let other machines in, and there is no password yet. Use one of: {' '.join(LOOPBACK)}."
        )
    _warn_of_model()
    page = Path(__file__).with_name("app.py")
    settings = [f"--{name}={value}" for name, value in {**SERVER, "server.address": host, "server.port": port}.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(page), *settings]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606  this process becomes the server: to stop it is to stop that
    try:
        sys.exit(subprocess.call(command))  # noqa: S603
    except KeyboardInterrupt:
        sys.exit(DONE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; a person's mistake gets one sentence on standard error and a non-zero exit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        commands.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except OrtakError as error:
        click.echo(f"ortak: {error}", err=True)
        sys.exit(error.exit_code)
    except click.UsageError as error:
        click.echo(f"ortak: {error.format_message()} “ortak --help” shows how.", err=True)
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as error:
        click.echo(f"ortak: {error.format_message()}", err=True)
        sys.exit(COULD_NOT_RUN)
    except (click.Abort, KeyboardInterrupt):
        click.echo("ortak: stopped; nothing was lost.", err=True)
        sys.exit(COULD_NOT_RUN)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(DONE)


def _warn_of_model() -> None:
    """Say on the terminal that the model named cannot be used: the pages say it too, and all else works without."""
    try:
        chosen()
    except ModelUnavailable as error:
        click.echo(f"ortak: {error} Until then it works without a model.", err=True)


def _labels(words: Sequence[str]) -> list[str]:
    """Labels as typed: “OP5 (a)” may come as one word or as two."""
    labels: list[str] = []
    for word in words:
        if word.startswith("(") and labels:
            labels[-1] = f"{labels[-1]} {word}"
        else:
            labels.append(word)
    return labels


if __name__ == "__main__":
    main()
