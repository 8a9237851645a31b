"""The language of a query, also of a short one."""

import pytest

from indexer.detect import detect_document_language, detect_language
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Мұздықтарды сақтау мен судың сапасын жақсарту — өңірдің ортақ міндеті.", "kk"),
        ("Мөңгүлөрдү сактоо жана суунун сапатын жакшыртуу — аймактын орток милдети.", "ky"),
        ("Ҳифзи пиряхҳо ва беҳтар намудани сифати об вазифаи муштараки минтақа мебошад.", "tg"),
        ("Сохранение ледников — общая задача региона; озеро названо «Ыстық көл».", "ru"),
        ("Muzliklarni asrash va suv sifatini yaxshilash mintaqaning umumiy vazifasidir.", "uz"),
        ("Музликларни асраш ва сув сифатини яхшилаш минтақанинг умумий вазифасидир, ўлкамиз учун ҳам.", "uz"),
        ("Buzluklary goramak we suwuň hilini gowulandyrmak sebitiň umumy wezipesidir.", "tk"),
    ],
)
def test_the_language_of_a_document(text: str, code: str) -> None:
    assert detect_document_language(text * 5).code == code


def test_a_language_outside_the_twelve_is_named() -> None:
    persian = "این یک متن فارسی درباره حفاظت از یخچال‌های طبیعی و کیفیت آب در منطقه است که باید شناخته شود. "
    assert detect_document_language(persian * 8).other == "fa"


def test_a_text_without_letters_has_no_certain_language() -> None:
    assert detect_document_language("1234 5678 !!!").certainty == 0.0
