"""How many paragraphs of real resolutions get the right label, start and end; `python -m bench.segments FOLDER`.

The labels come from structured copies of the resolutions (type, prefix and level of each entry). Their plain text is
given to the parser in three ways: a whole line for each entry, lines cut at a width without blank lines between
paragraphs, and the same with running headers and page numbers, which `clean` has to take away.
"""

import random
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.structured import Entry, entries_of
from corpus.parsing.clean import clean
from corpus.parsing.landmarks import resolution_of
from corpus.parsing.parse import parse_document
from corpus.source import CleanText, Line, SourceText

UNUSABLE = {
    "A_RES_2994(XXVII)": "a page with parts of four resolutions; footnotes stand as preambular paragraphs",
    "A_RES_47_190": "a page with parts of three resolutions, two of them typed as back matter",
    "A_RES_47_193": "a page with parts of other resolutions; footnotes stand in the text",
    "UNEP_EA.6_RES.9": "the lists of its annex have lost their letters and are typed as preamble",
}
EDGE = 30


@dataclass(frozen=True, slots=True)
class Score:
    """How many paragraphs were right of how many, and which were not."""

    right: int
    total: int
    failures: tuple[str, ...]


def _plain(text: str) -> str:
    return " ".join(text.split())


# The three ways of printing


def whole_lines(entries: Sequence[Entry]) -> CleanText:
    """Each entry a whole line with its prefix."""
    return _printed(
        [(f"{entry.prefix}\t{entry.text}" if entry.prefix else entry.text, False) for entry in entries], True
    )


def cut_lines(entries: Sequence[Entry], seed: int) -> list[str]:
    """Lines cut at one width for the file, with the number before the text or alone above it; no blank lines."""
    choice = random.Random(seed)  # noqa: S311
    width, alone = choice.randint(80, 95), bool(seed % 2)
    lines = []
    for entry in entries:
        text = _plain(entry.text)
        if entry.prefix and alone and entry.prefix[0].isdigit():
            lines.append(entry.prefix)
        elif entry.prefix:
            text = f"{entry.prefix} {text}"
        lines.extend(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""])
    return lines


def wrapped(entries: Sequence[Entry], seed: int) -> CleanText:
    """The cut lines as a cleaned text."""
    return _printed([(line, False) for line in cut_lines(entries, seed)], False)


def paged(entries: Sequence[Entry], seed: int) -> CleanText:
    """The cut lines on pages of 48 lines, the symbol and the title above, page and job number below, cleaned."""
    lines = cut_lines(entries, seed)
    pages = [lines[start : start + 48] for start in range(0, len(lines), 48)]
    title = next((found.title for entry in entries if (found := resolution_of(_plain(entry.text)))), "")
    title = title or _plain(entries[0].text)
    text, made = "", []
    for number, page in enumerate(pages, start=1):
        head = ["A/RES/99/999", title] if number > 1 else ["A/RES/99/999"]
        for line in (*head, *page, f"{number}/{len(pages)}", "99-12345"):
            made.append(Line(line, len(text), len(text) + len(line), page=number))
            text += line + "\n"
        text += "\f"
    return clean(SourceText(text, tuple(made), "bench 1", pages=len(pages)))


def _printed(lines: Sequence[tuple[str, bool]], whole: bool) -> CleanText:
    made, position = [], 0
    for text, gap in lines:
        made.append(Line(text, position, position + len(text), whole=whole, gap=gap))
        position += len(text) + 1
    return CleanText(tuple(made))


# What is right


def expected_of(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Label and text of each paragraph that must be found, continuations joined."""
    found: list[list[str]] = []
    open_label = False
    for entry in entries:
        if entry.label:
            found.append([entry.label, _plain(entry.text)])
            open_label = True
        elif entry.continues and open_label:
            found[-1][1] += " " + _plain(entry.text)
        else:
            open_label = False
    seen: Counter[str] = Counter()
    labelled = []
    for label, text in found:
        seen[label] += 1
        labelled.append((f"{label} #{seen[label]}" if seen[label] > 1 else label, text))
    return labelled


def score(entries: Sequence[Entry], clean: CleanText) -> Score:
    """Compare label, first and last characters of each paragraph."""
    parsed = parse_document(clean, "en")
    texts: dict[str, str] = {paragraph.label: _plain(paragraph.text) for paragraph in parsed.paragraphs}
    expected, failures = expected_of(entries), []
    for label, text in expected:
        got = texts.get(label)
        if got is None:
            failures.append(f"{label}: missing; {text[:60]}")
        elif _edges(got) != _edges(text):
            failures.append(f"{label}: {got[:40]} … {got[-40:]} | should be {text[:40]} … {text[-40:]}")
    return Score(len(expected) - len(failures), len(expected), tuple(failures))


def _edges(text: str) -> tuple[str, str]:
    bare = "".join(text.split())
    return bare[:EDGE], bare[-EDGE:]


def main(folder: Path, verbose: bool) -> None:
    """Print the share of right paragraphs for each way of printing, for the files developed on and those held out."""
    files = sorted((folder / "structured").glob("*.json"))
    ways: dict[str, Callable[[list[Entry], int], CleanText]] = {
        "whole": lambda entries, _: whole_lines(entries),
        "wrapped": wrapped,
        "paged": paged,
    }
    for way, printed in ways.items():
        totals = {"developed on": [0, 0], "held out": [0, 0]}
        for position, path in enumerate(files):
            if path.stem in UNUSABLE:
                continue
            share = "held out" if position % 3 == 2 else "developed on"
            entries = entries_of(path)
            result = score(entries, printed(entries, position))
            totals[share][0] += result.right
            totals[share][1] += result.total
            if result.failures:
                print(f"{way} {path.stem} ({share}): {result.right} of {result.total}")
                for failure in result.failures[: 100 if verbose else 0]:
                    if share != "held out":
                        print("   ", failure)
        for share, (right, total) in totals.items():
            print(f"== {way}, {share}: {right} of {total} paragraphs right, {right / max(total, 1):.2%}")
    for stem, why in UNUSABLE.items():
        print(f"not measured: {stem}: {why}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv[2:])
