"""A PDF as lines of text, page by page; one that cannot be read is refused with the reason.

The places of the signs on the page give the lines (pdfium); pages that come out as noise are read a second time by
pypdf, which goes by the order of the file instead.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdf
from pypdf.errors import PyPdfError

from corpus.errors import SourceRefused
from corpus.parsing.legible import Legibility, judge, repaired
from corpus.readers.page_lines import PageLine, page_lines, without_marks
from corpus.readers.pdfium import PageSigns, page_signs
from corpus.source import Dropped, Line, SourceText

READER = "pdf 1"
LARGEST_BYTES = 200_000_000
PAGE_BREAK = "\f"
# The share of a document's pages that may be lost, each of them reported, before the document is refused.
MOST_NOISE = 0.1
MOST_PICTURES = 0.5
# A picture so large with text on or below it is a scanned page whose characters were recognised.
WHOLE_PAGE = 0.8
HALF_PAGE = 0.5
# pypdf keeps what it has read of a file; it is opened anew after so many pages.
PAGES_AT_ONCE = 50
DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError)

_log = logging.getLogger(__name__)
# What pypdf finds odd in a file is of no use to the person; what it cannot read is told by our own refusals.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read of one page, and how it was judged."""

    lines: tuple[PageLine, ...]
    verdict: Legibility
    is_picture: bool
    recognised: bool
    slanted: int
    missing: bool

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def read_pdf(content: bytes, name: str) -> SourceText:
    """The text of a PDF in reading order, its pages joined by form feeds, with every line's page and place.

    Footnote marks that are raised stand in `text` as raised figures and are left out of the lines.

    Raises:
        SourceRefused: it is not a PDF, is cut off, encrypted, too large, without text, or its text is noise.
    """
    try:
        _check_form(content)
        pages = [_read(page) for page in page_signs(content)]
        pages, repairs = _mended(content, pages)
        _check_text(pages)
    except SourceRefused as error:
        raise SourceRefused(f"{name}: {error}") from error
    recognised = sum(page.recognised for page in pages)
    if recognised:
        repairs = (*repairs, f"the text of {recognised} pages was recognised from pictures; compare it with them")
    return replace(_source_text(pages), title=_title(content), repairs=repairs)


def _check_form(content: bytes) -> None:
    if len(content) > LARGEST_BYTES:
        raise SourceRefused(f"it has {len(content):,} bytes; the limit is {LARGEST_BYTES:,}. Add it in parts.")
    if b"%PDF-" not in content[:1024]:
        raise SourceRefused("it is not a PDF. Give the file the ending of what it is, or fetch it again.")
    if b"%%EOF" not in content[-2048:]:
        raise SourceRefused("it is cut off: its end is missing. Fetch it again.")


def _read(page: PageSigns) -> _Page:
    lines = tuple(page_lines(page))
    recognised = bool(lines) and (page.pictured > WHOLE_PAGE or (page.hidden and page.pictured > HALF_PAGE))
    return _Page(
        lines=lines,
        verdict=judge("\n".join(line.text for line in lines)),
        is_picture=not lines and page.pictured > 0.0,
        recognised=recognised,
        slanted=page.slanted,
        missing=page.missing,
    )


def _mended(content: bytes, pages: list[_Page]) -> tuple[list[_Page], tuple[str, ...]]:
    """The pages with certain repairs made, and those that are noise read a second time.

    The repairs are made here, before any place in the text is counted, as some of them shorten it.
    """
    whole, repairs = repaired(PAGE_BREAK.join(page.text for page in pages))
    pages = [_with_text(page, text) for page, text in zip(pages, whole.split(PAGE_BREAK), strict=True)]
    noise = [n for n, page in enumerate(pages) if page.missing or (page.lines and not page.verdict.readable)]
    better = 0
    for number, text in _second_reading(content, noise):
        text, _ = repaired(text)
        if judge(text).readable:
            lines = tuple(_plain_lines(text))
            pages[number] = replace(pages[number], lines=lines, verdict=judge(text), missing=False)
            better += 1
    if better:
        repairs = (*repairs, f"{better} pages were read in the order of the file, as their signs were not legible")
    return pages, repairs


def _with_text(page: _Page, text: str) -> _Page:
    if text == page.text:
        return page
    texts = text.split("\n")
    lines = tuple(replace(line, text=mended) for line, mended in zip(page.lines, texts, strict=True))
    return replace(page, lines=lines, verdict=judge(text))


