"""Topics as data: everything in the record is assigned, and what people type finds its topic."""

import pytest

from corpus.instrument_documents import note_labels
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from corpus.states import FIVE
from drafting.sources import declaration_place, named
from drafting.topics import Bearing, TopicIssue, find_topic, topics
from indexer.places import DECLARATION

FIVE_AND_GROUP = {*FIVE, "LLDC"}
ISSUES = [issue for topic in topics().values() for issue in topic.issues]


def own_issues() -> dict[str, TopicIssue]:
    return {issue.id: issue for issue in ISSUES}


def test_every_position_note_bears_on_an_issue(library: Library) -> None:
    assigned = {name for issue in ISSUES for name in issue.notes}
    notes = {note.id for file in library.positions if file.id in FIVE_AND_GROUP for note in file.note}
    assert len(notes) == 184
    assert notes - assigned == set()
    assert assigned - notes == set()


def test_every_convergence_divergence_and_caution_hangs_on_an_issue(library: Library) -> None:
    attached = {name for issue in ISSUES for name in issue.known}
    known = {note.id for file in library.positions if file.id not in FIVE_AND_GROUP for note in file.note}
    assert len(known) == 58
    assert known - attached == set()
    assert attached - known == set()


def test_an_issue_with_a_known_divergence_holds_notes_that_it_rests_on(library: Library) -> None:
    notes = {note.id: note for file in library.positions for note in file.note}
    for issue in ISSUES:
        for name in issue.known:
            if notes[name].stance is Stance.DIVERGENCE:
                assert set(notes[name].notes) & set(issue.notes), (issue.id, name)


def test_every_declaration_paragraph_and_every_tag_is_covered(library: Library) -> None:
    labels = {label for issue in ISSUES for label in issue.declaration}
    held = {paragraph.ref.label for paragraph in library.document(DECLARATION).paragraphs}
    assert labels <= held
    assert {label for label in held if label.startswith("OP")} <= labels
    tags = {tag for ref in library.refs() for tag in next(iter(library.versions(ref).values())).facets.topics}
    assert tags == {tag for topic in topics().values() for tag in topic.tags}


def test_every_instrument_named_is_held_with_its_paragraph(library: Library) -> None:
    for issue in ISSUES:
        for written in issue.instruments:
            meant = named(library, written)
            instrument = library.instrument(meant.instrument)
            assert instrument is not None, (issue.id, written)
            assert not meant.label or meant.label in note_labels(instrument), (issue.id, written)


def test_issue_ids_are_unique_and_topics_have_four_to_ten_issues() -> None:
    assert len(topics()) == 19
    names: dict[str, str] = {}
    for topic in topics().values():
        assert 4 <= len(topic.issues) <= 10, topic.id
        assert sum(issue.general for issue in topic.issues) <= 1, topic.id
        for issue in topic.issues:
            assert set(issue.names) == {"en", "ru"}
            assert names.setdefault(issue.id, issue.names["en"]) == issue.names["en"]


def test_a_topic_has_a_name_in_each_of_the_twelve_languages() -> None:
    glaciers = topics()["glaciers"]
    assert glaciers.name("ru") == "ледники и криосфера"
    assert glaciers.name("kk") == "мұздықтарды сақтау"
    assert all(topic.name(code) for topic in topics().values() for code in ("ar", "es", "fr", "ky", "tg", "tk", "zh"))


@pytest.mark.parametrize(
    ("text", "language", "topic", "first"),
    [
        ("glacier preservation", "en", "glaciers", "glacier-preservation"),
        ("сохранение ледников", "ru", "glaciers", "glacier-preservation"),
        ("мұздықтар", "kk", "glaciers", "glacier-preservation"),
        ("冰川", "zh", "glaciers", "glacier-preservation"),
        ("water", "en", "water", "transboundary-water"),
        ("водосбережение", "ru", "water", "water-saving"),
        ("Aral Sea", "en", "seas", "aral-sea"),
        ("песчаные бури", "ru", "land", "dust-storms"),
        ("land and dust", "en", "land", "land-degradation"),
        ("climate finance", "en", "finance", "outside-finance"),
        ("debt swap", "en", "finance", "debt"),
        ("обмен долга на зелёные проекты", "ru", "finance", "debt"),
        ("landlockedness", "en", "lldc", "lldc-interests"),
        ("lldc", "en", "lldc", "lldc-interests"),
        ("a landlocked country", "en", "lldc", "lldc-interests"),
        ("waste and tailings", "en", "waste", "tailings"),
        ("качество воздуха", "ru", "air", "air-quality"),
        ("biodiversity", "en", "biodiversity", "shared-mammals"),
        ("methane", "en", "methane", "methane-pledge"),
        ("горы", "ru", "mountains", "mountain-ecosystems"),
        ("climate change", "en", "climate", "ndc"),
        ("early warning", "en", "adaptation", "early-warning"),
        ("loss and damage", "en", "adaptation", "loss-and-damage"),
    ],
)
def test_what_people_type_finds_its_topic(text: str, language: str, topic: str, first: str) -> None:
    found = find_topic(text, language)
    assert found is not None
    assert (found.id, found.issues[0].id) == (topic, first)
    assert {issue.id for issue in found.issues} == {issue.id for issue in topics()[topic].issues}


@pytest.mark.parametrize("text", ["green schools", "urban transport", "outer space", "повестка сессии"])
def test_what_names_no_topic_finds_none(text: str) -> None:
    assert find_topic(text, "en") is None


@pytest.mark.parametrize(
    ("topic", "language", "sentence", "issue"),
    [
        ("glaciers", "en", "We will pay into the trust fund for glaciers.", "glacier-fund"),
        ("glaciers", "en", "Our glaciers shrink.", "glacier-preservation"),
        ("glaciers", "en", "A trust fund for schools is needed.", None),
        ("glaciers", "ru", "Прорывы ледниковых озёр угрожают долинам.", "glacier-hazards"),
        ("water", "en", "The Aral Sea is dying.", "aral-sea"),
        ("water", "en", "We use water.", None),
        ("finance", "en", "Foreign debt relief cannot wait.", "debt"),
        ("finance", "en", "Climate finance has to grow.", "outside-finance"),
        ("finance", "en", "Our finance minister met the press.", None),
        ("lldc", "en", "We are a small landlocked country in peace with its neighbours.", None),
        ("lldc", "en", "Landlocked developing countries need transit.", "transit"),
        ("climate", "en", "We join a climate initiative.", "climate-regime"),
        ("climate", "en", "We join the methane initiative against emissions.", "methane-pledge"),
        ("land", "kk", "Шөлейттенумен күрес маңызды.", "land-degradation"),
    ],
)
def test_a_sentence_bears_on_one_issue_or_on_none(topic: str, language: str, sentence: str, issue: str | None) -> None:
    found = Bearing(topics()[topic], language).issue_of(sentence)
    assert (found[0].id if found else None) == issue


def test_a_paragraph_named_with_its_instrument_is_split_off(library: Library) -> None:
    meant = named(library, "A/RES/80/3 annex 13 (d)")
    assert (meant.instrument, meant.label) == ("A/RES/80/3", "annex 13 (d)")
    assert declaration_place(library, "OP99", "en") is None
    held = declaration_place(library, "OP6", "ru")
    assert held is not None
    assert held.paragraph.ref == ParagraphRef(DECLARATION, "OP6")
    assert held.paragraph.language == "ru"
