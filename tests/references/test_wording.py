"""Instruments and paragraphs are named as texts in each of the twelve languages name them."""

from pathlib import Path
from string import Formatter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.language import LANGUAGES as KNOWN
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from corpus.symbol import Symbol
from references.dates import day_in_words
from references.phrases import FOLDER, Phrases, phrases_of
from references.wording import LANGUAGES, PAGE_LANGUAGES, Style, cite, instrument_in_words, place_in_words, reference

CASES = (
    ("A/RES/77/158", Style.FIRST, "2022-12-14", ""),
    ("A/RES/77/158", Style.FIRST, "", "5"),
    ("A/RES/77/158", Style.LATER, "", ""),
    ("A/RES/77/158", Style.FOOTNOTE, "", "5 (b)"),
    ("S/RES/1325 (2000)", Style.FIRST, "2000-10-31", "OP8 (a)"),
    ("A/RES/2625 (XXV)", Style.FIRST, "1970-10-24", ""),
    ("A/RES/31/16 A", Style.SHORT, "", "PP3"),
    ("UNEP/EA.6/Res.3", Style.LATER, "", "PP3"),
    ("E/RES/2017/4", Style.FIRST, "2017-04-20", ""),
    ("A/HRC/RES/48/13", Style.FIRST, "2021-10-08", ""),
    ("A/DEC/78/512", Style.FIRST, "2023-12-01", ""),
    ("1/CP.21", Style.FIRST, "2015-12-12", ""),
    ("CBD/COP/DEC/15/4", Style.LATER, "", "7"),
)
WORDINGS = {
    "en": (
        "General Assembly resolution 77/158 of 14 December 2022",
        "paragraph 5 of General Assembly resolution 77/158",
        "resolution 77/158",
        "A/RES/77/158, para. 5 (b)",
        "paragraph 8 (a) of Security Council resolution 1325 (2000) of 31 October 2000",
        "General Assembly resolution 2625 (XXV) of 24 October 1970",
        "31/16 A, preambular paragraph 3",
        "preambular paragraph 3 of resolution 6/3",
        "Economic and Social Council resolution 2017/4 of 20 April 2017",
        "Human Rights Council resolution 48/13 of 8 October 2021",
        "General Assembly decision 78/512 of 1 December 2023",
        "decision 1/CP.21 of 12 December 2015 of the Conference of the Parties to the United Nations Framework Convention on Climate Change",  # noqa: E501
        "paragraph 7 of decision 15/4",
    ),
    "ru": (
        "резолюция 77/158 Генеральной Ассамблеи от 14 декабря 2022 года",
        "пункт 5 резолюции 77/158 Генеральной Ассамблеи",
        "резолюция 77/158",
        "A/RES/77/158, пункт 5 (b)",
        "пункт 8 (a) резолюции 1325 (2000) Совета Безопасности от 31 октября 2000 года",
        "резолюция 2625 (XXV) Генеральной Ассамблеи от 24 октября 1970 года",
        "31/16 A, 3-й абзац преамбулы",
        "3-й абзац преамбулы резолюции 6/3",
        "резолюция 2017/4 Экономического и Социального Совета от 20 апреля 2017 года",
        "резолюция 48/13 Совета по правам человека от 8 октября 2021 года",
        "решение 78/512 Генеральной Ассамблеи от 1 декабря 2023 года",
        "решение 1/CP.21 от 12 декабря 2015 года Конференции Сторон Рамочной конвенции Организации Объединенных Наций об изменении климата",  # noqa: E501
        "пункт 7 решения 15/4",
    ),
    "fr": (
        "la résolution 77/158 de l’Assemblée générale, en date du 14 décembre 2022",
        "le paragraphe 5 de la résolution 77/158 de l’Assemblée générale",
        "la résolution 77/158",
        "A/RES/77/158, par. 5 b)",
        "le paragraphe 8 a) de la résolution 1325 (2000) du Conseil de sécurité, en date du 31 octobre 2000",
        "la résolution 2625 (XXV) de l’Assemblée générale, en date du 24 octobre 1970",
        "31/16 A, alinéa 3 du préambule",
        "l’alinéa 3 du préambule de la résolution 6/3",
        "la résolution 2017/4 du Conseil économique et social, en date du 20 avril 2017",
        "la résolution 48/13 du Conseil des droits de l’homme, en date du 8 octobre 2021",
        "la décision 78/512 de l’Assemblée générale, en date du 1er décembre 2023",
        "la décision 1/CP.21 de la Conférence des Parties à la Convention-cadre des Nations Unies sur les changements climatiques, en date du 12 décembre 2015",  # noqa: E501
        "le paragraphe 7 de la décision 15/4",
    ),
    "es": (
        "la resolución 77/158 de la Asamblea General, de 14 de diciembre de 2022",
        "el párrafo 5 de la resolución 77/158 de la Asamblea General",
        "la resolución 77/158",
        "A/RES/77/158, párr. 5 b)",
        "el párrafo 8 a) de la resolución 1325 (2000) del Consejo de Seguridad, de 31 de octubre de 2000",
        "la resolución 2625 (XXV) de la Asamblea General, de 24 de octubre de 1970",
        "31/16 A, párrafo 3 del preámbulo",
        "el párrafo 3 del preámbulo de la resolución 6/3",
        "la resolución 2017/4 del Consejo Económico y Social, de 20 de abril de 2017",
        "la resolución 48/13 del Consejo de Derechos Humanos, de 8 de octubre de 2021",
        "la decisión 78/512 de la Asamblea General, de 1 de diciembre de 2023",
        "la decisión 1/CP.21 de la Conferencia de las Partes en la Convención Marco de las Naciones Unidas sobre el Cambio Climático, de 12 de diciembre de 2015",  # noqa: E501
        "el párrafo 7 de la decisión 15/4",
    ),
    "ar": (
        "قرار الجمعية العامة 77/158 المؤرخ 14 كانون الأول/ديسمبر 2022",
        "الفقرة 5 من قرار الجمعية العامة 77/158",
        "القرار 77/158",
        "A/RES/77/158، الفقرة 5 (ب)",
        "الفقرة 8 (أ) من قرار مجلس الأمن 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000",
        "قرار الجمعية العامة 2625 (د-25) المؤرخ 24 تشرين الأول/أكتوبر 1970",
        "31/16 ألف، الفقرة 3 من الديباجة",
        "الفقرة 3 من ديباجة القرار 6/3",
        "قرار المجلس الاقتصادي والاجتماعي 2017/4 المؤرخ 20 نيسان/أبريل 2017",
        "قرار مجلس حقوق الإنسان 48/13 المؤرخ 8 تشرين الأول/أكتوبر 2021",
        "مقرر الجمعية العامة 78/512 المؤرخ 1 كانون الأول/ديسمبر 2023",
        "مقرر مؤتمر الأطراف في اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ 1/CP.21 المؤرخ 12 كانون الأول/ديسمبر 2015",  # noqa: E501
        "الفقرة 7 من المقرر 15/4",
    ),
    "zh": (
        "大会2022年12月14日第77/158号决议",
        "大会第77/158号决议第5段",
        "第77/158号决议",
        "A/RES/77/158，第5(b)段",
        "安全理事会2000年10月31日第1325(2000)号决议第8(a)段",
        "大会1970年10月24日第2625(XXV)号决议",
        "31/16 A，序言部分第3段",
        "第6/3号决议序言部分第3段",
        "经济及社会理事会2017年4月20日第2017/4号决议",
        "人权理事会2021年10月8日第48/13号决议",
        "大会2023年12月1日第78/512号决定",
        "《联合国气候变化框架公约》缔约方会议2015年12月12日第1/CP.21号决定",
        "第15/4号决定第7段",
    ),
    "kk": (
        "БҰҰ Бас Ассамблеясының 2022 жылғы 14 желтоқсандағы 77/158 қарары",
        "БҰҰ Бас Ассамблеясының 77/158 қарарының 5-тармағы",
        "77/158 қарар",
        "A/RES/77/158, 5-тармақтың (b) тармақшасы",
        "БҰҰ Қауіпсіздік Кеңесінің 2000 жылғы 31 қазандағы 1325 (2000) қарарының 8-тармағының (a) тармақшасы",
        "БҰҰ Бас Ассамблеясының 1970 жылғы 24 қазандағы 2625 (XXV) қарары",
        "31/16 A, преамбуланың 3-абзацы",
        "6/3 қарардың преамбуласының 3-абзацы",
        "БҰҰ Экономикалық және Әлеуметтік Кеңесінің 2017 жылғы 20 сәуірдегі 2017/4 қарары",
        "БҰҰ-ның Адам құқықтары жөніндегі кеңесінің 2021 жылғы 8 қазандағы 48/13 қарары",
        "БҰҰ Бас Ассамблеясының 2023 жылғы 1 желтоқсандағы 78/512 шешімі",
        "БҰҰ-ның Климаттың өзгеруі туралы негіздемелік конвенциясы Тараптары конференциясының 2015 жылғы 12 желтоқсандағы 1/CP.21 шешімі",  # noqa: E501
        "15/4 шешімнің 7-тармағы",
    ),
    "ky": (
        "БУУнун Башкы Ассамблеясынын 2022-жылдын 14-декабрындагы 77/158 резолюциясы",
        "БУУнун Башкы Ассамблеясынын 77/158 резолюциясынын 5-пункту",
        "77/158 резолюция",
        "A/RES/77/158, 5-пункттун (b) пунктчасы",
        "БУУнун Коопсуздук Кеңешинин 2000-жылдын 31-октябрындагы 1325 (2000) резолюциясынын 8-пунктунун (a) пунктчасы",
        "БУУнун Башкы Ассамблеясынын 1970-жылдын 24-октябрындагы 2625 (XXV) резолюциясы",
        "31/16 A, преамбуланын 3-абзацы",
        "6/3 резолюциянын преамбуласынын 3-абзацы",
        "БУУнун Экономикалык жана Социалдык Кеңешинин 2017-жылдын 20-апрелиндеги 2017/4 резолюциясы",
        "БУУнун Адам укуктары боюнча кеңешинин 2021-жылдын 8-октябрындагы 48/13 резолюциясы",
        "БУУнун Башкы Ассамблеясынын 2023-жылдын 1-декабрындагы 78/512 чечими",
        "БУУнун Климаттын өзгөрүшү боюнча алкактык конвенциясынын Тараптар конференциясынын 2015-жылдын 12-декабрындагы 1/CP.21 чечими",  # noqa: E501
        "15/4 чечимдин 7-пункту",
    ),
    "tg": (
        "қатъномаи 77/158 Маҷмаи Умумии СММ аз 14 декабри соли 2022",
        "банди 5 қатъномаи 77/158 Маҷмаи Умумии СММ",
        "қатъномаи 77/158",
        "A/RES/77/158, зербанди (b) банди 5",
        "зербанди (a) банди 8 қатъномаи 1325 (2000) Шурои Амнияти СММ аз 31 октябри соли 2000",
        "қатъномаи 2625 (XXV) Маҷмаи Умумии СММ аз 24 октябри соли 1970",
        "31/16 A, банди 3 муқаддима",
        "банди 3 муқаддимаи қатъномаи 6/3",
        "қатъномаи 2017/4 Шурои иқтисодӣ ва иҷтимоии СММ аз 20 апрели соли 2017",
        "қатъномаи 48/13 Шурои ҳуқуқи инсони СММ аз 8 октябри соли 2021",
        "қарори 78/512 Маҷмаи Умумии СММ аз 1 декабри соли 2023",
        "қарори 1/CP.21 Конфронси Тарафҳои Конвенсияи қолабии СММ оид ба тағйирёбии иқлим, аз 12 декабри соли 2015",
        "банди 7 қарори 15/4",
    ),
    "tk": (
        "BMG-niň Baş Assambleýasynyň 2022-nji ýylyň 14-nji dekabryndaky 77/158 belgili Kararnamasy",
        "BMG-niň Baş Assambleýasynyň 77/158 belgili Kararnamasynyň 5-nji bendi",
        "77/158 belgili Kararnama",
        "A/RES/77/158, 5-nji bendiň (b) kiçi bendi",
        "BMG-niň Howpsuzlyk Geňeşiniň 2000-nji ýylyň 31-nji oktýabryndaky 1325 (2000) belgili Kararnamasynyň 8-nji bendiniň (a) kiçi bendi",  # noqa: E501
        "BMG-niň Baş Assambleýasynyň 1970-nji ýylyň 24-nji oktýabryndaky 2625 (XXV) belgili Kararnamasy",
        "31/16 A, preambulanyň 3-nji bendi",
        "6/3 belgili Kararnamanyň preambulasynyň 3-nji bendi",
        "BMG-niň Ykdysady we Durmuş Geňeşiniň 2017-nji ýylyň 20-nji aprelindäki 2017/4 belgili Kararnamasy",
        "BMG-niň Adam hukuklary boýunça geňeşiniň 2021-nji ýylyň 8-nji oktýabryndaky 48/13 belgili Kararnamasy",
        "BMG-niň Baş Assambleýasynyň 2023-nji ýylyň 1-nji dekabryndaky 78/512 belgili çözgüdi",
        "BMG-niň Howanyň üýtgemegi baradaky Çarçuwaly konwensiýasynyň Taraplarynyň maslahatynyň 2015-nji ýylyň 12-nji dekabryndaky 1/CP.21 belgili çözgüdi",  # noqa: E501
        "15/4 belgili çözgüdiň 7-nji bendi",
    ),
    "uz": (
        "BMT Bosh Assambleyasining 2022-yil 14-dekabrdagi 77/158-son rezolyutsiyasi",
        "BMT Bosh Assambleyasining 77/158-son rezolyutsiyasining 5-bandi",
        "77/158-son rezolyutsiya",
        "A/RES/77/158, 5-bandning (b) kichik bandi",
        "BMT Xavfsizlik Kengashining 2000-yil 31-oktabrdagi 1325 (2000)-son rezolyutsiyasining 8-bandining (a) kichik bandi",  # noqa: E501
        "BMT Bosh Assambleyasining 1970-yil 24-oktabrdagi 2625 (XXV)-son rezolyutsiyasi",
        "31/16 A, preambulaning 3-xatboshisi",
        "6/3-son rezolyutsiyaning preambulasining 3-xatboshisi",
        "BMT Iqtisodiy va Ijtimoiy Kengashining 2017-yil 20-apreldagi 2017/4-son rezolyutsiyasi",
        "BMT Inson huquqlari boʻyicha kengashining 2021-yil 8-oktabrdagi 48/13-son rezolyutsiyasi",
        "BMT Bosh Assambleyasining 2023-yil 1-dekabrdagi 78/512-son qarori",
        "BMTning Iqlim oʻzgarishi toʻgʻrisidagi doiraviy konvensiyasi Tomonlari konferensiyasining 2015-yil 12-dekabrdagi 1/CP.21-son qarori",  # noqa: E501
        "15/4-son qarorning 7-bandi",
    ),
    "tr": (
        "BM Genel Kurulunun 14 Aralık 2022 tarihli ve 77/158 sayılı kararı",
        "BM Genel Kurulunun 77/158 sayılı kararının 5. paragrafı",
        "77/158 sayılı karar",
        "A/RES/77/158, 5. paragrafın (b) bendi",
        "BM Güvenlik Konseyinin 31 Ekim 2000 tarihli ve 1325 (2000) sayılı kararının 8. paragrafının (a) bendi",
        "BM Genel Kurulunun 24 Ekim 1970 tarihli ve 2625 (XXV) sayılı kararı",
        "31/16 A, 3. giriş paragrafı",
        "6/3 sayılı kararın 3. giriş paragrafı",
        "BM Ekonomik ve Sosyal Konseyinin 20 Nisan 2017 tarihli ve 2017/4 sayılı kararı",
        "BM İnsan Hakları Konseyinin 8 Ekim 2021 tarihli ve 48/13 sayılı kararı",
        "BM Genel Kurulunun 1 Aralık 2023 tarihli ve 78/512 sayılı kararı",
        "BM İklim Değişikliği Çerçeve Sözleşmesi Taraflar Konferansının 12 Aralık 2015 tarihli ve 1/CP.21 sayılı kararı",  # noqa: E501
        "15/4 sayılı kararın 7. paragrafı",
    ),
}


