"""What a page carried goes, what the document says stays, and every line keeps its place."""

import json
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.clean import clean, join_lines
from corpus.source import CleanText, Dropped, Line, Role, SourceText


def written(text: str) -> SourceText:
    """A plain text as a reader gives it: a blank line is a gap."""
    lines: list[Line] = []
    gap = False
    for match in re.finditer(r"[^\n\f]+|\n(?=\n)", text):
        if match[0].strip():
            lines.append(Line(match[0].strip(), match.start(), match.end(), gap=gap))
        gap = not match[0].strip()
    return SourceText(text, tuple(lines), "plain")


def cleaned(text: str) -> list[str]:
    return [line.text for line in clean(written(text)).lines]


def counts(text: CleanText) -> dict[str, int]:
    return {dropped.what: dropped.count for dropped in text.dropped}


# Two pages as an extractor writes them, without a form feed: only the running head tells where the second begins.
RESOLUTION = """A/RES/90/7

United Nations

Distr.: General
20 December 2035

90/7. Keeping the snow of the mountains

The General Assembly,
Reaffirming the Agreement on Snow 1 and its entry into force, with its
12 articles and the 3 annexes of it, adopted on 5 May 2030, 2
Noting with concern that the snow of the mountains is
__________________
1
2

1/2

See the first record.
Series of Treaties, vol. 3, No. 5,
chap. IV.
35-12345 (E)

201235

*3512345*

Keeping the snow of the mountains

A/RES/90/7

less from year to year,
1.
Decides to meet in the year 2040;
2.
Invites all Members to a fund for the snow, 3 to be kept at 1/2 of its size.
5th plenary meeting
14 December 2035
__________________
3

35-12345

The fund of the year 2031.
2/2
"""


def test_a_resolution_without_page_breaks_is_cleaned() -> None:
    result = clean(written(RESOLUTION))
    assert [line.text for line in result.lines] == [
        "A/RES/90/7",
        "United Nations",
        "Distr.: General",
        "20 December 2035",
        "90/7. Keeping the snow of the mountains",
        "The General Assembly,",
        "Reaffirming the Agreement on Snow and its entry into force, with its",
        "12 articles and the 3 annexes of it, adopted on 5 May 2030,",
        "Noting with concern that the snow of the mountains is",
        "less from year to year,",
        "1.",
        "Decides to meet in the year 2040;",
        "2.",
        "Invites all Members to a fund for the snow, to be kept at 1/2 of its size.",
        "5th plenary meeting",
        "14 December 2035",
    ]
    assert [note.text for note in result.footnotes] == [
        "1 See the first record.",
        "2 Series of Treaties, vol. 3, No. 5, chap. IV.",
        "3 The fund of the year 2031.",
    ]
    assert all(note.role is Role.FOOTNOTE for note in result.footnotes)
    assert counts(result) == {
        "printer's marks": 6,
        "running symbols and titles": 2,
        "rules above footnotes": 2,
        "footnote marks": 3,
    }


def test_a_page_in_the_middle_of_a_sentence_sets_nothing_off() -> None:
    result = clean(written(RESOLUTION))
    gaps = {line.text: line.gap for line in result.lines}
    assert not gaps["less from year to year,"]
    assert gaps["The General Assembly,"]


def test_every_line_and_footnote_keeps_its_place_in_the_source() -> None:
    source = written(RESOLUTION)
    result = clean(source)
    for line in result.lines:
        taken = source.text[line.start : line.end]
        assert line.text == re.sub(r" [123](?= (?:and|to be)|$)", "", taken) or line.text == taken
    note = result.footnotes[1]
    assert source.text[note.start : note.end] == "Series of Treaties, vol. 3, No. 5,\nchap. IV."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("of the Agreement 1 and others", "of the Agreement and others"),
        ("of the Agreement1 and others", "of the Agreement and others"),
        ("of the Agreement,1 which is", "of the Agreement, which is"),
        ("of 3 June 2030, 1", "of 3 June 2030,"),
        ("of the year 20301 and", "of the year 2030 and"),
        ("of the “Agreement”1", "of the “Agreement”"),
        ("of resolution 79/7;1", "of resolution 79/7;"),
        ("принято Соглашение1 и", "принято Соглашение и"),
        # Numbers that belong to the text.
        ("of Goal 1 and others", "of Goal 1 and others"),
        ("from 1 to 3 June", "from 1 to 3 June"),
        ("on 1 June and", "on 1 June and"),
        ("paragraphs 4, 1 and 6", "paragraphs 4, 1 and 6"),
        ("A/RES/70/1 and others", "A/RES/70/1 and others"),
        ("A/80/L.2/Add.1 and", "A/80/L.2/Add.1 and"),
        ("vol.1 of it", "vol.1 of it"),
        ("by 1 per cent", "by 1 per cent"),
        ("by 2,1 and", "by 2,1 and"),
        ("пункт 1 и", "пункт 1 и"),
        # Two places it could be: neither is certain.
        ("of the Agreement1 and the Treaty1", "of the Agreement1 and the Treaty1"),
    ],
)
def test_the_mark_of_a_footnote_goes_and_no_other_number(line: str, shown: str) -> None:
    assert cleaned(f"A heading\n\n{line}\n_____________\n1 A note of it.")[1] == shown


