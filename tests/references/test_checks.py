"""Statuses on small texts: what differs, what is impossible, what cannot be told."""

import pytest

from references.checker import ReferenceChecker
from references.findings import Finding, Status


def findings(checker: ReferenceChecker, text: str, language: str = "en") -> list[Finding]:
    (checked,) = checker.check(text, language).mentions
    return list(checked.findings)


@pytest.mark.parametrize(
    ("text", "language", "status", "expected"),
    [
        ("Recalling Security Council resolution 78/147 of 19 December 2023,", "en", Status.ORGAN, "GA"),
        ("ссылаясь на резолюцию 78/147 Совета Безопасности от 19 декабря 2023 года,", "ru", Status.ORGAN, "GA"),
        ("Recalling Security Council resolution A/RES/78/147 of 19 December 2023,", "en", Status.ORGAN, "GA"),
        ("ссылаясь на резолюцию Совета Безопасности A/RES/78/147,", "ru", Status.ORGAN, "GA"),
        ("A/RES/78/147 of the Security Council of 19 December 2023", "en", Status.ORGAN, "GA"),
        ("Совет Безопасности в резолюции 78/147 от 19 декабря 2023 года", "ru", Status.ORGAN, "GA"),
        ("BM Güvenlik Konseyi'nin 19 Aralık 2023 tarihli 78/147 sayılı kararı", "tr", Status.ORGAN, "GA"),
        ("Қатъномаи 78/147 Шӯрои Амнияти СММ аз 19 декабри соли 2023", "tg", Status.ORGAN, "GA"),
        ("Recalling General Assembly resolution 6/3 of 1 March 2024,", "en", Status.ORGAN, "UNEA"),
        ("Recalling resolution 1325 (2000) of the General Assembly,", "en", Status.ORGAN, "SC"),
        ("Recalling General Assembly resolution 9/11 of 1 March 2024,", "en", Status.IMPOSSIBLE, "another organ"),
    ],
)
def test_an_organ_that_is_another(
    checker: ReferenceChecker, text: str, language: str, status: Status, expected: str
) -> None:
    found = [finding for finding in findings(checker, text, language) if finding.status is status]
    assert [finding.expected for finding in found] == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Recalling General Assembly resolution 77/158 of 14 December 2022,", "en"),
        ("Recalling resolution 77/158 of the General Assembly of 14 December 2022,", "en"),
        ("ссылаясь на резолюцию 77/158 Генеральной Ассамблеи от 14 декабря 2022 года,", "ru"),
        ("rappelant la résolution 77/158 de l’Assemblée générale, en date du 14 décembre 2022,", "fr"),
        ("recordando la resolución 77/158 de la Asamblea General, de 14 de diciembre de 2022,", "es"),
        ("回顾大会2022年12月14日第77/158号决议，", "zh"),
        ("إذ تشير إلى قرار الجمعية العامة 77/158 المؤرخ 14 كانون الأول/ديسمبر 2022،", "ar"),
        ("БҰҰ Бас Ассамблеясының 2022 жылғы 14 желтоқсандағы 77/158 қарарын ескере отырып,", "kk"),
        ("BMT Bosh Assambleyasining 2022-yil 14-dekabrdagi 77/158-sonli rezolyutsiyasini eslab,", "uz"),
        ("Genel Kurulun 14 Aralık 2022 tarihli ve 77/158 sayılı kararını hatırlatarak,", "tr"),
    ],
)
def test_what_is_right_is_confirmed_in_every_language(checker: ReferenceChecker, text: str, language: str) -> None:
    assert [finding.status for finding in findings(checker, text, language)] == [Status.CONFIRMED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Ссылаясь на резолюцию 77/158 от 14 декабря 2022 года (resolution 78/147 of 18 December 2023),"),
        ("en", "Recalling resolution 77/158 of 14 December 2022 («резолюция 78/147 от 18 декабря 2023 года»),"),
        ("uz", "2022-yil 14-dekabrdagi 77/158-sonli rezolyutsiya (resolution 78/147 of 18 December 2023)"),
    ],
)
def test_a_reference_in_another_language_is_found_and_checked(
    checker: ReferenceChecker, language: str, text: str
) -> None:
    first, second = checker.check(text, language).mentions
    assert (first.mention.symbol, second.mention.symbol) == ("A/RES/77/158", "A/RES/78/147")
    assert [finding.status for finding in second.findings] == [Status.DATE]


def test_a_later_reference_needs_no_date(checker: ReferenceChecker) -> None:
    text = "Recalling General Assembly resolution 77/158 of 14 December 2022 and reaffirming resolution 77/158,"
    first, second = checker.check(text, "en").mentions
    assert [finding.status for finding in (*first.findings, *second.findings)] == [Status.CONFIRMED] * 2
    assert (first.same_as, second.same_as) == ((1,), (0,))


def test_a_number_outside_the_registry_is_told_beside_its_neighbours(checker: ReferenceChecker) -> None:
    (finding,) = findings(checker, "Recalling General Assembly resolution 78/150 of 19 December 2023,")
    assert finding.status is Status.NOT_IN_REGISTRY
    assert "does not mean that it does not exist" in finding.evidence
    assert "A/RES/78/148 (2023-12-19), A/RES/78/151 (2023-12-19)" in finding.evidence


def test_letters_that_only_look_latin_are_found(checker: ReferenceChecker) -> None:
    report = checker.check("см. А/RES/77/158 от 14 декабря 2022 года", "ru")
    (checked,), (slip,) = report.mentions, report.lint
    assert checked.mention.symbol == "A/RES/77/158"
    assert checked.mention.homoglyphs == (4,)
    assert (slip.start, slip.end, slip.kind) == (4, 16, "look-alike letters")
    assert slip.message == "“А” is CYRILLIC CAPITAL LETTER A"
    assert slip.proposal == "A/RES/77/158"


