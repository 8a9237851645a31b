"""A query becomes ranked hits: meaning, words, letter groups, terms and named places together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from indexer.bridges import bridged
from indexer.concepts import ConceptFinder
from indexer.detect import detect_language
from indexer.encoder import Encoder
from indexer.fusion import Scores, fused
from indexer.index import SearchIndex
from indexer.places import DECLARATION, AskedPlace
from indexer.query import Filters, Query
from indexer.typical import SHARE, best_of_unit
from indexer.vectors import centred

WEIGHTS = {"dense": 1.0, "words": 3.0, "grams": 3.0, "terms": 2.0}
"""What each route counts for: dense by the standard deviation, the others by the whole query answered. Chosen on the
development questions of `make bench`, reported on the test questions."""

PLACE_ITSELF = 1.0
PLACE_DOCUMENT = 0.6
PLACE_CITES = 0.5
PLACE_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place that answers, whatever language it was found in.

    `routes` says why: cosine after centring, less half of what is typical of the place (dense), share of the query
    answered word for word and by letter groups (lexical), share of its concepts (terms), 1 for a place named outright
    (place). `score` is their fusion and only orders the hits of one query.
    """

    rank: int
    paragraph: Paragraph
    kind: TextKind
    languages: tuple[str, ...]
    score: float
    routes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The query as understood, the concepts recognized in it, and the hits."""

    query: Query
    concepts: tuple[str, ...]
    hits: tuple[SearchHit, ...]


class Searcher:
    """Answers queries over one library with one index; holds no state between queries."""

    def __init__(self, library: Library, index: SearchIndex, encoder: Encoder) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._finder = ConceptFinder(library.concepts)
        self._number = {ref: position for position, ref in enumerate(index.units)}
        self._rarity = _rarity(index.concepts)
        self._original = [_original(library, ref) for ref in index.units]

    def search(self, query: Query, weights: Mapping[str, float] = WEIGHTS) -> SearchAnswer:
        """The hits for a query, best first.

        Raises:
            NotHeld: the query asks for a document, symbol or paragraph that is not held, or no text passes the filters.
        """
        if not query.language:
            query = replace(query, language=self._language(query))
        allowed = self._allowed(query.filters)
        concepts = self._concepts(query)
        routes = self.routes(query, concepts)
        place = self._place(query, allowed)
        score = fused(routes, weights) + PLACE_WEIGHT * place
        named_alone = place if query.place and query.place.alone else np.zeros_like(place)
        order = np.lexsort((-score, -named_alone))
        chosen = [int(unit) for unit in order if allowed[unit]][: query.limit]
        hits = tuple(
            self._hit(rank, unit, query, {**routes, "place": place}, float(score[unit]))
            for rank, unit in enumerate(chosen, start=1)
        )
        return SearchAnswer(query, tuple(sorted(concepts)), hits)

    def _language(self, query: Query) -> str:
        """The query's language; a place that stands alone is in the language whose word for a paragraph it uses."""
        detected = detect_language(query.text, self._index.lexical.known_share)
        naming = query.place.languages if query.place and query.place.alone else ()
        return detected if detected in naming or not naming else naming[0]

    def routes(self, query: Query, concepts: frozenset[str]) -> dict[str, Scores]:
        """Each route's score of every place."""
        vector = self._encoder.encode_queries([bridged(query.text, query.language)])
        vector = centred(vector, [query.language], self._index.means)
        return {
            "dense": self._best(self._index.vectors.scores(vector[0])) - SHARE * self._index.typical,
            "words": self._best(self._index.lexical.score_words(query.text, query.language)),
            "grams": self._best(self._index.lexical.score_grams(query.text)),
            "terms": self._terms(concepts),
        }

    def _best(self, rows: Scores) -> Scores:
        """The best score among the texts of each place."""
        return best_of_unit(rows, self._index.unit_of_row, len(self._index.units))

    def _concepts(self, query: Query) -> frozenset[str]:
        return self._finder.find(query.text, query.language)

    def _terms(self, concepts: frozenset[str]) -> Scores:
        """How much of what the query names, rare concepts counting more, each place names as well."""
        total = sum(self._rarity.get(concept, 0.0) for concept in concepts)
        scores = np.zeros(len(self._index.units), dtype=np.float32)
        if total:
            for unit, held in enumerate(self._index.concepts):
                scores[unit] = sum(self._rarity.get(concept, 0.0) for concept in concepts & held) / total
        return scores

    def _place(self, query: Query, allowed: Sequence[bool]) -> Scores:
        scores = np.zeros(len(self._index.units), dtype=np.float32)
        if query.place is None:
            return scores
        for ref, weight in self._named(query.place).items():
            scores[self._number[ref]] = weight
        if query.place.alone and not scores.any():
            raise NotHeld(_not_held(query.place))
        if query.place.alone and not any(scores[unit] and allowed[unit] for unit in range(len(scores))):
            raise NotHeld(f"{_not_held(query.place)} The filters leave it out.")
        return scores

    def _named(self, place: AskedPlace) -> dict[ParagraphRef, float]:
        """Places that the query names outright, with how exactly it names them."""
        document = place.document
        named: dict[ParagraphRef, float] = {}
        if place.symbol:
            try:
                document = self._library.find(place.symbol)
            except NotHeld:
                return named
            instrument = self._library.instrument(document.removeprefix("registry:"))
            for label in instrument.cited_in if instrument else ():
                named[ParagraphRef(DECLARATION, label)] = PLACE_CITES
        for ref in self._index.units:
            if ref.document == document:
                exact = ref.label == place.label if place.label else ref.label == "about"
                if exact:
                    named[ref] = PLACE_ITSELF
                elif place.symbol:
                    named[ref] = PLACE_DOCUMENT
        return named

    def _allowed(self, filters: Filters) -> list[bool]:
        if filters == Filters():
            return [True] * len(self._index.units)
        document = self._library.find(filters.document) if filters.document else ""
        wanted = replace(filters, document=document)
        allowed = [self._passes(ref, wanted) for ref in self._index.units]
        if not any(allowed):
            raise NotHeld("No text passes these filters. Take one of them away.")
        return allowed

    def _passes(self, ref: ParagraphRef, filters: Filters) -> bool:
        versions = self._library.versions(ref)
        paragraph = next(iter(versions.values()))
        facets = paragraph.facets
        kinds = {self._library.kind(ref, language) for language in versions}
        return (
            (not filters.document or ref.document == filters.document)
            and (filters.kind is None or filters.kind in kinds)
            and (not filters.state or filters.state in facets.states)
            and (not filters.language or filters.language in versions)
            and (not filters.body or filters.body.casefold() in facets.body.casefold())
            and (not filters.year or filters.year in facets.years)
            and (not filters.topic or filters.topic in facets.topics)
        )

    def _hit(self, rank: int, unit: int, query: Query, routes: Mapping[str, Scores], score: float) -> SearchHit:
        ref = self._index.units[unit]
        versions = self._library.versions(ref)
        paragraph = self._shown(unit, query)
        return SearchHit(
            rank=rank,
            paragraph=paragraph,
            kind=self._library.kind(ref, paragraph.language),
            languages=tuple(sorted(versions)),
            score=round(score, 4),
            routes={
                "dense": round(float(routes["dense"][unit]), 4),
                "lexical": round(float(routes["words"][unit] + routes["grams"][unit]) / 2, 4),
                "terms": round(float(routes["terms"][unit]), 4),
                "place": round(float(routes["place"][unit]), 4),
            },
        )

    def _shown(self, unit: int, query: Query) -> Paragraph:
        """The version to show: in the language filtered for, else that of the query, else the original."""
        ref = self._index.units[unit]
        versions = self._library.versions(ref)
        wanted = query.filters.kind
        preferred = (query.filters.language, query.language, self._original[unit], *versions)
        for language in preferred:
            if language in versions and wanted in (None, self._library.kind(ref, language)):
                return versions[language]
        return versions[self._original[unit]]


def _rarity(concepts: Sequence[frozenset[str]]) -> dict[str, float]:
    """The weight of each concept: the fewer places name it, the more it tells."""
    counts: dict[str, int] = {}
    for held in concepts:
        for concept in held:
            counts[concept] = counts.get(concept, 0) + 1
    return {concept: float(np.log(1 + len(concepts) / count)) for concept, count in counts.items()}


def _original(library: Library, ref: ParagraphRef) -> str:
    return library.document(ref.document).language


def _not_held(place: AskedPlace) -> str:
    if place.symbol and place.label:
        return f"{place.symbol} {place.label} is not held. That does not mean that it does not exist."
    if place.symbol:
        return f"{place.symbol} is not in the registry. That does not mean that it does not exist."
    return f"{place.document} has no paragraph {place.label}."
