"""The names that the finder knows instruments by: those of the registry, of the term bank, and their other writings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.registry import FactName, Instrument, InstrumentKind
from indexer.tokens import folded
from references.grammar_file import common_words

NAME_FACTS = (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)
YEARS = re.compile(r"[\s,(]*(?:19|20)\d\d[^\w]*(?:(?:19|20)\d\d)?\)?(?:\s(?:years|годов|годы|года|год|гг))?\s*\Z")
BRACKETED_YEARS = re.compile(r"\s?[(（](?:19|20)\d\d\D{1,3}(?:19|20)\d\d\D{0,8}[)）]\Z")
FEWEST_WORDS = 6
"""With fewer words and no years a name may be anybody's: "Programme of Action"."""
FIGURE = re.compile(r"\d")
FIGURES = re.compile(r"\d+")
WORD = re.compile(r"\w+")


def instrument_names(library: Library, instruments: Iterable[Instrument]) -> Mapping[str, Mapping[str, set[str]]]:
    """Names of each instrument by language: its own, and those of a concept that shares an English or Russian one."""
    names: dict[str, dict[str, set[str]]] = {}
    owner: dict[str, str] = {}
    for instrument in sorted(instruments, key=lambda instrument: instrument.kind is InstrumentKind.RESOLUTION):
        own = names.setdefault(instrument.id, defaultdict(set))
        for fact in (fact for name in NAME_FACTS for fact in instrument.facts(name)):
            if fact.language in LANGUAGES:
                own[fact.language].update(_writings(fact.value, fact.language))
                owner.setdefault(_bare(fact.value), instrument.id)
    for concept in library.concepts:
        known = (_bare(name) for code in ("en", "ru") for name in concept.forms(code))
        instrument_id = next((owner[name] for name in known if name in owner), "")
        for code in LANGUAGES if instrument_id else ():
            names[instrument_id][code].update(
                writing for name in concept.forms(code) for writing in _writings(name, code)
            )
    for forms in _without_years(names).values():
        for instrument_id, language, form in forms:
            names[instrument_id][language].add(form)
    return names


def _without_years(names: Mapping[str, Mapping[str, set[str]]]) -> Mapping[tuple[str, str], set[tuple[str, str, str]]]:
    """Names without the years at their end, so that they are met with wrong ones; none that two instruments share."""
    years: dict[tuple[str, str], set[str]] = defaultdict(set)
    forms: dict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
    for instrument_id, by_language in names.items():
        for language, written in by_language.items():
            for name in written:
                bare = YEARS.sub("", name)
                if bare != name and not FIGURE.search(bare) and len(WORD.findall(bare)) >= FEWEST_WORDS:
                    years[language, bare].update([" ".join(FIGURES.findall(name))])
                    forms[language, bare].add((instrument_id, language, bare))
    return {key: found for key, found in forms.items() if len(years[key]) == 1}


def _writings(name: str, language: str) -> Iterator[str]:
    """The name as it stands, without its years in brackets, and with the United Nations in full or in short."""
    for form in {name, BRACKETED_YEARS.sub("", name)}:
        yield form
        for full, short in common_words().in_short.get(language, ()):
            if full in form:
                yield form.replace(full, short)
            elif re.search(rf"(?<!\w){re.escape(short)}(?!\w)", form):
                yield form.replace(short, full)


def _bare(name: str) -> str:
    """The words of a name without the years that stand at its end, for telling whether two are the same."""
    return " ".join(WORD.findall(YEARS.sub("", folded(name))))
