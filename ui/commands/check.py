"""The check command: every reference in a text is compared with the record, and a report or corrected text written."""

import sys
from pathlib import Path

import click

from corpus.errors import CannotRun
from corpus.language import language_of
from corpus.library import load_library
from corpus.readers.plain import decoded, read_file
from indexer.detect import detect_language
from references.checker import ReferenceChecker
from references.findings import CheckReport
from references.report import corrected_text, report_csv, report_fields
from ui.commands.printing import DONE, FINDINGS, FileToWrite, as_json_text
from ui.terminal import report_text

SAMPLE = 4000


@click.command()
@click.argument("file")
@click.option("--lang", default="", help="The language of the text; found out where it is not given.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--csv", "csv_out", type=FileToWrite(), help="Write a table to this file.")
@click.option("--docx", "docx_out", type=FileToWrite(), help="Write a Word report to this file.")
@click.option("--fix", "fixed_out", type=FileToWrite(), help="Write the text with the proposed wordings to this file.")
def check(
    file: str, lang: str, as_json: bool, csv_out: Path | None, docx_out: Path | None, fixed_out: Path | None
) -> None:
    """Check every reference to a UN instrument in a file, or in standard input with “-”."""
    text = decoded(sys.stdin.buffer.read(), "standard input") if file == "-" else read_file(Path(file))
    language = language_of(lang).code if lang else detect_language(text[:SAMPLE], lambda sample, code: 0.0)
    report = ReferenceChecker(load_library()).check(text, language)
    if csv_out:
        _write(csv_out, report_csv(report))
    if docx_out:
        _write_word(docx_out, report, text, language)
    if fixed_out:
        _write(fixed_out, corrected_text(text, report))
    if as_json:
        click.echo(as_json_text(report_fields(report)))
    elif not (csv_out or docx_out or fixed_out):
        click.echo(report_text(text, report))
    sys.exit(DONE if report.all_confirmed else FINDINGS)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror}.") from error


def _write_word(path: Path, report: CheckReport, text: str, language: str) -> None:
    from ui.check_report import write_check_report
    from ui.vocabulary import words_in

    try:
        write_check_report(report, text, path, words_in(language))
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror}.") from error
