"""What a text says of a reference beyond number, date and title is told as not checked, in all twelve languages."""

import pytest

from corpus.language import LANGUAGES
from corpus.tables import read_table
from references.checker import ReferenceChecker
from references.findings import Finding, Status
from references.said_check import WORDS, SaidWords

RESOLUTION = "General Assembly resolution 77/158 of 14 December 2022"
RUSSIAN = "резолюция Генеральной Ассамблеи 77/158 от 14 декабря 2022 года"
CLAIMS = (
    ("en", f"{RESOLUTION}, proposed by Tajikistan", "proposed"),
    ("en", f"{RESOLUTION}, which Tajikistan initiated", "initiated"),
    ("en", f"{RESOLUTION}, adopted by a recorded vote of 120 to 3", "recorded vote"),
    ("en", "General Assembly resolution 77/158, adopted by consensus on 14 December 2022", "consensus"),
    ("en", f"{RESOLUTION}, adopted at its seventy-eighth session", "session"),
    ("en", f"{RESOLUTION}, adopted in Geneva", "adopted in"),
    ("en", f"{RESOLUTION}, adopted by the Security Council", "Security Council"),
    ("en", "the Security Council, in resolution 77/158 of 14 December 2022", "Security Council"),
    ("en", "the Security Council adopted resolution 77/158 of 14 December 2022", "Security Council"),
    ("en", f"annex V to {RESOLUTION}", "annex V"),
    ("en", "article 99 of the Paris Agreement", "article 99"),
    ("en", "Kazakhstan, which is not a party to the Paris Agreement", "a party to"),
    ("ru", "Казахстан не является стороной Парижского соглашения", "стороной"),
    ("en", "the Paris Agreement, which entered into force in 1999", "entered into force"),
    ("en", f"{RESOLUTION}, adopted by the Security Council, and resolution 78/147", "Security Council"),
    ("en", f"{RESOLUTION} adopted by consensus and resolution 78/147", "consensus"),
    ("en", "draft resolution A/RES/77/158 of 14 December 2022", "draft resolution"),
    ("en", "decision A/RES/77/158 of 14 December 2022", "decision"),
    ("ru", "проект резолюции A/RES/77/158 от 14 декабря 2022 года", "проект резолюции"),
    ("en", f"{RESOLUTION} on sustainable tourism", "on sustainable tourism"),
    ("en", f"{RESOLUTION} entitled Sustainable mountain development", "entitled Sustainable mountain development"),
    ("ru", f"{RUSSIAN}, инициированная Туркменистаном", "инициированная"),
    ("ru", f"{RUSSIAN}, предложенная Туркменистаном", "предложенная"),
    ("ru", f"по инициативе Туркменистана принята {RUSSIAN}", "инициативе"),
    ("ru", f"{RUSSIAN}, одобренная единогласно", "единогласно"),
    ("ru", f"{RUSSIAN} о туризме", "о туризме"),
    ("ru", "ЮНЕА приняла резолюцию 77/158 от 14 декабря 2022 года", "ЮНЕА"),
    ("fr", "la résolution 77/158 du 14 décembre 2022, adoptée à l’initiative du Togo", "à l’initiative"),
    ("es", "la resolución 77/158, de 14 de diciembre de 2022, aprobada por iniciativa de Cuba", "por iniciativa de"),
    ("ar", "قرار الجمعية العامة 77/158 المؤرخ 14 كانون الأول/ديسمبر 2022 الذي اتخذ بمبادرة من تركمانستان", "بمبادرة"),
    ("zh", "大会根据土库曼斯坦倡议2022年12月14日通过的第77/158号决议", "根据土库曼斯坦倡议"),
    ("kk", "Түрікменстанның бастамасымен қабылданған 2022 жылғы 14 желтоқсандағы 77/158 қарары", "бастамасымен"),
    ("kk", "Туризм туралы 2022 жылғы 14 желтоқсандағы 77/158 қарары", "Туризм туралы"),
    (
        "ky",
        "Түркмөнстандын демилгеси менен кабыл алынган 2022-жылдын 14-декабрындагы 77/158-резолюциясы",
        "демилгеси менен",
    ),
    ("tg", "Қатъномаи 77/158 аз 14 декабри соли 2022, ки бо ташаббуси Туркманистон қабул шуд", "бо ташаббуси"),
    (
        "tk",
        "Türkmenistanyň başlangyjy bilen kabul edilen 2022-nji ýylyň 14-nji dekabryndaky 77/158 Kararnamasy",
        "başlangyjy bilen",
    ),
    ("tr", "Türkmenistan'ın girişimiyle kabul edilen 14 Aralık 2022 tarihli ve 77/158 sayılı kararı", "girişimiyle"),
    (
        "uz",
        "Turkmaniston tashabbusi bilan qabul qilingan 2022-yil 14-dekabrdagi 77/158-son rezolyutsiya",
        "tashabbusi bilan",
    ),
)


def findings(checker: ReferenceChecker, text: str, language: str) -> list[Finding]:
    return list(checker.check(text, language).mentions[0].findings)


@pytest.mark.parametrize(("language", "text", "said"), CLAIMS)
def test_a_claim_that_is_not_compared_is_told(checker: ReferenceChecker, language: str, text: str, said: str) -> None:
    found = findings(checker, text, language)
    assert {finding.status for finding in found} == {Status.COULD_NOT_CHECK}
    (finding,) = (finding for finding in found if finding.found == said)
    assert finding.evidence == f"“{said}” is said of it; that is not compared with the record."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{RESOLUTION} on the International Year of Glaciers’ Preservation"),
        ("en", f"{RESOLUTION}, and welcoming the initiative of Tajikistan"),
        ("en", f"{RESOLUTION}. The initiative of Tajikistan"),
        ("en", f"Welcoming the initiative of Tajikistan, recalling {RESOLUTION}"),
        ("en", f"{RESOLUTION}, and Security Council resolution 1325"),
        ("ru", f"{RUSSIAN}, учитывая резолюцию Совета Безопасности 1325"),
        (
            "kk",
            "БҰҰ Бас Ассамблеясының 2022 жылғы 14 желтоқсандағы 77/158 қарары, Қауіпсіздік Кеңесінің 1325 қарары",
        ),
        ("en", "resolution A/RES/77/158 of 14 December 2022"),
        ("en", "the draft resolution. A/RES/77/158 of 14 December 2022"),
        ("ru", "документ A/RES/77/158 от 14 декабря 2022 года"),
        ("en", "the principles of the Paris Agreement"),
        ("en", f"{RESOLUTION}, adopted by the General Assembly"),
        ("en", "Almaty Programme of Action, adopted in Almaty"),
        ("ru", f"приветствуя инициативу Таджикистана и ссылаясь на то, что {RUSSIAN} принята"),
    ],
)
def test_what_is_not_said_of_it(checker: ReferenceChecker, language: str, text: str) -> None:
    assert [finding.status for finding in findings(checker, text, language)] == [Status.CONFIRMED]


def test_how_it_was_adopted_is_shown_where_it_is_on_record(checker: ReferenceChecker) -> None:
    text = "General Assembly resolution 80/3 of 14 October 2025, adopted by a recorded vote"
    (finding,) = findings(checker, text, "en")
    assert (finding.found, finding.expected) == ("recorded vote", "without a vote")


def test_there_are_words_in_every_language() -> None:
    words = read_table(WORDS, dict[str, SaidWords])
    assert set(words) == set(LANGUAGES)
    assert all(entry.who and entry.how and (entry.about or entry.about_before) for entry in words.values())
