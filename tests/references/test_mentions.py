"""References by number in sentences of twelve languages: exact places, symbols, dates and paragraphs."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.real_references import cited, dissenters, parallel_lines
from corpus.language import LANGUAGES
from references.mention import Mention, MentionKind
from references.mentions import find_mentions
from tests.timing import TENFOLD, growth, seconds_of

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)

# Language, text with each reference in [[ ]], and for each of them symbol, date and paragraph.
SENTENCES = (
    ("en", "Recalling its resolution [[70/1 of 25 September 2015]],", ("A/RES/70/1 2015-09-25",)),
    (
        "en",
        "its resolutions [[60/251 of 15 March 2006]], by which it established the Human Rights Council, and "
        "[[65/281 of 17 June 2011]] on the review",
        ("A/RES/60/251 2006-03-15", "A/RES/65/281 2011-06-17"),
    ),
    (
        "en",
        "resolution [[78/265 of 21 March 2024]], entitled “Communications, tables”, and [[78/213 of 19 December 2023]]",
        ("A/RES/78/265 2024-03-21", "A/RES/78/213 2023-12-19"),
    ),
    ("en", "pursuant to resolution [[78/31]],2 on the views", ("A/RES/78/31",)),
    ("en", "in paragraph 5 of resolution [[77/158]]", ("A/RES/77/158  5",)),
    ("en", "under resolution [[71/222]], para. 12 (b), dialogues were held", ("A/RES/71/222  12 (b)",)),
    ("en", "resolution [[31/16 A and B of 9 November 1976]]", ("A/RES/31/16 A 1976-11-09",)),
    ("en", "resolutions [[2625 (XXV)]] and [[3367 A (XXX)]]", ("A/RES/2625 (XXV)", "A/RES/3367 A (XXX)")),
    ("en", "under resolution [[1147 (XLI)]] of the Council", ("E/RES/1147 (XLI)",)),
    ("en", "Security Council resolution [[1325 (2000) of 31 October 2000]]", ("S/RES/1325 (2000) 2000-10-31",)),
    ("en", "Economic and Social Council decision [[2011/250]]", ("E/DEC/2011/250",)),
    ("en", "resolutions [[46/7]] and [[48/13]] of the Human Rights Council", ("A/HRC/RES/46/7", "A/HRC/RES/48/13")),
    ("en", "Environment Assembly resolutions [[5/1]] and [[6/3]]", ("UNEP/EA.5/Res.1", "UNEP/EA.6/Res.3")),
    ("en", "its decision [[78/512]] and decision [[5/CMA.3]]", ("A/DEC/78/512", "5/CMA.3")),
    (
        "en",
        "decision [[15/4 of 19 December 2022]] of the Conference of the Parties to the CBD",
        ("CBD/COP/DEC/15/4 2022-12-19",),
    ),
    (
        "en",
        "as resolution [[78/147]] ([[A/RES/78/147) of 19 December 2023]]",
        ("A/RES/78/147 2023-12-19", "A/RES/78/147 2023-12-19"),
    ),
    ("en", "the draft [[A/C.2/78/L.12/Rev.1]] and the report [[A/78/1]]", ("A/C.2/78/L.12/Rev.1", "A/78/1")),
    ("en", "re\u00adso\u00adlution [[78/147 of 19\u00a0December\u00a02023]]", ("A/RES/78/147 2023-12-19",)),
    ("en", "resolution\n[[78/147 of 19\nDecember 2023]]", ("A/RES/78/147 2023-12-19",)),
    ("en", "the work of the Commission on Sustainable Development and resolution [[47/191]]", ("A/RES/47/191",)),
    ("en", "Commission on Narcotic Drugs resolution 56/10", ()),
    ("en", "resolution [[31/1 of 20 May 2022]] against that crime, of another body", (" 2022-05-20",)),
    ("en", "conflict resolution 24/7, a screen resolution 1080/60, one third (1/3) and agenda item 18/19", ()),
    ("en", "the biennium 2022/23, 12/04/2020, article 6/4 and file 78/147 of the court", ()),
    ("en", "resolution No.[[77/158 of 14 December 2022]]", ("A/RES/77/158 2022-12-14",)),
    ("en", "GA res.[[77/158]]; see Res [[78/147]]", ("A/RES/77/158", "A/RES/78/147")),
    ("en", "resolution [[77 / 158 of 14 December 2022]]", ("A/RES/77/158 2022-12-14",)),
    ("en", "resolution [[77/\n158]] and resolution [[78⁄147]]", ("A/RES/77/158", "A/RES/78/147")),
    ("en", "see A/RES/ [[77/158 of 14 December 2022]]", ("A/RES/77/158 2022-12-14",)),
    (
        "en",
        "Resolutions:\n- [[77/158 of 14 December 2022]]\n- [[78/147]]",
        ("A/RES/77/158 2022-12-14", "A/RES/78/147"),
    ),
    ("en", "Resolutions of the Assembly:\n\n1. [[77/158]]\n2. [[78/147]]", ("A/RES/77/158", "A/RES/78/147")),
    (
        "en",
        "| Resolution | Date |\n|---|---|\n| [[77/158 | 14 December 2022]] |\n| [[78/147 | 19 December 2023]] |",
        ("A/RES/77/158 2022-12-14", "A/RES/78/147 2023-12-19"),
    ),
    (
        "ru",
        "Резолюции:\n\n– [[77/158 от 14 декабря 2022 года]];\n– [[78/147]].",
        ("A/RES/77/158 2022-12-14", "A/RES/78/147"),
    ),
    ("ru", "резолюция ЮНЕА-[[6/3 от 1 марта 2024 года]]", ("UNEP/EA.6/Res.3 2024-03-01",)),
    ("tg", "Қатъномаи [[77/158 Шӯрои Амнияти СММ аз 14 декабри соли 2022]]", ("A/RES/77/158 2022-12-14",)),
    ("zh", "大会[[２０２２年１２月１４日第７７／１５８]]号决议", ("A/RES/77/158 2022-12-14",)),
    ("en", "UNGA [[77/158 of 14 December 2022]] and UNEA-[[6/3]]", ("A/RES/77/158 2022-12-14", "UNEP/EA.6/Res.3")),
    ("ru", "ГА ООН [[77/158 от 14 декабря 2022 года]]", ("A/RES/77/158 2022-12-14",)),
    ("en", "the Assembly held debates on 50/50 parity, the ECOSOC 2022/2023 session", ()),
    (
        "en",
        "resolutions [[77/158]]–[[77/160]] and [[78/1]] - [[78/3]]",
        ("A/RES/77/158", "A/RES/77/160", "A/RES/78/1", "A/RES/78/3"),
    ),
    ("ru", "резолюции [[77/158]]—[[77/160]]", ("A/RES/77/158", "A/RES/77/160")),
    ("en", "UNSCR [[1325]] and Security Council resolution No. [[2250]]", ("S/RES/1325", "S/RES/2250")),
    ("en", "resolution [[1325]] of the Security Council", ("S/RES/1325",)),
    ("en", "in 2023 the Security Council’s resolution of 2022; the resolution of 1325", ()),
    ("ru", "резолюция [[1325]] Совета Безопасности ООН, резолюция СБ ООН [[2250]]", ("S/RES/1325", "S/RES/2250")),
    ("fr", "la résolution [[1325]] du Conseil de sécurité", ("S/RES/1325",)),
    ("es", "la resolución [[1325]] del Consejo de Seguridad", ("S/RES/1325",)),
    ("ar", "قرار مجلس الأمن [[1325]]", ("S/RES/1325",)),
    ("zh", "安全理事会第[[1325]]号决议", ("S/RES/1325",)),
    ("kk", "БҰҰ Қауіпсіздік Кеңесінің [[1325]] қарары", ("S/RES/1325",)),
    ("tg", "Қатъномаи [[1325]] Шӯрои Амнияти СММ", ("S/RES/1325",)),
    ("tr", "Güvenlik Konseyi'nin [[1325]] sayılı kararı", ("S/RES/1325",)),
    ("uz", "BMT Xavfsizlik Kengashining [[1325]]-sonli rezolyutsiyasi", ("S/RES/1325",)),
    ("kk", "[[2022 жылғы 14 желтоқсандағы A/RES/77/158]] қарары", ("A/RES/77/158 2022-12-14",)),
    ("ru", "в своей резолюции [[78/147 от 19 декабря 2023 года]]", ("A/RES/78/147 2023-12-19",)),
    ("ru", "резолюции Генеральной Ассамблеи ООН [[77/158 от 14 декабря 2022 г.]]", ("A/RES/77/158 2022-12-14",)),
    ("ru", "резолюции [[78/127 Генеральной Ассамблеи ООН от 18 декабря 2023 года]]", ("A/RES/78/127 2023-12-18",)),
    (
        "ru",
        "резолюциями [[77/158]], [[78/147]] и [[79/143 от 12 декабря 2024 года]]",
        ("A/RES/77/158", "A/RES/78/147", "A/RES/79/143 2024-12-12"),
    ),
    ("ru", "резолюции [[6/3]] Ассамблеи ООН по окружающей среде", ("UNEP/EA.6/Res.3",)),
    ("ru", "резолюция [[78/147]] В связи с этим", ("A/RES/78/147",)),
    ("ru", "резолюции [[31/16 А и В от 9 ноября 1976 года]]", ("A/RES/31/16 A 1976-11-09",)),
    ("ru", "пункт 5 резолюции [[77/158]] исполнен", ("A/RES/77/158  5",)),
    ("ru", "решением [[15/4]] Конференции Сторон Конвенции о биологическом разнообразии", ("CBD/COP/DEC/15/4",)),
    ("ru", "резолюция [[2994 (XXVII) от 15 декабря 1972 года]]", ("A/RES/2994 (XXVII) 1972-12-15",)),
    (
        "ru",
        "резолюции [[1325 (2000)]] и [[2122 (2013)]] Совета Безопасности",
        ("S/RES/1325 (2000)", "S/RES/2122 (2013)"),
    ),
    ("ru", "по пункту 18/19 повестки дня, статья 6/4, круглосуточно 24/7", ()),
    ("fr", "ses résolutions [[53/199 du 15 décembre 1998]] et [[61/185]]", ("A/RES/53/199 1998-12-15", "A/RES/61/185")),
    (
        "fr",
        "la résolution [[1980/67 du Conseil économique et social, en date du 25 juillet 1980]]",
        ("E/RES/1980/67 1980-07-25",),
    ),
    ("fr", "au paragraphe 12 b) de la résolution [[71/222]]", ("A/RES/71/222  12 (b)",)),
    (
        "fr",
        "la décision [[15/4]] de la Conférence des Parties à la Convention sur la diversité biologique",
        ("CBD/COP/DEC/15/4",),
    ),
    ("fr", "le 1er février, la résolution [[68/215 du 1er février 2014]]", ("A/RES/68/215 2014-02-01",)),
    ("fr", "la résolution 2003/12 de la Commission des droits de l’homme", ()),
    ("es", "su resolución [[47/135, de 18 de diciembre de 1992]], sobre minorías", ("A/RES/47/135 1992-12-18",)),
    ("es", "la resolución [[71/222]] y la decisión [[1/CP.21]]", ("A/RES/71/222", "1/CP.21")),
    ("es", "El párrafo 3 de la parte dispositiva de la resolución [[78/147]]", ("A/RES/78/147  3",)),
    (
        "es",
        "la resolución [[48/13 del Consejo de Derechos Humanos, de 8 de octubre de 2021]]",
        ("A/HRC/RES/48/13 2021-10-08",),
    ),
    ("zh", "[[1994年12月9日第49/35 A]]号决议", ("A/RES/49/35 A 1994-12-09",)),
    ("zh", "第[[70/1]]号和第[[71/222]]号决议", ("A/RES/70/1", "A/RES/71/222")),
    (
        "zh",
        "人权理事会第[[46/7]]、第[[48/14]]和第[[50/9]]号决议",
        ("A/HRC/RES/46/7", "A/HRC/RES/48/14", "A/HRC/RES/50/9"),
    ),
    ("zh", "依照第[[77/158]]号决议第5段", ("A/RES/77/158  5",)),
    ("zh", "安全理事会第[[1325(2000)]]号决议", ("S/RES/1325 (2000)",)),
    ("zh", "拉丁美洲和加勒比经济委员会2014年5月9日第683(XXXV)号决议", ()),
    ("ar", "قرارها [[78/147 المؤرخ 19 كانون الأول/ديسمبر 2023]]", ("A/RES/78/147 2023-12-19",)),
    ("ar", "قــرارها [[٧٨/١٤٧]]", ("A/RES/78/147",)),
    ("ar", "قرار المجلس الاقتصادي والاجتماعي [[1894 (د-57)]]", ("E/RES/1894 (LVII)",)),
    ("ar", "القرار [[31/16 ألف]]", ("A/RES/31/16 A",)),
    ("ar", "في القرارين [[1325 (2000)]] و [[1820 (2008)]]", ("S/RES/1325 (2000)", "S/RES/1820 (2008)")),
    ("ar", "القرار \u200f[[78/147]]\u200f بشأن", ("A/RES/78/147",)),
    ("kk", "БҰҰ Бас Ассамблеясының [[2023 жылғы 19 желтоқсандағы 78/147]]-қарары", ("A/RES/78/147 2023-12-19",)),
    ("kk", "[[77/158]]-қарардың 5-тармағына сәйкес", ("A/RES/77/158  5",)),
    ("ky", "[[78/147]] резолюциясында", ("A/RES/78/147",)),
    ("ky", "Айыл өкмөтүнүн 2023-жылдын 19-декабрындагы № 78/14 токтому", ()),
    ("tg", "қатъномаи [[78/147 аз 19 декабри соли 2023]]", ("A/RES/78/147 2023-12-19",)),
    ("tk", "[[78/147]] belgili Kararnamasynda", ("A/RES/78/147",)),
    ("tk", "[[77/158]] belgili Kararnamanyň 5-nji bendine laýyklykda", ("A/RES/77/158  5",)),
    ("uz", "[[78/147]]-sonli rezolyutsiyasi qabul qilindi", ("A/RES/78/147",)),
    (
        "tr",
        "Genel Kurulun [[14 Aralık 2022 tarihli ve 77/158]] sayılı, [[19 Aralık 2023 tarihli ve 78/147]] sayılı ve "
        "[[24 Ekim 2024 tarihli ve 79/5]] sayılı kararları",
        ("A/RES/77/158 2022-12-14", "A/RES/78/147 2023-12-19", "A/RES/79/5 2024-10-24"),
    ),
    ("tr", "Biyolojik Çeşitlilik Sözleşmesi Tarafları [[15/4]] sayılı kararı kabul etti", ("CBD/COP/DEC/15/4",)),
    ("tr", "Danıştay’ın 19 Aralık 2023 tarihli ve 2023/147 sayılı kararı", ()),
)
ADVERSARIAL = (
    "1/" * 50_000, "resolution " * 20_000, "«" * 100_000, "(" * 100_000, "7" * 100_000, "و" * 100_000, "决" * 100_000,
    "de " * 40_000, "resolution 78/147, " * 4_000, "A/RES/78/147 " * 6_000, "2023 " * 20_000, " " * 100_000,
    "\n" * 100_000, "78/147 and " * 8_000, "(XXX" * 25_000, "19 December " * 9_000, "karar 78/147 sayılı " * 4_000,
    "第78/147号决议和" * 6_000, "the General Assembly " * 5_000, "31/16 A, B, C, D " * 6_000,
)  # fmt: skip


def plain(marked: str) -> str:
    return marked.replace("[[", "").replace("]]", "")


def spans(marked: str) -> list[tuple[int, int]]:
    """Where the marked stretches stand once the marks are gone."""
    return [
        (match.start() - 4 * number, match.end() - 4 * number - 4)
        for number, match in enumerate(MARKED.finditer(marked))
    ]


def told(mention: Mention) -> str:
    return f"{mention.symbol} {mention.date} {mention.paragraph}".rstrip()


@pytest.mark.parametrize(("language", "marked", "expected"), SENTENCES)
def test_references_of_a_sentence(language: str, marked: str, expected: tuple[str, ...]) -> None:
    mentions = find_mentions(plain(marked), language)
    assert [(mention.start, mention.end) for mention in mentions] == spans(marked)
    assert [told(mention) for mention in mentions] == list(expected)


def test_every_language_is_in_the_table() -> None:
    assert {language for language, _, _ in SENTENCES} == set(LANGUAGES)
    assert len(SENTENCES) >= 60


@pytest.mark.parametrize(("language", "marked"), [(language, marked) for language, marked, _ in SENTENCES])
def test_offsets_are_those_of_the_text_given(language: str, marked: str) -> None:
    text = plain(marked)
    mentions = find_mentions(text, language)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    prefix = "\u200f№ …\u00ad\n\n"
    shifted = find_mentions(prefix + text, language)
    assert [(m.start - len(prefix), m.end - len(prefix), m.symbol) for m in shifted] == [
        (m.start, m.end, m.symbol) for m in mentions
    ]


@given(
    st.lists(st.sampled_from([plain(marked) for _, marked, _ in SENTENCES]), max_size=4), st.sampled_from([*LANGUAGES])
)
@settings(max_examples=60, deadline=None)
def test_any_mixture_keeps_offsets(parts: list[str], language: str) -> None:
    text = " ".join(parts)
    mentions = find_mentions(text, language)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@pytest.mark.parametrize("first", ["القرار 31/16 ألف", "A/RES/31/16"])
def test_a_date_between_two_references_is_that_of_the_one_it_opens(first: str) -> None:
    text = f"{first} БҰҰ Бас Ассамблеясының 2023 жылғы 19 желтоқсандағы 78/147-қарары"
    left, right = find_mentions(text, "kk")
    assert (left.symbol.removesuffix(" A"), left.date, left.date_span) == ("A/RES/31/16", "", None)
    assert (right.symbol, right.date, right.text) == (
        "A/RES/78/147",
        "2023-12-19",
        "2023 жылғы 19 желтоқсандағы 78/147",
    )
    assert first.endswith(left.text)


def test_a_date_behind_what_another_organ_did_is_not_that_of_the_resolution() -> None:
    text = "resolution 77/158 of the General Assembly, welcomed by the Security Council on 15 December 2022"
    (mention,) = find_mentions(text, "en")
    assert (mention.text, mention.symbol, mention.date) == ("77/158", "A/RES/77/158", "")


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_mentions(text, "ar") + find_mentions(text, "tr"):
        assert text[mention.start : mention.end] == mention.text


def test_letters_that_only_look_latin_are_found_and_named() -> None:
    text = "В документе «А/RЕS/78/147 от 19 декабря 2023 года» сказано"
    (mention,) = find_mentions(text, "ru")
    assert mention.text == "А/RЕS/78/147 от 19 декабря 2023 года"
    assert (mention.symbol, mention.date) == ("A/RES/78/147", "2023-12-19")
    assert [text[place] for place in mention.homoglyphs] == ["А", "Е"]


def test_marks_of_direction_stay_in_the_text() -> None:
    text = "القرار \u2067\u200e78/147\u200f المؤرخ \u200e19\u200f كانون الأول/ديسمبر 2023"
    (mention,) = find_mentions(text, "ar")
    assert (mention.symbol, mention.date) == ("A/RES/78/147", "2023-12-19")
    assert mention.text == "78/147\u200f المؤرخ \u200e19\u200f كانون الأول/ديسمبر 2023"
    assert mention.date_span is not None
    assert text[slice(*mention.date_span)] == "19\u200f كانون الأول/ديسمبر 2023"


@pytest.mark.parametrize(
    ("text", "symbol", "organ", "named"),
    [
        ("resolution 78/147 of 19 December 2023", "A/RES/78/147", "GA", False),
        ("General Assembly resolution 78/147", "A/RES/78/147", "GA", True),
        ("resolution 6/3", "", "", False),
        ("The Human Rights Council, in its resolution 48/13 of 8 October 2021", "A/HRC/RES/48/13", "HRC", True),
        (
            "The Human Rights Council recalls its founding resolution 60/251 of 15 March 2006",
            "A/RES/60/251",
            "GA",
            False,
        ),
    ],
)
def test_the_organ_and_whether_it_is_named(text: str, symbol: str, organ: str, named: bool) -> None:
    (mention,) = find_mentions(text, "en")
    assert (mention.symbol, mention.organ, mention.organ_named) == (symbol, organ, named)


def test_the_organ_that_speaks_owns_its_numbers() -> None:
    assert find_mentions("Recalling its resolution 6/3,", "en", speaking="UNEA")[0].symbol == "UNEP/EA.6/Res.3"
    assert find_mentions("Recalling its resolution 48/13,", "en", speaking="HRC")[0].symbol == "A/HRC/RES/48/13"


def test_kinds_follow_series() -> None:
    mentions = find_mentions("resolution 70/1, decision 78/512 and document A/78/1", "en")
    assert [mention.kind for mention in mentions] == [
        MentionKind.RESOLUTION, MentionKind.DECISION, MentionKind.DOCUMENT,
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar", "zh", "tr"])
@pytest.mark.parametrize("text", ADVERSARIAL, ids=[repr(text[:12]) for text in ADVERSARIAL])
def test_no_text_takes_long(text: str, language: str) -> None:
    assert seconds_of(lambda: find_mentions(text, language), enough=6) < 6


def test_time_grows_with_the_length_only() -> None:
    text = "Recalling its resolutions 77/158 of 14 December 2022, 78/147 of 19 December 2023 and 79/143,\n\n"

    def find(times: int) -> None:
        assert len(find_mentions(text * times, "en")) == 3 * times

    assert growth(find, 150) < TENFOLD


@pytest.mark.shared
def test_real_resolutions_cite_what_their_labels_say(shared_sources: Path) -> None:
    """Five labels take other organs' numbers for the General Assembly's; all others are found."""
    missed = {symbol for document in cited(shared_sources) for symbol in document.labelled - document.found}
    assert missed == {"A/RES/27/2", "A/RES/27/11", "A/RES/27/13", "A/RES/24/18", "A/RES/27/7"}


@pytest.mark.shared
def test_six_languages_of_one_line_cite_the_same(shared_sources: Path) -> None:
    """In three lines the texts themselves differ: a wrong year in Arabic, a number left to the next line in two."""
    lines = list(parallel_lines(shared_sources))
    differing = {line.number: list(dissenters(line)) for line in lines if not line.agrees}
    assert differing == {669: ["ar"], 1870: ["es"], 1871: ["fr"]}
    assert len(lines) == 41
