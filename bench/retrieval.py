"""How often the right paragraph of the declaration comes first, by language and by route."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bench.questions import Question
from indexer.places import DECLARATION
from indexer.query import Filters, read_query
from indexer.search import WEIGHTS, Searcher

Ranks = dict[str, list[int]]
"""Rank of the first right paragraph for each question, by language; 0 where it is not among the first fifty."""

DEPTH = 50


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of searching: which searcher, which weights, and whether other texts compete."""

    name: str
    searcher: Searcher
    weights: Mapping[str, float]
    only_declaration: bool = True


def settings(searcher: Searcher) -> list[Setting]:
    """The settings that the benchmark compares."""
    return [
        Setting("dense alone", searcher, {"dense": 1.0}),
        Setting("lexical alone", searcher, {"words": WEIGHTS["words"], "grams": WEIGHTS["grams"]}),
        Setting("fused", searcher, WEIGHTS),
        Setting("without terms", searcher, {**WEIGHTS, "terms": 0.0}),
        Setting("fused, whole corpus", searcher, WEIGHTS, only_declaration=False),
    ]


def measure(setting: Setting, questions: Iterable[Question]) -> Ranks:
    """The rank of the right paragraph for every question."""
    filters = Filters(document=DECLARATION) if setting.only_declaration else Filters()
    ranks: Ranks = {}
    for question in questions:
        answer = setting.searcher.search(read_query(question.text, filters, DEPTH), setting.weights)
        found = 0
        for hit in answer.hits:
            if hit.paragraph.ref.document == DECLARATION and hit.paragraph.ref.label in question.answer:
                found = hit.rank
                break
        ranks.setdefault(question.language, []).append(found)
    return ranks


def recall_at(count: int) -> Callable[[list[int]], float]:
    """The share of questions whose right paragraph is among the first `count`."""
    return lambda ranks: sum(0 < rank <= count for rank in ranks) / len(ranks)


def reciprocal_rank(ranks: list[int]) -> float:
    """The mean reciprocal rank."""
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def table(results: Mapping[str, Ranks]) -> str:
    """Settings as columns, languages as rows, R@1 / R@3 / MRR in each cell."""
    languages = sorted(next(iter(results.values())))
    width = max(21, *(len(name) for name in results))
    lines = ["lang  " + "  ".join(f"{name:>{width}}" for name in results)]
    for language in [*languages, "all"]:
        cells = []
        for ranks in results.values():
            chosen = ranks[language] if language != "all" else [rank for each in ranks.values() for rank in each]
            cells.append(
                f"{recall_at(1)(chosen):.2f} / {recall_at(3)(chosen):.2f} / {reciprocal_rank(chosen):.2f}".rjust(width)
            )
        lines.append(f"{language:4}  " + "  ".join(cells))
    return "\n".join(lines)
