"""Turkmen reaches the encoder in Turkish letters; no other language is touched."""

import pytest

from indexer.bridges import bridged


@pytest.mark.parametrize(
    ("turkmen", "turkish"),
    [
        ("buzluklary goramak", "buzlukları goramak"),
        ("suw baýlyklary", "suv baylıkları"),
        ("Garaşsyz Döwletleriň Arkalaşygy", "Garaşsız Dövletlerin Arkalaşıgı"),
        ("jemgyýet, žurnal, ähli", "cemgıyet, jurnal, ehli"),
    ],
)
def test_turkmen_letters(turkmen: str, turkish: str) -> None:
    assert bridged(turkmen, "tk") == turkish


@pytest.mark.parametrize("language", ["en", "tr", "uz", "tg", "kk", "ky", "ru"])
def test_other_languages_stay_as_they_are(language: str) -> None:
    assert bridged("yýw ňžjä", language) == "yýw ňžjä"
