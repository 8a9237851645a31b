"""Names of States: our own where CLDR has another or an older one, CLDR's for the rest."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from corpus.errors import NotHeld
from corpus.tables import read_table

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
"""The States of Central Asia, which adopted the declaration, by ISO alpha-3 code, as they are usually listed."""
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


@cache
def _alpha3() -> Mapping[str, str]:
    """ISO alpha-2 codes by their alpha-3 codes, as CLDR has them."""
    return {
        alias: codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == CODE_LENGTH + 1 and alias.isalpha() and len(codes) == 1
    }


def state_code(written: str) -> str:
    """The ISO alpha-3 code of a State written as its alpha-3 or alpha-2 code, in whatever case.

    Raises:
        NotHeld: no State has this code.
    """
    code = written.strip().upper()
    if code in _alpha3():
        return code
    for alpha3, alpha2 in _alpha3().items():
        if code == alpha2:
            return alpha3
    raise NotHeld(f"“{written[:20]}” is not the code of a State; give its three letters, such as KAZ or BOL.")


def names_of_alpha3(code: str, language: str) -> tuple[str, ...]:
    """Every name that we know of a State in the language, by its alpha-3 code; the one to show is among them."""
    ours = own_names().get(_alpha3().get(code, code), {}).get(language, ())
    return tuple(dict.fromkeys((*ours, name_of_alpha3(code, language))))


def name_of_alpha3(code: str, language: str) -> str:
    """The State's name in the language by its alpha-3 code; what is no such code is given back."""
    return name_of_state(_alpha3().get(code, code), language)
