import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.direction import allowed_in_xml, refused_by_xml, right_to_left, stretches
from corpus.language import LANGUAGES
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.export.fields import draft_fields
from drafting.export.labels import bracket_label, labels_in
from drafting.export.layout import Role, Shape, laid_out
from drafting.export.markdown import as_markdown
from tests.drafting.exporting import DOUBTFUL, ICE, SNOW


def a_draft(*statements: Statement, form: Form = Form.RESOLUTION, language: str = "en", private: bool = False) -> Draft:
    return Draft(
        "Ice",
        "ice",
        form,
        Level.CENTRAL_ASIA,
        language,
        (Section("Text", statements, private),),
        ("A gap.",),
        ("Look.",),
    )


def operative(
    text: str, *citations: Citation, option: int = 0, by: tuple[str, ...] = (), private: bool = False
) -> Statement:
    return Statement(
        text, citations, StatementKind.OPERATIVE, bool(option or by), "b" if option else "", option, by, private
    )


WHOLE = a_draft(
    Statement("Recalling the ice,", (ICE,), StatementKind.PREAMBULAR),
    operative("Calls for snow;", SNOW, ICE),
    operative("Decides one thing;", option=1, by=("KAZ",)),
    operative("Decides another;", option=2, by=("TJK", "LLDC Group")),
    operative("Asks for a report.", DOUBTFUL),
)


def test_a_draft_as_markdown() -> None:
    assert as_markdown(WHOLE) == (
        "# Ice\n\n*Central Asia · Draft, not agreed*\n\n## Text\n\n"
        "Recalling the ice,[^1]\n\n"
        "1. Calls for snow;[^2][^3]\n\n"
        "2. **\\[Option 1 (Kazakhstan):** Decides one thing;**\\]**\n\n"
        "   **\\[Option 2 (Tajikistan, LLDC Group):** Decides another;**\\]**\n\n"
        "3. Asks for a report. **\\[unverified: Resolution 2/2, para. 2 (not held)\\]**\n\n"
        "## What no evidence covers\n\n- A gap.\n\n## To be looked at\n\n- Look.\n\n"
        "[^1]: Resolution 1/1, para. 1: “ice must stay”.\n\n"
        "[^2]: Kazakhstan, note 9: “снег лежит”.\n\n"
        "[^3]: See note 1.\n"
    )


def test_the_contract_of_the_fields() -> None:
    assert draft_fields(a_draft(operative("Calls for snow;", SNOW, option=1, by=("KAZ",)))) == {
        "sections": [
            {
                "heading": "Text",
                "statements": [
                    {
                        "text": "Calls for snow;",
                        "bracketed": True,
                        "proposers": ["KAZ"],
                        "citations": [
                            {
                                "document": "positions:KAZ",
                                "label": "KAZ-9",
                                "language": "ru",
                                "quote": "снег лежит",
                                "verified": True,
                            }
                        ],
                    }
                ],
            }
        ],
        "gaps": ["A gap."],
        "warnings": ["Look."],
    }


SECRET = a_draft(
    operative("Public one;", option=1, by=("KAZ",)),
    operative("Secret fallback;", option=2, by=("TJK",), private=True),
    operative("Public two;", option=3, by=("UZB",)),
)


def test_the_private_layer_is_left_out_without_a_trace() -> None:
    for text in (as_markdown(SECRET), str(draft_fields(SECRET))):
        assert "Secret" not in text
        assert "PRIVATE" not in text
    assert "Option 1 (Kazakhstan):" in as_markdown(SECRET)
    assert "Option 2 (Uzbekistan):" in as_markdown(SECRET)
    hidden = a_draft(operative("Secret."), private=True)
    all_private = a_draft(operative("Secret.", private=True))
    for draft in (hidden, all_private):
        assert "Text" not in as_markdown(draft)
        assert draft_fields(draft)["sections"] == []


def test_the_private_layer_is_marked_where_it_is_asked_for() -> None:
    mark = "**PRIVATE: for the delegation only, not to be passed on**"
    assert as_markdown(SECRET, with_private=True).count(mark) == 2
    assert f"{mark}\n\n   **\\[Option 2 (Tajikistan):** Secret fallback;" in as_markdown(SECRET, with_private=True)
    marked = [
        each.get("private", False) for each in draft_fields(SECRET, with_private=True)["sections"][0]["statements"]
    ]
    assert marked == [False, True, False]
    section = laid_out(a_draft(operative("Secret."), private=True), with_private=True)
    assert [block.shape for block in section.blocks][:3] == [Shape.HEADING, Shape.PRIVATE_MARK, Shape.NUMBERED]
    assert laid_out(WHOLE, with_private=True).private_mark == ""


