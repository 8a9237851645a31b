import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from drafting.export.sources import SPECIAL, Source, SourceType, bibtex, csl_json

ICE = Source(
    "A/RES/77/158",
    SourceType.RESOLUTION,
    "Ice & snow: 100% of {it}",
    "A/RES/77/158",
    "General Assembly",
    "2022-12-14",
    "en",
    "https://example.org/a_b?c=%20{d}",
    "2026-04-22",
    "read as #1",
)
NOTE = Source("positions:KAZ", SourceType.NOTE, "Казахстан: лёд", body="Ortak", date="2026")
BARE = Source("Мой файл", SourceType.OWN_FILE, "冰川")
CSL_TYPES = {"article", "book", "document", "legislation", "report", "speech", "treaty", "webpage"}
CSL_VARIABLES = {
    "id",
    "type",
    "title",
    "number",
    "authority",
    "publisher",
    "author",
    "issued",
    "accessed",
    "language",
    "URL",
    "note",
}


def unescaped(text: str) -> str:
    """What TeX would print."""
    back = {written: sign for sign, written in SPECIAL.items()}
    pattern = "|".join(re.escape(written) for written in sorted(back, key=len, reverse=True))
    return re.sub(pattern, lambda found: back[found[0]], text)


def test_bibtex_is_read_back() -> None:
    entries = parse_string(bibtex([ICE, NOTE, BARE]), "bibtex").entries
    assert list(entries) == ["A-RES-77-158", "positions-KAZ", "source"]
    ice = entries["A-RES-77-158"]
    assert ice.type == "misc"
    assert unescaped(ice.fields["title"]) == "{Ice & snow: 100% of {it}}"
    assert [str(person) for person in ice.persons["author"]] == ["{General Assembly}"]
    assert dict(ice.fields) | {"title": ""} == {
        "title": "",
        "number": "A/RES/77/158",
        "year": "2022",
        "date": "2022-12-14",
        "language": "en",
        "urldate": "2026-04-22",
        "note": r"read as \#1",
        "url": "https://example.org/a_b?c=%20%7Bd%7D",
    }
    assert entries["positions-KAZ"].type == "techreport"
    assert entries["positions-KAZ"].fields["title"] == "{Казахстан: лёд}"
    assert entries["source"].fields["title"] == "{冰川}"


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4))
def test_any_title_survives_bibtex(titles: list[str]) -> None:
    sources = [Source("same id", SourceType.DECLARATION, title) for title in titles]
    entries = parse_string(bibtex(sources), "bibtex").entries
    assert [unescaped(entry.fields["title"]) for entry in entries.values()] == [
        "{" + " ".join(title.split()) + "}" for title in titles
    ]


def test_keys_are_never_the_same() -> None:
    text = bibtex([Source(each, SourceType.NOTE, "t") for each in ("a b", "a-b", "A B", "б", "в")])
    assert re.findall(r"@\w+\{(.*),", text) == ["a-b", "a-b-2", "A-B-3", "source", "source-2"]


def test_csl_has_the_names_of_its_schema() -> None:
    items = json.loads(csl_json([ICE, NOTE, BARE]))
    assert items[0] == {
        "id": "A/RES/77/158",
        "type": "legislation",
        "title": "Ice & snow: 100% of {it}",
        "number": "A/RES/77/158",
        "authority": "General Assembly",
        "author": [{"literal": "General Assembly"}],
        "issued": {"date-parts": [[2022, 12, 14]]},
        "accessed": {"date-parts": [[2026, 4, 22]]},
        "language": "en",
        "URL": "https://example.org/a_b?c=%20{d}",
        "note": "read as #1",
    }
    assert items[1]["issued"] == {"date-parts": [[2026]]}
    assert items[2] == {"id": "Мой файл", "type": "document", "title": "冰川"}
    for item in items:
        assert set(item) <= CSL_VARIABLES
        assert item["type"] in CSL_TYPES


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2022", {"date-parts": [[2022]]}), ("2022-03", {"date-parts": [[2022, 3]]}), ("spring", {"literal": "spring"})],
)
def test_dates_of_every_length(date: str, expected: dict[str, object]) -> None:
    assert json.loads(csl_json([Source("a", SourceType.SPEECH, "t", date=date)]))[0]["issued"] == expected


def test_an_address_stays_on_its_line() -> None:
    entry = bibtex([Source("x", SourceType.OWN_FILE, "t", url="https://example.org/a\n@misc{b,\n title={c} }")])
    assert entry.count("\n@") == 0
    assert "  url = {https://example.org/a%20@misc%7Bb,%20title=%7Bc%7D%20%7D}\n" in entry
