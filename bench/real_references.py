"""How well references are found in real texts, read where they lie: `python -m bench.real_references FOLDER`."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import click

from corpus.errors import SymbolError
from corpus.symbol import Symbol
from references.mentions import find_mentions

OFFICIAL = ("en", "fr", "es", "ru", "zh", "ar")
DEVSET = "parallel/un_devset/UNv1.0.devset.shared"
STRUCTURED = "resolutions/structured"
DOCUMENT_LINK = re.compile(r"https?://(?:www\.)?undocs\.org/(?:en/)?(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """What one resolution cites by its labels, and what was found in its text."""

    name: str
    labelled: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the parallel texts with the symbols found in each language."""

    number: int
    found: dict[str, frozenset[str]]

    @property
    def agrees(self) -> bool:
        """Whether every language gives the same symbols."""
        return len(set(self.found.values())) == 1


def cited(folder: Path) -> Iterator[Cited]:
    """Every structured resolution with its labels and findings; a resolution's own symbol does not count."""
    for path in sorted((folder / STRUCTURED).glob("*.json")):
        blocks = json.loads(path.read_text(encoding="utf-8"))
        own = _canonical(path.stem.replace("_", "/"))
        labels = frozenset(_linked(address) for block in blocks for _, address in block["links"]) - {own, ""}
        text = "\n\n".join(block["text"] for block in blocks if block["type"] != "title")
        yield Cited(path.stem, labels, symbols(text, "en") - {own})


def symbols(text: str, language: str) -> frozenset[str]:
    """The symbols of all references found."""
    return frozenset(mention.symbol for mention in find_mentions(text, language) if mention.symbol)


def parallel_lines(folder: Path) -> Iterator[Line]:
    """The lines of the development set that have a reference in any language."""
    texts = [Path(f"{folder / DEVSET}.{language}").read_text(encoding="utf-8").split("\n") for language in OFFICIAL]
    for number, versions in enumerate(zip(*texts, strict=True), start=1):
        found = {language: symbols(text, language) for language, text in zip(OFFICIAL, versions, strict=True)}
        if any(found.values()):
            yield Line(number, found)


def dissenters(line: Line) -> Iterator[str]:
    """The languages whose symbols are not those that most languages have."""
    usual = Counter(line.found.values()).most_common(1)[0][0]
    return (language for language, found in line.found.items() if found != usual)


def _linked(address: str) -> str:
    """The symbol that a link to the United Nations' documents leads to; empty for other links."""
    match = DOCUMENT_LINK.fullmatch(unquote(address))
    return _canonical(match[1]) if match else ""


def _canonical(written: str) -> str:
    try:
        return Symbol.parse(written).canonical
    except SymbolError:
        return written


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--examples", default=10, help="How many differences to show.")
def main(folder: Path, examples: int) -> None:
    """Measure on the third-party texts in FOLDER."""
    documents = list(cited(folder))
    both = sum(len(document.labelled & document.found) for document in documents)
    labelled = sum(len(document.labelled) for document in documents)
    found = sum(len(document.found) for document in documents)
    click.echo(f"Resolutions: {both}/{labelled} labels found, {both}/{found} findings labelled")
    for document in [document for document in documents if document.labelled != document.found][:examples]:
        missed, extra = sorted(document.labelled - document.found), sorted(document.found - document.labelled)
        click.echo(f"  {document.name}: missed {missed}, not labelled {extra}")
    lines = list(parallel_lines(folder))
    agreeing = sum(line.agrees for line in lines)
    worst = Counter(language for line in lines for language in dissenters(line))
    click.echo(f"Parallel lines: {agreeing}/{len(lines)} agree; dissenting {dict(worst.most_common())}")
    for line in [line for line in lines if not line.agrees][:examples]:
        click.echo(f"  line {line.number}: { {code: sorted(found) for code, found in line.found.items()} }")


if __name__ == "__main__":
    main()