def test_an_only_option_that_is_left_has_no_number() -> None:
    draft = a_draft(operative("Public;", option=1, by=("KAZ",)), operative("Secret;", option=2, private=True))
    assert "**\\[Kazakhstan:** Public;**\\]**" in as_markdown(draft)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Decides;", "[Decides;]"),
        ("[Decides;]", "[Decides;]"),
        ("[Decides] to [act]", "[[Decides] to [act]]"),
        ("[[a] b]", "[[a] b]"),
    ],
)
def test_a_bracket_is_put_once(text: str, shown: str) -> None:
    (block,) = laid_out(a_draft(Statement(text, bracketed=True))).blocks[1:2]
    assert "".join(piece.text for piece in block.pieces) == shown


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", ["Ice.", ""]), ("ru", ["Ice", "", "."]), ("fr", ["Ice", "", "."]), ("zh", ["Ice.", ""])],
)
def test_the_mark_of_a_footnote_stands_where_the_language_has_it(language: str, expected: list[str]) -> None:
    block = laid_out(a_draft(Statement("Ice.", (ICE,)), language=language)).blocks[1]
    assert [piece.text for piece in block.pieces] == expected
    assert [piece.role for piece in block.pieces if piece.note] == [Role.NOTE]


def test_a_quotation_is_not_said_twice() -> None:
    notes = laid_out(a_draft(Statement("They say “ice must stay” here.", (ICE,)))).notes
    assert ["".join(piece.text for piece in note.pieces) for note in notes] == ["Resolution 1/1, para. 1."]


@pytest.mark.parametrize(
    ("form", "kind", "shape"),
    [
        (Form.RESOLUTION, StatementKind.OPERATIVE, Shape.NUMBERED),
        (Form.DECLARATION, StatementKind.OPERATIVE, Shape.NUMBERED),
        (Form.BRIEF, StatementKind.OPERATIVE, Shape.PLAIN),
        (Form.TALKING_POINTS, StatementKind.PLAIN, Shape.POINT),
        (Form.STATEMENT, StatementKind.PLAIN, Shape.PLAIN),
        (Form.BRIEF, StatementKind.QUOTATION, Shape.QUOTATION),
        (Form.BRIEF, StatementKind.PLACEHOLDER, Shape.PLACEHOLDER),
    ],
)
def test_the_shape_follows_form_and_kind(form: Form, kind: StatementKind, shape: Shape) -> None:
    assert laid_out(a_draft(Statement("x", kind=kind), form=form)).blocks[1].shape is shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Not a list", "1\\. Not a list"),
        ("- Not a list", "\\- Not a list"),
        ("Text\n---\n- more\n=", "Text\n\\---\n\\- more\n\\="),
        ("US$5 and US$6 :ice: at 12:30, see http://x", "US\\$5 and US\\$6 \\:ice: at 12:30, see http://x"),
        ("a*b_c`d [e](f) <g> # h", "a\\*b\\_c\\`d \\[e\\](f) \\<g\\> \\# h"),
    ],
)
def test_signs_of_markdown_are_written_as_themselves(text: str, expected: str) -> None:
    assert f"\n\n{expected}\n\n" in as_markdown(a_draft(Statement(text), form=Form.BRIEF))


def test_right_to_left_markdown_says_so() -> None:
    text = as_markdown(a_draft(Statement("نص", (ICE,)), language="ar"))
    assert text.startswith('<div dir="rtl">\n\n# Ice')
    assert text.endswith("</div>\n")


def test_every_language_has_its_words() -> None:
    for code in LANGUAGES:
        labels = labels_in(code)
        assert set(labels.levels) == set(Level)
        assert "{number}" in labels.option
        assert "{number}" in labels.option_by
        assert "{number}" in labels.again
        assert "{proposers}" in labels.option_by
        assert "{citation}" in labels.unverified
        assert "{quote}" in labels.quoted
        if code != "en":
            assert labels.private != labels_in("en").private
    assert labels_in("xx") == labels_in("en")


def test_the_head_of_a_bracket() -> None:
    assert bracket_label(labels_in("ru"), "ru", 2, ("KAZ", "UZB")) == "Вариант 2 (Казахстан, Узбекистан): "
    assert bracket_label(labels_in("en"), "en", 0, ("BOL", "G77")) == "Bolivia, G77: "
    assert bracket_label(labels_in("zh"), "zh", 1, ()) == "备选案文1："
    assert bracket_label(labels_in("en"), "en", 0, ()) == ""


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("القرار A/RES/78/147 المؤرخ", True, [("القرار ", True), ("A/RES/78/147", False), (" المؤرخ", True)]),
        ("see «قرار 78/147» here", False, [("see «", False), ("قرار 78/147", True), ("» here", False)]),
        ("2026 [نص]", True, [("2026 [نص]", True)]),
        ("plain text 5", False, [("plain text 5", False)]),
        ("", True, []),
    ],
)
def test_text_is_cut_where_it_turns(text: str, base: bool, expected: list[tuple[str, bool]]) -> None:
    assert list(stretches(text, base)) == expected


@given(st.text(), st.booleans())
def test_nothing_is_lost_where_text_turns(text: str, base: bool) -> None:
    assert "".join(part for part, _ in stretches(text, base)) == text
    assert len(allowed_in_xml(text)) == len(text)
    assert refused_by_xml(allowed_in_xml(text)) == ""


def test_the_first_letter_gives_the_direction() -> None:
    assert right_to_left("12 نص text")
    assert not right_to_left("12 text نص")
    assert allowed_in_xml("a\x00b\ufffec\nd") == "a b c\nd"
