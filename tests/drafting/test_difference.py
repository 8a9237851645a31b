"""What changes between two wordings, word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.proposals.difference import Change, ChangeKind, difference


def test_a_difference_is_told_in_whole_words() -> None:
    assert difference("Kazakhstan wants finance.", "Kazakhstan asks for predictable finance.") == (
        Change(ChangeKind.KEPT, "Kazakhstan "),
        Change(ChangeKind.REMOVED, "wants"),
        Change(ChangeKind.ADDED, "asks for predictable"),
        Change(ChangeKind.KEPT, " finance."),
    )


@settings(max_examples=200, deadline=None)
@given(before=st.text("ab .é\n«»", max_size=40), after=st.text("ab .é\n«»", max_size=40))
def test_a_difference_holds_both_wordings(before: str, after: str) -> None:
    changes = difference(before, after)
    assert "".join(each.text for each in changes if each.kind is not ChangeKind.ADDED) == before
    assert "".join(each.text for each in changes if each.kind is not ChangeKind.REMOVED) == after
