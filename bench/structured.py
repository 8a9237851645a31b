"""Structured copies of resolutions, read as entries with the labels that their type, prefix and level stand for."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ADVERBS = r"(?:Also|Further|Strongly|Once again|In this regard,?)\s+"
VERB = re.compile(rf"(?:{ADVERBS}){{0,2}}(?:[a-z]+ly\s+)?[A-Z]?[a-z]+s\b(?!’)", re.DOTALL)
RULE = re.compile(r"Rule \d{1,2}")
ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)(?: [IVXL]+)?")
MEETING = re.compile(r"(?:Resumed )?\d+\w*\s(?:\(.*\) )?(?:plenary )?meeting")
DAY = re.compile(r"\d{1,2}\s[A-Z][a-z]+\s\d{4}")
NUMBERED = re.compile(r"(\d{1,3}\.|\([a-z]{1,2}\)|\([ivx]+\)|•)\t(.*)", re.DOTALL)
ROMAN = ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)")
STOPS = (".", ":", ";", ",", "”", ")", "?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is to be printed, and the label it must get; `label` is empty where nothing can be said of it.

    `continues` says that it belongs to the paragraph before it.
    """

    prefix: str
    text: str
    label: str = ""
    continues: bool = False


def entries_of(path: Path) -> list[Entry]:
    """The entries of one structured file with the labels their type, prefix and level stand for."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if all(entry["type"] == "frontmatter" for entry in raw):
        return list(_unnumbered(raw))
    return list(_typed(raw))


class _Count:
    """Where the labels stand: the annex, the paragraph that lists belong to, and how many of each came."""

    def __init__(self) -> None:
        self.annex = self.head = self.letter = self.rule = ""
        self.preamble = self.bullets = 0
        self.seen: Counter[str] = Counter()
        self.opened = self.operative = self.fresh = False

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

    def unnumbered(self, text: str) -> str:
        if VERB.match(text) and not text.endswith(","):
            self.operative, self.head = True, "OP1"
        else:
            self.preamble += 1
            self.head, self.letter, self.bullets = f"PP{self.preamble}", "", 0
        return self.head


def _typed(raw: Sequence[dict[str, object]]) -> Iterator[Entry]:
    """Entries of a file whose paragraphs are typed."""
    count = _Count()
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
        else:
            yield _bare(text, count)


def _bare(text: str, count: _Count) -> Entry:
    """An entry without number or letter: opening, heading, continuation, or a paragraph known only by its words."""
    if not count.opened and not count.annex:
        count.opened = text != "*"
        return Entry("", text)
    if count.rule and count.fresh and text.endswith((".", ":", ";")):
        count.fresh = False
        return Entry("", text, count.rule)
    if count.annex and not text.endswith(STOPS):
        count.fresh = True
        return Entry("", text)
    if count.annex or count.fresh:
        return Entry("", text, "", continues=not count.fresh and bool(count.head))
    if count.operative:
        return Entry("", text, "", continues=True)
    if (text.endswith(":") and text.startswith("Adopts")) or not any(sign.isalnum() for sign in text):
        return Entry("", text)
    return Entry("", text, count.unnumbered(text))


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
