"""What a text says of itself: symbol, distribution, session, adoption, title, in six languages."""

from dataclasses import replace

import pytest

from corpus.parsing.blocks import blocks_of
from corpus.parsing.masthead import read_masthead
from corpus.parsing.masthead_facts import Masthead
from corpus.parsing.written_dates import first_day
from tests.corpus.plain_lines import lines_of
from tests.corpus.resolutions_in_six import MEETINGS, RESOLUTIONS, TITLES

SAME = Masthead(
    symbol="A/RES/91/17",
    body="GA",
    distribution="General",
    distr_date="2036-12-21",
    original_language="en",
    session="91",
    agenda_item="22",
    committee_report="A/91/450, para. 9",
    adopted_on="2036-12-14",
    number="91/17",
    kind="resolution",
)


def masthead_of(text: str, language: str = "en", *, whole: bool = True) -> Masthead:
    return read_masthead(blocks_of(lines_of(text, whole=whole), language), language)[0]


@pytest.mark.parametrize("language", RESOLUTIONS)
@pytest.mark.parametrize("whole", [True, False])
def test_the_same_facts_are_read_in_six_languages(language: str, whole: bool) -> None:
    found = masthead_of(RESOLUTIONS[language], language, whole=whole)
    assert replace(found, other=()) == replace(SAME, title=TITLES[language], meeting=MEETINGS[language])


def test_lines_without_a_fact_are_kept_apart() -> None:
    masthead, rest = read_masthead(blocks_of(lines_of(RESOLUTIONS["en"], whole=True), "en"), "en")
    assert masthead.other == ("United Nations", "General Assembly")
    assert rest[0].text == "The General Assembly,"


def test_the_environment_assembly() -> None:
    found = masthead_of(
        "United Nations Environment Assembly of the United Nations Environment Programme\nSixth session\n"
        "Nairobi, 26 February–1 March 2024\n"
        "Resolution adopted by the United Nations Environment Assembly on 1 March 2024\n6/33. Quiet meadows\n"
        "The United Nations Environment Assembly,\nRecalling its resolution 5/1,\n1. Decides to be quiet."
    )
    assert (found.symbol, found.body, found.session) == ("UNEP/EA.6/Res.33", "UNEA", "6")
    assert (found.adopted_on, found.number, found.title) == ("2024-03-01", "6/33", "Quiet meadows")
    assert found.kind == "resolution"


def test_a_draft() -> None:
    found = masthead_of(
        "United Nations\nA/91/L.4\nGeneral Assembly\nDistr.: Limited\n3 May 2037\nOriginal: Russian\n"
        "Draft resolution\nMeadows in bloom\nThe General Assembly,\nRecalling the spring,\n1. Decides to wait."
    )
    assert (found.symbol, found.distribution, found.original_language) == ("A/91/L.4", "Limited", "ru")
    assert (found.kind, found.title, found.number) == ("draft resolution", "Meadows in bloom", "")


def test_adopted_from_a_draft_and_without_a_committee() -> None:
    found = masthead_of(
        "Resolution adopted by the General Assembly on 2 May 2037\n"
        "[without reference to a Main Committee (A/91/L.44)]\n91/250. Bees\nThe General Assembly,\n1. Decides."
    )
    assert (found.draft, found.committee_report, found.symbol) == ("A/91/L.44", "", "A/RES/91/250")


def test_a_text_that_is_no_un_document_keeps_every_line() -> None:
    blocks = blocks_of(
        lines_of("Ministry of Meadows\n22nd session of the Council\nThe grass is high.", whole=True), "en"
    )
    masthead, rest = read_masthead(blocks, "en")
    assert rest == blocks
    assert masthead.symbol == masthead.title == ""


@pytest.mark.parametrize(
    ("text", "language", "session"),
    [
        ("Seventy-seventh session", "en", "77"),
        ("Tenth special session", "en", "S-10"),
        ("Eleventh emergency special session", "en", "ES-11"),
        ("Семьдесят седьмая сессия", "ru", "77"),
        ("78-я сессия", "ru", "78"),
        ("Soixante-dix-septième session", "fr", "77"),
        ("Quatre-vingtième session", "fr", "80"),
        ("Septuagésimo séptimo período de sesiones", "es", "77"),
        ("第七十七届会议", "zh", "77"),
        ("第八十届会议", "zh", "80"),
        ("الدورة السابعة والسبعون", "ar", "77"),
    ],
)
def test_sessions_in_words_and_figures(text: str, language: str, session: str) -> None:
    assert masthead_of(f"Distr.: General\n{text}", language).session == session


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("on 14 December 2022", "en", "2022-12-14"),
        ("14 декабря 2022 года", "ru", "2022-12-14"),
        ("le 1er mars 2024", "fr", "2024-03-01"),
        ("el 1 de marzo de 2024", "es", "2024-03-01"),
        ("2022年12月14日", "zh", "2022-12-14"),
        ("في 14 كانون الأول/ديسمبر 2022", "ar", "2022-12-14"),
        ("22 نيسان/أبريل 2026", "ar", "2026-04-22"),
        ("2026 жылғы 22 сәуірде", "kk", "2026-04-22"),
        ("2026-жылдын 22-апрелинде", "ky", "2026-04-22"),
        ("22 апрели соли 2026", "tg", "2026-04-22"),
        ("2026-njy ýylyň 22-nji aprelinde", "tk", "2026-04-22"),
        ("22 Nisan 2026 tarihinde", "tr", "2026-04-22"),
        ("2026-yil 22-aprelda", "uz", "2026-04-22"),
        ("31 February 2024", "en", ""),
        ("in the year 2024", "en", ""),
    ],
)
def test_days_in_twelve_languages(text: str, language: str, day: str) -> None:
    assert first_day(text, language) == day


def test_the_session_and_kind_are_those_of_the_symbol() -> None:
    found = masthead_of(
        "United Nations\nA/RES/91/7\nGeneral Assembly\nDistr.: General\n3 May 2037\n"
        "Review of the document of the Twelfth Special Session of the General Assembly\n"
        "Report of the Meadow Agency\nResolution adopted by the General Assembly on 1 May 2037\n"
        "91/7. Report of the Meadow Agency\nThe General Assembly,\nRecalling hay,\n1. Decides."
    )
    assert (found.session, found.kind, found.title) == ("91", "resolution", "Report of the Meadow Agency")


def test_a_treaty_that_names_an_organ_keeps_all_its_articles() -> None:
    text = (
        "WE THE PEOPLES OF THE VALLEY\nto keep the meadows, and\nhave agreed to the present Charter of the hay of all "
        "the valleys that there are.\nArticle 1\nThe meadows are common.\nArticle 2\n"
        "The General Assembly shall study the meadows for the purpose of:\nkeeping them;\nArticle 3\nEnds."
    )
    masthead, rest = read_masthead(blocks_of(lines_of(text, whole=True), "en"), "en")
    assert (masthead.title, masthead.other, len(rest)) == ("", (), 10)


def test_a_report_with_several_decisions_has_a_title_of_its_own() -> None:
    decision = "Decision {}/CP.41\nHay\nThe Conference of the Parties,\nRecalling hay,\n1. Decides.\n"
    found = masthead_of(
        "United Nations\nFCCC/CP/2041/7\nDistr.: General\n3 May 2041\nConference of the Parties\n"
        f"Report of the Conference of the Parties on its forty-first session\n{decision.format(1)}{decision.format(2)}"
    )
    assert found.title == "Report of the Conference of the Parties on its forty-first session"
