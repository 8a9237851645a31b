"""Word files: what is read, in which order, with which numbers, and pending changes both ways."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import SourceRefused
from corpus.readers.counting import shown_number
from corpus.readers.word import read_word
from corpus.source import Changes, Role
from tests.corpus.packages import change, numbered, paragraph, run, word_file


def texts(body: str, *, accept: bool = True, **parts: str) -> list[str]:
    source = read_word(word_file(body, **parts), "a.docx", accept=accept)
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text
        assert line.whole
    for before, after in pairwise(source.lines):
        assert source.text[before.end : after.start] == "\n\n"
    return [line.text for line in source.lines]


def level(depth: int, style: str, pattern: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


SCHEME = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "lowerRoman", "(%3)", '<w:suff w:val="space"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "upperRoman", "%1", '<w:pStyle w:val="Part"/>')
    + level(1, "decimal", "%1.%2", '<w:isLgl/><w:pStyle w:val="Item"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "russianLower", "%2)")
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Part"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def styled(style: str, text: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def test_numbers_of_several_levels() -> None:
    body = "".join(
        numbered(text, depth, number)
        for text, depth, number in [
            ("one", 0, 1), ("a", 1, 1), ("b", 1, 1), ("i", 2, 1), ("two", 0, 1), ("a again", 1, 1),
            ("five", 0, 4), ("six", 0, 4), ("seven", 0, 1), ("dot", 0, 3), ("letter", 1, 3), ("letter", 1, 3),
            ("none", 0, 0), ("unknown", 0, 99),
        ]
    )  # fmt: skip
    assert texts(body, numbering=SCHEME) == [
        "1.\tone", "(a)\ta", "(b)\tb", "(i) i", "2.\ttwo", "(a)\ta again", "5.\tfive", "6.\tsix", "7.\tseven",
        "•\tdot", "а)\tletter", "б)\tletter", "none", "unknown",
    ]  # fmt: skip


def test_numbers_from_styles_and_headings() -> None:
    body = styled("Part", "first") + styled("Item", "x") + styled("Item", "y") + styled("Part", "next")
    body += styled("Item", "z") + styled("H", "Heading")
    source = read_word(word_file(body, numbering=SCHEME, styles=STYLES), "a.docx")
    assert [line.text for line in source.lines] == ["I\tfirst", "1.1\tx", "1.2\ty", "II\tnext", "2.1\tz", "Heading"]
    assert [line.role for line in source.lines] == [
        Role.HEADING, Role.BODY, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"), (1, "bullet", "•"), (10, "russianLower", "к"), (29, "russianUpper", "Я"),
        (3, "arabicAlpha", "ت"), (3, "arabicAbjad", "ج"), (12, "chineseCounting", "十二"),
        (205, "chineseCountingThousand", "二百零五"), (20, "chineseCounting", "二十"),
        (2, "ideographTraditional", "乙"), (3, "decimalEnclosedCircle", "③"), (22, "ordinal", "22nd"), (1, "none", ""),
        (2**31, "lowerLetter", "2147483648"),
        (2**31, "upperRoman", "2147483648"), (7, "unheardOf", "7"),
    ],
)  # fmt: skip
def test_number_styles(number: int, style: str, shown: str) -> None:
    assert shown_number(number, style) == shown


def test_what_runs_are_wrapped_in() -> None:
    body = paragraph(
        '<w:hyperlink r:id="x">' + run("link") + "</w:hyperlink>",
        "<w:smartTag><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run(" inner") + "</w:sdtContent></w:sdt>"
        "</w:smartTag>",
        "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>break</w:t><w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/><w:t>y</w:t></w:r>",
        '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        "<m:oMath><m:r><m:t>=2</m:t></m:r></m:oMath>",
        "<w:ruby><w:rt>" + run("above") + "</w:rt><w:rubyBase>" + run("!") + "</w:rubyBase></w:ruby>",
        run("5", '<w:vertAlign w:val="superscript"/>'),
    )
    assert texts(body) == ["link inner tab break-xyα✓=2!⁵"]


def test_only_the_result_of_fields() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = mark("begin") + run(" PAGE ", tag="instrText") + run("not this") + mark("separate") + run("7") + mark("end")
    body = paragraph("p. ", field, " end")
    body += paragraph("<w:fldSimple>" + run("simple") + "</w:fldSimple>")
    body += paragraph(mark("begin") + run("x", tag="instrText"), "kept: the field never ends")
    assert texts(body) == ["p. 7 end", "simple", "kept: the field never ends"]


def test_hidden_text_is_counted() -> None:
    body = paragraph("seen", run("unseen", "<w:vanish/>"), run("unseen", '<w:rStyle w:val="Secret"/>'))
    body += paragraph(run(" shown", '<w:vanish w:val="0"/>'))
    source = read_word(word_file(body, styles=STYLES), "a.docx")
    assert [line.text for line in source.lines] == ["seen", "shown"]
    assert [(dropped.what, dropped.count) for dropped in source.dropped] == [("hidden text", 2)]


def test_text_boxes_once() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"

    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box("in the box")}'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box('in the box')}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box('old box')}</v:textbox></w:pict></w:r>"
    assert texts(paragraph("before ", both, "after") + paragraph(old)) == ["before after", "in the box", "old box"]


def test_tables() -> None:
    def cell(*content: str, merge: str = "") -> str:
        inner = "".join(piece if piece.startswith("<") else paragraph(piece) for piece in content)
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{inner}</w:tc>"

    begins = '<w:vMerge w:val="restart"/>'
    inner = f"<w:tbl><w:tr>{cell('n1')}{cell('n2')}</w:tr></w:tbl>"
    rows = (
        f"<w:tr>{cell('A', merge=begins)}{cell('B', 'B2')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell('', merge='<w:vMerge/>')}{cell('C', inner)}</w:tr></w:sdtContent></w:sdt>"
    )
    frame = f"<w:tbl><w:tr>{cell('one', 'two')}</w:tr></w:tbl>"
    source = read_word(word_file(f"<w:tbl>{rows}</w:tbl>{frame}"), "a.docx")
    assert [(line.text, line.role) for line in source.lines] == [
        ("A | B B2", Role.TABLE),
        ("C", Role.TABLE),
        ("n1 | n2", Role.TABLE),
        ("one", Role.BODY),
        ("two", Role.BODY),
    ]


def test_notes() -> None:
    def reference(kind: str, number: int, extra: str = "", mark: str = "") -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}" {extra}/>{mark}</w:r>'

    def note(kind: str, number: int, text: str) -> str:
        return f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", " " + text)}</w:{kind}>'

    body = paragraph("Recalling 78/147", reference("footnote", 3), " and 79/1", reference("footnote", 2))
    body += paragraph("starred", reference("footnote", 4, 'w:customMarkFollows="1"', "<w:t>*</w:t>"))
    body += paragraph("end", reference("endnote", 2))
    source = read_word(
        word_file(
            body,
            footnotes=note("footnote", 2, "second") + note("footnote", 3, "first") + note("footnote", 4, "* star"),
            endnotes=note("endnote", 2, "last"),
        ),
        "a.docx",
    )
    assert [(line.text, line.role) for line in source.lines] == [
        ("Recalling 78/147 and 79/1", Role.BODY),
        ("starred", Role.BODY),
        ("end", Role.BODY),
        ("1 first", Role.FOOTNOTE),
        ("2 second", Role.FOOTNOTE),
        ("* star", Role.FOOTNOTE),
        ("i last", Role.FOOTNOTE),
    ]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("Draft", ["A/80/L.4", "Draft", "text"]), ("A/80/L.5", ["A/80/L.5", "text"])],
)
def test_a_masthead_that_only_the_header_holds(opening: str, expected: list[str]) -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    body = paragraph(opening) + paragraph("text") + section
    assert texts(body, header1=paragraph("A/80/L.4")) == expected


def test_both_readings_of_changes() -> None:
    body = paragraph("Recalling ", change("del", run("78/148", tag="delText")), change("ins", run("78/147", "")), ",")
    mark = "<w:rPr>" + change("del", "") + "</w:rPr>"
    body += paragraph("joined ", properties=mark) + paragraph("here")
    new = paragraph(change("ins", run("new")))
    row = f"<w:tr><w:trPr>{change('ins', '', 'B')}</w:trPr><w:tc>{new}</w:tc><w:tc/></w:tr>"
    body += f"<w:tbl>{row}<w:tr><w:tc>{paragraph('old')}</w:tc><w:tc>{paragraph('row')}</w:tc></w:tr></w:tbl>"
    body += paragraph(change("ins", run("kept?") + change("del", run(" never", tag="delText"))))
    body += paragraph(change("moveFrom", run("moved"))) + paragraph(change("moveTo", run("moved")), ".")
    assert texts(body) == ["Recalling 78/147,", "joined here", "new", "old | row", "kept?", "moved."]
    assert texts(body, accept=False) == ["Recalling 78/148,", "joined", "here", "old | row", "moved", "."]
    source = read_word(word_file(body), "a.docx")
    assert source.changes == Changes(4, 4, ("A. Delegate", "B"), accepted=True, days=("2026-01-02",))


def test_changed_formatting_is_taken_back_with_its_numbers() -> None:
    former = "<w:pPrChange><w:pPr/></w:pPrChange>"
    body = paragraph("item", properties=f'<w:numPr><w:numId w:val="1"/></w:numPr>{former}')
    assert texts(body, numbering=SCHEME) == ["1.\titem"]
    assert texts(body, accept=False, numbering=SCHEME) == ["item"]


WORDS = st.lists(st.tuples(st.sampled_from(["kept", "ins", "del"]), st.integers(0, 999)), max_size=5)
PARAGRAPHS = st.lists(st.tuples(WORDS, st.sampled_from(["kept", "ins", "del"])), min_size=1, max_size=8)


LAST = ([("kept", 1000)], "kept")


def _expected(paragraphs: list[tuple[list[tuple[str, int]], str]], gone: str) -> list[str]:
    """The texts of one reading, by what the changes mean: words and paragraph ends of the kind `gone` are not there."""
    found, text = [], ""
    for words, end in paragraphs:
        text += "".join(f"w{number}" for kind, number in words if kind != gone)
        if end != gone:
            found.append(text)
            text = ""
    return [text for text in found if text]


@settings(max_examples=100, deadline=None)
@given(PARAGRAPHS)
def test_neither_reading_loses_a_word(paragraphs: list[tuple[list[tuple[str, int]], str]]) -> None:
    def piece(kind: str, number: int) -> str:
        if kind == "kept":
            return run(f"w{number}")
        return change(kind, run(f"w{number}", tag="delText" if kind == "del" else "t"))

    paragraphs = [*paragraphs, LAST]
    body = "".join(
        paragraph(
            *(piece(kind, number) for kind, number in words),
            properties="" if end == "kept" else f"<w:rPr>{change(end, '')}</w:rPr>",
        )
        for words, end in paragraphs
    )
    assert texts(body, accept=True) == _expected(paragraphs, "del")
    assert texts(body, accept=False) == _expected(paragraphs, "ins")
    wrapped = [kind for words, _ in paragraphs for kind, _ in words]
    insertions, deletions = (wrapped.count(kind) + _lone_ends(paragraphs, kind) for kind in ("ins", "del"))
    changes = read_word(word_file(body), "a.docx").changes
    expected = Changes(insertions, deletions, ("A. Delegate",), accepted=True, days=("2026-01-02",))
    assert changes == (expected if insertions + deletions else None)


def _lone_ends(paragraphs: list[tuple[list[tuple[str, int]], str]], kind: str) -> int:
    """Paragraph ends changed on their own: neither the word before nor the word after is changed in the same way."""
    count = 0
    for (words, end), (following, _) in pairwise(paragraphs):
        before = words[-1][0] if words else ""
        after = following[0][0] if following else ""
        count += end == kind and kind not in (before, after)
    return count


@pytest.mark.parametrize(
    ("body", "complaint"),
    [("", "holds no text"), ("<w:p>", "not well-formed"), ("<w:sdt>" * 300 + "</w:sdt>" * 300, "not well-formed")],
)
def test_refused(body: str, complaint: str) -> None:
    with pytest.raises(SourceRefused, match=complaint):
        read_word(word_file(body), "a.docx")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("UN_A_80_6_plan_outline.en.docx", ("A/80/6 (Plan outline)", "Distr.: General")),
        ("UN_A_80_6_Sect.14_UNEP.en.docx", ("A/80/6 (Sect. 14)", "14.1")),
    ],
)
def test_real_files(shared_sources, name: str, numbers: tuple[str, str]) -> None:
    source = read_word((shared_sources / "pdfs" / name).read_bytes(), name)
    for number in numbers:
        assert any(number in line.text for line in source.lines), number
    assert {dropped.what for dropped in source.dropped} >= {"header", "footer", "comment"}
