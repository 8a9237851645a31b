"""The things a project is kept as: each has a key, a revision and a value, so that two people rarely meet in one."""

from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, get_type_hints

import msgspec

from corpus.errors import ProjectDamaged, ProjectRefused
from drafting.draft import Statement
from drafting.projects.values import (
    BracketClosing,
    CellEdit,
    DraftHead,
    Header,
    Place,
    PrivateLayer,
    SectionHead,
    TrayItem,
)

Value: TypeAlias = (
    str | tuple[str, ...] | TrayItem | CellEdit | DraftHead | SectionHead | Statement | Place | BracketClosing
)


class Kind(StrEnum):
    """What a thing is; the first part of its key."""

    FIELD = "field"
    PRIVATE = "private"
    EVIDENCE = "evidence"
    CELL = "cell"
    DRAFT = "draft"
    SECTION = "section"
    STATEMENT = "statement"
    PLACE = "place"
    BRACKET = "bracket"


SHAPES: dict[Kind, Any] = {
    Kind.EVIDENCE: TrayItem,
    Kind.CELL: CellEdit,
    Kind.DRAFT: DraftHead,
    Kind.SECTION: SectionHead,
    Kind.STATEMENT: Statement,
    Kind.PLACE: Place,
    Kind.BRACKET: BracketClosing,
}
FIELDS: dict[str, Any] = get_type_hints(Header)
PRIVATE_LISTS: dict[str, Any] = get_type_hints(PrivateLayer)
# A cell's key holds two names; a tab cannot stand in either because runs of white space are folded to one space.
BETWEEN_NAMES = "\t"


def thing_key(kind: Kind, name: str) -> str:
    """The key of a thing: `statement:3fa9…`, `field:title`, `private:red_lines`, `draft:ru`."""
    return f"{kind}:{name}"


def statement_key(statement_id: str) -> str:
    """The key of a statement."""
    return thing_key(Kind.STATEMENT, statement_id)


def place_key(owner_id: str) -> str:
    """The key of the place of a section or statement."""
    return thing_key(Kind.PLACE, owner_id)


def cell_key(issue: str, column: str) -> str:
    """The key of a cell of the matrix."""
    return thing_key(Kind.CELL, BETWEEN_NAMES.join(" ".join(name.split()) for name in (issue, column)))


def kind_of(key: str) -> Kind:
    """What the thing with this key is.

    Raises:
        ProjectDamaged: there is no such kind.
    """
    try:
        return Kind(key.partition(":")[0])
    except ValueError:
        raise ProjectDamaged(f"“{key[:80]}” is not a part of a project that this version knows.") from None


def name_of(key: str) -> str:
    """The name that the thing has among its kind."""
    return key.partition(":")[2]


def as_json(value: Value) -> str:
    """The value as it is kept.

    Raises:
        ProjectRefused: it holds what is no text (half a character).
    """
    try:
        return msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError as error:
        raise ProjectRefused("The text holds half a character that cannot be saved. Type that word again.") from error


def from_json(key: str, kept: str) -> Value:
    """The value that was kept under the key.

    Raises:
        ProjectDamaged: it cannot be read.
    """
    try:
        value: Value = _decoder(key if kind_of(key) in (Kind.FIELD, Kind.PRIVATE) else kind_of(key)).decode(kept)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ProjectDamaged(f"“{key[:80]}” cannot be read ({error}).") from error
    return value


@cache
def _decoder(key_or_kind: str) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_shape(key_or_kind))


def _shape(key_or_kind: str) -> Any:  # noqa: ANN401 - a type, which no annotation of ours can name
    kind = kind_of(key_or_kind)
    if kind in SHAPES:
        return SHAPES[kind]
    names = FIELDS if kind is Kind.FIELD else PRIVATE_LISTS
    try:
        return names[name_of(key_or_kind)]
    except KeyError:
        raise ProjectDamaged(f"“{key_or_kind[:80]}” is not a part of a project that this version knows.") from None
