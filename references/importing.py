"""What a reader took out of a file becomes a stored document: language, masthead, labels, guesses, and the report."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from corpus.added import FORMAT, ImportReport, LeftOut, PendingChanges, StoredDocument, StoredParagraph, counted
from corpus.document import TextKind
from corpus.errors import NotHeld, SourceRefused
from corpus.language import LANGUAGES
from corpus.parsing.clean import clean
from corpus.parsing.legible import judge, letter_share
from corpus.parsing.masthead_facts import Masthead
from corpus.parsing.parse import ParsedDocument, parse_document
from corpus.parsing.speech import is_speech
from corpus.source import Changes, Dropped, SourceText
from corpus.states import state_code
from indexer.detect import DetectedLanguage, detect_document_language
from references.checker import ReferenceChecker

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
NOT_IN_A_NAME = re.compile(r"[^\w.]+|_")
LONGEST_NAME = 60
LONGEST_TITLE = 200
UNSURE = 0.8
FEWEST_LETTERS = 8
LONGEST_TEXT = 12_000_000
ENOUGH_TO_JUDGE, SAMPLES = 400_000, 40
SHOWN_ELSEWHERE = ("title", "number", "other")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person said of the file; empty fields are for the import to find out."""

    kind: TextKind | None = None
    states: tuple[str, ...] = ()
    symbol: str = ""
    language: str = ""
    name: str = ""


def imported(
    source: SourceText, file: str, sha256: str, asked: Asked, checker: ReferenceChecker, today: date
) -> StoredDocument:
    """The document that the source is, with the report of its import.

    Raises:
        SourceRefused: it is not legible, is in a language outside the twelve, or holds no paragraph.
    """
    _refuse_what_cannot_be_read(source, file)
    detected = _language(source, file, asked.language)
    cleaned = clean(source)
    parsed = parse_document(cleaned, detected.code, title=source.title)
    if not parsed.paragraphs:
        raise SourceRefused(f"{file} holds no paragraph of text; look at the file, or add it in another format.")
    symbol = asked.symbol or parsed.masthead.symbol
    kind = asked.kind or _kind(parsed, asked, file, detected.code)
    states = asked.states or (_states(file) if kind is TextKind.POSITION else ())
    title = _title(parsed, file)
    paragraphs = tuple(
        StoredParagraph(one.label, one.kind, one.text, one.page, one.heading, one.spans) for one in parsed.paragraphs
    )
    left_out = _left_out((*source.dropped, *cleaned.dropped, *parsed.left_out))
    notes = tuple(_notes(detected, asked, kind, states))
    return StoredDocument(
        format=FORMAT,
        id=asked.name or symbol or readable_id(file, detected.code),
        symbol=symbol,
        kind=kind,
        language=detected.code,
        title=title,
        opening=parsed.opening,
        facts=_facts(parsed.masthead),
        states=states,
        body=parsed.masthead.body,
        years=_years(parsed, title, file),
        asked={},
        file=Path(file).name,
        sha256=sha256,
        reader=source.reader,
        added_on=today.isoformat(),
        paragraphs=paragraphs,
        report=_report(source, detected, paragraphs, left_out, notes, checker),
    )


def _refuse_what_cannot_be_read(source: SourceText, file: str) -> None:
    """Refuse a text that says next to nothing, is longer than we can take, or is noise."""
    letters = sum(character.isalpha() for character in source.text[:ENOUGH_TO_JUDGE])
    if letters < FEWEST_LETTERS:
        raise SourceRefused(f"{file} holds hardly a word; look at the file, or add it in another format.")
    if len(source.text) > LONGEST_TEXT:
        raise SourceRefused(f"{file} has {len(source.text):,} characters; the limit is {LONGEST_TEXT:,}. Split it.")
    legibility = judge(sample_of(source.text))
    if not legibility.readable:
        raise SourceRefused(f"{file}: {legibility.reason}")


def _report(
    source: SourceText,
    detected: DetectedLanguage,
    paragraphs: tuple[StoredParagraph, ...],
    left_out: tuple[LeftOut, ...],
    notes: tuple[str, ...],
    checker: ReferenceChecker,
) -> ImportReport:
    """How the import went: what was read, what was left out, and what a person should look at."""
    text = "\n\n".join(one.text for one in paragraphs)
    return ImportReport(
        pages=source.pages,
        paragraphs=counted(paragraphs),
        letter_share=round(letter_share(text), 3),
        language=detected.code,
        certainty=detected.certainty,
        references=len(checker.mentions(text, detected.code)),
        dropped=left_out,
        repairs=source.repairs,
        changes=_changes(source.changes),
        notes=notes,
    )


