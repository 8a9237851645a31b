"""Instruments by name: treaties, programmes, days, years, decades, in their languages and with their endings."""

import re

import pytest

from corpus.library import Library
from references.checker import ReferenceChecker
from references.mention import MentionKind
from references.named import NameFinder
from tests.timing import seconds_of

MARKED = re.compile(r"\[\[(.*?)\]\]")
SENTENCES = (
    (
        "en",
        "under the [[UNFCCC]], the [[Paris Agreement]] and the [[2030 Agenda]]",
        ("unfccc", "paris-agreement", "A/RES/70/1"),
    ),
    (
        "en",
        "the [[Awaza Programme of Action]] and the [[Vienna Programme of Action]]",
        ("awaza-programme-of-action", "vienna-programme-of-action"),
    ),
    ("en", "the [[World Day for Glaciers]] on 21 March", ("world-day-for-glaciers",)),
    ("en", "[[UN Decade for Afforestation and Reforestation]] begins", ("afforestation-decade-2027-2036",)),
    ("en", "[[The future we want]] was adopted; yet the future we want is far", ("A/RES/66/288",)),
    ("en", "document “[[the future we want]]” of 2012", ("A/RES/66/288",)),
    ("ru", "в рамках [[Парижского соглашения]] и [[РКИКООН]]", ("paris-agreement", "unfccc")),
    (
        "ru",
        "[[Десятилетие Организации Объединенных Наций по борьбе с песчаными и пыльными бурями]] продлится",
        ("A/RES/78/314",),
    ),
    ("ru", "Начало [[Десятилетия ООН по облесению и лесовосстановлению]]", ("afforestation-decade-2027-2036",)),
    ("ru", "ко [[Всемирному дню ледников]]", ("world-day-for-glaciers",)),
    (
        "fr",
        "La [[Décennie internationale d’action sur le thème « L’eau et le développement durable » (2018-2028)]] court",
        ("water-decade-2018-2028",),
    ),
    ("fr", "l’[[Accord de Paris]] et la [[CCNUCC]]", ("paris-agreement", "unfccc")),
    ("es", "el [[Acuerdo de París]] y la [[CMNUCC]]", ("paris-agreement", "unfccc")),
    ("zh", "[[“水促进可持续发展”国际行动十年(2018-2028年)]]由第71/222号决议宣布", ("water-decade-2018-2028",)),
    ("zh", "[[2026年联合国水事会议]]在达喀尔筹备", ("un-water-conference-2026",)),
    ("ar", "خطة و[[اتفاق باريس]]", ("paris-agreement",)),
    ("kk", "[[Париж келісімінің]] мақсаттары", ("paris-agreement",)),
    (
        "ky",
        "[[Аваза аракеттер программасы]] [[Вена аракеттер программасын]] алмаштырды",
        ("awaza-programme-of-action", "vienna-programme-of-action"),
    ),
    ("tg", "[[Рӯзи умумиҷаҳонии пиряхҳо]] 21 март", ("world-day-for-glaciers",)),
    ("tk", "[[Biologik dürlülik hakyndaky konwensiýanyň]] Taraplary", ("cbd",)),
    ("uz", "[[Parij bitimining]] maqsadlari", ("paris-agreement",)),
    ("tr", "[[Paris Anlaşması’nın]] hedefleri", ("paris-agreement",)),
)


@pytest.fixture(scope="module")
def finder(library: Library) -> NameFinder:
    return NameFinder(library)


@pytest.mark.parametrize(("language", "marked", "expected"), SENTENCES)
def test_names_in_a_sentence(finder: NameFinder, language: str, marked: str, expected: tuple[str, ...]) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    mentions = list(finder.find(text, language))
    assert [mention.text for mention in mentions] == MARKED.findall(marked)
    assert [mention.symbol or mention.instrument for mention in mentions] == list(expected)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    shifted = list(finder.find(f"…\n\n{text}", language))
    assert [mention.start - 3 for mention in shifted] == [mention.start for mention in mentions]


@pytest.mark.parametrize(
    ("written", "instrument"),
    [
        ("2030 Sürdürülebilir Kalkınma Gündemi’nin", "A/RES/70/1"),
        ("Rio Çevre ve Kalkınma Bildirgesi'nde", "rio-declaration"),
        ("İkinci Küresel Dağ Zirvesinin", "global-mountain-summit-2027"),
        ("Paris Anlaşması’na", "paris-agreement"),
    ],
)
def test_turkish_names_take_endings(finder: NameFinder, written: str, instrument: str) -> None:
    (mention,) = finder.find(f"… {written} uygun olarak", "tr")
    assert (mention.instrument, mention.text) == (instrument, written)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an agreement in Paris, a day for glaciers and a convention to combat crime"),
        ("en", "Paris\n\nAgreement"),
        ("en", "unfccc written small"),
        ("en", "a Programme of Action for the Decade 2015–2025"),
        ("ru", "соглашение, заключенное в Париже"),
        ("kk", "БҰҰ-ның 2027 жылғы Су конференциясы"),
    ],
)
def test_words_that_are_no_name(finder: NameFinder, language: str, text: str) -> None:
    assert list(finder.find(text, language)) == []


def test_kinds_of_names(finder: NameFinder) -> None:
    text = "the Paris Agreement, the Awaza Programme of Action, the World Day for Glaciers, the 2030 Agenda"
    assert [mention.kind for mention in finder.find(text, "en")] == [
        MentionKind.TREATY, MentionKind.PROGRAMME, MentionKind.DAY, MentionKind.RESOLUTION,
    ]  # fmt: skip


def test_a_name_inside_a_numbered_reference_is_part_of_it(library: Library) -> None:
    text = "decision 1/CP.21 on the Paris Agreement"
    mentions = ReferenceChecker(library).mentions(text, "en")
    assert [mention.symbol or mention.instrument for mention in mentions] == ["1/CP.21", "paris-agreement"]


@pytest.mark.parametrize(
    "text", ["United Nations " * 7_000, "«" * 100_000, "2023 " * 20_000, "و" * 100_000, "决" * 100_000]
)
@pytest.mark.parametrize("language", ["en", "ru", "kk", "ar", "zh"])
def test_no_text_takes_long(finder: NameFinder, text: str, language: str) -> None:
    assert seconds_of(lambda: list(finder.find(text, language)), enough=6) < 6
