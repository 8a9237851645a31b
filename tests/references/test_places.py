"""The paragraph that a reference names is looked up, and a quotation is compared with that paragraph only."""

import pytest

from references.checker import ReferenceChecker
from references.findings import Status

NAME = "Декларации «Экологическая солидарность Центральной Азии»"
EXACT = "«выражаем обеспокоенность снижением уровня и обмелением озер Центральной Азии»"
ENGLISH = "the Declaration “Ecological Solidarity of Central Asia”"
RESOLUTION = "General Assembly resolution 77/158 of 14 December 2022"


@pytest.mark.parametrize(
    ("language", "text", "paragraph", "status"),
    [
        ("ru", f"пункт 27 {NAME}", "27", Status.CONFIRMED),
        ("ru", f"пункт 28 {NAME}", "28", Status.IMPOSSIBLE),
        ("ru", f"пункты 3 и 28 {NAME}", "3, 28", Status.IMPOSSIBLE),
        ("ru", f"пункты 3–27 {NAME}", "3, 27", Status.CONFIRMED),
        ("ru", f"пункт 15 преамбулы {NAME}", "PP15", Status.CONFIRMED),
        ("ru", f"пункт 16 преамбулы {NAME}", "PP16", Status.IMPOSSIBLE),
        ("ru", f"согласно {NAME}, п. 28", "28", Status.IMPOSSIBLE),
        ("en", f"{ENGLISH} (para. 28)", "28", Status.IMPOSSIBLE),
        ("en", f"OP28 of {ENGLISH}", "28", Status.IMPOSSIBLE),
        ("en", f"{ENGLISH} (PP15)", "PP15", Status.CONFIRMED),
        ("kk", "«Орталық Азияның экологиялық ынтымағы» декларациясының 28-тармағы", "28", Status.IMPOSSIBLE),
        ("en", f"paragraph 5 of {RESOLUTION}", "5", Status.CONFIRMED),
        ("en", f"paragraph 99 of {RESOLUTION}", "99", Status.COULD_NOT_CHECK),
        ("en", f"{RESOLUTION}, paras. 5 and 99", "5, 99", Status.COULD_NOT_CHECK),
    ],
)
def test_a_paragraph_is_looked_up(
    checker: ReferenceChecker, language: str, text: str, paragraph: str, status: Status
) -> None:
    (checked,) = checker.check(text, language).mentions
    assert checked.mention.paragraph == paragraph
    assert [finding.status for finding in checked.findings] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Согласно пункту 5 {NAME} {EXACT}.", [Status.CONFIRMED]),
        (f"Согласно пункту 3 {NAME} {EXACT}.", [Status.QUOTE]),
        (f"Согласно пункту 99 {NAME} {EXACT}.", [Status.IMPOSSIBLE]),
        (f"В {NAME} (пункт 3) сказано: {EXACT}.", [Status.QUOTE]),
        (f"В {NAME} (пункт 5) сказано: {EXACT}.", [Status.CONFIRMED]),
    ],
)
def test_a_quotation_belongs_to_the_paragraph_named(
    checker: ReferenceChecker, text: str, expected: list[Status]
) -> None:
    (checked,) = checker.check(text, "ru").mentions
    assert [finding.status for finding in checked.findings] == expected


def test_why_a_paragraph_is_impossible(checker: ReferenceChecker) -> None:
    (checked,) = checker.check(f"пункты 3 и 28 {NAME}", "ru").mentions
    (finding,) = checked.findings
    assert (finding.found, finding.source) == ("3, 28", "declaration-2026")
    assert finding.evidence == "The text held has no paragraph 28."
