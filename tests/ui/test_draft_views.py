"""What the draft page shows, as values."""

import pytest

from drafting.consistency import compare_versions
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.projects.values import DraftHead, SavedDraft, SavedSection, SavedStatement, SectionHead
from drafting.register import convert
from drafting.voices import Register
from ui.draft_views import (
    additions,
    all_brackets,
    badges,
    before_previous,
    bracket_groups,
    changed_elsewhere,
    difference_rows,
    failures,
    is_open_place,
    marked_conversion,
    next_of,
    paragraphs,
    sources_markup,
)
from ui.vocabulary import words_in

ENGLISH, RUSSIAN = words_in("en"), words_in("ru")
GOOD = Citation("declaration-2026", "OP6", "en", "a <b>fund</b>", "Declaration, para. 6", True)
BAD = Citation("declaration-2026", "OP7", "en", "no such words", "Declaration, para. 7", False, reason="not there")


def draft(*sections: Section) -> Draft:
    return Draft("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", sections)


def section(*statements: Statement) -> SavedSection:
    held = tuple(SavedStatement(f"s{number}", one, number) for number, one in enumerate(statements, 1))
    return SavedSection("x", SectionHead("Text"), held)


def test_a_source_says_in_words_and_by_sign_whether_it_holds() -> None:
    shown = sources_markup(Statement("Ice", (GOOD, BAD)), ENGLISH)
    assert "<b>source verified</b> · Declaration, para. 6" in shown
    assert 'class="ortak-good" title="The words quoted stand there' in shown
    assert 'class="ortak-wrong"><b>not verified</b> · Declaration, para. 7' in shown
    assert "not there" in shown
    assert "a &lt;b&gt;fund&lt;/b&gt;" in shown
    assert 'href="/reader?document=declaration-2026&amp;label=OP6&amp;left=en&amp;ui=en"' in shown


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (Statement("Ice"), "No source is cited."),
        (Statement("Topic: ice", kind=StatementKind.FRAMING), "States no fact; needs no source."),
        (Statement("Our red line", private=True), "States no fact; needs no source."),
    ],
)
def test_a_statement_without_a_source(statement: Statement, told: str) -> None:
    assert told in sources_markup(statement, ENGLISH)


def test_what_does_not_hold_is_listed_and_nothing_else() -> None:
    checked = draft(
        Section("One", (Statement("holds", (GOOD,)), Statement("fails", (GOOD, BAD)), Statement("bare"))),
        Section("Private", (Statement("secret"),), private=True),
        Section("Two", (Statement("insert", kind=StatementKind.PLACEHOLDER),)),
    )
    assert [(one.heading, one.text, one.reasons) for one in failures(checked)] == [
        ("One", "fails", ("not there",)),
        ("One", "bare", ("",)),
    ]


def test_a_fresh_draft_offers_only_what_is_new_and_no_edit_is_lost() -> None:
    present = draft(Section("Text", (Statement("Edited by hand", (GOOD,)), Statement("As  it WAS"))))
    fresh = draft(Section("Text", (Statement("As first written", (GOOD,)), Statement("as it was"), Statement("New"))))
    assert [(one.heading, one.statement.text) for one in additions(present, fresh)] == [("Text", "New")]


def test_alternatives_of_a_bracket_stand_together() -> None:
    one = Statement("a", bracketed=True, bracket="b1", option=1)
    other = Statement("b", bracketed=True, bracket="b1", option=2)
    place = Statement("insert", bracketed=True, bracket="b2", kind=StatementKind.PLACEHOLDER)
    held = section(Statement("clean"), one, other, place)
    groups = bracket_groups(held)
    assert [(group.bracket, [each.id for each in group.statements]) for group in groups] == [
        ("", ["s1"]),
        ("b1", ["s2", "s3"]),
        ("b2", ["s4"]),
    ]
    assert [is_open_place(group) for group in groups] == [False, False, True]
    head = DraftHead("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en")
    brackets = all_brackets(SavedDraft(head, (held,)))
    assert {name: [each.id for each in found] for name, found in brackets.items()} == {"b1": ["s2", "s3"], "b2": ["s4"]}


def test_badges_say_option_proposers_and_privacy() -> None:
    one = Statement(
        "a", kind=StatementKind.OPERATIVE, bracketed=True, option=2, proposers=("KAZ", "LLDC"), private=True
    )
    assert badges(one, ENGLISH) == ("operative", "[ ] option 2", "Kazakhstan, LLDC", "🔒 private")
    assert badges(Statement("a"), ENGLISH) == ()


def test_places_up_and_down() -> None:
    held = section(Statement("a"), Statement("b"), Statement("c"))
    assert [before_previous(held, one) for one in ("s1", "s2", "s3")] == [None, None, "s1"]
    assert [next_of(held, one) for one in ("s1", "s2", "s3")] == ["s2", "s3", None]


@pytest.mark.parametrize(
    ("shown", "own", "changed"),
    [
        ((("s1", 1), ("s2", 2)), (0, 0), False),
        ((("s1", 1), ("s2", 1)), (0, 2), False),
        ((("s1", 1), ("s2", 1)), (0, 0), True),
        ((("s2", 2), ("s1", 1)), (0, 0), True),
        ((("s1", 1),), (0,), True),
    ],
)
def test_only_what_another_window_did_counts_as_changed(
    shown: tuple[tuple[str, int], ...], own: tuple[int, ...], changed: bool
) -> None:
    assert changed_elsewhere(section(Statement("a"), Statement("b")), shown, own) is changed


def test_what_a_register_cannot_turn_is_marked_with_the_reason() -> None:
    turned = convert("Glaciers <are> melting.", "en", Register.HEADS_OF_STATE, Register.OPERATIVE)
    shown = marked_conversion(turned, RUSSIAN)
    assert '<mark class="ortak-mark ortak-warning"' in shown
    assert "Glaciers</mark> &lt;are&gt; melting." in shown
    assert "<li>Текст не начинается с глагола из таблицы" in shown


def test_language_versions_are_compared_without_the_private_layer() -> None:
    english = draft(
        Section("Text", (Statement("In 2025 two funds."), Statement("secret 7", private=True))),
        Section("Private", (Statement("8"),), private=True),
    )
    assert paragraphs(english) == ["In 2025 two funds."]
    rows = difference_rows(compare_versions(paragraphs(english), "en", ["В 2026 году два фонда."], "ru"), ENGLISH)
    assert rows == [{"Paragraph": "1", "Difference": "numbers", "English": "2025", "Russian": "2026"}]
