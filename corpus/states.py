"""Names of States: our own where CLDR has another or an older one, CLDR's for the rest."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale

from corpus.tables import read_table

PATH = Path(__file__).with_name("states.toml")
FILLERS = "fillers"
CODE_LENGTH = 2


@cache
def own_names() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Our names by ISO alpha-2 code and language, the one to show first; `fillers` are words beside names of States."""
    return read_table(PATH, dict[str, dict[str, tuple[str, ...]]])


def name_of_state(code: str, language: str) -> str:
    """The State's name in the language; what is no ISO alpha-2 code is given back."""
    ours = own_names().get(code, {}).get(language)
    if ours:
        return ours[0]
    return str(Locale.parse(language).territories.get(code, code)) if len(code) == CODE_LENGTH else code
