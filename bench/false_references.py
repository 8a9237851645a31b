"""False statements about real instruments: how many the checker confirms; none should be.

`python -m bench.false_references` makes them from what ships: resolutions with another date, another title, one word of
the title changed, a paragraph that no text has; and every name of an instrument with a day or year that is not its own.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import click

from corpus.imports.known import KnownResolution
from corpus.imports.layers import curated_resolutions, primary_resolutions
from corpus.language import LANGUAGES
from corpus.library import Library, load_library
from corpus.registry import UNKNOWN
from corpus.symbol import Symbol
from references.checker import ReferenceChecker
from references.dates import day_in_words
from references.findings import CheckedMention, Status
from references.instrument_names import instrument_names
from references.instruments import Style, reference
from references.titles import same_name

SEED = 7
ISO_DAY = len("2022-12-14")
NO_SUCH_PARAGRAPH = "99"
OTHER_WORD = "asteroid"
WORD = re.compile(r"[^\W\d_]+")
NOBODYS_DAY = "2011-05-12"
"""A day on which nothing of the registry was adopted, held or begun."""
YEAR_BEHIND = {
    "ar": " لعام 2011",
    "en": ", adopted in Geneva in 2011",
    "kk": " (2011 ж.)",
    "ky": " (2011-ж.)",
    "ru": ", принятая в Женеве в 2011 году",
    "tk": " (2011-nji ý.)",
    "uz": " (2011-y.)",
    "zh": "（2011年）",
}
FEWEST_WORDS = 2
"""A name of one word may be anybody's."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence about an instrument: what is false in it (nothing, where it is true), and whom it is about."""

    wrong: str
    language: str
    text: str
    symbol: str = ""
    instrument: str = ""

    def is_about(self, checked: CheckedMention) -> bool:
        """Whether this reference is the one that the sentence was made for."""
        known = checked.mention
        if self.symbol:
            return known.symbol == self.symbol and not known.instrument
        return known.instrument == self.instrument


def claims(library: Library) -> Iterator[Claim]:
    """Every true sentence and every false one; the same ones each time."""
    yield from _of_resolutions(library, random.Random(SEED))  # noqa: S311  nothing secret
    yield from _of_names(library)


def confirmed(checker: ReferenceChecker, made: Iterable[Claim]) -> tuple[Counter[str], Counter[str], list[Claim]]:
    """How many sentences of each kind there are, how many of them are confirmed, and the false ones among those."""
    total: Counter[str] = Counter()
    held: Counter[str] = Counter()
    false: list[Claim] = []
    for claim in made:
        total[claim.wrong] += 1
        about = [one for one in checker.check(claim.text, claim.language).mentions if claim.is_about(one)]
        if any(finding.status is Status.CONFIRMED for one in about for finding in one.findings):
            held[claim.wrong] += 1
            false += [claim] if claim.wrong else []
    return total, held, false


def _of_resolutions(library: Library, chance: random.Random) -> Iterator[Claim]:
    known = {one.symbol: one for one in (*curated_resolutions(library.instruments), *primary_resolutions())}
    dated = [one for one in known.values() if len(one.adopted_on) == ISO_DAY]
    titles = [one.title for one in dated if _has_title(one)]
    for one in dated:
        for language in LANGUAGES:
            yield from _of_resolution(one, language, titles, chance)


def _of_resolution(one: KnownResolution, language: str, titles: list[str], chance: random.Random) -> Iterator[Claim]:
    symbol, day = Symbol.parse(one.symbol), date.fromisoformat(one.adopted_on)
    other_day = (day + timedelta(days=chance.choice((-365, -31, -1, 1, 31, 365)))).isoformat()

    def said(wrong: str, adopted_on: str = one.adopted_on, title: str = "", paragraph: str = "") -> Claim:
        text = reference(symbol, language, Style.FIRST, adopted_on, title, paragraph)
        return Claim(wrong, language, text, symbol=symbol.canonical)

    yield said("")
    yield said("date", adopted_on=other_day)
    yield said("paragraph", paragraph=NO_SUCH_PARAGRAPH)
    if not _has_title(one):
        return
    while same_name(another := chance.choice(titles), one.title, one.language):
        pass
    yield said("title", title=another)
    word = chance.choice(list(WORD.finditer(one.title)))
    yield said("word of the title", title=one.title[: word.start()] + OTHER_WORD + one.title[word.end() :])


def _has_title(one: KnownResolution) -> bool:
    return one.title not in {"", UNKNOWN}


def _of_names(library: Library) -> Iterator[Claim]:
    for instrument_id, by_language in instrument_names(library, library.instruments).items():
        for language, names in by_language.items():
            for name in sorted(names):
                if len(name.split()) < FEWEST_WORDS and language != "zh":
                    continue
                yield from (
                    Claim("day or year", language, f"… {name}{behind}.", instrument=instrument_id)
                    for behind in _not_its_own(language)
                )


def _not_its_own(language: str) -> tuple[str, ...]:
    """A day and a year that no instrument has, as they stand behind a name."""
    year = NOBODYS_DAY[:4]
    return f" ({year})", f", {day_in_words(NOBODYS_DAY, language)}", YEAR_BEHIND.get(language, f", {year}")


def main() -> None:
    """Make them all, check them, and print how many are confirmed."""
    library = load_library()
    total, held, false = confirmed(ReferenceChecker(library), claims(library))
    for wrong, count in total.items():
        click.echo(f"{'wrong ' + wrong if wrong else 'nothing wrong':24} {count:5}  confirmed {held[wrong]}")
    for claim in false:
        click.echo(f"✗ {claim.wrong} [{claim.language}] {claim.text}")


if __name__ == "__main__":
    main()
