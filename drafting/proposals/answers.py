"""A model's answer: found in whatever it wrote, then held strictly to the form asked for."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Annotated, Any, TypeVar

import msgspec

from corpus.errors import ModelAnswerUnusable
from drafting.proposals.tasks import ONE_TO_ONE, Task
from drafting.proposals.untrusted import Untrusted, without_invisible

THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
MOST_STARTS = 400
"""An answer with more openings than this is not looked through further."""
LONGEST = 60_000
MARK = re.compile("[«»“”„‟‹›‘’＂〝〞「」『』\"']")
MOST_MARKS = 200
"""Of quotation marks in one statement; to pair more takes long, and nobody quotes so much in a sentence."""
MOST_ASKED = 5

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
Keys = Annotated[tuple[Annotated[str, msgspec.Meta(max_length=80)], ...], msgspec.Meta(max_length=40)]


class StatementAnswer(msgspec.Struct, frozen=True):
    """One statement as a model gives it: its text and the keys of the evidence it cites."""

    text: Text
    evidence: Keys = ()


class StatementsAnswer(msgspec.Struct, frozen=True):
    """What is asked for in every task of wording."""

    statements: Annotated[tuple[StatementAnswer, ...], msgspec.Meta(min_length=1, max_length=30)]


class StanceAnswer(msgspec.Struct, frozen=True):
    """One stance as a model gives it."""

    state: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    stance: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    evidence: Keys = ()


class StancesAnswer(msgspec.Struct, frozen=True):
    """What is asked for where stances are suggested."""

    stances: Annotated[tuple[StanceAnswer, ...], msgspec.Meta(min_length=1, max_length=60)]


Shape = TypeVar("Shape", StatementsAnswer, StancesAnswer)


def read_statements(answer: Untrusted) -> tuple[StatementAnswer, ...]:
    """The statements of an answer.

    Raises:
        ModelAnswerUnusable: there is nothing in it of the form asked for.
    """
    statements = _read(answer, StatementsAnswer, "statements").statements
    if any(len(MARK.findall(each.text)) > MOST_MARKS for each in statements):
        raise ModelAnswerUnusable("The model's answer is full of quotation marks. Ask again, or choose another model.")
    return statements


def read_stances(answer: Untrusted) -> tuple[StanceAnswer, ...]:
    """The stances of an answer.

    Raises:
        ModelAnswerUnusable: there is nothing in it of the form asked for.
    """
    return _read(answer, StancesAnswer, "stances").stances


@cache
def schema_of(task: Task, keys: tuple[str, ...] = ()) -> Mapping[str, object]:
    """The form of the answer as a JSON schema, for servers that can hold a model to one; every field is wanted.

    `keys` are those of the evidence sent. Words and limits of our own reading are left out: only how many is told.
    """
    shape: type = StancesAnswer if task is Task.STANCES else StatementsAnswer
    _, parts = msgspec.json.schema_components((shape,))
    bare = {name: _bare(part, keys) for name, part in parts.items()}
    whole = bare.pop(shape.__name__)
    (rows,) = whole["properties"].values()
    rows["maxItems"] = 1 if task in ONE_TO_ONE else MOST_ASKED
    return {**whole, "$defs": bare}


def _bare(part: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """A part of a schema without words of its own, which stand in `prompts/`."""
    fields = {name: _shape(field) for name, field in part["properties"].items()}
    if "evidence" in fields:
        fields["evidence"]["maxItems"] = MOST_ASKED
        if keys:
            fields["evidence"]["items"] = {"enum": list(keys)}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _shape(field: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in field.items() if name in {"type", "$ref"}}
    return kept | ({"items": _shape(field["items"])} if "items" in field else {})


def _read(answer: Untrusted, shape: type[Shape], key: str) -> Shape:
    """The last thing in the answer that fits: what comes before is thought aloud, or repeats what was sent."""
    found: Shape | None = None
    problem = "it holds no JSON of that form"
    for value in _objects(THOUGHT.sub("", answer.text), key):
        try:
            found = msgspec.convert(_visible(value), shape)
        except msgspec.ValidationError as error:
            problem = str(error)
    if found is None:
        raise ModelAnswerUnusable(
            f"The model's answer is not of the form asked for ({problem}). Ask again, or choose another model."
        )
    return found


def _objects(text: str, key: str) -> Iterator[object]:
    """Every JSON object in the text that has the key; a bare list of objects counts as its value."""
    decoder = json.JSONDecoder()
    end = 0
    for match in islice(re.finditer(r"[\[{]", text), MOST_STARTS):
        if match.start() < end:
            continue
        try:
            value, stop = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and key in value:
            end = stop
            yield {key: value[key]}
        elif isinstance(value, list) and value and all(isinstance(each, dict) and "evidence" in each for each in value):
            end = stop
            yield {key: value}


def _visible(value: Any) -> Any:  # noqa: ANN401  whatever JSON holds
    """The value with every text in it free of signs that cannot be seen, and of halves of characters."""
    if isinstance(value, str):
        return without_invisible(value).strip()
    if isinstance(value, list):
        return [_visible(each) for each in value]
    if isinstance(value, dict):
        return {_visible(name): _visible(each) for name, each in value.items()}
    return value
