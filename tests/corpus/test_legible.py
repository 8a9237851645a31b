"""What is told from noise, what is mended, and above all what is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.legible import judge, letter_share, repaired

RUSSIAN = (
    "Генеральная Ассамблея, ссылаясь на свою резолюцию об охране ледников, постановляет провести в Душанбе "
    "международную конференцию и просит Генерального секретаря доложить о её итогах."
)
GOOD = {
    "ar": "تدعو الدول الأعضاء إلى أن تتعاون من أجل إنشاء شبكة إقليمية للرصد في آسيا الوسطى",
    "en": "Invites Member States to take part in the work of the regional network (A/RES/77/158, para. 4)",
    "es": "Invita a los Estados Miembros a que participen en la labor de la red regional de observación",
    "fr": "Invite les États Membres à participer aux travaux du réseau régional d’observation des glaciers",
    "kk": "Мүше мемлекеттерді мұздықтарды бақылау жөніндегі өңірлік желіге қатысуға шақырады",
    "ky": "Мүчө мамлекеттерди мөңгүлөрдү байкоо боюнча аймактык тармакка катышууга чакырат",
    "ru": RUSSIAN,
    "tg": "Давлатҳои узвро даъват менамояд, ки дар кори шабакаи минтақавии назорати пиряхҳо иштирок кунанд",
    "tk": "Agza döwletleri buzluklara gözegçilik edýän sebitleýin tora gatnaşmaga çagyrýar, şol sanda ýurtlary",
    "tr": "Üye Devletleri buzulların gözlemlenmesi için bölgesel ağın çalışmalarına katılmaya çağırır",
    "uz": "Aʼzo davlatlarni muzliklarni kuzatish bo‘yicha mintaqaviy tarmoq ishida qatnashishga chaqiradi",
    "zh": "邀请会员国参加区域冰川监测网络的工作，并请秘书长向大会第八十一届会议提出报告。",
}


@pytest.mark.parametrize(
    ("text", "share"), [("", 0.0), (" \n", 0.0), ("abc", 1.0), ("a1 b2", 0.5), ("қорғау", 1.0), ("2018–2028", 0.0)]
)
def test_the_share_of_letters(text: str, share: float) -> None:
    assert letter_share(text) == share


@pytest.mark.parametrize("language", GOOD)
def test_every_language_is_legible_and_nothing_in_it_is_mended(language: str) -> None:
    text = GOOD[language]
    assert judge(text).readable
    assert judge(text, recognised=True).readable
    assert judge(text).odd == 0.0
    assert repaired(text, language) == repaired(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "2020 1,415 2021 1,502 2022 1,610 2023 1,598 (12.5%) 2024 1,644 2025 1,701",
        "A/RES/78/147 UNEP/EA.6/Res.3 FCCC/CP/2015/10/Add.1 CBD/COP/DEC/15/4 CO2 PM2.5 G77 SDG13 MtCO2e",
        "https://www.un.org/en/g77 sdg@un.org and/or CAPs, NGOs, IPCC AR6 SYR, ХХI век, COVID-19",
    ],
)
def test_figures_symbols_and_addresses_are_not_noise(text: str) -> None:
    assert judge(text).readable, judge(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no text"),
        ("(cid:12)(cid:45)(cid:7) (cid:99)(cid:3) " * 5, "names of glyphs"),
        ("/g123/g45/g7 /g99/g3/g12 " * 5, "names of glyphs"),
        ("The \ufffd\ufffd\ufffd of \ufffd\ufffd and the rest of it", "replacement signs"),
        ("\ue001\ue002\ue003 \ue004\ue005 \ue006", "replacement signs"),
        ("×ÂÓÞÙÖÒÇ ÀÏÎÅÓÉÕÐ ÞÖØÎÂÀ ÕÇÞÐÅ ÂÀÕÖÞ", "code page or the font's map"),
        ("†‡ˆ‰Š‹Œ ŽŒ†‡ ‰ˆ†Š ‹‡ˆ‰ †‡‹Œ ‰Š", "code page or the font's map"),
        ("5HVROXWLRQ DGRSWHG E\\ WKH 8Q1ted G3neral A55emb1y 0f the 5tat3s 1n Vi3nna t0day", "broken by"),
    ],
)
def test_noise_is_named(text: str, reason: str) -> None:
    verdict = judge(text)
    assert not verdict.readable
    assert reason in verdict.reason


def test_recognised_text_is_judged_by_a_stricter_measure() -> None:
    text = " ".join([*["The members of the Forum met in the city"] * 5, "lndigenous Peoples of the NewYork area"])
    assert judge(text).readable
    assert judge(text, recognised=True).reason == "about 4 in 100 of its words were recognised wrongly"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Cтатьи", "Статьи"),
        ("pезолюция", "резолюция"),
        ("Таджикиcтан", "Таджикистан"),
        ("Kыргызстан и Казаxстан", "Кыргызстан и Казахстан"),
        ("Жеңилбеc", "Жеңилбес"),
    ],
)
def test_latin_twins_in_cyrillic_words_are_mended_one_for_one(text: str, mended: str) -> None:
    shown, told = repaired(text)
    assert shown == mended
    assert len(shown) == len(text)
    assert len(told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/78/147",
        "А/RES/78/147",
        "CO2",
        "CОVID",
        "пункт IV и глава XII",
        "группа C",
        "pH",
        "рH",
        "Wi-Fi и Facebookа",
        "МОZ",
        "Oʻzbekiston Respublikasi",
        "Әр бiр адам",
        "ӣ ӯ ҳ ҷ қ ғ",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert repaired(text) == (text, ())


def test_the_latin_i_is_certain_in_kazakh_alone() -> None:
    assert repaired("Әр бiр адам", "kk")[0] == "Әр бір адам"


@pytest.mark.parametrize(
    ("written_as", "read_as"),
    [("cp1251", "cp1252"), ("cp1251", "latin-1"), ("koi8_r", "cp1252"), ("mac_cyrillic", "mac_roman")],
)
def test_russian_in_a_lost_code_page_is_read_again_one_for_one(written_as: str, read_as: str) -> None:
    lost = RUSSIAN.encode(written_as).decode(read_as)
    assert not judge(lost).readable
    shown, told = repaired(lost)
    assert shown == RUSSIAN
    assert told == (f"Russian that had been read in a Western code page was read again as {written_as}",)
    assert repaired(lost, "fr") == (lost, ())


@pytest.mark.parametrize(
    ("language", "read_as"),
    [
        ("ru", "sloppy-windows-1252"),
        ("ru", "latin-1"),
        ("ru", "sloppy-windows-1251"),
        ("fr", "sloppy-windows-1252"),
        ("fr", "latin-1"),
        ("tk", "sloppy-windows-1252"),
        ("tk", "latin-1"),
    ],
)
def test_utf8_that_was_read_in_another_code_page_is_read_again(language: str, read_as: str) -> None:
    lost = GOOD[language].encode().decode(read_as)
    shown, told = repaired(f"A line before\n{lost}\nand one after")
    assert shown == f"A line before\n{GOOD[language]}\nand one after"
    assert told == ("1 lines of UTF-8 that had been read in another code page were read again",)


def test_what_was_read_in_a_wrong_code_page_and_cannot_be_mended_is_noise() -> None:
    lost = GOOD["tk"].encode().decode("sloppy-windows-1251")
    assert repaired(lost) == (lost, ())
    assert not judge(lost).readable


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіӣӯҳҷ ,.()/0123456789", max_size=80))
def test_pure_cyrillic_is_never_touched(text: str) -> None:
    assert repaired(text) == (text, ())


@given(st.text(max_size=120))
def test_any_text_is_judged_and_keeps_its_lines(text: str) -> None:
    verdict = judge(text)
    assert verdict.readable == (not verdict.reason)
    assert 0.0 <= verdict.letters <= 1.0
    assert repaired(text)[0].count("\n") == text.count("\n")


@pytest.mark.shared
def test_no_resolution_held_is_noise_or_mended(shared_sources: Path) -> None:
    for path in sorted((shared_sources / "resolutions" / "raw").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert judge(text).readable, path.name
        assert repaired(text) == (text, ()), path.name
