"""Read titles and dates of adoption from primary texts, and write corpus/primary.toml.

    python scripts/read_primary_texts.py FOLDER

FOLDER holds the texts in English, one file per resolution and form, named by the symbol (A_RES_77_158):
`structured/*.json` (an array of blocks with `text`), `raw/*.txt` and `raw/*.md` (text of a PDF), `md/*.md`. Nothing
else of the texts is kept. The title is what stands after the resolution's own number, the date is that of the line
“Resolution adopted by … on …”, or of the meeting at the end; never that of the masthead, which tells when the document
was issued.

The files in `md` have lost the second line of most long titles. A title from there is kept only where the catalogue's
title in the front matter confirms that it is whole; it is completed where that and the agenda item in the masthead
agree on how it goes on, and unknown otherwise.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.errors import SymbolError
from corpus.imports.merge import folded_title
from corpus.symbol import Symbol

TARGET = Path(__file__).parents[1] / "corpus" / "primary.toml"
FORMS = ("structured/*.json", "raw/*.txt", "raw/*.md", "md/*.md")
"""The most faithful form first: where two tell of the same resolution, the first is taken."""
UNKNOWN = "unknown"
LONGEST_TITLE = 20
"""Within so many lines the opening words must follow."""
HEAD = """\
# Titles and dates of adoption as the resolutions themselves state them, in English.
# Written by scripts/read_primary_texts.py; do not edit. "unknown" where the text does not say.
"""

_SYMBOL_IN_NAME = re.compile(r"(?:A_RES_|E_RES_|UNEP_EA\.)[^.]*(?:\.\d+)?")
_ADOPTION = re.compile(r"Resolution adopted by the [A-Za-z ]{5,80} on (\d{1,2} [A-Z][a-z]{2,8} \d{4})\b")
_MEETING = re.compile(r"\d{1,4}(?:st|nd|rd|th)(?: \(resumed\))? plenary meeting (\d{1,2} [A-Z][a-z]{2,8} \d{4})\b")
_AGENDA_ITEM = re.compile(r"Agenda item \d{1,3} (?:\([a-z]{1,3}\) )?([^\[\]]{1,600}?) Resolution adopted by")
_CATALOGUED = re.compile(r'title: "([^"]{1,600}?)[ :]*"')
_FOOTNOTE_MARK = re.compile(r"\[\^\d{1,3}\]")
_OPENING = re.compile(r"The (?:General Assembly|Economic and Social Council|United Nations Environment Assembly)\b")
_ORDER = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class PrimaryText:
    """What is kept of one text."""

    symbol: str
    title: str
    adopted_on: str


def read_folder(folder: Path) -> tuple[dict[str, PrimaryText], list[str]]:
    """The first form of every resolution in the folder, and a sentence for each form that tells otherwise."""
    found: dict[str, PrimaryText] = {}
    differences: list[str] = []
    for pattern in FORMS:
        for path in sorted(folder.glob(pattern)):
            text = read_text(path)
            held = found.setdefault(text.symbol, text)
            if _differ(held.title, text.title) or _differ(held.adopted_on, text.adopted_on):
                differences.append(f"{path.relative_to(folder)}: {text} differs from {held}")
    return dict(sorted(found.items(), key=lambda item: _in_order(item[0]))), differences


def _differ(one: str, other: str) -> bool:
    return UNKNOWN not in (one, other) and folded_title(one) != folded_title(other)


def read_text(path: Path) -> PrimaryText:
    """Title and date of one file."""
    symbol = symbol_in_name(path.name)
    lines = [_plain(line) for line in _lines(path)]
    start = next((place for place, line in enumerate(lines) if line.startswith(number_line(symbol))), -1)
    if start < 0:
        title = next((line for line in lines if line.startswith("Ministerial declaration")), UNKNOWN)
        return PrimaryText(symbol, title, UNKNOWN)
    before, after = " ".join(" ".join(lines[:start]).split()), " ".join(" ".join(lines[start:]).split())
    date = _ADOPTION.search(before) or _MEETING.search(after)
    title = _title(lines[start:], number_line(symbol))
    if path.parent.name == "md":
        title = whole_title(title, before)
    return PrimaryText(symbol, title, _iso(date[1]) if date else UNKNOWN)


def whole_title(title: str, before: str) -> str:
    """The title, completed or confirmed by what stands before it, or unknown."""
    agenda_item = _AGENDA_ITEM.search(before)
    catalogued = _CATALOGUED.search(before)
    item = folded_title(agenda_item[1]) if agenda_item else ""
    entry = folded_title(catalogued[1]) if catalogued else ""
    folded = folded_title(title)
    if folded == entry:
        return title
    place = agenda_item[1].lower().rfind(title.lower()) if agenda_item else -1
    if agenda_item and place >= 0 and entry.startswith(folded) and item.endswith(entry):
        return title + agenda_item[1][place + len(title) :]
    return UNKNOWN


def symbol_in_name(name: str) -> str:
    """The canonical symbol of a file name: A_RES_2994(XXVII).json, UNEP_EA.6_RES.3.json."""
    match = _SYMBOL_IN_NAME.match(name)
    if match is None:
        raise ValueError(f"{name} is not named by a symbol, such as A_RES_77_158.json")
    written = match[0].replace("_", "/").replace("UNEP/EA./", "UNEP/EA.")
    try:
        return Symbol.parse(written).canonical
    except SymbolError:
        return written


def number_line(symbol: str) -> str:
    """How the resolution's own number opens its title line: “78/147.”, “6/3.”, “2994 (XXVII).”."""
    numbers = symbol.removeprefix("A/RES/").removeprefix("E/RES/").removeprefix("UNEP/EA.")
    return numbers.replace("/Res.", "/") + "."