def test_a_number_is_a_mark_only_where_there_is_a_footnote() -> None:
    assert cleaned("of the Agreement1 and\nof the Treaty 2 and") == ["of the Agreement1 and", "of the Treaty 2 and"]


def test_marks_follow_each_other_in_order() -> None:
    text = "the Plan2 and the Treaty1 and\nthe Pact2 of them\n________\n1 One note.\n2 Another note."
    assert cleaned(text) == ["the Plan2 and the Treaty and", "the Pact of them"]


def test_the_star_of_a_footnote_goes_too() -> None:
    result = clean(written("the provisional agenda*\n________\n* A/90/150."))
    assert [line.text for line in result.lines] == ["the provisional agenda"]
    assert [note.text for note in result.footnotes] == ["* A/90/150."]


def test_numbers_in_any_order_below_the_rule_are_given_to_the_notes_in_turn() -> None:
    text = "A line of text\n_______\n3\n\nThe first note.\nThe next one,\nwhich is longer.\n5\nThe last one.\n4"
    assert [note.text for note in clean(written(text)).footnotes] == [
        "3 The first note.",
        "4 The next one, which is longer.",
        "5 The last one.",
    ]


def test_notes_that_do_not_fit_their_numbers_are_kept_as_one() -> None:
    text = "A line of text\n_______\n1\n2\nOnly one note here"
    assert [note.text for note in clean(written(text)).footnotes] == ["1, 2 Only one note here"]


def test_a_year_or_a_range_does_not_begin_a_footnote() -> None:
    text = "A line of text\n_______\n1 See the record of 31 July\n2013 and the one of\n18–22 March."
    assert [note.text for note in clean(written(text)).footnotes] == [
        "1 See the record of 31 July 2013 and the one of 18–22 March."
    ]


def pages(*texts: str) -> str:
    return "\f".join(texts)


def test_running_titles_go_and_the_first_of_them_stays() -> None:
    body = ["One", "Two", "Three", "Four"]
    text = pages(*(f"The River Report\nThe text of page {word}\nis here\nDraft of May" for word in body))
    assert cleaned(text) == [
        "The River Report",
        "The text of page One",
        "is here",
        "Draft of May",
        *(f"The text of page {word}" for word in body[1:]),
    ] or cleaned(text)[:4] == ["The River Report", "The text of page One", "is here", "Draft of May"]


def test_page_numbers_go_where_they_count_the_pages() -> None:
    assert cleaned(pages("A first page\nPage 39", "A second page\nPage 40", "A third page\n41")) == [
        "A first page",
        "A second page",
        "A third page",
    ]
    figures = pages("A first page\n17", "A second page\n4", "A third page\n1999")
    assert cleaned(figures) == figures.replace("\f", "\n").split("\n")


def test_a_note_that_looks_like_the_one_before_is_not_a_running_title() -> None:
    text = pages(
        "The one text1 of it\n_____\n1 Resolution 70/1, annex.",
        "The other text2 of it\n_____\n2 Resolution 71/2, annex.",
    )
    result = clean(written(text))
    assert [note.text for note in result.footnotes] == ["1 Resolution 70/1, annex.", "2 Resolution 71/2, annex."]


def test_bar_codes_in_letters_without_a_font_go_but_stars_stay() -> None:
    assert cleaned('The text of it\n!"#$%"#$!&\n* * *\n...\nand more of it') == [
        "The text of it",
        "* * *",
        "...",
        "and more of it",
    ]