@pytest.mark.parametrize(
    ("language", "case", "expected"),
    [
        pytest.param(language, case, expected, id=f"{language}-{case[0]}-{case[1]}-{case[3]}")
        for language, forms in WORDINGS.items()
        for case, expected in zip(CASES, forms, strict=True)
    ],
)
def test_an_instrument_is_named_as_the_language_names_it(
    language: str, case: tuple[str, Style, str, str], expected: str
) -> None:
    symbol, style, adopted_on, paragraph = case
    assert reference(Symbol.parse(symbol), language, style, adopted_on, paragraph=paragraph) == expected


def test_the_table_covers_the_twelve_languages() -> None:
    assert set(WORDINGS) == set(LANGUAGES) == set(KNOWN)
    assert set(PAGE_LANGUAGES) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("symbol", "language", "expected"),
    [
        ("A/RES/S-10/2", "en", "General Assembly resolution S-10/2"),
        ("A/RES/S-10/2", "ar", "قرار الجمعية العامة دإ-10/2"),
        ("A/RES/ES-11/1", "ru", "резолюция ES-11/1 Генеральной Ассамблеи"),
        ("A/RES/ES-11/1", "ar", "قرار الجمعية العامة دإط-11/1"),
        ("3201 (S-VI)", "fr", "la résolution 3201 (S-VI) de l’Assemblée générale"),
        ("3201 (S-VI)", "ar", "قرار الجمعية العامة 3201 (دإ-6)"),
        ("3367 A (XXX)", "es", "la resolución 3367 A (XXX) de la Asamblea General"),
        ("3367 A (XXX)", "ar", "قرار الجمعية العامة 3367 ألف (د-30)"),
        ("3367 A (XXX)", "zh", "大会第3367 A(XXX)号决议"),
        ("E/RES/1894 (LVII)", "ru", "резолюция 1894 (LVII) Экономического и Социального Совета"),
        ("E/RES/1894 (LVII)", "ar", "قرار المجلس الاقتصادي والاجتماعي 1894 (د-57)"),
        ("E/RES/1147 (XLI)", "ar", "قرار المجلس الاقتصادي والاجتماعي 1147 (د-41)"),
        ("A/RES/1696 (XVI)", "ar", "قرار الجمعية العامة 1696 (د-16)"),
        ("A/RES/31/16 C", "ar", "قرار الجمعية العامة 31/16 جيم"),
        (
            "5/CMA.3",
            "ru",
            "решение 5/CMA.3 Конференции Сторон, действующей в качестве совещания Сторон Парижского соглашения",
        ),
        (
            "2/CMP.8",
            "en",
            "decision 2/CMP.8 of the Conference of the Parties serving as the meeting "
            "of the Parties to the Kyoto Protocol",
        ),
        (
            "3/COP.16",
            "en",
            "decision 3/COP.16 of the Conference of the Parties to the United Nations Convention "
            "to Combat Desertification",
        ),
        ("A/77/443", "fr", "A/77/443"),
        ("A/RES/70/1/Corr.1", "en", "A/RES/70/1/Corr.1"),
        ("CBD/CP/DEC/10/4", "en", "CBD/CP/DEC/10/4"),
    ],
)
def test_sessions_and_bodies_of_every_kind(symbol: str, language: str, expected: str) -> None:
    assert reference(Symbol.parse(symbol), language, Style.FIRST) == expected


