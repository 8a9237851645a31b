"""Evidence proposed for a topic: located quotes, the right State and issue, the same every time."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, SourceFile, TextKind
from corpus.errors import EvidenceRefused, NotHeld
from corpus.library import Library
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.positions import Stance
from corpus.states import FIVE
from drafting.accept import Accepted, accept, silent
from drafting.ad_hoc import ad_hoc_topic, topic_of
from drafting.build_matrix import build_matrix
from drafting.evidence import Evidence
from drafting.gather import gather
from drafting.sentences import passages
from drafting.stances import Reading, stance_of_text
from drafting.topics import topics
from indexer.search import Searcher
from indexer.session import Session

SPEECH = (
    "I congratulate the President on the election. Peace comes first.",
    "Glaciers feed our rivers. We call upon all partners to pay into the trust fund for glaciers; time is short. "
    "Our football team won.",
    "The Aral Sea shrinks. Kazakhstan has proposed a pact on transboundary rivers. It is useful to us. The pact waits.",
    "Water cannons were bought.",
)
RUSSIAN = ("Наши ледники тают. Мы призываем партнёров внести взнос в целевой фонд по ледникам. Спасибо.",)
RESOLUTION = (
    ("PP1", ParagraphKind.PREAMBULAR, "Recalling earlier work on glaciers,"),
    ("OP5", ParagraphKind.OPERATIVE, "5. Invites donors to pay into the trust fund for glaciers; it thanks all."),
)


def speech(texts: Iterable[str], language: str = "en", state: str = "KAZ", document: str = "speech-2025") -> Document:
    paragraphs = tuple(
        Paragraph(ParagraphRef(document, f"para {n}"), language, ParagraphKind.PLAIN, text, facets=Facets((state,)))
        for n, text in enumerate(texts, start=1)
    )
    source = SourceFile("speech.txt", "speech.txt", "0" * 64, "plain", 0, "2026-01-01")
    return Document(document, "", TextKind.POSITION, language, "Speech", paragraphs, source=source)


def resolution() -> Document:
    paragraphs = tuple(
        Paragraph(ParagraphRef("A/RES/77/158", label), "en", kind, text) for label, kind, text in RESOLUTION
    )
    source = SourceFile("r.txt", "r.txt", "1" * 64, "plain", 0, "2026-01-01")
    return Document("A/RES/77/158", "A/RES/77/158", TextKind.OFFICIAL, "en", "Glaciers", paragraphs, source=source)


def session_with(library: Library, *added: Document, searcher: Searcher | None = None) -> Session:
    held = Library.of(library.declarations, library.instruments, library.positions, library.concepts, added)
    return Session(held, searcher, "hashed")  # type: ignore[arg-type]


def told(evidence: Iterable[Evidence], document: str) -> list[tuple[str, str, str, Stance]]:
    return [(one.issue, one.ref.label, one.quote, one.stance) for one in evidence if one.ref.document == document]


def test_every_quote_of_every_topic_stands_in_its_paragraph(library: Library) -> None:
    session = session_with(library, speech(SPEECH), resolution())
    for topic in topics().values():
        for language in ("en", "ru"):
            evidence = gather(session, topic, language, states=FIVE)
            assert evidence, topic.id
            for one in evidence:
                assert one.quote in session.library.versions(one.ref)[one.language].text
                assert 0 <= one.strength <= 5
                assert one.reason
            assert len({one.id for one in evidence}) == len(evidence)
    glaciers = topics()["glaciers"]
    assert gather(session, glaciers, "en", states=FIVE) == gather(session, glaciers, "en", states=FIVE)


def test_the_sentence_that_bears_on_the_issue_is_quoted_and_nothing_else(library: Library) -> None:
    session = session_with(library, speech(SPEECH))
    glaciers = gather(session, topics()["glaciers"], "en", states=FIVE)
    assert told(glaciers, "speech-2025") == [
        (
            "glacier-fund",
            "para 2",
            "We call upon all partners to pay into the trust fund for glaciers; time is short.",
            Stance.CALLS_FOR,
        ),
        ("glacier-water", "para 2", "Glaciers feed our rivers.", Stance.MENTIONS),
    ]
    water = gather(session, topics()["water"], "en", states=FIVE)
    assert told(water, "speech-2025") == [
        ("transboundary-water", "para 3", "Kazakhstan has proposed a pact on transboundary rivers.", Stance.PROPOSES),
        ("aral-sea", "para 3", "The Aral Sea shrinks.", Stance.MENTIONS),
    ]


def test_a_russian_speech_is_read_as_well(library: Library) -> None:
    session = session_with(library, speech(RUSSIAN, "ru"))
    found = told(gather(session, topics()["glaciers"], "ru", states=FIVE), "speech-2025")
    assert found == [
        ("glacier-preservation", "para 1", "Наши ледники тают.", Stance.MENTIONS),
        (
            "glacier-fund",
            "para 1",
            "Мы призываем партнёров внести взнос в целевой фонд по ледникам.",
            Stance.CALLS_FOR,
        ),
    ]


def test_only_the_states_asked_for_are_heard(library: Library) -> None:
    session = session_with(library, speech(SPEECH, state="NPL"))
    assert told(gather(session, topics()["glaciers"], "en", states=FIVE), "speech-2025") == []
    nepal = gather(session, topics()["glaciers"], "en", states=("NPL",))
    assert len(told(nepal, "speech-2025")) == 2
    assert not [one for one in nepal if one.ref.document == "positions:KAZ"]


def test_the_official_text_takes_the_place_of_the_note_on_it(library: Library) -> None:
    evidence = gather(session_with(library, resolution()), topics()["glaciers"], "en", states=FIVE)
    quoted = [one for one in evidence if one.issue == "glacier-fund" and one.ref.label == "OP5"]
    assert [(one.ref.document, one.kind, one.stance) for one in quoted] == [
        ("A/RES/77/158", TextKind.OFFICIAL, Stance.CALLS_FOR)
    ]
    assert quoted[0].states == ()


def test_notes_keep_their_own_stance_and_silence_is_kept(library: Library) -> None:
    evidence = gather(session_with(library), topics()["glaciers"], "en", states=FIVE)
    preserved = {one.ref.label: one for one in evidence if one.issue == "glacier-preservation"}
    assert preserved["TJK-11"].stance is Stance.PROPOSES
    assert preserved["KGZ-14"].stance is Stance.CALLS_FOR
    assert silent(preserved["TKM-11"])
    assert preserved["PP6"].states == FIVE
    assert preserved["PP6"].kind is TextKind.TRANSLATION


def test_accepting_takes_the_words_as_they_stand_and_refuses_others(library: Library) -> None:
    ref = ParagraphRef("declaration-2026", "OP6")
    quote = (
        "Welcome the creation, under the auspices of the United Nations, of the Trust Fund for Glaciers’ Preservation"
    )
    one = accept(library, ref, "en", quote, issue="glacier-fund", accepted=Accepted("A. B.", "2026-05-02", "see OP5"))
    assert (one.stance, one.accepted_by, one.accepted_on, one.note) == (
        Stance.SUPPORTS,
        "A. B.",
        "2026-05-02",
        "see OP5",
    )
    given_reading = Reading(Stance.CONDITIONAL, 2, "")
    assert accept(library, ref, "en", quote, issue="x", reading=given_reading).stance is Stance.CONDITIONAL
    with pytest.raises(EvidenceRefused, match="do not stand in declaration-2026 OP6"):
        accept(library, ref, "en", quote.replace("creation", "establishment"), issue="glacier-fund")
    with pytest.raises(EvidenceRefused, match="Copy whole words"):
        accept(library, ref, "en", quote[1:], issue="glacier-fund")
    with pytest.raises(EvidenceRefused):
        accept(library, ref, "en", "  ", issue="glacier-fund")
    with pytest.raises(NotHeld, match="is held in"):
        accept(library, ref, "de", quote, issue="glacier-fund")
    with pytest.raises(NotHeld, match="no paragraph"):
        accept(library, ParagraphRef("declaration-2026", "OP99"), "en", quote, issue="glacier-fund")


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("en", "We support the pact.", Stance.SUPPORTS),
        ("en", "Kazakhstan proposes a pact.", Stance.PROPOSES),
        ("en", "The Secretary-General proposes a pact.", Stance.MENTIONS),
        ("en", "We condemn the use of water as a weapon.", Stance.MENTIONS),
        ("en", "The fund must be filled.", Stance.CALLS_FOR),
        ("en", "I must remind you of the fund.", Stance.MENTIONS),
        ("en", "We stand ready to work with all.", Stance.SUPPORTS),
        ("en", "France has proposed a pact.", Stance.MENTIONS),
        ("en", "Ice melts.", Stance.MENTIONS),
        ("ru", "Мы поддерживаем договор.", Stance.SUPPORTS),
        ("ru", "Призываем партнёров помочь.", Stance.CALLS_FOR),
        ("ru", "Казахстан предложил договор.", Stance.PROPOSES),
        ("ru", "Необходимо пополнить фонд.", Stance.CALLS_FOR),
        ("ru", "Льды тают.", Stance.MENTIONS),
    ],
)
def test_a_stance_is_read_only_from_the_speakers_own_verb(language: str, text: str, stance: Stance) -> None:
    paragraph = Paragraph(ParagraphRef("s", "1"), language, ParagraphKind.PLAIN, text, facets=Facets(("KAZ",)))
    assert stance_of_text(text, paragraph, TextKind.POSITION, "en").stance is stance


@given(st.text(alphabet="abcАбв .;!?\n «»1", max_size=900))
def test_passages_are_stretches_of_the_text_in_order(text: str) -> None:
    last = 0
    for one in passages(text):
        assert text[one.start : one.end] == one.text == one.text.strip()
        assert one.start >= last
        last = one.end


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    clause = "glaciers feed rivers and rivers feed fields " * 5
    text = f"{clause.strip()}; {clause.strip()}; the end of it all has come."
    assert [one.text for one in passages(text)] == [clause.strip(), clause.strip(), "the end of it all has come."]


def test_a_topic_that_is_not_shipped_is_put_together_by_search(library: Library, searcher: Searcher) -> None:
    session = Session(library, searcher, "hashed")
    topic = ad_hoc_topic(session, "green schools", "en")
    assert topic.asked == "green schools"
    evidence = gather(session, topic, "en", states=FIVE)
    assert ("declaration-2026", "OP7") in {(one.ref.document, one.ref.label) for one in evidence}
    matrix = build_matrix(library, topic, evidence, states=FIVE, language="en")
    assert [row.issue.names["en"] for row in matrix.rows] == ["green schools"]
    assert "OP7" in matrix.rows[0].binding
    assert topic_of(session, "glaciers", "en").id == "glaciers"


def test_a_place_that_only_comes_near_what_was_asked_is_left_out(library: Library, searcher: Searcher) -> None:
    session = Session(library, searcher, "hashed")
    assert ad_hoc_topic(session, "women", "en").issues[0].declaration == ("PP14",)
    nothing = ad_hoc_topic(session, "space debris", "en").issues[0]
    assert (nothing.notes, nothing.declaration, nothing.instruments) == ((), (), ())


def test_an_own_topic_finds_sentences_of_added_texts(library: Library, searcher: Searcher) -> None:
    topic = ad_hoc_topic(Session(library, searcher, "hashed"), "football teams", "en")
    found = gather(session_with(library, speech(SPEECH)), topic, "en", states=FIVE)
    assert told(found, "speech-2025") == [("asked", "para 2", "Our football team won.", Stance.MENTIONS)]


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("topic", "issue", "state", "session", "words"),
    [
        ("glaciers", "glacier-days", "TJK", 77, "international year"),
        ("water", "water-organization", "UZB", 78, "special representative"),
        ("water", "aral-sea", "TKM", 77, "Aral Sea"),
        ("finance", "debt", "KGZ", 78, "external debt"),
        ("finance", "outside-finance", "KAZ", 77, "climate finance"),
        ("lldc", "transit", "KAZ", 77, "landlocked"),
    ],
)
def test_real_speeches_are_quoted_where_they_bear_on_the_issue(
    library: Library, shared_sources: Path, topic: str, issue: str, state: str, session: int, words: str
) -> None:
    folder = shared_sources / "statements" / "ungdc"
    added = [
        speech(path.read_text(encoding="utf-8-sig").split("\n"), state=path.stem[:3], document=path.stem)
        for name in FIVE
        for path in sorted(folder.glob(f"{name}_7[78]_*.txt"))
    ]
    opened = session_with(library, *added)
    evidence = gather(opened, topics()[topic], "en", states=FIVE)
    spoken = [one for one in evidence if one.ref.document in {document.id for document in added}]
    for one in spoken:
        assert one.quote in opened.library.versions(one.ref)["en"].text
    bearing = [one for one in spoken if one.issue == issue and one.ref.document.startswith(f"{state}_{session}")]
    assert [one for one in bearing if words in one.quote]
