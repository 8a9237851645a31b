"""Texts of documents are drawn as they are: no Markdown, no links, and nothing of them changed to the eye."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.components import plain


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("*a* [b](c) $x$ :ice:", r"\*a\* \[b\]\(c\) \$x\$ \:ice\:"),
        ("http://a.example", "http\\:\u2060//a\\.example"),
        ("HTTPS://a", "HTTPS\\:\u2060//a"),
        ("www.a.example", "www\u2060\\.a\\.example"),
        ("a@b.example", "a\u2060@b\\.example"),
        ("5: 6 // 7", r"5\: 6 // 7"),
    ],
)
def test_nothing_becomes_markdown_or_a_link(text: str, drawn: str) -> None:
    assert plain(text) == drawn


@given(st.text(alphabet="ab:/@.w*_ \\$й", max_size=30))
def test_what_is_seen_is_the_text(text: str) -> None:
    shown, letters = plain(text), []
    place = 0
    while place < len(shown):
        place += shown[place] == "\\"
        letters.append(shown[place])
        place += 1
    assert "".join(letters).replace("\u2060", "") == text
