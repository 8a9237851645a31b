"""How many paragraphs of real resolutions get the right label, start and end; `python -m bench.segments FOLDER`.

The labels come from structured copies of the resolutions (type, prefix and level of each entry). Their plain text is
given to the parser in three ways: a whole line for each entry, lines cut at a width without blank lines between
paragraphs, and the same with running headers and page numbers, which `clean` has to take away.
"""

import json
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

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
ADVERBS = r"(?:Also|Further|Strongly|Once again|In this regard,?)\s+"
VERB = re.compile(rf"(?:{ADVERBS}){{0,2}}(?:[a-z]+ly\s+)?[A-Z]?[a-z]+s\b(?!’)", re.DOTALL)
RULE = re.compile(r"Rule \d{1,2}")
ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)(?: [IVXL]+)?")
MEETING = re.compile(r"(?:Resumed )?\d+\w*\s(?:\(.*\) )?(?:plenary )?meeting")
DAY = re.compile(r"\d{1,2}\s[A-Z][a-z]+\s\d{4}")
NUMBERED = re.compile(r"(\d{1,3}\.|\([a-z]{1,2}\)|\([ivx]+\)|•)\t(.*)", re.DOTALL)
ROMAN = ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)")
STOPS = (".", ":", ";", ",", "”", ")", "?")
EDGE = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is to be printed, and the label it must get; `label` is empty where nothing can be said of it.

    `continues` says that it belongs to the paragraph before it.
    """

    prefix: str
    text: str
    label: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """How many paragraphs were right of how many, and which were not."""

    right: int
    total: int
    failures: tuple[str, ...]


def entries_of(path: Path) -> list[Entry]:
    """The entries of one structured file with the labels their type, prefix and level stand for."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if all(entry["type"] == "frontmatter" for entry in raw):
        return list(_unnumbered(raw))
    return list(_typed(raw))


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Count:
    """Where the labels stand: the annex, the paragraph that lists belong to, and how many of each came."""

    def __init__(self) -> None:
        self.annex = self.head = self.letter = self.rule = ""
        self.preamble = self.bullets = 0
        self.seen: Counter[str] = Counter()
        self.operative = self.fresh = False

    def numbered(self, prefix: str) -> str:
        number = prefix.rstrip(".")
        target = "." in number
        self.operative = True
        if self.rule:
            self.head = f"{self.rule} ({number})"
        else:
            self.head = f"{self.annex} {number}" if self.annex else number if target else f"OP{number}"
        self.seen[self.head] += 1
        if self.seen[self.head] > 1:
            self.head = f"{self.head} #{self.seen[self.head]}"
        self.letter, self.bullets, self.fresh = "", 0, False
        return self.head

    def listed(self, prefix: str, level: int) -> str:
        self.fresh = False
        if prefix.startswith("•"):
            self.bullets += 1
            return f"{self.head} {self.letter} •{self.bullets}".replace("  ", " ")
        self.bullets = 0
        if level >= 3:
            return f"{self.head} {self.letter} {prefix}"
        self.letter = prefix
        return f"{self.head} {prefix}"


def _typed(raw: Sequence[dict[str, object]]) -> Iterator[Entry]:  # noqa: C901  one case for each type of entry
    """Entries of a file whose paragraphs are typed."""
    count = _Count()
    opened = False
    for entry in raw:
        kind, text, prefix = str(entry["type"]), str(entry["text"]).strip(), str(entry["prefix"] or "").strip()
        if not prefix and (match := NUMBERED.match(text)):
            prefix, text = match[1], match[2]
        level = int(str(entry["paragraph_level"] or 1))
        if ANNEX.fullmatch(text):
            count.annex, count.head, count.fresh, count.rule = text, "", True, ""
            yield Entry("", text)
        elif RULE.fullmatch(text):
            count.head = count.rule = f"{count.annex} {text}"
            count.letter, count.fresh = "", True
            yield Entry("", text)
        elif kind in ("frontmatter", "title"):
            yield Entry("", str(entry["text"]).strip())
        elif kind == "heading" or (prefix and kind == "paragraph" and not _counts(prefix)):
            count.fresh = True
            yield Entry(prefix, text)
        elif MEETING.match(text):
            yield Entry("", text, "adoption")
        elif DAY.fullmatch(text):
            yield Entry("", text, "", continues=True)
        elif prefix:
            level = 3 if _is_roman(prefix, count.letter) else level
            label = count.numbered(prefix) if prefix[0].isdigit() else count.listed(prefix, level) if count.head else ""
            yield Entry(prefix, text, label)
        elif not opened and not count.annex:
            opened = text != "*"
            yield Entry("", text)
        elif count.rule and count.fresh and text.endswith((".", ":", ";")):
            count.fresh = False
            yield Entry("", text, count.rule)
        elif count.annex and not text.endswith(STOPS):
            count.fresh = True
            yield Entry("", text)
        elif count.annex or count.fresh:
            yield Entry("", text, "", continues=not count.fresh and bool(count.head))
        elif count.operative:
            yield Entry("", text, "", continues=True)
        elif (text.endswith(":") and text.startswith("Adopts")) or not any(sign.isalnum() for sign in text):
            yield Entry("", text)
        elif VERB.match(text) and not text.endswith(","):
            count.operative, count.head = True, "OP1"
            yield Entry("", text, "OP1")
        else:
            count.preamble += 1
            count.head, count.letter, count.bullets = f"PP{count.preamble}", "", 0
            yield Entry("", text, count.head)


def _is_roman(prefix: str, letter: str) -> bool:
    """Whether (i), (v) … are Roman figures: not where they follow the letter before them."""
    return prefix in ROMAN and letter != f"({chr(ord(prefix[1]) - 1)})" and letter != ""


def _counts(prefix: str) -> bool:
    return prefix[0].isdigit() or prefix[0] in "(•"


def _unnumbered(raw: Sequence[dict[str, object]]) -> Iterator[Entry]:
    """Entries of the environment assembly's resolutions, whose numbers the copies have lost.

    The numbers and letters that the originals print are put back: what opens with a verb in the third person and
    ends in a semicolon, colon or full stop is an operative paragraph, what follows a colon without one an item.
    """
    opened, operative, number, letter, preamble = False, False, 0, 0, 0
    for entry in raw:
        text = str(entry["text"]).strip()
        match = NUMBERED.match(text)
        if not opened:
            opened = text == "The United Nations Environment Assembly,"
            yield Entry("", text)
        elif match and number and match[1][0].isdigit():
            number, letter = int(match[1][:-1]), 0
            yield Entry(match[1], match[2], f"OP{number}")
        elif match and number:
            letter = ord(match[1][1]) - 96 if match[1].startswith("(") else letter
            yield Entry(match[1], match[2], f"OP{number} {match[1]}")
        elif VERB.match(text) and not text.endswith(","):
            operative, number, letter = True, number + 1, 0
            yield Entry(f"{number}.", text, f"OP{number}")
        elif operative:
            letter += 1
            prefix = f"({chr(96 + letter)})"
            yield Entry(prefix, text, f"OP{number} {prefix}")
        else:
            preamble += 1
            yield Entry("", text, f"PP{preamble}")


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
