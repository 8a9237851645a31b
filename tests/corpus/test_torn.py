"""Paragraphs torn by a page's end, and what stood between the halves."""

import pytest

from corpus.parsing.layout_words import layout_words
from corpus.parsing.torn import joined
from corpus.source import Block, Role

HALF = "The meadows of the high valleys feed the rivers, and the rivers feed the fields and the"
REST = "towns of the plain below."
WHOLE = f"{HALF} {REST}"


def blocks(*texts: str) -> list[Block]:
    return [Block(text, ((start, start + len(text)),)) for start, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "expected", "left_out"),
    [
        ((HALF, REST), [WHOLE], []),
        ((HALF, "Hay for all", REST), [WHOLE], ["running titles"]),
        ((HALF, "Hay for all", "Towns below."), [f"{HALF} Towns below."], ["running titles"]),
        ((HALF, "37", REST), [WHOLE], ["page numbers"]),
        ((HALF, "41-12345 20", REST), [WHOLE], ["page numbers"]),
        ((WHOLE, "21 41-12345", "Hay is dear."), [WHOLE, "Hay is dear."], ["page numbers"]),
        ((WHOLE, "37", "Hay is dear."), [WHOLE, "37", "Hay is dear."], []),
        ((WHOLE, "Hay for all", "Hay is dear."), [WHOLE, "Hay for all", "Hay is dear."], []),
        ((HALF, "recalling the snow,"), [HALF, "recalling the snow,"], []),
        ((HALF, "a) one"), [HALF, "a) one"], []),
        ((HALF, "Hay for all"), [HALF, "Hay for all"], []),
    ],
)
def test_halves_are_joined(texts: tuple[str, ...], expected: list[str], left_out: list[str]) -> None:
    kept, dropped = joined(blocks(*texts), "Hay for all", layout_words("en"))
    assert [block.text for block in kept] == expected
    assert [one.what for one in dropped] == left_out


def test_both_halves_are_found_in_the_source() -> None:
    first, second = blocks(HALF, REST)
    kept, _ = joined([first, second], "", layout_words("en"))
    assert kept[0].spans == (*first.spans, *second.spans)


def test_a_row_of_a_table_is_never_joined() -> None:
    row = Block(REST, ((0, 1),), role=Role.TABLE)
    assert len(joined([*blocks(HALF), row], "", layout_words("en"))[0]) == 2
