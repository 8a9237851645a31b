"""The pages of a PDF as signs with their places on the page, and as pictures; the only code that uses pdfium."""

import ctypes
import io
import math
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from corpus.errors import SourceRefused

MOST_PAGES = 3_000
MOST_SIGNS = 200_000
INVISIBLE = 3
# pdfium writes these for a hyphen at the end of a line.
LINE_END_HYPHENS = ("\x02", "\ufffe")
MARK_COLOUR = (255, 221, 87)
LARGEST_PICTURE = 8_000
PART_LENGTH = 24
# Stretches of text for each sign that is found; spaces alone may be stretches of their own.
MISSING = 1.5
UPRIGHT_TOLERANCE = 0.2


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign on a page: its text, its box, the line it stands on and its height, all in points from bottom left."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class PageSigns:
    """The upright signs of a page, its measures in points, and what else is on it.

    `slanted` is how many signs stand at another angle and were left out. `pictured` is the share of the page that its
    largest picture covers, `hidden` whether most of its text is invisible, as below the picture of a scanned page.
    `missing` says that much of its text has no place here, as where a font is not in the file.
    """

    signs: tuple[Sign, ...]
    width: float
    height: float
    slanted: int = 0
    pictured: float = 0.0
    hidden: bool = False
    missing: bool = False


def page_signs(content: bytes) -> Iterator[PageSigns]:
    """The pages of a PDF one after another, each let go before the next.

    Raises:
        SourceRefused: it is encrypted, damaged, or has too many pages; the message lacks the name of the file.
    """
    with _opened(content) as document:
        if len(document) > MOST_PAGES:
            raise SourceRefused(f"it has {len(document):,} pages; the limit is {MOST_PAGES:,}. Add it in parts.")
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
                yield _signs_of(page, text_page)


def page_picture(content: bytes, page: int, scale: float = 1.5, marked: str = "") -> bytes:
    """A page as a PNG picture, with the stretch of text marked where it is found on the page.

    Pages count from 1; at scale 1 a point is a pixel. A text that is not found on the page leaves it unmarked.

    Raises:
        SourceRefused: the PDF cannot be opened or has no such page.
    """
    with _opened(content) as document:
        if not 1 <= page <= len(document):
            raise SourceRefused(f"there is no page {page}: it has {len(document):,} pages.")
        with closing(document[page - 1]) as shown, closing(shown.get_textpage()) as text_page:
            scale = min(scale, LARGEST_PICTURE / max(shown.get_size()))
            bitmap = shown.render(scale=scale)
            picture = bitmap.to_pil().convert("RGB")
            for box in _pixel_boxes(shown, text_page, marked, picture.size):
                _mark(picture, box)
            written = io.BytesIO()
            picture.save(written, format="PNG")
            return written.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise SourceRefused("it is encrypted. Save a copy that opens without a password and add that.") from error
        raise SourceRefused("it is damaged or is not a PDF. Save or fetch it again.") from error
    with closing(document):
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise SourceRefused("one of its pages is damaged. Save it again as PDF.") from error


def _signs_of(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> PageSigns:
    """The signs of a page turned so that most of them stand upright."""
    found = list(_raw_signs(text_page))
    turn = _usual_turn(found)
    page_box = page.get_mediabox()
    width, height = page_box[2] - page_box[0], page_box[3] - page_box[1]
    if turn % 2:
        width, height = height, width
    upright = tuple(_turned(sign, turn, page_box) for sign in found if sign.turn == turn)
    pictured = _pictured(page)
    return PageSigns(
        signs=upright,
        width=width,
        height=height,
        slanted=sum(sign.turn != turn for sign in found),
        pictured=pictured,
        hidden=pictured > 0.5 and _is_hidden(text_page),
        missing=_count_texts(page) > MISSING * len(found) + 1,
    )


@dataclass(frozen=True, slots=True)
class _RawSign:
    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    turn: int


def _raw_signs(text_page: pypdfium2.PdfTextPage) -> Iterator[_RawSign]:
    """Every sign, and the spaces that pdfium sees between words; signs of one ligature have one box."""
    before: _RawSign | None = None
    count = text_page.count_chars()
    if count > MOST_SIGNS:
        raise SourceRefused(f"one of its pages holds {count:,} signs; the limit is {MOST_SIGNS:,}.")
    places = _Places(raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX())
    for index in range(count):
        text = chr(raw.FPDFText_GetUnicode(text_page, index))
        if text not in LINE_END_HYPHENS and raw.FPDFText_IsGenerated(text_page, index) == 1:
            if text == " " and before is not None and before.turn == 0:
                yield _space_after(before)
            continue
        before = places.sign(text_page, index, "-" if text in LINE_END_HYPHENS else text)
        yield before


@dataclass(frozen=True, slots=True)
class _Places:
    """The variables that pdfium writes into, made once for a page."""

    box: raw.FS_RECTF
    x: ctypes.c_double
    y: ctypes.c_double
    matrix: raw.FS_MATRIX

    def sign(self, text_page: pypdfium2.PdfTextPage, index: int, text: str) -> _RawSign:
        """The sign with this number on the page, under this text."""
        box, matrix = self.box, self.matrix
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        raw.FPDFText_GetCharOrigin(text_page, index, self.x, self.y)
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        angle = math.atan2(matrix.b, matrix.a)
        quarter = round(angle / (math.pi / 2))
        return _RawSign(
            text=text,
            box=(box.left, box.bottom, box.right, box.top),
            origin=(self.x.value, self.y.value),
            size=raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d),
            turn=quarter % 4 if abs(angle - quarter * math.pi / 2) < UPRIGHT_TOLERANCE else -1,
        )


