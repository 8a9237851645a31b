from datetime import datetime
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from corpus.errors import CannotRun
from drafting.draft import Draft, Form, Level, Section, Statement, StatementKind
from drafting.export.docx import write_docx
from drafting.export.tracked import accepted
from tests.drafting.exporting import DOUBTFUL, ICE, SNOW, part

CREATED = datetime(2026, 4, 22, 8)


def a_draft(language: str, *texts: str, title: str = "Ice") -> Draft:
    operative = StatementKind.OPERATIVE
    return Draft(
        title,
        "ice",
        Form.RESOLUTION,
        Level.CENTRAL_ASIA,
        language,
        (
            Section(
                "Text",
                (
                    Statement(texts[0], (ICE,), StatementKind.PREAMBULAR),
                    Statement(texts[1], (SNOW, ICE), operative),
                    Statement(texts[2], (), operative, True, "b", 1, ("KAZ",)),
                    Statement(texts[3], (DOUBTFUL,), operative, True, "b", 2, ("TJK",)),
                    Statement("SECRET", (), operative, private=True),
                ),
            ),
        ),
        ("A gap.",),
        ("Look.",),
    )


ENGLISH = a_draft("en", "Recalling the ice,", "Calls for снег and قرار 78/147;", "Decides;", "Decides otherwise;")
ARABIC = a_draft("ar", "إذ تشير إلى القرار A/RES/78/147،", "تهيب بالدول؛", "تقرر؛", "تقرر غير ذلك؛")
CHINESE = a_draft("zh", "回顾冰川，", "促请各国；", "决定；", "另行决定；")


def written(draft: Draft, with_private: bool = False) -> bytes:
    stream = BytesIO()
    write_docx(draft, stream, with_private=with_private, created=CREATED)
    return stream.getvalue()


def text_of(node: etree._Element) -> str:
    return "".join(each.text or "" for each in node.iter(qn("w:t")))


