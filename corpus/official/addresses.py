"""Where the UN keeps the text of a symbol: the addresses to ask, the page to open by hand, the name of the file."""

import re
from urllib.parse import quote

from corpus.errors import FetchRefused
from corpus.language import LANGUAGES
from corpus.official.obstacle import Obstacle
from corpus.symbol import Symbol

LETTERS = {"ar": "A", "zh": "C", "en": "E", "fr": "F", "ru": "R", "es": "S"}
"""How the document site's own interface writes the six languages."""
ASK_BY_SYMBOL = "https://documents.un.org/api/symbol/access?s={symbol}&l={letter}&t=pdf"
ASK_BY_SHORT_LINK = "https://undocs.org/pdf?symbol={language}%2F{symbol}"
PAGE = "https://docs.un.org/{language}/{symbol}"


def addresses(symbol: Symbol, language: str) -> tuple[str, ...]:
    """The addresses of the text as a file, to be asked one after the other.

    Raises:
        FetchRefused: the UN does not issue texts in this language, or the symbol is not that of a document.
    """
    name = quote(_name_on_the_site(symbol, language), safe="")
    return (
        ASK_BY_SYMBOL.format(symbol=name, letter=LETTERS[language]),
        ASK_BY_SHORT_LINK.format(symbol=name, language=language),
    )


def page_to_open(symbol: Symbol, language: str) -> str:
    """The page that shows the text in a browser.

    Raises:
        FetchRefused: as for `addresses`.
    """
    return PAGE.format(language=language, symbol=quote(_name_on_the_site(symbol, language), safe="/()"))


def file_stem(symbol: Symbol, language: str) -> str:
    """The name of the file without its suffix, written as the UN's library does: A_RES_78_147-RU.

    Raises:
        FetchRefused: as for `addresses`.
    """
    name = re.sub(r"[^\w.()-]", "_", _name_on_the_site(symbol, language), flags=re.ASCII)
    return f"{name}-{language.upper()}"


def _name_on_the_site(symbol: Symbol, language: str) -> str:
    """The symbol as the site files it: S/RES/1325(2000) without spaces, and 31/16 A under 31/16, which holds it."""
    if language not in LETTERS:
        named = ", ".join(f"{LANGUAGES[code].english_name} ({code})" for code in sorted(LETTERS))
        raise FetchRefused(f"The UN issues its documents in {named}, not in “{language[:20]}”.", Obstacle.LANGUAGE)
    if symbol.canonical[:1].isdigit():
        raise FetchRefused(
            f"{symbol.canonical} numbers a decision inside a session’s report; fetch the report by its own symbol.",
            Obstacle.NO_DOCUMENT,
        )
    whole = re.sub(rf" {symbol.part}(?= |$)", "", symbol.canonical) if symbol.part else symbol.canonical
    return whole.replace(" ", "")
