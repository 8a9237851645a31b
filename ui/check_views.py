"""What the check page shows, as values: the marked text, the findings, their evidence."""

import html
import unicodedata
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.paragraph import Paragraph
from corpus.registry import NOTE_LANGUAGES, Instrument
from references.findings import WRONG, CheckedMention, CheckReport, Finding, Status
from references.mention import Mention
from references.report import proposals
from ui.set_phrases import evidence_in_words, said_in_words, slip_in_words, sources_in_words
from ui.views import confidence_in_words
from ui.vocabulary import Words

SLIP = "slip"
SIGNS = {
    **dict.fromkeys(WRONG, "✗"),
    Status.CONFIRMED: "✓",
    Status.INCOMPLETE: "!",
    Status.AMBIGUOUS: "!",
    Status.NOT_IN_REGISTRY: "?",
    Status.COULD_NOT_CHECK: "?",
}
LOOKS = {"✗": "wrong", "!": "warning", "?": "open", "✓": "good"}
GRAVEST_FIRST = ("wrong", "warning", "open", SLIP, "good")
ABOUT = "about"
TOLD_BY_REASON = frozenset(Status) - {Status.CONFIRMED, Status.DATE, Status.ATTRIBUTION, Status.ORGAN, Status.QUOTE}
"""Statuses whose reason, where there is one, says all that the meaning of the status would say."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding in the words of the interface."""

    status: Status
    title: str
    because: str
    found: str
    expected: str
    sources: tuple[str, ...]
    confidence: str
    proposal: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """One reference, its findings, and the registry's note; `document` is empty where the registry has no entry."""

    number: int
    text: str
    title: str
    findings: tuple[FindingView, ...]
    note: str
    note_rests_on: str
    document: str
    label: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text to be marked: how it looks, what its badge says, what is told on pointing at it."""

    start: int
    end: int
    look: str
    badge: str
    told: str


def status_in_words(status: Status, words: Words) -> str:
    """A status with its sign, so that colour is never needed to tell it."""
    return f"{SIGNS[status]} {words(_key('status', status))}"


def counts(report: CheckReport) -> dict[Status, int]:
    """How many findings there are of each status, in the order of the statuses."""
    counted = Counter(finding.status for checked in report.mentions for finding in checked.findings)
    return {status: counted[status] for status in Status if counted[status]}


def mention_views(
    library: Library, report: CheckReport, words: Words, shown: Collection[str] = ()
) -> tuple[MentionView, ...]:
    """The references that have a finding of the statuses to be shown (all, if none is named), in order."""
    return tuple(
        _mention_view(library, number, checked, words)
        for number, checked in enumerate(report.mentions, start=1)
        if not shown or any(finding.status in shown for finding in checked.findings)
    )


def finding_rows(views: Collection[MentionView], words: Words, shown: Collection[str] = ()) -> list[dict[str, str]]:
    """One row a finding of the statuses to be shown, under heads in the words of the interface."""
    return [
        {
            words("check.number"): str(view.number),
            words("check.status"): finding.title,
            words("check.reference"): view.text,
            words("check.found"): finding.found,
            words("check.expected"): finding.expected,
            words("check.confidence"): finding.confidence,
            words("check.source"): " ; ".join(finding.sources),
        }
        for view in views
        for finding in view.findings
        if not shown or finding.status in shown
    ]


def proposal_labels(text: str, report: CheckReport) -> list[str]:
    """Each proposed wording beside what it would replace."""
    return [
        f"{_isolated(text[proposal.start : proposal.end])} → {_isolated(proposal.wording)}"
        for proposal in proposals(report)
    ]


def slip_rows(text: str, report: CheckReport, words: Words) -> list[dict[str, str]]:
    """The slips of the pen, one row each."""
    return [
        {
            words("check.place"): text[note.start : note.end],
            words("check.remark"): slip_in_words(note.message, words),
            words("check.proposal"): note.proposal,
        }
        for note in report.lint
    ]


def marked_text(text: str, report: CheckReport, words: Words, marked_only: bool = False) -> str:
    """The text as HTML with its marks in place, line by line, escaped; or only the lines that have a mark."""
    marks = [*_mention_marks(report, words), *_slip_marks(report, words)]
    direction = "rtl" if LANGUAGES[report.language].right_to_left else "ltr"
    lines = "".join(_lines(text, sorted(marks, key=lambda mark: (mark.start, mark.end)), marked_only))
    return f'<div class="ortak-checked" lang="{report.language}" dir="{direction}">{lines}</div>'


def _because(finding: Finding, words: Words) -> str:
    """What the status means, then the reason, in the words of the interface where there are any."""
    reason = evidence_in_words(finding.evidence, words) or finding.evidence
    if reason and finding.status in TOLD_BY_REASON:
        return reason
    return f"{words(_key('meaning', finding.status))} {reason}".strip()


def _isolated(text: str) -> str:
    """A stretch with letters that run from right to left, held together wherever it is put."""
    runs_left = any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if runs_left else text


def _key(table: str, status: Status) -> str:
    return f"{table}.{status.replace(' ', '_')}"


def _finding_view(finding: Finding, words: Words) -> FindingView:
    return FindingView(
        status=finding.status,
        title=status_in_words(finding.status, words),
        because=_because(finding, words),
        found=_isolated(said_in_words(finding.found, words)),
        expected=_isolated(said_in_words(finding.expected, words)),
        sources=sources_in_words(finding.source, words),
        confidence=confidence_in_words(str(finding.confidence), words),
        proposal=_isolated(finding.proposal),
    )


def _mention_view(library: Library, number: int, checked: CheckedMention, words: Words) -> MentionView:
    mention = checked.mention
    instrument = library.instrument(mention.instrument or mention.symbol)
    note = _note(library, instrument, mention, words) if instrument else None
    return MentionView(
        number=number,
        text=mention.text,
        title=" · ".join([str(number), _isolated(mention.text), *_titles(checked, words)]),
        findings=tuple(_finding_view(finding, words) for finding in checked.findings),
        note=note.text if note else "",
        note_rests_on=words("search.source", source=note.source, confidence=confidence_in_words(note.confidence, words))
        if note
        else "",
        document=f"registry:{instrument.id}" if instrument else "",
        label=note.ref.label if note and note.ref.label != ABOUT else "",
    )


def _note(library: Library, instrument: Instrument, mention: Mention, words: Words) -> Paragraph | None:
    """The registry's note on the paragraph referred to, else on the instrument as a whole."""
    language = words.language if words.language in NOTE_LANGUAGES else "en"
    notes = {
        note.ref.label: note for note in library.document(f"registry:{instrument.id}", language).paragraphs
    }  # fmt: skip
    return notes.get(mention.paragraph) or notes.get(ABOUT)


