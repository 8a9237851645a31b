"""A whole paragraph behind the name of who speaks: nothing else may stand in the name, the numbers or the marks."""

import pytest

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from drafting.proposals.request import Piece, pieces_of
from drafting.proposals.restating import restates
from references.checker import ReferenceChecker
from tests.drafting.writing import evidence_at

FUND = ("registry:A/RES/77/158", "OP5")
DECADE = ("registry:A/RES/79/283", "note 1")
RETREAT = ("registry:A/RES/77/158", "PP8")
DRR = ("registry:A/RES/69/137", "annex II 78")
AWAZA = ("registry:A/RES/80/3", "annex 2")
WATER = ("positions:KAZ", "KAZ-15")
DEGREES = ("positions:KAZ", "KAZ-11")


def piece_at(library: Library, place: tuple[str, str], language: str) -> Piece:
    return pieces_of(library, [evidence_at(library, *place, language, "x")], language)[0]


def behind(library: Library, place: tuple[str, str], language: str, head: str) -> str:
    words = library.versions(ParagraphRef(*place))[language].text
    return f"{head} {words[:1].casefold()}{words[1:]}"


def is_restated(library: Library, checker: ReferenceChecker, place: tuple[str, str], language: str, text: str) -> bool:
    return restates(library, text, piece_at(library, place, language), tuple(checker.mentions(text, language)))


@pytest.mark.parametrize(
    ("place", "language", "head"),
    [
        (FUND, "en", "General Assembly resolution 77/158 of 14 December 2022, para. 5,"),
        (FUND, "en", "General Assembly resolution 77/158"),
        (FUND, "en", "Resolution 77/158 of 14 December 2022"),
        (FUND, "en", "The resolution 77/158, para. 5,"),
        (RETREAT, "en", "General Assembly resolution 77/158, preambular paragraph 8,"),
        (DECADE, "ru", "Резолюция 79/283 Генеральной Ассамблеи от 16 апреля 2025 года"),
        (DECADE, "ru", "Резолюция 79/283"),
        (DRR, "en", "General Assembly resolution 69/137, annex II, para. 78,"),
        (AWAZA, "en", "Resolution 80/3 of 14 October 2025, annex, para. 2,"),
        (WATER, "en", "Kazakhstan"),
        (DEGREES, "en", "Kazakhstan"),
    ],
)
def test_a_document_is_named_as_it_is_cited_or_by_parts_of_that(
    library: Library, checker: ReferenceChecker, place: tuple[str, str], language: str, head: str
) -> None:
    assert is_restated(library, checker, place, language, behind(library, place, language, head))


@pytest.mark.parametrize(
    ("place", "language", "head"),
    [
        # another organ
        (FUND, "en", "Resolution 77/158 of the World Health Assembly of 14 December 2022, para. 5,"),
        (FUND, "en", "Resolution 77/158 of the Council of 14 December 2022,"),
        (FUND, "en", "World Health Assembly resolution 77/158,"),
        (DECADE, "ru", "Резолюция 79/283 Всемирной ассамблеи здравоохранения от 16 апреля 2025 года"),
        (DECADE, "ru", "Резолюция 79/283 Генеральной Ассамблеи Совета Безопасности от 16 апреля 2025 года"),
        # how it was adopted, which its number does not say
        (DECADE, "en", "General Assembly resolution 79/283 adopted by consensus on 16 April 2025"),
        (DECADE, "ru", "Резолюция 79/283 Генеральной Ассамблеи, принятая консенсусом 16 апреля 2025 года,"),
        (FUND, "en", "General Assembly resolution 77/158 of 14not December 2022"),
        (FUND, "en", "General Assembly draft resolution 77/158"),
        # another place
        (FUND, "en", "General Assembly resolution 77/158 of 14 December 2022, para. 14,"),
        (FUND, "en", "General Assembly resolution 77/158 of 14 December 2022, 14,"),
        (FUND, "en", "General Assembly resolution 77/158, para. 55,"),
        (RETREAT, "en", "General Assembly resolution 77/158 of 14 December 2022, paragraph 8,"),
        (DRR, "en", "General Assembly resolution 69/137 of 12 December 2014, annex 78,"),
        (DRR, "en", "General Assembly resolution 69/137 of 12 December 2014"),
        (AWAZA, "en", "General Assembly resolution 80/3 of 14 October 2025, 2,"),
        (AWAZA, "en", "General Assembly resolution 80/3 of 14 October 2025, para. 2,"),
        (AWAZA, "en", "General Assembly resolution 80/3"),
        # another document, another speaker
        (FUND, "en", "General Assembly resolution 77/159 of 14 December 2022, para. 5,"),
        (FUND, "en", "General Assembly resolution 77/158/Rev.1, para. 5,"),
        (WATER, "en", "Kyrgyzstan"),
        (WATER, "en", "Kazakhstan’s neighbour"),
    ],
)
def test_nothing_else_may_stand_in_the_name(
    library: Library, checker: ReferenceChecker, place: tuple[str, str], language: str, head: str
) -> None:
    assert not is_restated(library, checker, place, language, behind(library, place, language, head))


@pytest.mark.parametrize(
    ("place", "now", "then"),
    [
        (WATER, "April 2026", "April 2,026"),
        (WATER, "April 2026", "April 2 026"),
        (DEGREES, "2.5", "2.\u06505"),
        (DEGREES, "2.5", "2.5\u0670"),
        (DEGREES, "2.5", "2,5"),
        (DEGREES, "2.5", "25"),
    ],
)
def test_numbers_stand_as_they_stand_there(
    library: Library, checker: ReferenceChecker, place: tuple[str, str], now: str, then: str
) -> None:
    text = behind(library, place, "en", "Kazakhstan")
    assert now in text
    assert not is_restated(library, checker, place, "en", text.replace(now, then))


def test_words_that_point_back_are_not_told_alone(library: Library, checker: ReferenceChecker) -> None:
    place, head = ("registry:A/RES/78/314", "OP2"), "General Assembly resolution 78/314"
    assert "this work" in behind(library, place, "en", head)
    assert not is_restated(library, checker, place, "en", behind(library, place, "en", head))


def test_what_the_five_say_in_two_verbs_is_not_told_by_turning_one(library: Library, checker: ReferenceChecker) -> None:
    words = library.versions(ParagraphRef("declaration-2026", "OP4"))["ru"].text
    assert " призываем " in words
    verb, rest = words.split(" ", 1)
    text = f"Пять государств Центральной Азии {verb[:-2].casefold()}ют {rest}"
    assert not is_restated(library, checker, ("declaration-2026", "OP4"), "ru", text)


def test_a_text_that_breaks_off_is_no_whole_paragraph(library: Library, checker: ReferenceChecker) -> None:
    text = behind(library, WATER, "en", "Kazakhstan").rstrip(".")
    assert is_restated(library, checker, WATER, "en", text)
    assert not is_restated(library, checker, WATER, "en", f"{text}…")
