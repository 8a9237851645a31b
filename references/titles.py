"""Whether two names are the same but for endings, quotation marks and letter case."""

from indexer.tokens import STEMMERS, plain_words, stem

SHORTEST_STEM = 4
MOST_LETTERS_MORE = 3
"""Where a stemmer takes the endings off, a stem with more letters than these behind it is another word."""


def same_name(one: str, other: str, language: str) -> bool:
    """Compare word by word, by stems; a stemmer may cut two cases of one word at different places."""
    ours, theirs = _comparable(one, language), _comparable(other, language)
    more = MOST_LETTERS_MORE if language in STEMMERS else max(map(len, (*ours, *theirs)), default=0)
    return len(ours) == len(theirs) and all(_same_word(*pair, more) for pair in zip(ours, theirs, strict=True))


def _same_word(one: str, other: str, more: int) -> bool:
    shorter, longer = sorted((one, other), key=len)
    begins = len(shorter) >= SHORTEST_STEM and longer.startswith(shorter) and len(longer) - len(shorter) <= more
    return one == other or (begins and not longer.isdigit())


def _comparable(name: str, language: str) -> list[str]:
    return [stem(word, language) for word in plain_words(name, language)]