def test_a_text_without_references_has_none(checker: ReferenceChecker) -> None:
    report = checker.check("The camera has a resolution of 12/16 lines per millimetre, open 24/7.", "en")
    assert report.mentions == ()
    assert report.all_confirmed


EXACT = "выражаем обеспокоенность снижением уровня и обмелением озер Центральной Азии"
ALTERED = "выражаем обеспокоенность снижением уровня и загрязнением озер Центральной Азии"
ELSEWHERE = "лошади кушают овес и сено каждое утро на лугу"


@pytest.mark.parametrize(
    ("quote", "status"),
    [(EXACT, Status.CONFIRMED), (ALTERED, Status.QUOTE), (ELSEWHERE, Status.QUOTE)],
)
def test_a_quotation_is_compared_word_for_word(checker: ReferenceChecker, quote: str, status: Status) -> None:
    text = f"В Декларации «Экологическая солидарность Центральной Азии» сказано: «{quote}»."
    assert [finding.status for finding in findings(checker, text, "ru")] == [status]


@pytest.mark.parametrize(
    ("quote", "status"),
    [("обмелением озер Центральной Азии", Status.CONFIRMED), ("обмелением рек Центральной Азии", Status.QUOTE)],
)
def test_a_short_quotation_behind_a_colon_is_one(checker: ReferenceChecker, quote: str, status: Status) -> None:
    text = f"В Декларации «Экологическая солидарность Центральной Азии» сказано: «{quote}»."
    assert [finding.status for finding in findings(checker, text, "ru")] == [status]


def test_an_altered_quotation_is_shown_beside_the_paragraph(checker: ReferenceChecker) -> None:
    text = f"В Декларации «Экологическая солидарность Центральной Азии» сказано: «{ALTERED}»."
    (finding,) = findings(checker, text, "ru")
    assert finding.source == "declaration-2026 OP5"
    assert finding.expected.startswith("Выражаем обеспокоенность снижением уровня и обмелением озер")


@pytest.mark.parametrize(
    "quotation",
    [
        "“all States shall keep all glaciers for ever”",
        "‘all States shall keep all glaciers for ever’",
        "„all States shall keep all glaciers for ever”",
        "‟all States shall keep all glaciers for ever”",
        "‹all States shall keep all glaciers for ever›",
        "「all States shall keep all glaciers for ever」",
        '"all States shall keep all glaciers for ever"',
        "“all States shall keep all glaciers for ever. They shall do so gladly.”",
        "“all States shall keep “all glaciers” for ever”",
        "“all States shall keep all glaciers for ever",
        ":\n\n“all States shall keep all glaciers for ever”",
        ":\n\n“All States shall keep all glaciers. They shall do so for ever.”\n\nThat was said",
    ],
)
def test_a_quotation_from_a_text_that_is_not_held_is_not_confirmed(checker: ReferenceChecker, quotation: str) -> None:
    text = f"General Assembly resolution 77/158 of 14 December 2022 says {quotation}."
    assert [finding.status for finding in findings(checker, text)] == [Status.COULD_NOT_CHECK]


def test_a_reference_behind_a_quotation_of_several_sentences(checker: ReferenceChecker) -> None:
    quotation = "“All States shall keep all glaciers. They shall do so for ever.”"
    text = f"It was said: {quotation} (General Assembly resolution 77/158 of 14 December 2022)."
    assert [finding.status for finding in findings(checker, text)] == [Status.COULD_NOT_CHECK]


@pytest.mark.parametrize(
    "text",
    [
        "“All States shall keep all glaciers for ever”, he said.\n\nSee resolution 77/158 of 14 December 2022.",
        "The States’ and the Secretary-General’s words in resolution 77/158 of 14 December 2022 and the States’ own.",
        "«Вода» is in resolution 77/158 of 14 December 2022.",
    ],
)
def test_what_is_not_quoted_from_a_reference_does_not_count(checker: ReferenceChecker, text: str) -> None:
    assert [finding.status for finding in findings(checker, f"General Assembly. {text}")][-1:] != [Status.QUOTE]


AWAZA = "General Assembly resolution 80/3 of 14 October 2025, {claim}, was welcomed."


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        ("introduced by Bolivia", Status.CONFIRMED),
        ("introduced by Turkmenistan", Status.ATTRIBUTION),
        ("co-sponsored by Kazakhstan and Uzbekistan", Status.CONFIRMED),
        ("co-sponsored by Kazakhstan and Norway", Status.COULD_NOT_CHECK),
        ("adopted at the initiative of Turkmenistan", Status.ATTRIBUTION),
        ("adopted by the General Assembly", Status.CONFIRMED),
    ],
)
def test_who_introduced_and_who_co_sponsored(checker: ReferenceChecker, claim: str, status: Status) -> None:
    assert [finding.status for finding in findings(checker, AWAZA.format(claim=claim))] == [status]


LLDC3 = "третьей Конференции ООН по развивающимся странам, не имеющим выхода к морю"


@pytest.mark.parametrize(("place", "status"), [("Туркменистане", Status.CONFIRMED), ("Казахстане", Status.ATTRIBUTION)])
def test_who_hosted(checker: ReferenceChecker, place: str, status: Status) -> None:
    found = findings(checker, f"по итогам {LLDC3}, прошедшей в {place},", "ru")
    assert [finding.status for finding in found] == [status]
