"""A query that cannot be answered is refused with one clear sentence."""

import pytest

from corpus.errors import NotHeld, QueryError
from indexer.query import Filters, clean_query, kind_named, read_query

REFUSED = [
    ("", "empty"),
    ("   \n\t ", "empty"),
    ("?!…", "empty"),
    ("x" * 100_000, "limit is 2,000"),
    ("glaciers\x00", "not text"),
    ("\x1b[31mred", "not text"),
    ("caf\udce9", "not text"),
    ("Ð»ÐµÐ´Ð½Ð¸ÐºÐ¸", "lost its encoding"),
    ("ëåäíèêè", "lost its encoding"),
    ("Р»РµРґРЅРёРєРё", "lost its encoding"),
    ("glaci\ufffdrs", "lost its encoding"),
    ("<script>alert(1)</script>", "markup"),
    ("<b>glaciers</b>", "markup"),
    ("glaciers&nbsp;melt", "markup"),
]

ACCEPTED = [
    ("  сохранение\n ледников ", "сохранение ледников"),
    ("Росс и Русь: РСНВМ", "Росс и Русь: РСНВМ"),
    ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ("AT&T; R&D", "AT&T; R&D"),
    ("Óñç à côté où", "Óñç à côté où"),
    ("ҳифзи пиряхҳо", "ҳифзи пиряхҳо"),
    ("‫حماية‬", "‫حماية‬"),
]


@pytest.mark.parametrize(("text", "complaint"), REFUSED)
def test_refused(text: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint) as caught:
        clean_query(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("text", "clean"), ACCEPTED)
def test_accepted(text: str, clean: str) -> None:
    assert clean_query(text) == clean


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_the_number_of_results_has_bounds(limit: int) -> None:
    with pytest.raises(QueryError, match="between 1 and 200"):
        read_query("glaciers", limit=limit)


def test_an_unknown_language_or_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotHeld, match="choose one of: ar en es"):
        read_query("glaciers", Filters(language="xx"))
    with pytest.raises(NotHeld, match="official translation registry position own"):
        kind_named("officious")