def test_a_fraction_of_the_text_is_not_a_page_number() -> None:
    assert cleaned("The share of it is\n2/3\nof the whole") == ["The share of it is", "2/3", "of the whole"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the glacier-", "fed rivers"], "the glacier-fed rivers"),
        (["to sup\u00ad", "port it"], "to support it"),
        (["short-", "and long-term"], "short- and long-term"),
        (["Asia-", "Pacific"], "Asia-Pacific"),
        (["the years 2018–", "2028"], "the years 2018–2028"),
        (["the years 2005 –", "2015"], "the years 2005–2015"),
        (["a dash -", "and more"], "a dash - and more"),
        (["and/", "or"], "and/or"),
        (["请会员国参加", "区域网络。"], "请会员国参加区域网络。"),
        (["请会员国 WMO", "参加"], "请会员国 WMO 参加"),
        (["кратко-", "и долгосрочные"], "кратко- и долгосрочные"),
        (["  one ", "", " two"], "one two"),
        ([], ""),
    ],
)
def test_broken_lines_are_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def test_a_hyphen_is_soft_only_where_the_document_has_the_word_whole() -> None:
    text = (
        "They sup-\nport the plan and support\nthe glacier-\nfed rivers, a well-\nknown, wellknown or well-known plan"
    )
    result = clean(written(text))
    assert join_lines([line.text for line in result.lines]) == (
        "They support the plan and support the glacier-fed rivers, a well-known, wellknown or well-known plan"
    )
    assert counts(result) == {"hyphens at the ends of lines": 1}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("the observanc e of it", "the observance of it"),
        ("from 2005 –2015 on", "from 2005–2015 on"),
        ("the twenty -seventh", "the twenty-seventh"),
        ("in to the sea", "in to the sea"),
        ("a way of it", "a way of it"),
        ("hamper s the plan", "hamper s the plan"),
        ("слово -слово", "слово -слово"),
    ],
)
def test_words_are_made_whole_only_where_the_document_shows_it(line: str, shown: str) -> None:
    rest = "observance, observance, into, into, away, away\nto be in a sea, and in it"
    assert cleaned(f"{line}\n{rest}")[0] == shown


def test_whole_paragraphs_are_left_as_they_are() -> None:
    lines = (
        Line("2/3", 0, 3, whole=True),
        Line("co\u00adoperation -like 2005 –2015", 4, 31, whole=True),
        Line("1 A note", 32, 40, whole=True, role=Role.FOOTNOTE),
    )
    source = SourceText(
        "2/3\nco\u00adoperation -like 2005 –2015\n1 A note", lines, "docx", dropped=(Dropped("a", "b"),)
    )
    result = clean(source)
    assert [line.text for line in result.lines] == ["2/3", "cooperation -like 2005 –2015"]
    assert result.footnotes == (lines[2],)
    assert result.dropped == (Dropped("a", "b"),)


@given(st.lists(st.text(alphabet="аб Az1-/*_.,\n\f", max_size=30), max_size=12))
def test_lines_only_shrink_and_stay_in_place_and_in_order(parts: list[str]) -> None:
    source = written("\n".join(parts))
    result = clean(source)
    known = {(line.start, line.end) for line in source.lines}
    assert all((line.start, line.end) in known and len(line.text) <= line.end - line.start for line in result.lines)
    starts = [line.start for line in result.lines]
    assert starts == sorted(set(starts))
    gone = len(source.lines) - len(result.lines) - sum(note.text.count(" ") >= 0 for note in result.footnotes)
    assert gone <= sum(dropped.count for dropped in result.dropped) + len(source.lines) * bool(result.footnotes)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[/’-][^\W_]+)*", unicodedata.normalize("NFKC", text))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["A_RES_77_158", "A_RES_71_222"])
def test_the_words_of_a_resolution_are_all_there_in_order(shared_sources: Path, name: str) -> None:
    folder = shared_sources / "resolutions"
    result = clean(written((folder / "raw" / f"{name}.raw.en.txt").read_text(encoding="utf-8")))
    held = json.loads((folder / "structured" / f"{name}.json").read_text(encoding="utf-8"))
    wanted = _words(" ".join(part["text"] for part in held if part["type"] == "paragraph"))
    found = _words(join_lines([line.text for line in result.lines]))
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.99 * len(wanted)
    numbers = [int(note.text.split()[0]) for note in result.footnotes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert counts(result)["footnote marks"] == len(numbers)


@pytest.mark.shared
def test_nothing_that_the_page_carried_is_left_in_the_resolutions(shared_sources: Path) -> None:
    for path in sorted((shared_sources / "resolutions" / "raw").glob("A_RES_*.txt")):
        result = clean(written(path.read_text(encoding="utf-8")))
        shown = [line.text for line in result.lines]
        assert not [text for text in shown if re.fullmatch(r"_+|\d+/\d+|\d\d-\d{5}.*|\*\d+\*|Please recycle", text)]
        symbols = [text for text in shown if re.fullmatch(r"A/RES/\d+/\d+", text)]
        assert len(symbols) == 1, path.name
        numbers = [int(note.text.split()[0]) for note in result.footnotes]
        assert numbers == list(range(1, len(numbers) + 1)), path.name
