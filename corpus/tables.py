"""The only code that opens the shipped TOML files."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from corpus.errors import CorpusError

Shape = TypeVar("Shape")

DATA_FOLDER = Path(__file__).parent


class Confidence(StrEnum):
    """How far a fact may be relied on; nothing of low confidence ever confirms anything."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"
    NOT_RATED = "n/a"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every table in a shipped file: a key that the schema does not know is an error."""


def read_table(path: Path, shape: type[Shape]) -> Shape:
    """Read one TOML file into its typed shape.

    Raises:
        CorpusError: the file cannot be read, is not TOML, or does not have the shape; the message names the file.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(raw, shape)
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}. Reinstall ortak or restore the file.") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path} is not valid TOML: {error}. Mend that line.") from error
    except msgspec.ValidationError as error:
        raise CorpusError(f"{path}: {error}. Compare with a neighbouring file.") from error


def require(condition: object, path: Path, problem: str) -> None:
    """Refuse a shipped file that has the right shape but not the right content."""
    if not condition:
        raise CorpusError(f"{path}: {problem}.")
