import os
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus.errors import CannotRun, InputRefused, SourceRefused
from drafting.draft import Citation, Draft, Form, Level, Section, Statement
from drafting.export.docx import write_docx
from drafting.export.tracked import TrackedCounts, accepted, rejected, write_tracked
from drafting.export.tracked_reader import Proposal, read_proposals
from drafting.word_changes import Change, changes
from tests.drafting.exporting import part

ON = datetime(2026, 4, 22, 9, 30)
WORDS = ("ice", "вода", "جليد", "冰川", "e\u0301tat", "a,", "(b)", "  ", "\t", "\n", "ice", "—", "кыргыз", "𝄞")


def light() -> bytes:
    """An empty document without the styles of the library's template, which take long to pack."""
    document = docx.Document()
    for key, relation in list(document.part.rels.items()):
        if "stylesWithEffects" in relation.reltype:
            del document.part.rels[key]
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table":
            document.styles.element.remove(style)
    return saved(document)


def a_base(paragraphs: list[str]) -> bytes:
    document = docx.Document(BytesIO(LIGHT))
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


LIGHT = light()


def tracked(base: bytes, new: list[str]) -> bytes:
    stream = BytesIO()
    write_tracked(base, new, stream, author="A. Delegate", on=ON)
    return stream.getvalue()


def counts(base: bytes, new: list[str]) -> TrackedCounts:
    return write_tracked(base, new, BytesIO(), author="A. Delegate", on=ON)


def put_back(base: list[str], proposals: tuple[Proposal, ...]) -> list[str]:
    """The base with every proposal written in, from the last to the first."""
    texts = list(base)
    for proposal in reversed(proposals):
        assert tuple(texts[proposal.place : proposal.place + len(proposal.base)]) == proposal.base
        texts[proposal.place : proposal.place + len(proposal.base)] = proposal.proposed
    return texts


sentences = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
texts = st.lists(st.one_of(st.just(""), st.just("Repeated paragraph."), sentences), min_size=1, max_size=7)


@st.composite
def edited(draw: st.DrawFn, base: list[str]) -> list[str]:
    """A text after a few edits: paragraphs dropped, added, swapped, words changed."""
    new = list(base)
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(new) - 1))
        kind = draw(st.sampled_from(("drop", "add", "swap", "word", "rewrite")))
        if kind == "drop" and len(new) > 1:
            del new[place]
        elif kind == "add":
            new.insert(place + draw(st.integers(0, 1)), draw(sentences))
        elif kind == "swap":
            other = draw(st.integers(0, len(new) - 1))
            new[place], new[other] = new[other], new[place]
        elif kind == "word":
            words = new[place].split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
            new[place] = " ".join(words)
        else:
            new[place] = draw(sentences)
    return new


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_accepted_it_is_the_new_text_and_rejected_the_base(data: st.DataObject) -> None:
    require_both_ways(data)


@pytest.mark.slow
@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_accepted_it_is_the_new_text_and_rejected_the_base_at_length(data: st.DataObject) -> None:
    require_both_ways(data)


def require_both_ways(data: st.DataObject) -> None:
    old = data.draw(texts)
    new = data.draw(edited(old))
    base = a_base(old)
    content = tracked(base, new)
    assert rejected(base) == old
    assert accepted(content) == new
    assert rejected(content) == old
    assert put_back(old, read_proposals(content)) == new
    ids = [node.get(qn("w:id")) for node in part(content).iter(qn("w:ins"), qn("w:del"))]
    assert len(ids) == len(set(ids))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_runs_of_many_forms_keep_them(data: st.DataObject) -> None:
    document = docx.Document(BytesIO(LIGHT))
    paragraph = document.add_paragraph()
    for piece, bold in data.draw(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=1, max_size=6)):
        paragraph.add_run(piece).bold = bold
    base = saved(document)
    old = rejected(base)
    new = data.draw(edited(old))
    content = tracked(base, new)
    assert accepted(content) == new
    assert rejected(content) == old
    assert lettered(part(content), "ins") == lettered(part(base), "")


