"""The twelve languages of the product, as values."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import NotHeld


class Script(StrEnum):
    """Writing systems met in the corpus."""

    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    HAN = "Hans"
    LATIN = "Latn"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ISO 639-1 code, its own name, its script, and whether the UN works in it."""

    code: str
    english_name: str
    own_name: str
    script: Script
    official: bool

    @property
    def right_to_left(self) -> bool:
        """Whether the text runs from right to left."""
        return self.script is Script.ARABIC


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("ar", "Arabic", "العربية", Script.ARABIC, True),
        Language("en", "English", "English", Script.LATIN, True),
        Language("es", "Spanish", "Español", Script.LATIN, True),
        Language("fr", "French", "Français", Script.LATIN, True),
        Language("kk", "Kazakh", "Қазақша", Script.CYRILLIC, False),
        Language("ky", "Kyrgyz", "Кыргызча", Script.CYRILLIC, False),
        Language("ru", "Russian", "Русский", Script.CYRILLIC, True),
        Language("tg", "Tajik", "Тоҷикӣ", Script.CYRILLIC, False),
        Language("tk", "Turkmen", "Türkmençe", Script.LATIN, False),
        Language("tr", "Turkish", "Türkçe", Script.LATIN, False),
        Language("uz", "Uzbek", "Oʻzbekcha", Script.LATIN, False),
        Language("zh", "Chinese", "中文", Script.HAN, True),
    )
}


def language_of(code: str) -> Language:
    """The language with this code.

    Raises:
        NotHeld: the code is not one of the twelve.
    """
    try:
        return LANGUAGES[code]
    except KeyError:
        known = " ".join(LANGUAGES)
        raise NotHeld(f"“{code}” is not a language of this corpus; choose one of: {known}.") from None
