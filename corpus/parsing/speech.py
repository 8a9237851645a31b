"""Whether a text was spoken before a meeting."""

from collections.abc import Iterable

from corpus.parsing.masthead_words import masthead_words

NEAR = 2500
"""How far from the beginning, in characters, a speaker addresses the meeting."""


def is_speech(title: str, texts: Iterable[str], language: str) -> bool:
    """Whether the title says so ("Statement by …"), or the text addresses a chair or delegates early on."""
    words = masthead_words(language)
    return bool(words.speeches.match(title)) or bool(words.addresses.search(" ".join(texts)[:NEAR]))
