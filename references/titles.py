"""Whether two names are the same but for endings, quotation marks and letter case."""

from indexer.tokens import plain_words, stem

SHORTEST_STEM = 4


def same_name(one: str, other: str, language: str) -> bool:
    """Compare word by word, by stems; a stemmer may cut two cases of one word at different places."""
    ours, theirs = _comparable(one, language), _comparable(other, language)
    return len(ours) == len(theirs) and all(map(_same_word, ours, theirs))


def _same_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= SHORTEST_STEM and longer.startswith(shorter))


def _comparable(name: str, language: str) -> list[str]:
    return [stem(word, language) for word in plain_words(name, language)]