def _titles(checked: CheckedMention, words: Words) -> list[str]:
    """The statuses of a reference, each once."""
    return list(dict.fromkeys(status_in_words(finding.status, words) for finding in checked.findings))


def _mention_marks(report: CheckReport, words: Words) -> Iterator[_Mark]:
    for number, checked in enumerate(report.mentions, start=1):
        looks = {LOOKS[SIGNS[finding.status]] for finding in checked.findings}
        yield _Mark(
            start=checked.mention.start,
            end=checked.mention.end,
            look=min(looks, key=GRAVEST_FIRST.index),
            badge=f"{number} {' · '.join(_titles(checked, words))}",
            told="\n".join(_told(finding, words) for finding in checked.findings),
        )


def _told(finding: Finding, words: Words) -> str:
    return words(
        "check.told",
        status=status_in_words(finding.status, words),
        expected=said_in_words(finding.expected, words),
        confidence=confidence_in_words(str(finding.confidence), words),
    )


def _slip_marks(report: CheckReport, words: Words) -> Iterator[_Mark]:
    for note in report.lint:
        message = slip_in_words(note.message, words)
        told = f"{message} → {note.proposal}" if note.proposal else message
        yield _Mark(note.start, note.end, SLIP, f"~ {words('check.slip')}", told)


def _lines(text: str, marks: list[_Mark], marked_only: bool) -> Iterator[str]:
    start, skipped, waiting = 0, False, deque(marks)
    for line in text.split("\n"):
        end = start + len(line)
        here = [mark for mark in _until(waiting, end) if mark.end > start]
        while waiting and waiting[0].end <= end:
            waiting.popleft()
        if here or (line.strip() and not marked_only):
            yield '<p class="ortak-text ortak-gap">…</p>' if skipped else ""
            yield f'<p class="ortak-text">{"".join(_pieces(text, start, end, here))}</p>'
            skipped = False
        elif line.strip():
            skipped = True
        start = end + 1
    if skipped:
        yield '<p class="ortak-text ortak-gap">…</p>'


def _until(marks: Iterable[_Mark], end: int) -> Iterator[_Mark]:
    """The marks, in order, that begin before a place."""
    for mark in marks:
        if mark.start >= end:
            return
        yield mark


def _pieces(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[str]:
    """One line cut where marks begin and end, each badge behind the end of its mark."""
    cuts = {start, end, *(place for mark in marks for place in (mark.start, mark.end) if start < place < end)}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        covering = [mark for mark in marks if mark.start < right and left < mark.end]
        piece = html.escape(text[left:right])
        if covering:
            look = min((mark.look for mark in covering), key=GRAVEST_FIRST.index)
            told = html.escape("\n".join(mark.told for mark in covering))
            piece = f'<mark class="ortak-mark ortak-{look}" title="{told}">{piece}</mark>'
        yield piece
        for mark in marks:
            if mark.end == right:
                badge = f'<span class="ortak-badge ortak-{mark.look}" dir="auto">{html.escape(mark.badge)}</span>'
                yield badge
