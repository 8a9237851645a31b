"""How well references are found: precision and recall on the gold sentences, by language."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.tables import Entry, read_table
from references.checker import ReferenceChecker
from references.mention import Mention

FOLDER = Path(__file__).with_name("references")


class GoldMention(Entry, frozen=True):
    """A reference as a person marked it."""

    quote: str
    kind: str
    symbol: str = ""
    date: str = ""
    paragraph: str = ""
    occurrence: int = 1


class GoldCase(Entry, frozen=True):
    """A sentence with its references, or with none."""

    text: str
    mention: tuple[GoldMention, ...] = ()


class GoldFile(Entry, frozen=True):
    """All sentences of a language."""

    case: tuple[GoldCase, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts for one language; a reference counts as found where its span overlaps and its symbol is right."""

    found: int
    wanted: int
    given: int
    exact: int
    dates: int
    dated: int
    misses: tuple[str, ...]

    def __str__(self) -> str:
        recall, precision = self.found / max(1, self.wanted), self.found / max(1, self.given)
        exact, dates = self.exact / max(1, self.found), self.dates / max(1, self.dated)
        return (
            f"recall {recall:.3f}  precision {precision:.3f}  exact span {exact:.3f}  date {dates:.3f}  ({self.wanted})"
        )


def gold_cases(language: str) -> Iterator[GoldCase]:
    """The gold sentences of a language."""
    yield from read_table(FOLDER / f"{language}.toml", GoldFile).case


def score(checker: ReferenceChecker, language: str) -> Score:
    """Find references in every gold sentence and compare."""
    found = wanted = given = exact = dates = dated = 0
    misses: list[str] = []
    for case in gold_cases(language):
        mentions = checker.mentions(case.text, language)
        left = list(mentions)
        for gold in case.mention:
            wanted += 1
            start = _place(case.text, gold)
            end = start + len(gold.quote)
            hit = next(
                (known for known in left if known.start < end and start < known.end and _same(known, gold)), None
            )
            if hit is None:
                misses.append(f"- {gold.quote} [{gold.symbol}] in: {case.text}")
                continue
            left.remove(hit)
            found += 1
            exact += (hit.start, hit.end) == (start, end)
            dated += bool(gold.date)
            dates += bool(gold.date) and hit.date == gold.date
            if gold.date and hit.date != gold.date:
                misses.append(f"d {gold.quote} {gold.date}≠{hit.date} in: {case.text}")
        given += len(mentions)
        misses.extend(f"+ {extra.text} [{extra.symbol or extra.instrument}] in: {case.text}" for extra in left)
    return Score(found, wanted, given, exact, dates, dated, tuple(misses))


def _place(text: str, gold: GoldMention) -> int:
    place = -1
    for _ in range(gold.occurrence):
        place = text.index(gold.quote, place + 1)
    return place


def _same(mention: Mention, gold: GoldMention) -> bool:
    return gold.symbol in {mention.symbol, mention.instrument} or (not gold.symbol and mention.kind == gold.kind)
