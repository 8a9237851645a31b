"""Interface words: the same keys and blanks in every language, and a word for every value that is shown."""

import re
from typing import get_type_hints

import pytest

from corpus.document import TextKind
from corpus.errors import CorpusError
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.positions import Stance
from corpus.registry import InstrumentKind
from corpus.tables import Confidence
from drafting.consistency import DifferenceKind
from drafting.draft import Form, Level, StatementKind
from drafting.matrix import Agreement
from drafting.projects.evidence_check import EvidenceState
from drafting.projects.history import Verb
from drafting.projects.values import Header, PrivateLayer
from drafting.unturned import Remark
from drafting.voices import Register
from ui.views import confidence_in_words, topics_of
from ui.vocabulary import interface_languages, words_in

BLANK = re.compile(r"\{(\w+)\}")


def test_english_and_russian_are_there() -> None:
    assert {"en", "ru"} <= set(interface_languages())


@pytest.mark.parametrize("language", interface_languages())
def test_keys_and_blanks_are_those_of_english(language: str) -> None:
    english, other = words_in("en"), words_in(language)
    assert other.keys == english.keys
    for key in english.keys:
        assert sorted(BLANK.findall(other(key))) == sorted(BLANK.findall(english(key))), key


@pytest.mark.parametrize("language", interface_languages())
def test_every_shown_value_has_words(library: Library, language: str) -> None:
    words = words_in(language)
    for kind in TextKind:
        assert words(f"kind.{kind}")
    for code in LANGUAGES:
        assert words(f"language.{code}")
    for stance in Stance:
        assert words(f"stance.{stance.replace(' ', '_')}")
    for confidence in Confidence:
        assert confidence_in_words(confidence, words)
    for topic in topics_of(library):
        assert words(f"topic.{topic.replace(' ', '_')}")


def test_an_unknown_language_falls_back_to_english_and_an_unknown_key_is_an_error() -> None:
    assert words_in("xx").language == "en"
    with pytest.raises(CorpusError, match="no words for “search.nothing”"):
        words_in("en")("search.nothing")


SHOWN = {
    "agreement": Agreement,
    "difference": DifferenceKind,
    "evidence_state": [one for one in EvidenceState if one is not EvidenceState.SOUND],
    "form": Form,
    "instrument_kind": InstrumentKind,
    "level": Level,
    "private": get_type_hints(PrivateLayer),
    "project": get_type_hints(Header),
    "register": Register,
    "remark": [one.name.lower() for one in Remark],
    "statement": StatementKind,
    "verb": Verb,
}


@pytest.mark.parametrize("language", interface_languages())
@pytest.mark.parametrize("table", SHOWN)
def test_every_value_of_a_position_has_words(language: str, table: str) -> None:
    words = words_in(language)
    for value in SHOWN[table]:
        assert words(f"{table}.{value.replace(' ', '_').replace('-', '_')}")