def lettered(root: etree._Element, without: str) -> list[tuple[str, bool]]:
    """Every letter of the base with whether it is bold, insertions apart."""
    found = []
    for run in root.iter(qn("w:r")):
        if without and any(parent.tag == qn(f"w:{without}") for parent in run.iterancestors()):
            continue
        bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
        is_bold = bold is not None and bold.get(qn("w:val")) not in {"0", "false"}
        for node in run.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")):
            found.extend((letter, is_bold) for letter in node.text or node.tag)
    return found


@pytest.mark.parametrize(
    ("base", "new", "expected"),
    [
        ("the ice melts", "the ice melts", []),
        ("the ice melts", "the snow melts", [Change(4, 7, "snow")]),
        ("the ice melts", "the ice melts fast", [Change(13, 13, " fast")]),
        ("в 2026 году", "в 2027 году", [Change(2, 6, "2027")]),
        ("冰川融化", "冰川消失", [Change(2, 4, "消失")]),
        ("one, two, three", "uno, dos, three", [Change(0, 8, "uno, dos")]),
        ("e\u0301te\u0301", "e\u0301tat", [Change(0, 5, "e\u0301tat")]),
    ],
)
def test_words_are_changed_whole(base: str, new: str, expected: list[Change]) -> None:
    assert changes(base, new) == expected


def test_a_changed_word_stands_beside_the_old_one_in_its_form() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Calls upon ")
    paragraph.add_run("all States").bold = True
    paragraph.add_run(" to act.")
    content = tracked(saved(document), ["Calls upon all Members to act."])
    root = part(content)
    (inserted,) = root.iter(qn("w:ins"))
    (deleted,) = root.iter(qn("w:del"))
    assert "".join(inserted.itertext()) == "Members"
    assert "".join(deleted.itertext()) == "States"
    assert inserted.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None
    assert inserted.get(qn("w:author")) == "A. Delegate"
    assert inserted.get(qn("w:date")) == "2026-04-22T09:30:00Z"


def test_a_time_with_a_zone_is_told_in_universal_time() -> None:
    stream = BytesIO()
    on = datetime(2026, 4, 22, 14, 30, tzinfo=timezone(timedelta(hours=5)))
    write_tracked(a_base(["a"]), ["b"], stream, author="A", on=on)
    dates = {node.get(qn("w:date")) for node in part(stream.getvalue()).iter(qn("w:ins"))}
    assert dates == {"2026-04-22T09:30:00Z"}
    assert on.astimezone(UTC).hour == 9


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a b c", "d e f"], ["a b c", "d e f"], TrackedCounts(2, 0, 0, 0, 0, 0)),
        (["a b c", "d e f"], ["a b c", "d e g"], TrackedCounts(1, 1, 0, 0, 1, 1)),
        (["a b c", "d e f"], ["a b c", "x y z", "d e f"], TrackedCounts(2, 0, 1, 0, 2, 0)),
        (["a b c", "d e f"], ["a b c", "d e f", "x y z"], TrackedCounts(2, 0, 1, 0, 2, 0)),
        (["a b c", "d e f"], ["a b c"], TrackedCounts(1, 0, 0, 1, 0, 2)),
        (["a b c", "d e f"], ["d e f"], TrackedCounts(1, 0, 0, 1, 0, 2)),
        (["", "", "a"], ["", "a"], TrackedCounts(2, 0, 0, 1, 0, 1)),
    ],
)
def test_what_is_marked_is_counted(old: list[str], new: list[str], expected: TrackedCounts) -> None:
    assert counts(a_base(old), new) == expected