def sample_of(text: str) -> str:
    """The text, or stretches from all over a long one: noise that spoils a text is not in one place only."""
    if len(text) <= ENOUGH_TO_JUDGE:
        return text
    step = len(text) // SAMPLES
    return "\n".join(text[start : start + ENOUGH_TO_JUDGE // SAMPLES] for start in range(0, len(text), step))


def readable_id(file: str, language: str) -> str:
    """A file's name as an id: its words in small letters, joined by hyphens.

    A language code at the end ("statement.ru", "statement_RU") goes, so that language versions are one document.
    """
    stem = NOT_IN_A_NAME.sub("-", Path(file).stem.casefold()).strip("-.")
    if len(stem) > len(language) + 1 and stem.endswith((f".{language}", f"-{language}")):
        stem = stem[: -len(language) - 1].strip("-.")
    return stem[:LONGEST_NAME].strip("-.") or "document"


def _language(source: SourceText, file: str, asked: str) -> DetectedLanguage:
    detected = detect_document_language(source.text)
    if asked:
        return DetectedLanguage(asked, 1.0 if asked == detected.code else detected.certainty, detected.code)
    if detected.other:
        raise SourceRefused(
            f"{file} seems to be in a language (“{detected.other}”) that is not one of the twelve "
            f"({' '.join(LANGUAGES)}); if that is wrong, name its language with --lang."
        )
    return detected


def _facts(masthead: Masthead) -> dict[str, str]:
    """What the masthead states, by the names of the registry's facts."""
    stated = {one.name: getattr(masthead, one.name) for one in fields(masthead) if one.name not in SHOWN_ELSEWHERE}
    return {name: value for name, value in stated.items() if value}


def _kind(parsed: ParsedDocument, asked: Asked, file: str, language: str) -> TextKind:
    """A masthead of the United Nations makes a text official, a State named by the person makes it a position.

    So does a State named in the file's name, if the text was spoken before a meeting ("KAZ_77_2022").
    """
    if asked.states:
        return TextKind.POSITION
    if parsed.masthead.symbol and (parsed.masthead.distr_date or parsed.masthead.adopted_on):
        return TextKind.OFFICIAL
    spoken = is_speech(parsed.title, (one.text for one in parsed.paragraphs), language)
    return TextKind.POSITION if spoken and len(_states(file)) == 1 else TextKind.OWN


def _states(file: str) -> tuple[str, ...]:
    found = []
    for code in CODE.findall(Path(file).stem.replace("_", " ")):
        try:
            found.append(state_code(code))
        except NotHeld:
            continue
    return tuple(dict.fromkeys(found))


def _title(parsed: ParsedDocument, file: str) -> str:
    """What the text states; else the file's name, which a person gave it."""
    return " ".join((parsed.title or Path(file).stem.replace("_", " ")).split())[:LONGEST_TITLE]


def _years(parsed: ParsedDocument, title: str, file: str) -> tuple[int, ...]:
    dated = parsed.masthead.adopted_on or parsed.masthead.distr_date
    return tuple(sorted({int(year) for year in YEAR.findall(dated or f"{title} {Path(file).stem}")}))


def _left_out(dropped: Iterable[Dropped]) -> tuple[LeftOut, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for one in dropped:
        counts[one.what, one.why] += one.count
    return tuple(LeftOut(what, why, count) for (what, why), count in counts.items())


def _changes(changes: Changes | None) -> PendingChanges | None:
    if changes is None:
        return None
    return PendingChanges(changes.insertions, changes.deletions, changes.authors, changes.accepted)


def _notes(detected: DetectedLanguage, asked: Asked, kind: TextKind, states: tuple[str, ...]) -> Iterable[str]:
    if asked.language and detected.other and asked.language != detected.other:
        yield f"The text looks like “{detected.other}”, and was added as “{asked.language}” as asked."
    elif detected.also:
        others = ", ".join(detected.also)
        yield f"Parts of the text are in another language ({others}); it is indexed as “{detected.code}”."
    elif detected.certainty < UNSURE:
        yield f"The language “{detected.code}” is a guess; correct it with --lang."
    if kind is TextKind.POSITION and not states:
        yield "Whose position it is was not said; name the State with --state."
