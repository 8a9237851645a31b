"""Whether two names are the same but for endings, quotation marks and letter case."""

from indexer.tokens import plain_words, stem


def same_name(one: str, other: str, language: str) -> bool:
    """Compare word by word, by stems."""
    return _comparable(one, language) == _comparable(other, language)


def _comparable(name: str, language: str) -> list[str]:
    return [stem(word, language) for word in plain_words(name, language)]
