"""The titles and dates read from primary texts: the shipped file, and how a text is read."""

import json
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.imports import curated_resolutions, primary_resolutions
from corpus.imports.layers import PRIMARY_FILE
from corpus.imports.merge import merge
from corpus.library import Library
from corpus.tables import Confidence
from scripts.read_primary_texts import as_toml, number_line, read_folder, read_text, symbol_in_name, whole_title

ENTRIES = {entry.symbol: entry for entry in primary_resolutions()}


def test_the_shipped_file_is_what_the_texts_give(shared_sources: Path) -> None:
    texts, differences = read_folder(shared_sources / "resolutions")
    assert as_toml(texts) == PRIMARY_FILE.read_text(encoding="utf-8")
    assert differences == []


def test_every_entry_names_its_source() -> None:
    assert len(ENTRIES) == len(primary_resolutions()) == 158
    for symbol, entry in ENTRIES.items():
        assert entry.source == f"{symbol}, text read"
        assert entry.confidence is Confidence.HIGH
        assert entry.language == ("en" if entry.title else "")
        assert entry.title or entry.adopted_on


@pytest.mark.parametrize(
    ("symbol", "adopted_on", "title"),
    [
        ("A/RES/2994 (XXVII)", "1972-12-15", "United Nations Conference on the Human Environment"),
        ("A/RES/47/193", "1992-12-22", "Observance of World Day for Water"),
        ("A/RES/55/2", "2000-09-08", "United Nations Millennium Declaration"),
        ("A/RES/66/288", "2012-07-27", "The future we want"),
        ("A/RES/70/1", "2015-09-25", "Transforming our world: the 2030 Agenda for Sustainable Development"),
        (
            "A/RES/71/222",
            "2016-12-21",
            "International Decade for Action, “Water for Sustainable Development”, 2018–2028",
        ),
        ("A/RES/77/158", "2022-12-14", "International Year of Glaciers’ Preservation, 2025"),
        ("A/RES/80/3", "2025-10-14", "Awaza Political Declaration"),
        ("A/RES/80/16", "2025-12-01", ""),
        ("A/RES/80/69", "2025-12-01", "Strengthening of security and cooperation in the Mediterranean region"),
        ("E/RES/2024/15", "2024-07-23", "Outcome of the nineteenth session of the United Nations Forum on Forests"),
        ("UNEP/EA.4/Res.3", "2019-03-15", "Sustainable mobility"),
        ("UNEP/EA.6/Res.9", "2024-03-01", "Sound management of chemicals and waste"),
        (
            "UNEP/EA.4/HLS.1",
            "",
            "Ministerial declaration of the United Nations Environment Assembly at its fourth session",
        ),
        (
            "UNEP/EA.6/Res.3",
            "2024-03-01",
            "Enhancing the role and viability of regional forums of ministers of the environment and United Nations "
            "Environment Programme regional offices in achieving multilateral cooperation in tackling environmental "
            "challenges",
        ),
    ],
)
def test_known_values(symbol: str, adopted_on: str, title: str) -> None:
    assert (ENTRIES[symbol].adopted_on, ENTRIES[symbol].title) == (adopted_on, title)


def test_the_curated_registry_says_the_same(library: Library) -> None:
    curated = tuple(curated_resolutions(library.instruments))
    shared = [resolution for resolution in curated if resolution.symbol in ENTRIES]
    assert len(shared) == 18
    assert merge(curated, ENTRIES.values()).conflicts == ()


@pytest.mark.parametrize(
    ("name", "symbol", "number"),
    [
        ("A_RES_77_158.json", "A/RES/77/158", "77/158."),
        ("A_RES_77_158.raw.en.txt", "A/RES/77/158", "77/158."),
        ("A_RES_2994(XXVII).json", "A/RES/2994 (XXVII)", "2994 (XXVII)."),
        ("E_RES_2024_15.json", "E/RES/2024/15", "2024/15."),
        ("UNEP_EA.6_RES.3.json", "UNEP/EA.6/Res.3", "6/3."),
        ("UNEP_EA.4_HLS.1.json", "UNEP/EA.4/HLS.1", "4/HLS.1."),
    ],
)
def test_symbols_come_from_file_names(name: str, symbol: str, number: str) -> None:
    assert symbol_in_name(name) == symbol
    assert number_line(symbol) == number


def test_the_day_of_issue_is_not_the_day_of_adoption(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_90_7.txt"
    path.write_text(
        "Distr.: General\n15 October 2035\n\nResolution adopted by the General Assembly \non 14 October 2035\n\n"
        "90/7. A title that\nruns over a line\n\nThe General Assembly,\n\n1. Decides nothing.\n",
        encoding="utf-8",
    )
    text = read_text(path)
    assert (text.symbol, text.title, text.adopted_on) == ("A/RES/90/7", "A title that runs over a line", "2035-10-14")


def test_an_old_text_is_dated_by_the_meeting_after_it_not_before(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_47_999.json"
    blocks = ["1st plenary meeting", "1 December 1992", "47/999. A title", "The General Assembly,", "Decides."]
    blocks += ["2nd plenary meeting", "2 December 1992", "47/1000. Another"]
    path.write_text(json.dumps([{"text": block} for block in blocks]), encoding="utf-8")
    assert read_text(path).adopted_on == "1992-12-02"


@pytest.mark.parametrize(
    ("title", "item", "entry", "whole"),
    [
        ("A short one", "other things", "A short one :", "A short one"),
        ("A long one on", "some item: a long one on peace", "A Long One on Peace :", "A long one on peace"),
        ("A long one on", "some item: a long one on", "A Long One on Peace :", "unknown"),
        ("A long one on", "some item: a long one on peace", "Another one", "unknown"),
    ],
)
def test_a_cut_title_is_kept_only_where_its_end_is_certain(title: str, item: str, entry: str, whole: str) -> None:
    before = f'--- title: "{entry}" --- Agenda item 99 (ff) {item} Resolution adopted by the General Assembly'
    assert whole_title(title, before) == whole


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('source = " "\ntitle = "T"\nadopted_on = "2020-01-01"', "A/RES/75/1 has no source"),
        ('source = "S"\ntitle = "T"\nadopted_on = "1 May 2020"', "A/RES/75/1: “1 May 2020” is not a date"),
        ('source = "S"\ntitle = "unknown"\nadopted_on = "unknown"', "A/RES/75/1: nothing is known of it"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, lines: str, problem: str) -> None:
    path = tmp_path / "primary.toml"
    path.write_text(f'[[resolution]]\nsymbol = "A/RES/75/1"\nconfidence = "high"\n{lines}\n', encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        primary_resolutions(path)
    assert str(refused.value) == f"{path}: {problem}."
