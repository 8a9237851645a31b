"""Commands that assemble positions: gather, matrix, draft."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from corpus.errors import CannotRun, QueryError
from corpus.readers.reader import content_of
from corpus.states import state_code
from drafting.compose import Assembled, assemble, compose
from drafting.draft import Draft, Form, Level
from drafting.export.fields import draft_fields
from drafting.export.markdown import as_markdown
from drafting.position import Position
from indexer.session import open_session
from ui.commands.printing import DONE, FINDINGS, FileToWrite, as_json_text
from ui.position_terminal import evidence_fields, evidence_text, matrix_fields, matrix_text

LANGUAGES = ("en", "ru")
LEVELS = [str(level) for level in Level]
FORMS = [str(form) for form in Form]

topic_option = click.option("--topic", required=True, help="Topic or agenda item, in any of the twelve languages.")
level_option = click.option(
    "--level", type=click.Choice(LEVELS), default=str(Level.CENTRAL_ASIA), show_default=True, help="Whose position."
)
state_option = click.option("--state", default="", help="The State, for a national position: KAZ.")
language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The language of the text."
)


@click.command()
@topic_option
@level_option
@state_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def gather(topic: str, level: str, state: str, lang: str, as_json: bool) -> None:
    """Find everything on record that bears on a topic, with the exact words relied on."""
    assembled = assemble(open_session(), topic, Level(level), lang, _state(state))
    click.echo(as_json_text(evidence_fields(assembled)) if as_json else evidence_text(assembled))
    _end(topic, assembled)


@click.command()
@topic_option
@level_option
@state_option
@language_option
@click.option("--xlsx", "sheet", type=FileToWrite(), help="Write a spreadsheet to this file.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def matrix(topic: str, level: str, state: str, lang: str, sheet: Path | None, as_json: bool) -> None:
    """Show what each State and instrument says on each issue, and how far they agree."""
    session = open_session()
    assembled = assemble(session, topic, Level(level), lang, _state(state))
    if sheet:
        from drafting.export.matrix_xlsx import write_matrix
        from drafting.sheet import sheet_of

        write_matrix(sheet_of(assembled.matrix, session.library), sheet)
    if as_json:
        click.echo(as_json_text(matrix_fields(assembled.matrix)))
    elif not sheet:
        click.echo(matrix_text(assembled.matrix))
    _end(topic, assembled)


@click.command()
@topic_option
@level_option
@state_option
@click.option("--form", type=click.Choice(FORMS), default=str(Form.BRIEF), show_default=True, help="Kind of text.")
@language_option
@click.option("--body", default="", help="The body it is for: GA, UNEA, UNFCCC …")
@click.option("--agenda-item", default="", help="The agenda item it is for.")
@click.option("--base", type=click.Path(path_type=Path), help="A Word file; the draft becomes tracked changes over it.")
@click.option("--author", default="Ortak", show_default=True, help="The name beside tracked changes.")
@click.option("--docx", "word", type=FileToWrite(), help="Write a Word file.")
@click.option("--md", "markdown", type=FileToWrite(), help="Write a Markdown file.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def draft(topic: str, level: str, state: str, form: str, lang: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401
    """Write a position on a topic, every sentence cited, without a model."""
    if asked["base"] and not asked["word"]:
        raise QueryError("--base needs a file to write the tracked changes to: add --docx OUT.")
    base = content_of(asked["base"]) if asked["base"] else b""
    position = Position(
        topic, Level(level), Form(form), lang, _state(state), body=asked["body"], agenda_item=asked["agenda_item"]
    )
    session = open_session()
    assembled = assemble(session, topic, position.level, lang, position.state)
    text = compose(session, position, assembled)
    if asked["word"]:
        _write_word(text, asked["word"], base, asked["author"])
    if asked["markdown"]:
        _write_markdown(text, asked["markdown"])
    if as_json:
        click.echo(as_json_text(draft_fields(text)))
    elif not (asked["word"] or asked["markdown"]):
        click.echo(as_markdown(text))
    _end(topic, assembled)


def _state(given: str) -> str:
    return state_code(given) if given else ""


def _end(topic: str, assembled: Assembled) -> None:
    """End the command; what rests on nothing is said to, and is no success, though there is a text to fill in."""
    if assembled.evidence:
        sys.exit(DONE)
    advice = "Put it in other words, or add papers: ortak add FILE."
    click.echo(f"ortak: No evidence was found for the topic “{topic.strip()}”. {advice}", err=True)
    sys.exit(FINDINGS)


def _write_word(text: Draft, target: Path, base: bytes, author: str) -> None:
    now = datetime.now(tz=UTC)
    if base:
        from drafting.export.amended import amended
        from drafting.export.tracked import rejected, write_tracked

        write_tracked(base, amended(rejected(base), text), target, author=author, on=now)
        return
    from drafting.export.docx import write_docx

    write_docx(text, target, created=now)


def _write_markdown(text: Draft, target: Path) -> None:
    try:
        target.write_text(as_markdown(text), encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"{target} cannot be written: {error.strerror}.") from error
