"""Labelled paragraphs: resolutions in six languages, declarations in twelve, annexes, reports, treaties, decisions."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.segments import UNUSABLE, paged, score, whole_lines
from bench.segments import wrapped as cut
from bench.structured import entries_of
from corpus.paragraph import ParagraphKind
from corpus.parsing.parse import ParsedDocument, parse_document
from corpus.source import CleanText, Line, Role
from tests.corpus.plain_lines import clean_of
from tests.corpus.resolutions_in_six import LABELS, RESOLUTIONS
from tests.timing import TENFOLD, growth

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents" / "declaration-2026"
LANGUAGES = ["ar", "en", "es", "fr", "kk", "ky", "ru", "tg", "tk", "tr", "uz", "zh"]
PROSE = "Hay is cut in the early summer when the grass is high and the days are long, and dried in the sun."
HEAD = "The General Assembly,\nRecalling the spring,\n"


def parsed(text: str, language: str = "en", *, whole: bool = True) -> ParsedDocument:
    return parse_document(clean_of(text, whole=whole), language)


def labels(text: str, language: str = "en", *, whole: bool = True) -> list[str]:
    return [paragraph.label for paragraph in parsed(text, language, whole=whole).paragraphs]


@pytest.mark.parametrize("language", RESOLUTIONS)
@pytest.mark.parametrize("whole", [True, False])
def test_six_languages_have_the_same_labels(language: str, whole: bool) -> None:
    text = RESOLUTIONS[language] if whole else RESOLUTIONS[language].replace("\n", "\n\n")
    assert labels(text, language, whole=whole) == LABELS


def test_a_resolution_by_kind_text_and_heading() -> None:
    document = parsed(RESOLUTIONS["en"])
    found = {paragraph.label: paragraph for paragraph in document.paragraphs}
    assert document.opening == "The General Assembly,"
    assert document.title == "Meadows of the high valleys"
    assert document.headings == ("Annex", "Signs of a good meadow")
    assert found["PP2"].kind is ParagraphKind.PREAMBULAR
    assert found["OP2 (b) (ii)"].kind is ParagraphKind.OPERATIVE
    assert found["OP2 (b) (ii)"].text == "In the autumn;"
    assert found["adoption"].kind is ParagraphKind.ADOPTION
    assert found["adoption"].text == "53rd plenary meeting\n14 December 2036"
    assert (found["Annex 2"].text, found["Annex 2"].heading) == ("It is wet.", "Annex / Signs of a good meadow")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_declaration_has_the_same_labels_in_twelve_languages(language: str) -> None:
    source = re.sub(r"\*\*|^#+\s*", "", (DOCUMENTS / f"text.{language}.md").read_text(encoding="utf-8"), flags=re.M)
    text = "\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", source.strip()))
    preamble = [f"PP{number}" for number in range(1, 16)]
    operative = [f"OP{number}" for number in range(1, 28)]
    document = parsed(text, language)
    assert [paragraph.label for paragraph in document.paragraphs] == [*preamble, *operative, "closing", "adoption"]
    assert document.enacting.endswith((":", "："))
    assert document.title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}Decides to mow.", ["PP1", "OP1"]),
        (f"{HEAD}Decides to mow;\nInvites the bees.", ["PP1", "OP1", "OP2"]),
        (f"{HEAD}1. Recalling also the snow, decides;\n2. Ends.", ["PP1", "OP1", "OP2"]),
        (f"{HEAD}1. Decides:\n• To mow;\n• To rake;\n2. Ends.", ["PP1", "OP1", "OP1 •1", "OP1 •2", "OP2"]),
        (f"{HEAD}1. Decides;\nInvites the bees;\n3. Ends.", ["PP1", "OP1", "OP2", "OP3"]),
        (f"{HEAD}1. Goals are:\n1.1 Grass\n1.a Water\n2. Ends.", ["PP1", "OP1", "1.1", "1.a", "OP2"]),
        (
            "The General Assembly,\nRecalling:\n(a) Snow;\n(b) Rain,\nDecides to mow.",
            ["PP1", "PP1 (a)", "PP1 (b)", "OP1"],
        ),
        (f"{HEAD}1. Lists:\n(g) G;\n(h) H;\n(i) I;\n(j) J.", ["PP1", "OP1", *(f"OP1 ({x})" for x in "ghij")]),
        (f"{HEAD}1. Lists:\n(h) H:\n(i) One;\n(ii) Two.", ["PP1", "OP1", "OP1 (h)", "OP1 (h) (i)", "OP1 (h) (ii)"]),
        (
            f"{HEAD}1. Ends.\nAnnex I\n1. One.\nAnnex II\nText.\n1. One.",
            ["PP1", "OP1", "Annex I 1", "Annex II P1", "Annex II 1"],
        ),
        (f"{HEAD}1. Ends.\nAppendix 2\n1. One.", ["PP1", "OP1", "Appendix 2 1"]),
        ("I. Start\n1. One.\n2. Two.\nII. Next\n1. Three.\n2. Four.", ["1", "2", "II 1", "II 2"]),
        ("1. One.\n2. Two.\n1. Three.", ["1", "2", "1 #2"]),
        (
            f"{PROSE}\n1. One.\n{PROSE}\n1. Two.\n{PROSE}\n{PROSE}\n{PROSE}",
            ["P1", "1", "P2", "P2 (1)", "P3", "P4", "P5"],
        ),
        ("Mowing\nThe hay is cut.\nIt is dried.", ["P1", "P2"]),
        ("1. One.\n2. Two says:\n7. Quoted.\n3. Three.", ["1", "2", "3"]),
        ("1. One.\n2. Two.\nSources\nAdam. Hay. 2036.\nBella. Straw. 2037.", ["1", "2", "P1", "P2"]),
        ("Hay\n(a) One;\n(b) Two.\nStraw\n(a) Three;\n(b) Four.", ["P1 (a)", "P1 (b)", "P2 (a)", "P2 (b)"]),
        (
            f"{HEAD}1. Notes A, called\nHay;\nB/15, called Straw; and\nB/16, called Corn;\n2. Ends.",
            ["PP1", "OP1", "OP2"],
        ),
        (
            "Article 1\nAims\nThe aim is hay.\nArticle 2\n1. Mow:\n(a) Early;\n2. Rake.",
            ["Art. 1", "Art. 2 (1)", "Art. 2 (1) (a)", "Art. 2 (2)"],
        ),
        (
            "Decision 1/CP.41\nHay\nThe Conference of the Parties,\nRecalling hay,\n1. Decides.\n"
            "Decision 2/CP.41\nStraw\nThe Conference of the Parties,\nRecalling straw,\n1. Decides.\n"
            "2nd plenary meeting",
            ["1/CP.41 PP1", "1/CP.41 1", "2/CP.41 PP1", "2/CP.41 1", "2/CP.41 adoption"],
        ),
        (
            "91/1. Hay\nThe General Assembly,\nRecalling hay,\n1. Decides.\n"
            "91/2. Straw\nThe General Assembly,\nRecalling straw,\n1. Decides.",
            ["PP1", "OP1", "91/2 PP1", "91/2 OP1"],
        ),
    ],
)
def test_labels(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_a_continuation_is_joined_to_its_paragraph() -> None:
    document = parsed("1. First.\nStill first.\n2. Second.\nA heading\nFree text.\n3. Third.")
    assert [(paragraph.label, paragraph.text) for paragraph in document.paragraphs] == [
        ("1", "First.\nStill first."),
        ("2", "Second."),
        ("P1", "Free text."),
        ("3", "Third."),
    ]
    assert [paragraph.heading for paragraph in document.paragraphs] == ["", "", "A heading", "A heading"]


def test_tables_contents_and_footnotes() -> None:
    lines = (
        Line("Contents", 0, 8, whole=True),
        Line("I. Hay . . . . . . . . 3", 9, 33, whole=True),
        Line("1. Text.", 34, 42, whole=True),
        Line("Year | Hay", 43, 53, role=Role.TABLE),
        Line("2036 | 5", 54, 62, role=Role.TABLE),
        Line("2. More.", 63, 71, whole=True),
    )
    notes = (Line("3 See the barn.", 72, 87), Line("and the loft.", 88, 101), Line("4 Ibid.", 102, 109))
    document = parse_document(CleanText(lines, notes), "en")
    found = [(paragraph.label, paragraph.text) for paragraph in document.paragraphs]
    assert found == [
        ("1", "Text."),
        ("Table 1 row 1", "Year | Hay"),
        ("Table 1 row 2", "2036 | 5"),
        ("2", "More."),
        ("fn 3", "See the barn. and the loft."),
        ("fn 4", "Ibid."),
    ]
    assert [(dropped.what, dropped.count) for dropped in document.left_out] == [("lines of contents", 1)]


PIECES = st.sampled_from(
    ["1. Decides", "2. Invites:", "(a) hay;", "(i) straw", "•\tgrass", "Annex", "Annex II", "I. Part", "II.",
     "Article 4", "The General Assembly,", "Recalling hay,", "Text that says nothing.", "Distr.: General",
     "53rd plenary meeting", "14 December 2036", "***", "6.5 Target",
     "Резолюция", "а) сено;", "大会，", "إذ تشير،", "77/158. Title",
     "Decision 1/CP.9", "We, the people,", "Hay . . . . . . 4", "A", "1."]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(LANGUAGES), st.booleans())
def test_labels_are_unique_and_no_word_is_lost(pieces: list[str], language: str, whole: bool) -> None:
    document = parsed("\n".join(pieces), language, whole=whole)
    found = [paragraph.label for paragraph in document.paragraphs]
    assert len(found) == len(set(found))
    texts = (paragraph.text for paragraph in document.paragraphs)
    held = " ".join([*document.head, document.opening, document.enacting, *document.headings, *texts])
    counted = sum(dropped.count for dropped in document.left_out)
    for word in {"Decides", "Invites", "hay", "straw", "grass", "says", "Target", "Part", "сено", "إذ", "people"}:
        if any(word in piece for piece in pieces) and not counted:
            assert word in held


def test_long_texts_take_linear_time() -> None:
    numbered = [f"{number}. Decides that line {number} is kept." for number in range(1, 901)]

    def parse(count: int) -> None:
        document = parsed("\n".join(numbered[: count * 9 // 100]) + "\nx." * count)
        assert len(document.paragraphs) >= count * 9 // 100

    assert growth(parse, 1_000) < TENFOLD


@pytest.mark.shared
@pytest.mark.parametrize("way", ["whole", "wrapped", "paged"])
def test_real_resolutions_get_their_labels(shared_sources: Path, way: str) -> None:
    """A sample of the structured resolutions; `python -m bench.segments` measures all of them."""
    files = sorted((shared_sources / "resolutions" / "structured").glob("*.json"))
    right = total = 0
    for position, path in enumerate(files):
        if position % 9 or path.stem in UNUSABLE:
            continue
        entries = entries_of(path)
        printed = {"whole": whole_lines(entries), "wrapped": cut(entries, position), "paged": paged(entries, position)}
        result = score(entries, printed[way])
        right, total = right + result.right, total + result.total
    assert total > 300
    assert right / total >= 0.98


def test_no_heading_is_lost_on_the_way_to_its_paragraphs() -> None:
    document = parsed("I. Hay\nA. Cutting\n1. One.\nB. Drying\n2. Two.\nII. Straw\nNobody has written about straw")
    assert [paragraph.heading for paragraph in document.paragraphs] == [
        "I. Hay / A. Cutting",
        "B. Drying",
        "II. Straw",
    ]


def test_a_name_between_lines_of_contents_is_one_of_them() -> None:
    dots = " ." * 8 + " "
    document = parsed(f"Contents\nI. Hay{dots}3\nAnnex\nSources{dots}9\nI. Hay\n1. One.")
    assert [paragraph.label for paragraph in document.paragraphs] == ["1"]
    assert [one.count for one in document.left_out if one.what == "lines of contents"] == [3]
