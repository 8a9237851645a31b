"""The language of a query, also of a short one."""

import pytest

from indexer.detect import detect_language
from indexer.index import SearchIndex

TABLE = [
    ("Who proposed an international water organization?", "en"),
    ("Morocco's position and the Congo's", "en"),
    ("сохранение ледников", "ru"),
    ("мұздықтарды сақтау", "kk"),
    ("мөңгүлөрдү сактоо кимдин демилгеси", "ky"),
    ("ҳифзи пиряхҳо", "tg"),
    ("buzluklary goramak üçin ýörite gazna", "tk"),
    ("buzulların korunması için fon", "tr"),
    ("muzliklarni asrash boʻyicha jamgʻarma", "uz"),
    ("muzliklarni asrash bo'yicha jamg'arma", "uz"),
    ("حماية الأنهار الجليدية", "ar"),
    ("保护冰川", "zh"),
    ("la protection des glaciers dans les montagnes", "fr"),
    ("la protección de los glaciares en las montañas", "es"),
    ("78/147", "en"),
    ("п. 16", "ru"),
    ("обмен долга на экологию", "ru"),
    ("метан", "ru"),
    ("debt swap", "en"),
    ("суу маселеси", "ky"),
    ("захираҳои об", "tg"),
    ("suw baylyklary", "tk"),
]


@pytest.mark.parametrize(("text", "language"), TABLE)
def test_language(hashed_index: SearchIndex, text: str, language: str) -> None:
    assert detect_language(text, hashed_index.lexical.known_share) == language


def test_without_known_words_the_letters_still_tell() -> None:
    assert detect_language("мұздықтарды сақтау", lambda text, code: 0.0) == "kk"
