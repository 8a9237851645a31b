"""Two language versions compared: what must be told, and what must not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import NotHeld
from corpus.language import LANGUAGES
from corpus.library import Library
from drafting.consistency import DifferenceKind, compare_versions
from drafting.figures import balanced, figures_of, pair_of

SAME = (
    ("ru", "Выделено 1,5 млн долларов.", "en", "An amount of 1.5 million dollars was set aside."),
    ("ru", "Выделено 1 500 000 долларов.", "en", "An amount of $1,500,000 was set aside."),
    ("ru", "Выделено 1 500 000 долларов.", "en", "An amount of 1.5 million dollars was set aside."),
    ("fr", "Le montant est de 2,25 milliards.", "en", "The amount is 2.25 billion."),
    ("zh", "金额为150万美元。", "en", "The amount is 1.5 million dollars."),
    ("ru", "с 5 по 8 августа 2025 года", "en", "from 5 to 8 August 2025"),
    ("ru", "5–8 августа 2025 года", "zh", "2025年8月5日至8日"),
    ("ru", "5–8 августа 2025 года", "kk", "2025 жылғы 5–8 тамыз"),
    ("ru", "резолюция 78/147 от 19 декабря 2023 года", "en", "resolution 78/147 of 19 December 2023"),
    ("en", "resolution 78/147 of 19 December 2023", "zh", "2023年12月19日第78/147号决议"),
    ("en", "resolution 78/147 of 19 December 2023", "ar", "القرار ٧٨/١٤٧ المؤرخ ١٩ كانون الأول/ديسمبر ٢٠٢٣"),
    ("ru", "8-я Ассамблея", "en", "the Eighth Assembly"),
    ("en", "5 States", "ru", "пять государств"),
    ("en", "The meeting opened at 3.15 p.m.", "ru", "Заседание открылось в 15 ч. 15 м."),
    ("en", "[States] [shall] act", "ru", "[Государства] [должны] действовать"),
    ("en", "[States] act", "zh", "［各国］采取行动"),
)


@pytest.mark.parametrize(("left_language", "left", "right_language", "right"), SAME)
def test_what_means_the_same_is_no_difference(left_language: str, left: str, right_language: str, right: str) -> None:
    assert compare_versions([left], left_language, [right], right_language) == ()
    assert compare_versions([right], right_language, [left], left_language) == ()


DIFFERENT = (
    ("на 1,5 млн", "by 1.6 million", DifferenceKind.NUMBERS, ("1500000",), ("1600000",)),
    ("на 15 процентов", "by a share", DifferenceKind.NUMBERS, ("15",), ()),
    ("на 3 года", "for 4 years", DifferenceKind.NUMBERS, ("3",), ("4",)),
    ("7 января 2015 года", "7 February 2015", DifferenceKind.DATES, ("2015-01-07",), ("2015-02-07",)),
    ("резолюция 78/147", "resolution 78/148", DifferenceKind.REFERENCES, ("A/RES/78/147",), ("A/RES/78/148",)),
    ("резолюция 78/147", "a resolution", DifferenceKind.REFERENCES, ("A/RES/78/147",), ()),
    ("[Государства] действуют", "States act", DifferenceKind.BRACKETS, ("[]",), ("none",)),
)


@pytest.mark.parametrize(("left", "right", "kind", "ours", "theirs"), DIFFERENT)
def test_what_differs_is_told(
    left: str, right: str, kind: DifferenceKind, ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    (difference,) = compare_versions(["Начало.", left], "ru", ["Beginning.", right], "en")
    assert (difference.kind, difference.paragraph, difference.left, difference.right) == (kind, 2, ours, theirs)


def test_a_difference_is_one_sentence() -> None:
    (found,) = compare_versions(["на 3 года"], "ru", ["for 4 years"], "en")
    assert found.message == "Paragraph 1: different numbers: 3 in the Russian version, 4 in the English version."
    (found,) = compare_versions(["резолюция 78/147"], "ru", ["a resolution"], "en")
    assert found.message == "Paragraph 1: different references: A/RES/78/147 only in the Russian version."


def test_an_unpaired_bracket_is_told_of_its_version() -> None:
    found = compare_versions(["[States act"], "en", ["[Государства] действуют"], "ru")
    assert [difference.kind for difference in found] == [DifferenceKind.UNBALANCED, DifferenceKind.BRACKETS]
    assert found[0].message == "Paragraph 1: the English version has a square bracket that is not paired."


def test_with_a_paragraph_missing_the_place_is_told() -> None:
    left = ["на 15 лет", "на 16 лет", "на 17 лет"]
    (found,) = compare_versions(left, "ru", ["for 15 years", "for 17 years"], "en")
    assert found.kind is DifferenceKind.PARAGRAPHS
    assert found.message == (
        "The Russian version has 3 paragraphs and the English version 2; their figures agree up to paragraph 1."
    )


def test_a_language_that_is_none_of_the_twelve_is_refused() -> None:
    with pytest.raises(NotHeld):
        compare_versions(["a"], "en", ["a"], "de")


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"ru"}))
def test_the_versions_of_the_declaration_agree(library: Library, language: str) -> None:
    """No false alarm: all twelve versions hold the same figures, and every one of the 44 paragraphs is compared."""
    russian, other = (library.document("declaration-2026", code).paragraphs for code in ("ru", language))
    assert len(russian) == len(other) == 44
    ours, theirs = [paragraph.text for paragraph in russian], [paragraph.text for paragraph in other]
    assert compare_versions(ours, "ru", theirs, language) == ()


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"ru", "zh", "ar"}))
def test_one_wrong_year_in_the_declaration_is_found(library: Library, language: str) -> None:
    russian = [paragraph.text for paragraph in library.document("declaration-2026", "ru").paragraphs]
    other = [paragraph.text for paragraph in library.document("declaration-2026", language).paragraphs]
    place = next(place for place, text in enumerate(other) if "77/158" in text and place > 10)
    other[place] = other[place].replace("77/158", "77/159").replace("2022", "2021")
    found = compare_versions(russian, "ru", other, language)
    assert {difference.paragraph for difference in found} == {place + 1}
    assert DifferenceKind.REFERENCES in {difference.kind for difference in found}
    assert any("2021" in value for difference in found for value in difference.right)


def test_the_figures_of_a_paragraph() -> None:
    found = figures_of("In [2024] resolution 78/147 of 19 December 2023 gave 1,250.5 million to the 3rd fund.", "en")
    assert dict(found.references) == {"A/RES/78/147": 1}
    assert dict(found.dates) == {"2023-12-19": 1}
    assert set(found.numbers) == {"2024", "19", "2023", "1250500000", "3"}
    assert found.ordinals == {"3"}
    assert found.brackets == "[]"


@pytest.mark.parametrize(
    ("symbol", "pair"), [("A/RES/78/147", "78/147"), ("UNEP/EA.6/Res.3", "6/3"), ("S/RES/1325 (2000)", "1325/2000")]
)
def test_the_pair_of_a_symbol(symbol: str, pair: str) -> None:
    assert pair_of(symbol) == pair


@given(st.text(alphabet="[]", max_size=12))
@settings(deadline=None)
def test_brackets_pair_as_a_reader_pairs_them(row: str) -> None:
    left = row
    while "[]" in left:
        left = re.sub(r"\[\]", "", left)
    assert balanced(row) == (left == "")