def as_toml(texts: dict[str, PrimaryText]) -> str:
    """The whole of corpus/primary.toml."""
    return HEAD + "".join(_entries(texts))


def _entries(texts: dict[str, PrimaryText]) -> Iterator[str]:
    for text in texts.values():
        fields = {
            "symbol": text.symbol,
            "title": text.title,
            "language": "en",
            "adopted_on": text.adopted_on,
            "source": f"{text.symbol}, text read",
            "confidence": "high",
        }
        lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
        yield "\n[[resolution]]\n" + "".join(lines)


def _lines(path: Path) -> Iterator[str]:
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        yield from content.splitlines()
        return
    for block in json.loads(content):
        yield from block["text"].splitlines()
        yield ""


def _title(lines: list[str], number: str) -> str:
    """What stands between the number and the opening words “The General Assembly”; blank lines may fall inside it."""
    opening = next((place for place, line in enumerate(lines[:LONGEST_TITLE]) if _OPENING.match(line)), 1)
    return " ".join(" ".join(lines[:opening]).removeprefix(number).split()).rstrip(" *") or UNKNOWN


def _plain(line: str) -> str:
    unhyphened = line.replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{SOFT HYPHEN}", "")
    return " ".join(_FOOTNOTE_MARK.sub("", unhyphened).split())


def _iso(written: str) -> str:
    return datetime.strptime(written, "%d %B %Y").date().isoformat()


def _in_order(symbol: str) -> list[tuple[int, str]]:
    """Sort 9 before 10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _ORDER.findall(symbol)]


def main(arguments: list[str]) -> int:
    """Write corpus/primary.toml from the folder named."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Usage: python scripts/read_primary_texts.py FOLDER\n")
        return 2
    texts, differences = read_folder(Path(arguments[0]))
    TARGET.write_text(as_toml(texts), encoding="utf-8")
    for difference in differences:
        sys.stderr.write(f"{difference}\n")
    dated = sum(text.adopted_on != UNKNOWN for text in texts.values())
    sys.stdout.write(f"{len(texts)} resolutions, {dated} with a date, {len(differences)} forms that differ\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
