"""What is indexed: short paragraphs whole, long ones in stretches that lose nothing and lead to the same place."""

from corpus.document import Document, TextKind
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from indexer.texts import LONGEST_PART, parts, searchable_texts


def test_a_short_text_stays_whole() -> None:
    assert parts("Glaciers melt. Rivers fall.") == ["Glaciers melt. Rivers fall."]


def test_a_long_text_is_cut_between_sentences_and_nothing_is_lost() -> None:
    sentences = [f"Sentence {number} speaks of glaciers, dust and water." for number in range(120)]
    found = parts(" ".join(sentences))
    assert " ".join(found) == " ".join(sentences)
    assert all(len(part) <= LONGEST_PART and part.endswith("water.") for part in found)
    assert len(found) == 4


def test_a_text_without_sentences_is_cut_all_the_same() -> None:
    found = parts("冰" * 5000)
    assert "".join(found) == "冰" * 5000
    assert [len(part) for part in found] == [1600, 1600, 1600, 200]


def test_a_long_paragraph_is_one_place() -> None:
    text = "Water is life. " * 300
    ref = ParagraphRef("speech", "P1")
    document = Document("speech", "", TextKind.OWN, "en", "Speech", (Paragraph(ref, "en", ParagraphKind.PLAIN, text),))
    texts = list(searchable_texts(Library.of([], [], [], [], [document])))
    assert {one.ref for one in texts} == {ref}
    assert len(texts) == 3