@pytest.mark.parametrize(
    ("language", "symbol", "adopted_on", "paragraph", "expected"),
    [
        ("en", "A/RES/70/1", "2015-09-25", "", "General Assembly resolution 70/1 of 25 September 2015, entitled “T”"),
        ("ru", "A/RES/70/1", "", "", "резолюция 70/1 Генеральной Ассамблеи, озаглавленная «T»"),
        ("ru", "A/RES/70/1", "", "5", "пункт 5 резолюции 70/1 Генеральной Ассамблеи, озаглавленной «T»"),
        ("ru", "A/DEC/78/512", "", "2", "пункт 2 решения 78/512 Генеральной Ассамблеи, озаглавленного «T»"),
        (
            "ru",
            "5/CMA.3",
            "",
            "",
            "решение 5/CMA.3 Конференции Сторон, действующей в качестве совещания Сторон Парижского соглашения, "
            "озаглавленное «T»",
        ),
        ("fr", "A/RES/70/1", "", "", "la résolution 70/1 de l’Assemblée générale, intitulée « T »"),
        ("es", "A/RES/70/1", "", "", "la resolución 70/1 de la Asamblea General, titulada “T”"),
        ("zh", "A/RES/70/1", "2015-09-25", "", "大会2015年9月25日题为“T”的第70/1号决议"),
        ("ar", "A/RES/70/1", "", "", "قرار الجمعية العامة 70/1 المعنون ”T“"),
        (
            "kk",
            "A/RES/70/1",
            "2015-09-25",
            "",
            "БҰҰ Бас Ассамблеясының 2015 жылғы 25 қыркүйектегі «T» атты 70/1 қарары",
        ),
        (
            "tr",
            "A/RES/70/1",
            "2015-09-25",
            "",
            "BM Genel Kurulunun “T” başlıklı 25 Eylül 2015 tarihli ve 70/1 sayılı kararı",
        ),
    ],
)
def test_a_title_stands_where_the_language_puts_it(
    language: str, symbol: str, adopted_on: str, paragraph: str, expected: str
) -> None:
    assert reference(Symbol.parse(symbol), language, Style.FIRST, adopted_on, "T", paragraph) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("adopted_on", ["", "unknown", "2022", "2022-12", "2022-13-40"])