def rich_base() -> bytes:
    """A base with a field, a link, a picture's place, a footnote mark, a table and two sections."""
    document = docx.Document()
    document.add_heading("Glaciers", 1)
    paragraph = document.add_paragraph("See page ")
    for node in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>"):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{node}</w:r>"))
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="separate"/></w:r>'))
    paragraph.add_run("12")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))
    paragraph.add_run(" for the ice.")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))
    link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="x"><w:r><w:t>linked words</w:t></w:r></w:hyperlink>')
    document.add_paragraph("Here are ")._p.append(link)
    simple = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" DATE "><w:r><w:t>today</w:t></w:r></w:fldSimple>')
    document.add_paragraph("Dated ")._p.append(simple)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "left cell"
    table.cell(0, 1).text = "right cell"
    document.add_paragraph("Between the table and the section.")
    document.add_section()
    document.add_paragraph("Last paragraph.")
    return saved(document)


RICH = [
    "Glaciers",
    "See page 12 for the ice.",
    "Here are linked words",
    "Dated today",
    "left cell",
    "right cell",
    "Between the table and the section.",
    "",
    "Last paragraph.",
]


def without(place: int) -> list[str]:
    return [text for number, text in enumerate(RICH) if number != place]


def changed(place: int, *texts: str) -> list[str]:
    return [*RICH[:place], *texts, *RICH[place + 1 :]]


