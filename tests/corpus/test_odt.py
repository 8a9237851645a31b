"""OpenDocument texts: what is read, in which order, with which numbers, and pending changes both ways."""

import pytest

from corpus.errors import SourceRefused
from corpus.readers.odt import read_odt
from corpus.source import Changes, Role
from tests.corpus.packages import OPEN_SPACES, open_file, zipped

NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="-"/></text:list-style>'
    '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def read(body: str, *, accept: bool = True, styles: str = "") -> list[str]:
    source = read_odt(open_file(body, NUMBERS + styles), "a.odt", accept=accept)
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text
        assert line.whole
    return [line.text for line in source.lines]


def p(*content: str) -> str:
    return f"<text:p>{''.join(content)}</text:p>"


def items(*content: str, style: str = "L", extra: str = "") -> str:
    inner = "".join(f"<text:list-item>{piece}</text:list-item>" for piece in content)
    return f'<text:list text:style-name="{style}" {extra}>{inner}</text:list>'


def test_lists_as_numbered() -> None:
    body = items(p("one"), p("two") + items(p("a"), p("b") + items(p("deep"))), p("three"))
    body += items(p("four"), extra='text:continue-numbering="true"') + items(p("again")) + items(p("dot"), style="B")
    assert read(body) == [
        "1.\tone", "2.\ttwo", "(a)\ta", "(b)\tb", "2.b.i\tdeep", "3.\tthree", "4.\tfour", "1.\tagain", "•\tdot",
    ]  # fmt: skip


def test_running_text() -> None:
    body = p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d', '<text:span text:style-name="Up">5</text:span>')
    body += p('<text:span text:style-name="Gone">hidden</text:span><text:a>link</text:a>')
    body += p("before", "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>", " after")
    body += p("said<office:annotation><text:p>remark</text:p></office:annotation>.")
    source = read_odt(open_file(body, NUMBERS), "a.odt")
    assert [line.text for line in source.lines] == ["a b c d⁵", "link", "before after", "boxed", "said."]
    assert [(dropped.what, dropped.count) for dropped in source.dropped] == [("hidden text", 1), ("comment", 1)]


def test_headings_tables_notes() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>The note.</text:p></text:note-body></text:note>"
    )
    cells = "".join(f"<table:table-cell>{content}</table:table-cell>" for content in (p("A"), p("B") + p("b")))
    body = '<text:h text:outline-level="1">Title</text:h>' + p("78/147", note, ".")
    body += f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    source = read_odt(open_file(body), "a.odt")
    assert [(line.text, line.role) for line in source.lines] == [
        ("Title", Role.HEADING),
        ("78/147.", Role.BODY),
        ("A | B b", Role.TABLE),
        ("1 The note.", Role.FOOTNOTE),
    ]


def region(name: str, kind: str, content: str = "") -> str:
    info = "<dc:creator>A. Delegate</dc:creator><dc:date>2026-01-02T10:00:00</dc:date>"
    return (
        f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info>{info}</office:change-info>'
        f"{content}</text:{kind}></text:changed-region>"
    )


def test_both_readings_of_changes() -> None:
    def mark(kind: str, name: str) -> str:
        return f'<text:{kind} text:change-id="{name}"/>'

    body = (
        "<text:tracked-changes>"
        + region("i1", "insertion")
        + region("d1", "deletion", p("old"))
        + region("d2", "deletion", p(" rest") + p("and a start "))
        + region("i2", "insertion")
        + "</text:tracked-changes>"
        + p("The ", mark("change", "d1"), mark("change-start", "i1"), "new", mark("change-end", "i1"), " text")
        + p("One", mark("change", "d2"), "two")
        + p("Split", mark("change-start", "i2"))
        + p("inserted whole")
        + p(mark("change-end", "i2"), " here")
    )
    assert read(body) == ["The new text", "Onetwo", "Split", "inserted whole", "here"]
    assert read(body, accept=False) == ["The old text", "One rest", "and a start two", "Split here"]
    changes = read_odt(open_file(body), "a.odt", accept=False).changes
    assert changes == Changes(2, 2, ("A. Delegate",), accepted=False, days=("2026-01-02",))


def test_title_and_language() -> None:
    meta = f"<office:meta {OPEN_SPACES}><dc:title>T</dc:title><dc:language>ru</dc:language></office:meta>"
    source = read_odt(open_file(p("x"), meta=meta), "a.odt")
    assert (source.title, source.language) == ("T", "ru")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (open_file(""), "holds no text"),
        (zipped({"mimetype": "x", "content.xml": "<a/>"}), "not an OpenDocument text"),
        (zipped({"mimetype": "x", "content.xml": "<!DOCTYPE a><a/>"}), "declares its own XML entities"),
        (zipped({"content.xml": "", "META-INF/manifest.xml": "<m:encryption-data/>"}), "protected with a password"),
    ],
)
def test_refused(content: bytes, complaint: str) -> None:
    with pytest.raises(SourceRefused, match=complaint):
        read_odt(content, "a.odt")
