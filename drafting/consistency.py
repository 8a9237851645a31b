"""Two language versions of one text compared: paragraphs, references, dates, numbers, square brackets."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.language import language_of
from drafting.figures import PAIRED, SMALLEST_SPELLED, Figures, balanced, figures_of, pair_of


class DifferenceKind(StrEnum):
    """What two versions do not have in common."""

    PARAGRAPHS = "number of paragraphs"
    REFERENCES = "references"
    DATES = "dates"
    NUMBERS = "numbers"
    BRACKETS = "brackets"
    UNBALANCED = "unbalanced brackets"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `paragraph` counts from 1 (0: the whole text); `left` and `right` are what only that side has."""

    kind: DifferenceKind
    paragraph: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    message: str


def compare_versions(
    left: Sequence[str], left_language: str, right: Sequence[str], right_language: str
) -> tuple[Difference, ...]:
    """What two versions of one text, given by paragraphs in the same order, do not have in common.

    Figures are compared by what they mean: «1,5 млн» is "1.5 million", «5–8 августа 2025 года» is "from 5 to 8 August
    2025". A small number that one version writes with an ending ("8th") or in words is not missed in the other.
    Where the number of paragraphs differs only that is told, with the place up to which the two agree.

    Raises:
        NotHeld: a language is not one of the twelve.
    """
    names = language_of(left_language).english_name, language_of(right_language).english_name
    ours = [figures_of(text, left_language) for text in left]
    theirs = [figures_of(text, right_language) for text in right]
    found = list(_unbalanced(ours, names[0], is_left=True)) + list(_unbalanced(theirs, names[1], is_left=False))
    if len(ours) != len(theirs):
        return (_count(ours, theirs, names), *found)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
        found += _differences(number, one, other, names)
    return tuple(sorted(found, key=lambda difference: difference.paragraph))


def _count(ours: list[Figures], theirs: list[Figures], names: tuple[str, str]) -> Difference:
    """The difference in the number of paragraphs, with the first paragraph whose figures part."""
    same = 0
    for one, other in zip(ours, theirs, strict=False):
        if any(_differences(0, one, other, names)):
            break
        same += 1
    message = (
        f"The {names[0]} version has {len(ours)} paragraphs and the {names[1]} version {len(theirs)}; "
        f"their figures agree up to paragraph {same}."
    )
    return Difference(DifferenceKind.PARAGRAPHS, 0, (str(len(ours)),), (str(len(theirs)),), message)


def _unbalanced(versions: list[Figures], name: str, is_left: bool) -> Iterator[Difference]:
    for number, figures in enumerate(versions, 1):
        if not balanced(figures.brackets):
            message = f"Paragraph {number}: the {name} version has a square bracket that is not paired."
            row = (figures.brackets,)
            yield Difference(DifferenceKind.UNBALANCED, number, row if is_left else (), () if is_left else row, message)


def _differences(number: int, one: Figures, other: Figures, names: tuple[str, str]) -> Iterator[Difference]:
    compared = (
        (DifferenceKind.REFERENCES, _references_only(one, other), _references_only(other, one)),
        (DifferenceKind.DATES, _dates_only(one, other), _dates_only(other, one)),
        (DifferenceKind.NUMBERS, _numbers_only(one, other), _numbers_only(other, one)),
    )
    for kind, ours, theirs in compared:
        if ours or theirs:
            yield _difference(kind, number, tuple(sorted(ours.elements())), tuple(sorted(theirs.elements())), names)
    if one.brackets != other.brackets:
        row = (one.brackets or "none",), (other.brackets or "none",)
        yield _difference(DifferenceKind.BRACKETS, number, *row, names)


def _references_only(one: Figures, other: Figures) -> Counter[str]:
    """References of one version that the other lacks; a number whose organ cannot be told there is none missing."""
    missing = one.references - other.references
    told = {pair_of(symbol) for symbol in other.references if not PAIRED.fullmatch(symbol)}
    return Counter(
        {
            symbol: count
            for symbol, count in missing.items()
            if not ((pair := pair_of(symbol)) in other.pairs and (pair not in told or PAIRED.fullmatch(symbol)))
        }
    )


def _dates_only(one: Figures, other: Figures) -> Counter[str]:
    """Dates of one version that the other lacks; in a stretch of days the day, month and year may stand apart there."""
    return Counter(
        {
            day: count
            for day, count in (one.dates - other.dates).items()
            if not (int(day[5:7]) in other.months and str(int(day[8:])) in other.numbers and day[:4] in other.numbers)
        }
    )


def _numbers_only(one: Figures, other: Figures) -> Counter[str]:
    """Numbers of one version that the other lacks, small ones aside that it may write out."""
    missing = one.numbers - other.numbers
    return Counter(
        {
            number: count
            for number, count in missing.items()
            if not (number in one.ordinals and float(number) < SMALLEST_SPELLED) and number not in other.in_words
        }
    )


def _difference(
    kind: DifferenceKind, number: int, left: tuple[str, ...], right: tuple[str, ...], names: tuple[str, str]
) -> Difference:
    if left and right:
        told = f"{', '.join(left)} in the {names[0]} version, {', '.join(right)} in the {names[1]} version"
    else:
        told = f"{', '.join(left or right)} only in the {names[0] if left else names[1]} version"
    return Difference(kind, number, left, right, f"Paragraph {number}: different {kind}: {told}.")