@pytest.mark.parametrize(
    "new",
    [
        changed(1, "See page 14 for the ice."),
        changed(1, "See page 12 for the ice and the snow."),
        changed(1, "12"),
        changed(1, ""),
        changed(2, "Here are linked words and more"),
        changed(2, "Here are other words"),
        changed(3, "Dated tomorrow"),
        changed(4, "another cell", "and one more paragraph"),
        changed(5, "right cell", "After the table."),
        changed(6, "Between the table and the section.", "New end of the section."),
        changed(8, "Last paragraph.", "One more.", "And one more."),
        without(0),
        without(1),
        without(3),
        without(7),
        changed(7, "Now with words.", "And one more at the end of the section."),
        [*without(8)[:-1], "The last two became this one."],
        [text.upper() for text in RICH],
        [f"{number} {text}" for number, text in enumerate(RICH)],
    ],
)
def test_fields_links_tables_and_sections_are_kept(new: list[str]) -> None:
    base = rich_base()
    assert rejected(base) == RICH
    content = tracked(base, new)
    assert accepted(content) == new
    assert rejected(content) == RICH
    root = part(content)
    assert len(list(root.iter(qn("w:sectPr")))) == 2
    assert len(list(root.iter(qn("w:footnoteReference")))) == 1
    for cell in root.iter(qn("w:tc")):
        assert cell[-1].find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is None
    for field in root.iter(qn("w:p")):
        kinds = [node.get(qn("w:fldCharType")) for node in field.iter(qn("w:fldChar"))]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_new_paragraphs_after_new_words_are_marked_as_typing_marks_them() -> None:
    root = part(tracked(a_base(["one two three", "last"]), ["one two three four", "new here", "last"]))
    ends = [node.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:ins')}") is not None for node in root.iter(qn("w:p"))]
    assert ends == [True, False, False]
    root = part(tracked(a_base(["one two three", "last"]), ["one two three", "new here", "last"]))
    ends = [node.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:ins')}") is not None for node in root.iter(qn("w:p"))]
    assert ends == [False, True, False]


def test_a_field_that_is_cut_into_goes_as_a_whole() -> None:
    root = part(tracked(rich_base(), changed(1, "See page 14 for the ice.")))
    kinds = [node.get(qn("w:fldCharType")) for node in root.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    for node in root.iter(qn("w:fldChar"), qn("w:delInstrText")):
        assert any(parent.tag == qn("w:del") for parent in node.iterancestors())
    assert not list(root.iter(qn("w:instrText")))


def test_a_footnote_mark_stays_with_the_words_before_it() -> None:
    content = tracked(rich_base(), changed(1, "See page 12 for the ice. It melts."))
    runs = list(part(content).iter(qn("w:footnoteReference"), qn("w:ins")))
    assert [node.tag for node in runs] == [qn("w:footnoteReference"), qn("w:ins")]


def test_new_words_after_a_link_stand_outside_it() -> None:
    root = part(tracked(rich_base(), changed(2, "Here are linked words and more")))
    (inserted,) = root.iter(qn("w:ins"))
    assert inserted.getparent().tag == qn("w:p")


def test_paragraphs_that_do_not_change_are_not_touched() -> None:
    base = rich_base()
    content = tracked(base, changed(6, "Between the table and the chapter."))
    assert content == tracked(base, changed(6, "Between the table and the chapter."))
    before = [etree.tostring(node, method="c14n") for node in part(base).iter(qn("w:p"))]
    after = [etree.tostring(node, method="c14n") for node in part(content).iter(qn("w:p"))]
    assert [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other] == [6]
    with ZipFile(BytesIO(base)) as one, ZipFile(BytesIO(content)) as other:
        assert one.namelist() == other.namelist()
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == ["word/document.xml"]


def test_a_new_paragraph_after_a_heading_is_not_a_heading() -> None:
    root = part(tracked(rich_base(), changed(0, "Glaciers", "A wholly new paragraph.")))
    paragraph = list(root.iter(qn("w:p")))[1]
    assert "".join(paragraph.itertext()) == "A wholly new paragraph."
    assert paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None


@pytest.mark.parametrize(
    ("base", "new", "says"),
    [
        (b"not a file", ["a"], "not a Word file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 99, ["a"], "password"),
        (a_base(["a"])[:-400], ["a"], "not a Word file"),
        (a_base(["a"]), [], "leaves nothing"),
        (tracked(a_base(["a"]), ["b"]), ["c"], "2 pending changes"),
        (rich_base(), without(4), "table cell"),
    ],
)
def test_a_base_that_cannot_carry_the_changes_is_refused(base: bytes, new: list[str], says: str) -> None:
    with pytest.raises(SourceRefused, match=says):
        tracked(base, new)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\r", "\ufffe", "\ud800"])
def test_a_character_that_word_cannot_hold_is_refused(sign: str) -> None:
    with pytest.raises(InputRefused, match=f"Paragraph 2 .*U\\+{ord(sign):04X}"):
        tracked(a_base(["a", "b"]), ["a", f"b{sign}"])


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")

    def full(self: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotRun, match=r"out\.docx could not be written \(No space left on device\)"):
        write_tracked(a_base(["a"]), ["b"], target, author="A", on=ON)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.docx"]


def test_moves_rows_and_changes_within_changes_are_read() -> None:
    body = (
        '<w:p><w:moveFrom w:id="1" w:author="B"><w:r><w:t>gone </w:t></w:r></w:moveFrom><w:r><w:t>stays</w:t></w:r>'
        '<w:moveTo w:id="2" w:author="B"><w:r><w:t xml:space="preserve"> come</w:t></w:r></w:moveTo></w:p>'
        '<w:p><w:ins w:id="3" w:author="A"><w:r><w:t>new</w:t></w:r><w:del w:id="4" w:author="B"><w:r>'
        "<w:delText>never</w:delText></w:r></w:del></w:ins></w:p>"
        '<w:tbl><w:tr><w:trPr><w:del w:id="5" w:author="C"/></w:trPr><w:tc><w:p><w:r><w:t>old row</w:t></w:r></w:p>'
        "</w:tc></w:tr></w:tbl>"
        '<w:p><w:pPr><w:rPr><w:ins w:id="6" w:author="D" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>'
        "<w:r><w:t>split </w:t></w:r></w:p><w:p><w:r><w:t>here</w:t></w:r></w:p>"
    )
    content = a_file(body)
    assert accepted(content) == ["stays come", "new", "split", "here"]
    assert rejected(content) == ["gonestays", "", "old row", "splithere"]
    assert read_proposals(content) == (
        Proposal(0, ("gonestays",), ("stays come",), ("B",), ()),
        Proposal(1, ("",), ("new",), ("A", "B"), ()),
        Proposal(2, ("old row",), (), ("C",), ()),
        Proposal(3, ("splithere",), ("split", "here"), ("D",), ("2026-01-01T00:00:00Z",)),
    )


def a_file(body: str) -> bytes:
    document = docx.Document()
    made = parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>")
    for node in reversed(list(made)):
        document.element.body.insert(0, node)
    return saved(document)


def test_comments_come_with_the_paragraph_they_stand_at() -> None:
    document = docx.Document()
    document.add_paragraph("First.")
    second = document.add_paragraph("Second word.")
    document.add_comment(second.runs, text="Why this word?", author="Colleague", initials="C")
    third = document.add_paragraph("Third.")
    document.add_comment(third.runs, text="Agreed.", author="Colleague", initials="C")
    base = saved(document)
    proposals = read_proposals(tracked(base, ["First.", "Second phrase.", "Third."]))
    assert [(each.place, each.base, each.proposed) for each in proposals] == [
        (1, ("Second word.",), ("Second phrase.",)),
        (2, ("Third.",), ("Third.",)),
    ]
    assert [(remark.author, remark.text) for each in proposals for remark in each.comments] == [
        ("Colleague", "Why this word?"),
        ("Colleague", "Agreed."),
    ]
    assert proposals[0].authors == ("A. Delegate",)
    assert proposals[1].authors == ()


def test_a_file_without_changes_proposes_nothing() -> None:
    assert read_proposals(rich_base()) == ()


OFFICIAL = (
    "UN_A_80_6_plan_outline.en.docx",
    pytest.param("UN_A_80_6_Sect.14_UNEP.en.docx", marks=pytest.mark.slow),
)


@pytest.mark.shared
@pytest.mark.parametrize("name", OFFICIAL)
def test_official_files_carry_changes(name: str, shared_sources: Path) -> None:
    base = (shared_sources / "pdfs" / name).read_bytes()
    old = rejected(base)
    long = [place for place, text in enumerate(old) if len(text) > 300]
    new = list(old)
    new[long[0]] = new[long[0]].replace(" the ", " every ", 2) + " New end."
    new.insert(long[1], "A new paragraph, новый абзац.")
    del new[long[3] + 1]
    content = tracked(base, new)
    assert accepted(content) == new
    assert rejected(content) == old
    assert put_back(old, read_proposals(content)) == new
    assert marks(part(base)) == marks(part(content))


def marks(root: etree._Element) -> dict[str, int]:
    """How many notes, pictures, links, tables and sections there are."""
    names = ("footnoteReference", "drawing", "hyperlink", "tbl", "sectPr", "bookmarkStart", "numPr")
    return {name: len(list(root.iter(qn(f"w:{name}")))) for name in names}


A_DRAFT = Draft(
    title="Glaciers",
    topic="glaciers",
    form=Form.RESOLUTION,
    level=Level.CENTRAL_ASIA,
    language="en",
    sections=(
        Section(
            "Text about snow",
            tuple(
                Statement(text, (Citation("A/RES/1/1", "OP1", "en", "ice", "Resolution 1/1, para. 1", True),))
                for text in ("All snow melts.", "No snow stays.", "The rivers run.")
            ),
        ),
    ),
)


@pytest.mark.slow
def test_an_office_program_opens_a_tracked_file(tmp_path: Path) -> None:
    program = which("soffice")
    if program is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed")
    source = tmp_path / "tracked.docx"
    base = BytesIO()
    write_docx(A_DRAFT, base)
    old = rejected(base.getvalue())
    new = [*old[:2], old[2].replace("snow", "ice"), "A new paragraph.", *old[4:]]
    write_tracked(base.getvalue(), new, source, author="A", on=ON)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [str(program), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", source.name],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "tracked.pdf").read_bytes().startswith(b"%PDF")


def test_an_element_of_its_own_makes_no_text() -> None:
    document = docx.Document()
    document.add_paragraph("a").runs[0]._r.append(OxmlElement("w:lastRenderedPageBreak"))
    assert rejected(saved(document)) == ["a"]