def value(node: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = node.find("/".join(qn(f"w:{name}") for name in path.split("/")))
    return None if found is None else found.get(qn(f"w:{attribute}"))


@pytest.mark.parametrize("draft", [ENGLISH, ARABIC, CHINESE])
@pytest.mark.parametrize("with_private", [False, True])
def test_every_part_is_sound(draft: Draft, with_private: bool) -> None:
    """Every part is XML and has a content type; every relation has its part, and every part its relation."""
    content = written(draft, with_private)
    with ZipFile(BytesIO(content)) as packed:
        names = packed.namelist()
        assert len(names) == len(set(names))
        types = etree.fromstring(packed.read("[Content_Types].xml"))
        for name in names:
            etree.fromstring(packed.read(name))
    overrides = {node.get("PartName") for node in types.iter("{*}Override")}
    defaults = {node.get("Extension") for node in types.iter("{*}Default")}
    assert {name.lstrip("/") for name in overrides} <= set(names)
    assert all(f"/{name}" in overrides or name.endswith(".rels") for name in names if name != "[Content_Types].xml")
    assert "rels" in defaults
    targets = set()
    for name in names:
        if name.endswith(".rels"):
            folder = dirname(dirname(name))
            relations = part(content, name)
            ids = [relation.get("Id") for relation in relations]
            assert len(ids) == len(set(ids))
            targets |= {normpath(join(folder, relation.get("Target"))).lstrip("/") for relation in relations}
    assert targets == {name for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"}


@pytest.mark.parametrize("draft", [ENGLISH, ARABIC, CHINESE])
def test_every_style_and_list_that_is_named_is_there(draft: Draft) -> None:
    content = written(draft, with_private=True)
    styles = part(content, "word/styles.xml")
    held = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    with ZipFile(BytesIO(content)) as packed:
        texts = [name for name in packed.namelist() if name.startswith("word/") and name.endswith(".xml")]
    pointers = [qn(f"w:{name}") for name in ("pStyle", "rStyle", "basedOn", "next", "link")]
    named = {node.get(qn("w:val")) for name in texts for node in part(content, name).iter(*pointers)}
    assert named <= held
    numbers = {node.get(qn("w:numId")) for node in part(content, "word/numbering.xml").iter(qn("w:num"))}
    assert {node.get(qn("w:val")) for node in styles.iter(qn("w:numId"))} <= numbers


def test_only_verified_citations_are_footnotes() -> None:
    content = written(ENGLISH)
    notes = part(content, "word/footnotes.xml")
    numbered = [note for note in notes if note.get(qn("w:type")) is None]
    assert [note.get(qn("w:id")) for note in notes] == ["-1", "0", "1", "2", "3"]
    assert [text_of(note) for note in numbered] == [
        " Resolution 1/1, para. 1: “ice must stay”.",
        " Kazakhstan, note 9: “снег лежит”.",
        " See note 1.",
    ]
    body = part(content, "word/document.xml")
    assert [node.get(qn("w:id")) for node in body.iter(qn("w:footnoteReference"))] == ["1", "2", "3"]
    assert "[unverified: Resolution 2/2, para. 2 (not held)]" in text_of(body)
    assert all(note.find(f".//{qn('w:footnoteRef')}") is not None for note in numbered)
    settings = part(content, "word/settings.xml").find(qn("w:footnotePr"))
    assert [node.get(qn("w:id")) for node in settings] == ["-1", "0"]


def test_a_footnote_that_looks_back_does_so_by_a_field() -> None:
    content = written(ENGLISH)
    instructions = [node.text for node in part(content, "word/footnotes.xml").iter(qn("w:instrText"))]
    assert instructions == [" NOTEREF _Note1 \\h "]
    marks = [node.get(qn("w:name")) for node in part(content, "word/document.xml").iter(qn("w:bookmarkStart"))]
    assert marks == ["_Note1"]


def test_the_paragraphs_and_their_styles() -> None:
    document = docx.Document(BytesIO(written(ENGLISH)))
    assert [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs] == [
        ("Title", "Ice"),
        ("Subtitle", "Central Asia · Draft, not agreed"),
        ("Heading 1", "Text"),
        ("Preambular paragraph", "Recalling the ice,"),
        ("Operative paragraph", "Calls for снег and قرار 78/147;,"),
        ("Operative paragraph", "[Option 1 (Kazakhstan): Decides;]"),
        (
            "Alternative",
            "[Option 2 (Tajikistan): Decides otherwise; [unverified: Resolution 2/2, para. 2 (not held)]]",
        ),
        ("Heading 1", "What no evidence covers"),
        ("List Bullet", "A gap."),
        ("Heading 1", "To be looked at"),
        ("List Bullet", "Look."),
    ]
    numbered = document.styles["Operative paragraph"].element
    assert value(numbered, "pPr/numPr/numId") == "1"


def test_the_private_layer_is_marked_on_every_page_or_not_there() -> None:
    with ZipFile(BytesIO(written(ENGLISH))) as packed:
        assert not any(b"SECRET" in packed.read(name) or b"PRIVATE" in packed.read(name) for name in packed.namelist())
    content = written(ENGLISH, with_private=True)
    texts = accepted(content)
    assert texts[texts.index("SECRET") - 1] == "PRIVATE: for the delegation only, not to be passed on"
    assert docx.Document(BytesIO(content)).sections[0].header.paragraphs[0].text.startswith("PRIVATE")


def test_arabic_runs_from_right_to_left() -> None:
    content = written(ARABIC)
    body = part(content, "word/document.xml")
    for name in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in part(content, name).iter(qn("w:p")):
            assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    for run in body.iter(qn("w:r")):
        letters = text_of(run)
        arabic = any("\u0600" <= letter <= "\u06ff" for letter in letters)
        if arabic:
            assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
            assert value(run, "rPr/lang", "bidi") == "ar-SA"
        elif letters.startswith("A/RES"):
            assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None
    assert body.find(f".//{qn('w:sectPr')}/{qn('w:bidi')}") is not None
    styles = part(content, "word/styles.xml")
    assert value(styles, "docDefaults/rPrDefault/rPr/szCs") == "28"
    title = next(style for style in styles.iter(qn("w:style")) if value(style, "name") == "Title")
    assert title.find(f"{qn('w:rPr')}/{qn('w:bCs')}") is not None
    assert value(title, "rPr/szCs") == "36"


def test_languages_and_fonts_are_said() -> None:
    runs = list(part(written(CHINESE), "word/document.xml").iter(qn("w:r")))
    assert {value(run, "rPr/lang", "eastAsia") for run in runs if text_of(run).startswith("回顾")} == {"zh-CN"}
    fonts = part(written(CHINESE), "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "SimSun"
    notes = part(written(ENGLISH), "word/footnotes.xml")
    assert {value(run, "rPr/lang") for run in notes.iter(qn("w:r")) if "снег" in text_of(run)} == {"ru-RU"}
    body = part(written(ENGLISH), "word/document.xml")
    turned = [text_of(run) for run in body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert turned == ["قرار 78/147"]


def test_the_properties_name_nobody() -> None:
    content = written(ENGLISH)
    core = part(content, "docProps/core.xml")
    assert {etree.QName(node).localname: node.text for node in core} == {
        "title": "Ice",
        "revision": "1",
        "created": "2026-04-22T08:00:00Z",
        "modified": "2026-04-22T08:00:00Z",
    }
    with ZipFile(BytesIO(content)) as packed:
        assert {name for name in packed.namelist() if name.startswith("docProps")} == {"docProps/core.xml"}
        everything = b"".join(packed.read(name) for name in packed.namelist())
    for trace in (b"python-docx", b"Macintosh", b"rsid", b"thumbnail"):
        assert trace not in everything


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert written(ENGLISH) == written(ENGLISH)
    with ZipFile(BytesIO(written(ENGLISH))) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pages_are_numbered() -> None:
    footer = part(written(ENGLISH), "word/footer1.xml")
    assert [node.text for node in footer.iter(qn("w:instrText"))] == [" PAGE "]


def test_characters_that_word_cannot_hold_become_spaces() -> None:
    content = written(a_draft("en", "a\x00b", "c\ufffed", "e\tf\ng", "h", title="x\x01" * 300))
    texts = accepted(content)
    assert "a b" in texts
    assert "[Option 1 (Kazakhstan): e\tf\ng]" in texts


def test_a_draft_without_citations_has_no_footnotes() -> None:
    bare = Draft("T", "t", Form.BRIEF, Level.NATIONAL, "en", (Section("S", (Statement("x"),)),))
    with ZipFile(BytesIO(written(bare))) as packed:
        assert "word/footnotes.xml" not in packed.namelist()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotRun, match=r"^out\.docx could not be written \(No space left on device\); nothing was"):
        write_docx(ENGLISH, target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.docx"]
