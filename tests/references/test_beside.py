"""What stands beside a name as its day or years is confirmed by the record or not at all."""

import pytest

from references.checker import ReferenceChecker
from references.findings import Finding, Status

HELD = [Status.CONFIRMED]
OPEN = [Status.COULD_NOT_CHECK]


def findings(checker: ReferenceChecker, text: str, language: str) -> list[Finding]:
    return list(checker.check(text, language).mentions[-1].findings)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the Paris Agreement of 12 December 2015", HELD),
        ("en", "the Paris Agreement of 12 December 2014", OPEN),
        ("en", "the Paris Agreement, adopted on 11 December 2015", OPEN),
        ("en", "the Paris Agreement, adopted in Paris in 2015", HELD),
        ("en", "the Paris Agreement, adopted in Kyoto in 1997", OPEN),
        ("en", "the Paris Agreement (2015)", HELD),
        ("en", "the Paris Agreement (2014)", OPEN),
        ("en", "the Paris Agreement of 14/12/2014", OPEN),
        ("en", "the 2014 Paris Agreement", OPEN),
        ("en", "the Paris Agreement and the targets for 2030", HELD),
        ("en", "the Paris Agreement. In 2014 all was well", HELD),
        ("en", "the Paris Agreement, resolution 78/147 of 19 December 2023", HELD),
        ("en", "International Year of Glaciers’ Preservation, 2025", HELD),
        ("en", "International Year of Glaciers’ Preservation, 2026", OPEN),
        ("en", "proclaimed 2026 as the International Year of Glaciers’ Preservation", OPEN),
        ("en", "the World Day for Glaciers, 2027", HELD),
        ("en", "the World Day for Glaciers, 2011", OPEN),
        ("en", "Vienna Programme of Action for Landlocked Developing Countries for the Decade 2014–2024", HELD),
        ("en", "Vienna Programme of Action for Landlocked Developing Countries for the Decade 2015–2025", OPEN),
        ("en", "International Decade for Action, “Water for Sustainable Development”, 2018–2027", OPEN),
        ("ru", "Международное десятилетие действий «Вода для устойчивого развития», 2018–2027 годы", OPEN),
        ("en", "Second Global Mountain Summit in Bishkek in 2027", HELD),
        ("en", "Second Global Mountain Summit in Bishkek in 2028", OPEN),
        ("en", "Second Global Mountain Summit and in 2028 another one", HELD),
        ("en", "Third United Nations Conference on Landlocked Developing Countries (Awaza, 5–8 August 2025)", HELD),
        ("en", "Third United Nations Conference on Landlocked Developing Countries (Awaza, 5–8 August 2024)", OPEN),
        ("ru", "Третья Конференция ООН по развивающимся странам, не имеющим выхода к морю (Вена, 2024)", OPEN),
        ("fr", "l’Accord de Paris, adopté à Kyoto en 1997", OPEN),
        ("ru", "Парижское соглашение от 12 декабря 2014 года", OPEN),
        ("ru", "Парижское соглашение 1997 года", OPEN),
        ("ru", "Декларация «Экологическая солидарность Центральной Азии» от 22 апреля 2026 года", HELD),
        ("ru", "Декларация «Экологическая солидарность Центральной Азии» от 23 апреля 2026 года", OPEN),
        ("fr", "l’Accord de Paris du 12 décembre 2014", OPEN),
        ("es", "Acuerdo de París de 12 de diciembre de 2014", OPEN),
        ("ar", "اتفاق باريس لعام 2014", OPEN),
        ("ar", "السنة الدولية للحفاظ على الأنهار الجليدية، لعام 2011", OPEN),
        ("zh", "《巴黎协定》（2014年）", OPEN),
        ("tr", "12 Aralık 2014 tarihli Paris Anlaşması", OPEN),
        ("tr", "12 Aralık 2015 tarihli Paris Anlaşması", HELD),
        ("kk", "2014 жылғы 12 желтоқсандағы Париж келісімі", OPEN),
        ("kk", "2015 жылғы 12 желтоқсандағы Париж келісімі", HELD),
        ("kk", "Париж келісімі (2014 ж.)", OPEN),
        ("kk", "Париж келісімі, 2026 жылғы 22 сәуірдегі жиналыс", HELD),
        ("ky", "2014-жылдын 12-декабрындагы Париж келишими", OPEN),
        ("tg", "Созишномаи Париж аз 12 декабри соли 2014", OPEN),
        ("tk", "2014-nji ýylyň 12-nji dekabryndaky Pariž ylalaşygy", OPEN),
        ("uz", "2014-yil 12-dekabrdagi Parij bitimi", OPEN),
        ("en", "the Paris Agreement, adopted on 12 December,", HELD),
        ("en", "the Paris Agreement, adopted on 11 December,", OPEN),
        ("en", "the Paris Agreement may be reviewed", HELD),
        ("en", "World Day for Glaciers (21 March)", HELD),
        ("en", "World Day for Glaciers on 22 March", OPEN),
        ("en", "the World Day for Glaciers, March 22,", OPEN),
        ("en", "International Day of the Markhor, 24 May", HELD),
        ("en", "International Day of the Markhor, 25 May", OPEN),
        ("ru", "Всемирный день ледников, 21 марта", HELD),
        ("ru", "Всемирный день ледников 22 марта", OPEN),
        ("zh", "世界冰川日（3月21日）", HELD),
        ("zh", "世界冰川日（3月22日）", OPEN),
        ("ar", "اليوم العالمي للأنهار الجليدية، 22 آذار/مارس", OPEN),
        ("kk", "Дүниежүзілік мұздықтар күні (21 наурыз)", HELD),
        ("kk", "22 наурыз Дүниежүзілік мұздықтар күні", OPEN),
    ],
)
def test_the_day_or_years_beside_a_name(
    checker: ReferenceChecker, language: str, text: str, expected: list[Status]
) -> None:
    checked = checker.check(text, language).mentions[0]
    assert {finding.status for finding in checked.findings} == set(expected)


def test_what_stands_there_is_told_beside_the_record(checker: ReferenceChecker) -> None:
    (finding,) = findings(checker, "the Paris Agreement of 12 December 2014", "en")
    assert (finding.found, finding.expected) == ("12 December 2014", "2015-12-12; 2015-11-30/2015-12-13")
    assert finding.evidence == "Beside it stands “12 December 2014”, which no date on record bears out."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("77/158", HELD),
        ("77/158 (2022)", HELD),
        ("77/158 (2021)", OPEN),
        ("77/158, adopted in 2021", OPEN),
        ("77/158 of 31 November 2022", OPEN),
        ("77/158 of 14/12/2021", OPEN),
        ("77/158 of 14.12.21", OPEN),
        ("77/158 of 14 December", HELD),
        ("77/158 of 15 December", OPEN),
    ],
)
def test_a_later_reference_with_something_of_a_date(
    checker: ReferenceChecker, later: str, expected: list[Status]
) -> None:
    text = f"General Assembly resolution 77/158 of 14 December 2022. Recalling resolution {later}."
    assert [finding.status for finding in findings(checker, text, "en")] == expected
