"""Names of States: our own where CLDR has another or an older one, CLDR's for the rest."""

import re
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
FOR_USERS = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")
"""Alpha-2 codes that ISO 3166-1 leaves to its users: CLDR has the unknown region, pseudo-locales and Kosovo there."""
RESERVED = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"})
"""Alpha-2 codes that ISO 3166-1 reserves for islands without a code, the European Union, the United Nations …"""
WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Alpha-3 codes of States that are no more or have another code today, which CLDR takes for today's State."""


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
def alpha3_codes() -> Mapping[str, str]:
    """The alpha-2 codes of ISO 3166-1 by their alpha-3 codes: States, and territories that ISO has a code for.

    CLDR's table has more, which is no State: codes of its own for groupings and tests, and withdrawn codes.
    """
    return {
        alias: codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == CODE_LENGTH + 1 and alias.isalpha() and len(codes) == 1
        if alias not in WITHDRAWN and codes[0] not in RESERVED and not FOR_USERS.fullmatch(codes[0])
    }


def state_code(written: str) -> str:
    """The ISO alpha-3 code of a State written as its alpha-3 or alpha-2 code, in whatever case.

    A territory that ISO 3166-1 has a code for (HKG) counts as one: who may speak is not for this table to say.

    Raises:
        NotHeld: no State has this code.
    """
    code = written.strip().upper()
    if code in alpha3_codes():
        return code
    for alpha3, alpha2 in alpha3_codes().items():
        if code == alpha2:
            return alpha3
    raise NotHeld(f"“{written[:20]}” is not the code of a State; give its three letters, such as KAZ or BOL.")


def names_of_alpha3(code: str, language: str) -> tuple[str, ...]:
    """Every name that we know of a State in the language, by its alpha-3 code; the one to show is among them."""
    ours = own_names().get(alpha3_codes().get(code, code), {}).get(language, ())
    return tuple(dict.fromkeys((*ours, name_of_alpha3(code, language))))


def name_of_alpha3(code: str, language: str) -> str:
    """The State's name in the language by its alpha-3 code; what is no such code is given back."""
    return name_of_state(alpha3_codes().get(code, code), language)