def _space_after(sign: _RawSign) -> _RawSign:
    """A space without breadth where reading goes on after a sign."""
    left, bottom, right, top = sign.box
    edge = left if unicodedata.bidirectional(sign.text) in {"R", "AL"} else right
    return _RawSign(" ", (edge, bottom, edge, top), (edge, sign.origin[1]), sign.size, sign.turn)


def _usual_turn(signs: list[_RawSign]) -> int:
    """The quarter turn that most signs of the page have."""
    turns = [sign.turn for sign in signs if sign.turn >= 0]
    return max(range(4), key=turns.count) if turns else 0


def _turned(sign: _RawSign, turn: int, page_box: tuple[float, float, float, float]) -> Sign:
    """A sign in the directions that a reader of its page sees."""
    left, bottom, right, top = sign.box
    x, y = sign.origin
    if turn == 0:
        return Sign(sign.text, left - page_box[0], right - page_box[0], y - page_box[1], sign.size)
    if turn == 1:
        return Sign(sign.text, bottom - page_box[1], top - page_box[1], page_box[2] - x, sign.size)
    if turn == 2:
        return Sign(sign.text, page_box[2] - right, page_box[2] - left, page_box[3] - y, sign.size)
    return Sign(sign.text, page_box[3] - top, page_box[3] - bottom, x - page_box[0], sign.size)


def _pictured(page: pypdfium2.PdfPage) -> float:
    """The share of the page that its largest picture covers."""
    width, height = page.get_size()
    shares = [0.0]
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = picture.get_bounds()
        shares.append(abs((right - left) * (top - bottom)) / max(1.0, width * height))
    return min(1.0, max(shares))


def _count_texts(page: pypdfium2.PdfPage) -> int:
    """How many stretches of text the page is drawn with; each holds at least one sign."""
    return sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4))


def _is_hidden(text_page: pypdfium2.PdfTextPage) -> bool:
    """Whether most signs of a page are set to be invisible; a sample of them is enough to tell."""
    count = text_page.count_chars()
    modes = [
        raw.FPDFTextObj_GetTextRenderMode(text_object)
        for index in range(0, count, max(1, count // 200))
        if (text_object := raw.FPDFText_GetTextObject(text_page, index))
    ]
    return modes.count(INVISIBLE) * 2 > len(modes)


def _pixel_boxes(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, marked: str, size: tuple[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Where a text stands in the picture of its page: left, top, right, bottom of each line of it."""
    start, count = _found(text_page, marked)
    if not count:
        return
    left, top, x, y = ctypes.c_int(), ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    for index in range(text_page.count_rects(start, count)):
        x_left, y_bottom, x_right, y_top = text_page.get_rect(index)
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x_left, y_top, left, top)
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x_right, y_bottom, x, y)
        yield min(left.value, x.value), min(top.value, y.value), max(left.value, x.value), max(top.value, y.value)


def _found(text_page: pypdfium2.PdfTextPage, marked: str) -> tuple[int, int]:
    """Where a text begins among the signs of a page and how many it takes, spaces and line breaks aside.

    If the text runs on over the page's end, or lost marks on its way, its longest beginning that stands here counts.
    """
    places, letters = [], []
    for index in range(text_page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text_page, index))
        if sign.isalnum():
            places.append(index)
            letters.append(sign.casefold()[:1])
    wanted = "".join(sign.casefold()[:1] for sign in marked if sign.isalnum())
    page_text = "".join(letters)
    if not wanted or not page_text:
        return 0, 0
    start, length = _longest_stretch(page_text, wanted)
    return (places[start], places[start + length - 1] - places[start] + 1) if length else (0, 0)


def _longest_stretch(page_text: str, wanted: str) -> tuple[int, int]:
    """The stretch of a page from the first part of the text that is found on it to the last that follows it."""
    part = min(PART_LENGTH, len(wanted))
    start = end = 0
    for offset in (*range(0, len(wanted) - part, part), len(wanted) - part):
        place = page_text.find(wanted[offset : offset + part], end)
        if place >= 0 and (not end or place - end <= len(wanted)):
            start, end = (start if end else place), place + part
    return start, end - start


def _mark(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    """Colour a box as a marker pen does: what is dark stays dark."""
    left, top, right, bottom = box
    if right > left and bottom > top:
        part = picture.crop(box)
        picture.paste(ImageChops.multiply(part, Image.new("RGB", part.size, MARK_COLOUR)), box)