def test_a_date_that_is_not_a_day_is_left_out(language: str, adopted_on: str) -> None:
    symbol = Symbol.parse("A/RES/77/158")
    named = reference(symbol, language, Style.FIRST, adopted_on)
    assert named == reference(symbol, language, Style.FIRST)
    assert "2022" not in named
    assert "  " not in named
    assert named == named.strip(" ,")


def test_a_place_without_a_number_follows_as_it_is() -> None:
    symbol = Symbol.parse("A/RES/70/1")
    assert reference(symbol, "ru", Style.FIRST, paragraph="annex") == "резолюция 70/1 Генеральной Ассамблеи, annex"
    assert reference(symbol, "en", Style.SHORT, paragraph="annex") == "70/1, annex"


def test_the_bare_symbol_stays_bare() -> None:
    symbol = Symbol.parse("A/RES/70/1")
    assert reference(symbol, "ar", Style.SYMBOL, "2015-09-25", "T", "5") == "A/RES/70/1"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(NotHeld, match="not a language of this corpus"):
        reference(Symbol.parse("A/RES/70/1"), "de", Style.FIRST)


@pytest.mark.parametrize(
    ("iso", "language", "expected"),
    [
        ("2011-06-27", "ar", "27 حزيران/يونيه 2011"),
        ("2015-01-07", "ar", "7 كانون الثاني/يناير 2015"),
        ("2024-04-23", "ar", "23 نيسان/أبريل 2024"),
        ("2022-01-01", "fr", "1er janvier 2022"),
        ("2022-02-01", "es", "1 de febrero de 2022"),
        ("2022-05-03", "ru", "3 мая 2022 года"),
        ("2024-04-23", "kk", "2024 жылғы 23 сәуірдегі"),
        ("2024-04-23", "ky", "2024-жылдын 23-апрелиндеги"),
        ("2016-12-21", "tg", "21 декабри соли 2016"),
        ("2016-12-21", "tk", "2016-njy ýylyň 21-nji dekabryndaky"),
        ("2023-12-19", "tk", "2023-nji ýylyň 19-njy dekabryndaky"),
        ("2024-04-30", "tk", "2024-nji ýylyň 30-njy aprelindäki"),
        ("2030-10-10", "tk", "2030-njy ýylyň 10-njy oktýabryndaky"),
        ("2000-06-20", "tk", "2000-nji ýylyň 20-nji iýunyndaky"),
        ("2022-12-14", "uz", "2022-yil 14-dekabrdagi"),
        ("2024-04-23", "tr", "23 Nisan 2024"),
        ("2022-12-14", "zh", "2022年12月14日"),
    ],
)
def test_a_day_in_words(iso: str, language: str, expected: str) -> None:
    assert day_in_words(iso, language) == expected


