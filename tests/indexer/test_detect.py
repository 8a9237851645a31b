"""The language of a query, also of a short one."""

import pytest

from indexer.detect import detect_language

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
]


@pytest.mark.parametrize(("text", "language"), TABLE)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language
