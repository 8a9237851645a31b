"""What was asked, read once: clean text, language, filters, and any place it names."""

import re
import unicodedata
from dataclasses import dataclass

from corpus.document import TextKind
from corpus.errors import NotHeld, QueryError
from corpus.language import language_of
from indexer.places import AskedPlace, asked_place

LONGEST_QUERY = 2000
MOST_HITS = 200
MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|&(?:[a-z]{2,8}|#\d{2,5});|\{\{|\{%")
MOJIBAKE = re.compile(r"(?:[ÐÑ][\u0080-\u00bf]?){2,}|(?:Ã.){2,}|(?:[РС][^\sа-яё]){3,}")
LOST_CODE_PAGE = re.compile(r"[\u00c0-\u00ff]{4,}")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the hits must be; an empty field asks nothing. `language` is a language the text must be held in."""

    document: str = ""
    kind: TextKind | None = None
    state: str = ""
    language: str = ""
    body: str = ""
    year: int = 0
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that can be answered; an empty language is for the searcher to find out."""

    text: str
    language: str
    place: AskedPlace | None
    filters: Filters
    limit: int


def read_query(text: str, filters: Filters | None = None, limit: int = 10, language: str = "") -> Query:
    """Read what a person typed.

    Raises:
        QueryError: it is empty, too long, not text, in the wrong encoding, or full of markup.
        NotHeld: a filter names a language that is not one of the twelve.
    """
    if not 1 <= limit <= MOST_HITS:
        raise QueryError(f"The number of results must be between 1 and {MOST_HITS}, not {limit}.")
    clean = clean_query(text)
    asked = filters or Filters()
    for code in (asked.language, language):
        if code:
            language_of(code)
    return Query(clean, language, asked_place(clean), asked, limit)


def clean_query(text: str) -> str:
    """The query in one line of composed characters.

    Raises:
        QueryError: it is empty, too long, not text, in the wrong encoding, or full of markup.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            f"The query has {len(text):,} characters; the limit is {LONGEST_QUERY:,}. Ask in a sentence or two."
        )
    if any(unicodedata.category(character) in {"Cs", "Co", "Cn"} or _is_control(character) for character in text):
        raise QueryError("The query holds bytes that are not text. Type it, or save the file as UTF-8.")
    if MOJIBAKE.search(text) or LOST_CODE_PAGE.search(text) or "\ufffd" in text:
        raise QueryError("The query seems to have lost its encoding (such as “Ð»ÐµÐ´”). Type it, or save it as UTF-8.")
    if MARKUP.search(text):
        raise QueryError("The query holds markup such as <b> or &nbsp;. Paste the plain text without it.")
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(character.isalnum() for character in clean):
        raise QueryError("The query is empty. Type a few words, a symbol such as 78/147, or a place such as OP16.")
    return clean


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\t\n\r"


def kind_named(name: str) -> TextKind | None:
    """The kind of text with this name, or nothing for an empty name.

    Raises:
        NotHeld: there is no such kind.
    """
    if not name:
        return None
    try:
        return TextKind(name)
    except ValueError:
        raise NotHeld(f"“{name}” is not a kind of text; choose one of: {' '.join(TextKind)}.") from None
