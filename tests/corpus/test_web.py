"""Web pages and Markdown: blocks as lines, lists with their numbers, marks and notes taken out."""

import pytest

from corpus.errors import SourceRefused
from corpus.library import DATA_FOLDER
from corpus.readers.markdown import read_markdown
from corpus.readers.web import read_web
from corpus.source import Role, SourceText


def texts(source: SourceText) -> list[str]:
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text
        assert line.whole
    return [line.text for line in source.lines]


def page(body: str, head: str = "") -> SourceText:
    return read_web(f"<!DOCTYPE html><html lang='ru'><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<h1>Title</h1><p>one\n two</p>loose<div>three <b>bold</b></div>",
            ["Title", "one two", "loose", "three bold"],
        ),
        ("<ol start=3 type=a><li>x<li value=7><p>y</p><p>z</p></ol>", ["c.\tx", "g.\ty", "z"]),
        ("<ol reversed><li>x<li>y</ol>", ["2.\tx", "1.\ty"]),
        ("<ol style='list-style-type: upper-roman'><li>x<ul><li>in</ul><li>y</ol>", ["I.\tx", "•\tin", "II.\ty"]),
        ("<table><tr><th>A<th>B<tr><td>1<br>2<td><p>3</p><p>4</p></table>", ["A | B", "1 2 | 3 4"]),
        ("<table><tr><td><p>one</p><p>two</p></table>", ["one", "two"]),
        ("<table><tr><td>l<td><table><tr><td>a<td>b</table></table>", ["l", "a | b"]),
        ("one<br>more<br><br>two", ["one more", "two"]),
        ("<pre>a\nb\n\nc</pre>", ["a b", "c"]),
        ("70/1<sup>3</sup> and 1<sup>er</sup>", ["70/1³ and 1er"]),
        ("<dl><dt>term<dd>what it means</dl>", ["term", "what it means"]),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert texts(page(body)) == expected


def test_what_is_left_out_is_counted() -> None:
    source = page(
        "<nav>menu</nav><script>x()</script><style>p{}</style><p hidden>no</p><p style='display:none'>no</p><p>text</p>"
        "<footer>site</footer>",
        "<title>The title</title>",
    )
    assert texts(source) == ["text"]
    assert (source.title, source.language) == ("The title", "ru")
    assert {(dropped.what, dropped.count) for dropped in source.dropped} == {
        ("<nav>", 1), ("<script>", 1), ("<style>", 1), ("hidden text", 2), ("<footer>", 1),
    }  # fmt: skip


def test_notes_go_with_their_marks() -> None:
    source = page(
        'Recalling 78/147<sup><a href="#n1" id="r1">1</a></sup>, see <a href="#n1">below</a>.'
        '<p id="n1"><sup>1</sup> Adopted. <a href="#r1">↩</a></p>'
    )
    assert [(line.text, line.role) for line in source.lines] == [
        ("Recalling 78/147, see below.", Role.BODY),
        ("1 Adopted.", Role.FOOTNOTE),
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("", "utf-8"),
        ("", "utf-16"),
        ('<meta charset="no-such-thing">', "utf-8"),
    ],
)
def test_encodings_as_declared(declared: str, encoding: str) -> None:
    written = f"<html><head>{declared}</head><body><p>ледники тают</p></body></html>".encode(encoding)
    assert texts(read_web(written, "a.html")) == ["ледники тают"]


def test_a_page_that_nests_too_deeply_is_refused() -> None:
    with pytest.raises(SourceRefused, match="nests too deeply"):
        page("<div>" * 5000 + "<p>lost?</p>")


def test_markdown() -> None:
    source = read_markdown(
        "---\ntitle: 'Моё'\nlanguage: ru\n---\n# Head **bold**\n\n"
        "Para [link](http://x) and\nnext 78/147<sup>5</sup>.[^1]\n\n"
        "1. one\n2. two\n   - x\n5. five\n\n1) a\n1) b\n\n(a) letter\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "<div>html <b>block</b></div>\n\n[^1]: The note.\n".encode(),
        "a.md",
    )
    assert texts(source) == [
        "Head bold", "Para link and next 78/147⁵.", "1.\tone", "2.\ttwo", "•\tx", "5.\tfive", "1)\ta", "2)\tb",
        "(a) letter", "a | b", "1 | 2", "html block", "1 The note.",
    ]  # fmt: skip
    assert (source.title, source.language) == ("Моё", "ru")
    assert [dropped.what for dropped in source.dropped] == ["front matter"]
    assert [source.lines[place].role for place in (0, 9, 12)] == [Role.HEADING, Role.TABLE, Role.FOOTNOTE]


@pytest.mark.parametrize("path", sorted(DATA_FOLDER.glob("documents/*/text.*.md")), ids=lambda path: path.name)
def test_no_word_of_the_shipped_texts_is_lost(path) -> None:
    source = read_markdown(path.read_bytes(), path.name)
    written = path.read_text(encoding="utf-8").replace("#", "").replace("**", "")
    assert "".join(source.text.split()) == "".join(written.split())