@given(
    language=st.sampled_from(LANGUAGES),
    style=st.sampled_from(Style),
    written=st.one_of(
        st.builds("A/RES/{}/{}".format, st.integers(31, 99), st.integers(1, 999)),
        st.builds("A/RES/{} {} (XXV)".format, st.integers(1000, 3500), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
        st.builds("A/DEC/{}/{}".format, st.integers(31, 99), st.integers(401, 999)),
        st.builds("S/RES/{} ({})".format, st.integers(1, 9999), st.integers(1946, 2035)),
        st.builds("E/RES/{}/{}".format, st.integers(1978, 2035), st.integers(1, 99)),
        st.builds("A/HRC/RES/{}/{}".format, st.integers(1, 99), st.integers(1, 99)),
        st.builds("UNEP/EA.{}/Res.{}".format, st.integers(1, 9), st.integers(1, 30)),
        st.builds("{}/{}.{}".format, st.integers(1, 99), st.sampled_from(["CP", "CMA", "CMP"]), st.integers(1, 35)),
        st.builds("CBD/COP/DEC/{}/{}".format, st.integers(13, 30), st.integers(1, 40)),
        st.builds("A/{}/{}".format, st.integers(31, 99), st.integers(1, 999)),
    ),
    adopted_on=st.one_of(st.just(""), st.dates().map(str)),
    title=st.sampled_from(["", "{0} % braces"]),
    paragraph=st.sampled_from(["", "5", "12 (c)", "OP3", "PP7", "annex"]),
)
def test_every_form_of_every_language_contains_the_number(
    language: str, style: Style, written: str, adopted_on: str, title: str, paragraph: str
) -> None:
    symbol = Symbol.parse(written)
    named = reference(symbol, language, style, adopted_on, title, paragraph)
    assert symbol.number in named
    digits = "".join(character for character in paragraph if character.isdigit())
    assert style is Style.SYMBOL or digits in named
    assert "{" not in named or title


def _keys(value: object, at: str = "") -> dict[str, frozenset[str]]:
    """Every text in a file by its key, with the names of its blanks."""
    if isinstance(value, dict):
        return {key: blanks for name, inner in value.items() for key, blanks in _keys(inner, f"{at}.{name}").items()}
    blanks = {name for _, name, _, _ in Formatter().parse(value) if name} if isinstance(value, str) else set()
    return {at: frozenset(blanks)}


def _of_file(language: str) -> dict[str, frozenset[str]]:
    return _keys(msgspec.to_builtins(phrases_of(language)))


def test_there_is_one_file_for_each_language() -> None:
    assert {path.stem for path in Path(FOLDER).glob("*.toml")} == set(KNOWN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_the_same_keys_and_blanks(language: str) -> None:
    english, other = _of_file("en"), _of_file(language)
    assert set(other) == set(english)
    may_differ = {".date.day", ".place.counted", ".number.old_regular", ".number.old_special", ".number.old_emergency"}
    assert {key for key in english if english[key] != other[key]} <= may_differ


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_whole_or_empty(language: str) -> None:
    phrases: Phrases = phrases_of(language)
    assert len(phrases.date.months) in (0, 12)
    assert len(phrases.date.ordinal_units) == len(phrases.date.ordinal_tens)
    assert len(phrases.date.ordinal_units) in (0, 10)
    assert set(phrases.confidence) == {"high", "medium", "low", "unknown", "not_rated"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_always_called_one(library: Library, language: str) -> None:
    document = library.document("declaration-2026", "en")
    paragraph = next(known for known in document.paragraphs if known.ref.label == "OP5")
    cited = cite(library, paragraph, TextKind.TRANSLATION, language)
    assert phrases_of(language).note.translation in cited
    assert cited[-1] in "]］"
    assert place_in_words(paragraph, language) in cited
    assert phrases_of(language).note.translation not in cite(library, paragraph, TextKind.OFFICIAL, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_says_that_it_is_one_what_it_rests_on(library: Library, language: str) -> None:
    kinds = {TextKind.REGISTRY: "registry", TextKind.POSITION: "position"}
    for document_id in library.ids:
        document = library.document(document_id, "en")
        if document.kind in kinds:
            for paragraph in document.paragraphs:
                cited = cite(library, paragraph, document.kind, language)
                assert getattr(phrases_of(language).note, kinds[document.kind]) in cited
                assert paragraph.source in cited


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            "Declaration “Ecological Solidarity of Central Asia” (Astana, 22 April 2026), para. 5 "
            "[unofficial working translation]",
        ),
        (
            "kk",
            "«Орталық Азияның экологиялық ынтымағы» декларациясы (Астана, 2026 жылғы 22 сәуір), 5-тармақ "
            "[бейресми жұмыс аудармасы]",
        ),
        ("zh", "《“中亚生态团结”宣言》（2026年4月22日，阿斯塔纳），第5段［非正式工作译文］"),
        (
            "fr",
            "La Déclaration « Solidarité écologique de l’Asie centrale » (Astana, 22 avril 2026), par. 5 "
            "[traduction de travail non officielle]",
        ),
        (
            "de",
            "Declaration “Ecological Solidarity of Central Asia” (Astana, 22 April 2026), para. 5 "
            "[unofficial working translation]",
        ),
    ],
)
def test_a_citation_of_the_declaration(library: Library, language: str, expected: str) -> None:
    paragraph = library.document("declaration-2026", "en").paragraph("OP5")
    assert cite(library, paragraph, TextKind.TRANSLATION, language) == expected


def test_an_instrument_of_the_registry_is_named_in_full(library: Library) -> None:
    resolution, programme = library.instrument("A/RES/77/158"), library.instrument("awaza-programme-of-action")
    assert resolution is not None
    assert programme is not None
    named = {language: instrument_in_words(resolution, language) for language in ("en", "ru", "tr")}
    assert named == {
        "en": "General Assembly resolution 77/158 of 14 December 2022",
        "ru": "Резолюция 77/158 Генеральной Ассамблеи от 14 декабря 2022 года",
        "tr": "BM Genel Kurulunun 14 Aralık 2022 tarihli ve 77/158 sayılı kararı",
    }
    assert instrument_in_words(programme, "en") == programme.title("en")


@pytest.mark.parametrize(
    ("label", "kind", "language", "expected"),
    [
        ("OP5 (a)", ParagraphKind.OPERATIVE, "en", "para. 5 (a)"),
        ("OP5 · 2", ParagraphKind.NOTE, "ru", "пункт 5"),
        ("PP3", ParagraphKind.PREAMBULAR, "ru", "3-й абзац преамбулы"),
        ("12", ParagraphKind.NUMBERED, "uz", "12-band"),
        ("6", ParagraphKind.NUMBERED, "tk", "6-njy bent"),
        ("closing", ParagraphKind.CLOSING, "es", "párrafo final"),
        ("adoption", ParagraphKind.ADOPTION, "en", "adoption line"),
        ("note 3", ParagraphKind.NOTE, "en", ""),
        ("KAZ-21", ParagraphKind.NOTE, "en", ""),
    ],
)
def test_a_place_in_words(label: str, kind: ParagraphKind, language: str, expected: str) -> None:
    paragraph = Paragraph(ref=ParagraphRef("any", label), language="en", kind=kind, text="")
    assert place_in_words(paragraph, language) == expected
