"""A title in quotation marks beside a reference is the one on record, or the reference is not confirmed."""

import pytest

from references.checker import ReferenceChecker
from references.findings import Status
from references.titles import same_name

HELD, WRONG, OPEN = [Status.CONFIRMED], [Status.TITLE], [Status.COULD_NOT_CHECK]
RESOLUTION = "General Assembly resolution 77/158 of 14 December 2022"
TITLE = "International Year of Glaciers’ Preservation, 2025"
LONG = "Central Asia facing environmental challenges: fostering regional solidarity for sustainable development and"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", f"{RESOLUTION}, entitled “{TITLE}”", HELD),
        ("en", f"{RESOLUTION} (“{TITLE}”)", HELD),
        ("en", f"{RESOLUTION}, entitled “International Year of Glaciers’ Preservation, 2026”", WRONG),
        ("en", f"{RESOLUTION} “Sustainable tourism”", WRONG),
        ("en", f"{RESOLUTION} (“Sustainable tourism”)", WRONG),
        ("en", f"{RESOLUTION}, which is entitled “Sustainable tourism”", WRONG),
        ("en", f"{RESOLUTION}, entitled: “Sustainable tourism”", WRONG),
        ("en", f"“Sustainable tourism” ({RESOLUTION})", WRONG),
        ("en", "the General Assembly resolution entitled “Sustainable tourism” (77/158 of 14 December 2022)", WRONG),
        ("en", f"{RESOLUTION}, known as “Sustainable tourism”", OPEN),
        ("en", f"{RESOLUTION} and the idea of “One Health”", HELD),
        ("en", f"{RESOLUTION}. The idea of “One Health”", HELD),
        ("en", f"General Assembly resolution 78/147 of 19 December 2023, entitled “{LONG} prosperity”", HELD),
        ("en", f"General Assembly resolution 78/147 of 19 December 2023, entitled “{LONG} peace”", WRONG),
        ("ru", "резолюция Генеральной Ассамблеи 78/147 от 19 декабря 2023 года «Устойчивый туризм»", OPEN),
        ("ru", "резолюция Генеральной Ассамблеи «Туризм» 77/158 от 14 декабря 2022 года", OPEN),
        (
            "fr",
            "la résolution 77/158 de l’Assemblée générale, en date du 14 décembre 2022, intitulée « Tourisme »",
            OPEN,
        ),
        ("es", "la resolución 77/158 de la Asamblea General, de 14 de diciembre de 2022, titulada “Turismo”", OPEN),
        ("ar", "قرار الجمعية العامة 77/158 المؤرخ 14 كانون الأول/ديسمبر 2022 المعنون ”السياحة“", OPEN),
        ("zh", "大会2022年12月14日题为“旅游业”的第77/158号决议", OPEN),
        ("kk", "БҰҰ Бас Ассамблеясының 2022 жылғы 14 желтоқсандағы «Туризм» атты 77/158 қарары", OPEN),
        ("ky", "БУУнун Башкы Ассамблеясынын 2022-жылдын 14-декабрындагы «Туризм» аттуу 77/158-резолюциясы", OPEN),
        ("tg", "Қатъномаи 77/158 Ассамблеяи Генералии СММ аз 14 декабри соли 2022 таҳти унвони «Туризм»", OPEN),
        (
            "tk",
            "BMG-niň Baş Assambleýasynyň 2022-nji ýylyň 14-nji dekabryndaky “Syýahat” atly 77/158 Kararnamasy",
            OPEN,
        ),
        ("tr", "Genel Kurulun 14 Aralık 2022 tarihli ve 77/158 sayılı “Turizm” başlıklı kararı", OPEN),
        ("uz", "BMT Bosh Assambleyasining 2022-yil 14-dekabrdagi 77/158-sonli “Turizm” rezolyutsiyasi", OPEN),
    ],
)
def test_a_title_beside_a_number(checker: ReferenceChecker, language: str, text: str, expected: list[Status]) -> None:
    checked = next(one for one in checker.check(text, language).mentions if not one.mention.instrument)
    assert [finding.status for finding in checked.findings] == expected


def test_a_wrong_title_is_shown_beside_the_right_one(checker: ReferenceChecker) -> None:
    (checked,) = checker.check(f"{RESOLUTION} (“Sustainable tourism”)", "en").mentions
    (finding,) = checked.findings
    assert (finding.found, finding.expected) == ("Sustainable tourism", TITLE)


@pytest.mark.parametrize(
    ("language", "one", "other", "same"),
    [
        ("en", "landlocked countries", "land countries", False),
        ("en", "environmental challenges", "environmental challenge", True),
        ("ru", "сохранению ледников", "сохранение ледников", True),
        ("en", "Year 2025", "Year 20251", False),
    ],
)
def test_a_longer_word_is_another_one(language: str, one: str, other: str, same: bool) -> None:
    assert same_name(one, other, language) is same
