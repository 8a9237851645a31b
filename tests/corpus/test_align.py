"""Whether the language versions of a document have the same paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.align import Difference, compare_labels


def test_versions_that_agree_have_no_differences() -> None:
    assert compare_labels({"en": ["PP1", "OP1"], "ru": ["PP1", "OP1"]}) == ()
    assert compare_labels({"en": ["PP1"]}) == compare_labels({}) == ()


def test_differences_are_named_in_the_order_of_the_text() -> None:
    found = compare_labels(
        {"en": ["PP1", "OP1", "OP2", "OP3"], "fr": ["PP1", "OP1", "OP1 (a)", "OP2"], "ru": ["PP1", "OP1", "OP3"]}
    )
    assert found == (
        Difference("OP1 (a)", ("fr",), ("en", "ru")),
        Difference("OP2", ("en", "fr"), ("ru",)),
        Difference("OP3", ("en", "ru"), ("fr",)),
    )
    assert str(found[1]) == "OP2 is in en, fr but not in ru."


labels = st.lists(st.sampled_from(["PP1", "PP2", "OP1", "OP1 (a)", "OP2", "Annex 1"]), max_size=8)


@given(st.dictionaries(st.sampled_from(["ar", "en", "ru"]), labels, max_size=3))
def test_each_label_that_is_not_everywhere_is_named_once(versions: dict[str, list[str]]) -> None:
    found = [difference.label for difference in compare_labels(versions)]
    everywhere = set.intersection(*(set(held) for held in versions.values())) if versions else set()
    anywhere = {label for held in versions.values() for label in held}
    assert sorted(found) == sorted(anywhere - everywhere)
