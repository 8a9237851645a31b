"""The search command: one question in words or in JSON, or a line of JSON for each of many questions."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from corpus.errors import OrtakError, QueryError
from indexer.query import Filters, kind_named, read_query
from indexer.session import Session, open_session
from ui.commands.printing import DONE, FINDINGS, as_json_text
from ui.terminal import answer_fields, answer_text


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that narrow a search."""
    options = (
        click.option(
            "--document", default="", help="Only this document: declaration-2026, A/RES/77/158, positions:KAZ."
        ),
        click.option("--kind", default="", help="Only this kind: official, translation, registry, position, own."),
        click.option("--state", default="", help="Only this State: KAZ, KGZ, TJK, TKM, UZB."),
        click.option("--lang", default="", help="Only texts held in this language, shown in it."),
        click.option("--body", default="", help="Only this organ or process: GA, UNEA, UNFCCC …"),
        click.option("--year", default=0, help="Only texts of this year."),
        click.option("--topic", default="", help="Only this topic: water, glaciers, land, finance, lldc …"),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("text", required=False)
@click.option("--limit", default=10, show_default=True, help="How many results.")
@filter_options
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--jsonl", is_flag=True, help='Read one {"query": …} per line from standard input, answer a line each.')
def search(text: str | None, limit: int, as_json: bool, jsonl: bool, **asked: Any) -> None:  # noqa: ANN401
    """Find paragraphs by meaning, words, symbol or place, in any of twelve languages."""
    if jsonl:
        sys.exit(_answer_lines(open_session()))
    query = read_query(_text_given(text), _filters(asked), limit)
    session = open_session()
    answer = session.searcher.search(query)
    if as_json:
        click.echo(as_json_text(answer_fields(session, answer)))
    else:
        click.echo(answer_text(session, answer))


def _text_given(text: str | None) -> str:
    if text is None:
        raise QueryError("Nothing was asked. Give the words to look for: ortak search “glaciers”.")
    return text


def _filters(asked: dict[str, Any]) -> Filters:
    return Filters(
        document=str(asked.get("document") or ""),
        kind=kind_named(str(asked.get("kind") or "")),
        state=str(asked.get("state") or "").upper(),
        language=str(asked.get("lang") or ""),
        body=str(asked.get("body") or ""),
        year=_whole_number(asked.get("year") or 0, "year"),
        topic=str(asked.get("topic") or ""),
    )


def _whole_number(value: object, name: str) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise QueryError(f"The {name} must be a whole number, not “{value}”.") from None


def _answer_lines(session: Session) -> int:
    """Answer every line of standard input; a line that cannot be answered gets its error, and the rest go on."""
    worst = DONE
    for line in _lines():
        try:
            asked = _asked(line)
            query = read_query(
                str(asked.get("query", "")), _filters(asked), _whole_number(asked.get("limit", 10), "limit")
            )
            answered = answer_fields(session, session.searcher.search(query))
        except OrtakError as error:
            answered = {"error": str(error), "hits": []}
            worst = FINDINGS
        click.echo(json.dumps(answered, ensure_ascii=False))
    return worst


def _lines() -> Iterator[bytes]:
    for line in sys.stdin.buffer:
        if line.strip():
            yield line


def _asked(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8"))
    except ValueError:
        raise QueryError('The line is not JSON in UTF-8. Write {"query": "…"}.') from None
    if not isinstance(asked, dict):
        raise QueryError('The line is not a JSON object. Write {"query": "…"}.')
    return asked
