"""What a model may be asked, and the words it is asked with: read from `prompts/`, every blank filled."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from string import Template

from corpus.errors import CorpusError
from corpus.tables import Entry, read_table, require
from drafting.draft import Form, Level
from drafting.voices import Register
from prompts import FOLDER

RULES = "rules"
WORDS = "words"


class Task(StrEnum):
    """What a model may be asked to do; each has a file of this name in `prompts/`."""

    PROPOSE = "propose"
    BRIDGE = "bridge"
    SHORTEN = "shorten"
    REGISTER = "register"
    TRANSLATE = "translate"
    STANCES = "stances"
    EXPLAIN = "explain"


ONE_TO_ONE = frozenset({Task.SHORTEN, Task.REGISTER, Task.TRANSLATE})
"""Tasks that put one statement in the place of one: nothing may be added to it and no figure lost."""


class PromptFile(Entry, frozen=True):
    """One file of `prompts/`: `request` is put to the model as the person's, `system` as ours; `blanks` names all."""

    version: int
    blanks: tuple[str, ...]
    request: str
    system: str = ""

    def filled(self, **values: str) -> str:
        """The request with every blank filled.

        Raises:
            CorpusError: a blank was left open.
        """
        return _filled(self.request, values)

    def ruled(self, **values: str) -> str:
        """The rules with every blank filled.

        Raises:
            CorpusError: a blank was left open.
        """
        return _filled(self.system, values)


class SetWords(Entry, frozen=True):
    """How levels, forms and registers are called before a model, and the other words of ours around the material."""

    nothing: str
    own_document: str
    position_of: str
    private: str
    levels: Mapping[Level, str]
    forms: Mapping[Form, str]
    registers: Mapping[Register, str]


@cache
def set_words() -> SetWords:
    """The set words, as written in `prompts/words.toml`.

    Raises:
        CorpusError: the file is wrong, or lacks a level, a form or a register.
    """
    path = FOLDER / f"{WORDS}.toml"
    words = read_table(path, SetWords)
    for table, wanted in ((words.levels, Level), (words.forms, Form), (words.registers, Register)):
        require(set(table) == set(wanted), path, f"it must name each of {', '.join(wanted)}")
    return words


@cache
def prompt_file(name: str) -> PromptFile:
    """The words of a task, or the rules for all.

    Raises:
        CorpusError: the file is wrong, or names blanks that it does not have.
    """
    path = FOLDER / f"{name}.toml"
    file = read_table(path, PromptFile)
    written = set(Template(file.request + file.system).get_identifiers())
    require(written == set(file.blanks), path, f"its blanks are {sorted(written)}, not {sorted(file.blanks)}")
    return file


def prompt_version(task: Task) -> str:
    """Which wording a task is put in: the versions of the rules for all and of its own file."""
    return f"{prompt_file(RULES).version}.{prompt_file(task).version}"


def _filled(words: str, values: Mapping[str, str]) -> str:
    try:
        return Template(words).substitute(values).strip()
    except (KeyError, ValueError) as error:
        raise CorpusError(f"{FOLDER}: a blank was left open ({error}). Mend the file or the call.") from error