def _second_reading(content: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The text of these pages as pypdf gives it; a page that it cannot read is passed over."""
    for first in range(0, len(numbers), PAGES_AT_ONCE):
        try:
            reader = pypdf.PdfReader(io.BytesIO(content))
        except DAMAGED:
            return
        for number in numbers[first : first + PAGES_AT_ONCE]:
            try:
                yield number, reader.pages[number].extract_text().replace(PAGE_BREAK, "\n")
            except DAMAGED as error:
                _log.debug("page %s: %s", number + 1, error)


def _plain_lines(text: str) -> Iterator[PageLine]:
    gap = False
    for line in text.split("\n"):
        shown = " ".join(line.split())
        if shown:
            yield PageLine(shown, gap)
        gap = not shown


def _check_text(pages: Sequence[_Page]) -> None:
    """Refuse a document whose text is missing or is noise."""
    written = [page for page in pages if page.lines]
    pictures = sum(page.is_picture for page in pages)
    if not pages:
        raise SourceRefused("it has no pages. Save it again as PDF.")
    if pictures and pictures > MOST_PICTURES * len(pages):
        raise SourceRefused(
            f"it is a scan: {pictures} of its {len(pages)} pages are pictures without a text layer. "
            "Run character recognition (OCR) on it, check the text, and add the result."
        )
    if not written:
        raise SourceRefused("its pages hold no text. Add the document as Word file or text.")
    recognised = [page for page in written if page.recognised]
    if len(recognised) * 2 > len(written):
        verdict = judge("\n".join(page.text for page in recognised), recognised=True)
        if not verdict.readable:
            raise SourceRefused(
                f"it is a scan with a bad text layer: {verdict.reason}. "
                "Run a better character recognition (OCR) on it, check the text, and add the result."
            )
    noise = [page.verdict.reason for page in written if not page.verdict.readable]
    if len(noise) > MOST_NOISE * len(written):
        raise SourceRefused(
            f"{len(noise)} of its {len(pages)} pages cannot be read: {max(noise, key=noise.count)}. "
            "Add the document as Word file or text, or run character recognition (OCR) on it."
        )


def _source_text(pages: Sequence[_Page]) -> SourceText:
    """The pages as one text with its lines; pages of noise are left out of the lines, and said so."""
    texts: list[str] = []
    lines: list[Line] = []
    marks = start = 0
    for number, page in enumerate(pages, start=1):
        for line in page.lines:
            shown = without_marks(line.text)
            marks += len(shown) < len(line.text)
            if page.verdict.readable and shown.strip():
                lines.append(Line(shown, start, start + len(line.text), page=number, gap=line.gap))
            start += len(line.text) + 1
        start += not page.lines
        texts.append(page.text)
    return SourceText(
        text=PAGE_BREAK.join(texts), lines=tuple(lines), reader=READER, pages=len(pages), dropped=_dropped(pages, marks)
    )


def _dropped(pages: Sequence[_Page], marks: int) -> tuple[Dropped, ...]:
    noise = [str(number) for number, page in enumerate(pages, 1) if page.lines and not page.verdict.readable]
    pictures = [str(number) for number, page in enumerate(pages, 1) if page.is_picture]
    partial = [str(number) for number, page in enumerate(pages, 1) if page.missing]
    found = (
        Dropped("lines with footnote marks", "raised figures were taken out of the text", marks),
        Dropped("signs at an angle", "they are not lines of the text", sum(page.slanted for page in pages)),
        Dropped(f"pages of noise ({', '.join(noise)})", "their letters cannot be read", len(noise)),
        Dropped(f"pages read in part ({', '.join(partial)})", "a font is not in the file", len(partial)),
        Dropped(f"pages without text ({', '.join(pictures)})", "they are pictures", len(pictures)),
    )
    return tuple(dropped for dropped in found if dropped.count)


def _title(content: bytes) -> str:
    """The title that the file gives itself; empty where it gives none that can be read.

    The language that a file names is passed over: it is that of the program that wrote it, in Arabic files too.
    """
    try:
        metadata = pypdf.PdfReader(io.BytesIO(content)).metadata
        return " ".join(str((metadata and metadata.title) or "").split())
    except DAMAGED:
        return ""
