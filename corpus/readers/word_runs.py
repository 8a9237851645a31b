"""The running text of one Word paragraph: fields, symbols, notes, hidden text, text boxes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.readers.markup import Element
from corpus.readers.word_package import COMPATIBILITY, MATH, w
from corpus.readers.word_styles import Styles
from corpus.readers.word_symbols import PRIVATE, sign
from corpus.readers.writing import raised

TEXT_BOX = w("txbxContent")
CHOICE, FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
TEXTS = (w("t"), f"{{{MATH}}}t", TEXT_BOX, w("delText"))
BLANK = frozenset({w("tab"), w("ptab"), w("br"), w("cr")})
UNREAD = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "rubyPr", "ffData", "smartTagPr",
        "customXmlPr", "fldData", "footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator",
    )
)  # fmt: skip
PICTURE_KINDS = (
    ("}chart", "chart", "its figures are not text"),
    ("}relIds", "diagram", "its words are not read; copy them into the text"),
    ("}OLEObject", "embedded object", "objects of other programs are not read"),
    ("}blip", "picture", "pictures are not text"),
    ("}imagedata", "picture", "pictures are not text"),
)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A place in the text that a note belongs to; `custom` is the mark typed by hand, if one was."""

    kind: str
    id: str
    custom: str = ""


@dataclass(slots=True)
class Inline:
    """What stands in one paragraph."""

    pieces: list[str] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The running text."""
        return "".join(self.pieces)


class RunReader:
    """Reads paragraphs of one file; what it leaves out is counted by what and why."""

    def __init__(self, styles: Styles) -> None:
        self.dropped: Counter[tuple[str, str]] = Counter()
        self._styles = styles
        self._read: dict[str, Callable[[Element, Inline], None]] = {
            w("r"): self._run,
            w("t"): self._text,
            w("delText"): self._text,
            f"{{{MATH}}}t": self._text,
            w("noBreakHyphen"): lambda element, inline: inline.pieces.append("-"),
            w("softHyphen"): lambda element, inline: None,
            w("sym"): self._symbol,
            w("fldChar"): self._field_mark,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("drawing"): self._picture,
            w("pict"): self._picture,
            w("object"): self._picture,
            w("sdt"): self._control,
            ALTERNATIVES: self._alternatives,
        }
        self._fields: list[str] = []
        self._skipping = False
        self._paragraph: Element | None = None
        self._font = ""
        self._custom_mark = False

    def read(self, paragraph: Element) -> Inline:
        """What stands in this paragraph."""
        inline = Inline()
        self._paragraph, self._fields = paragraph, []
        marks = Counter(str(mark.get(w("fldCharType"), "")) for mark in paragraph.iter(w("fldChar")))
        # Where a field does not end in the paragraph, nothing of it may be taken for an instruction.
        self._skipping = marks["begin"] == marks["end"]
        self._all(paragraph, inline)
        return inline

    def _all(self, element: Element, inline: Inline) -> None:
        for child in element:
            if child.tag in UNREAD:
                continue
            if child.tag in BLANK:
                self._put(" ", inline)
                continue
            self._read.get(str(child.tag), self._all)(child, inline)

    def _run(self, run: Element, inline: Inline) -> None:
        if self._paragraph is not None and self._styles.is_hidden(run, self._paragraph):
            if any((piece.text or "").strip() for piece in run.iter(w("t"), w("delText"))):
                self.dropped["hidden text", "Word does not show it"] += 1
            return
        fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
        self._font = "" if fonts is None else str(fonts.get(w("ascii"), fonts.get(w("hAnsi"), "")))
        own, outer = Inline(notes=inline.notes, boxes=inline.boxes), self._font
        self._all(run, own)
        self._font, self._custom_mark = outer, False
        inline.pieces.append(raised(own.text) if self._styles.is_raised(run) else own.text)

    def _put(self, text: str, inline: Inline) -> None:
        if self._custom_mark and text.strip():
            mark = inline.notes.pop()
            inline.notes.append(NoteMark(mark.kind, mark.id, text.strip()))
            self._custom_mark = False
        elif not (self._skipping and "instruction" in self._fields):
            inline.pieces.append(text)

    def _text(self, element: Element, inline: Inline) -> None:
        text = element.text or ""
        if any(ord(letter) in PRIVATE for letter in text):
            text = "".join(sign(ord(letter), self._font) if ord(letter) in PRIVATE else letter for letter in text)
        self._put(text, inline)

    def _symbol(self, element: Element, inline: Inline) -> None:
        font, code = str(element.get(w("font"), "")), str(element.get(w("char"), ""))
        try:
            shown = sign(int(code[:8], 16), font)
        except ValueError:
            shown = ""
        if shown:
            self._put(shown, inline)
        else:
            self.dropped["sign", f"the sign of the font “{font}” is not known"] += 1

    def _field_mark(self, element: Element, inline: Inline) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append("instruction")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, element: Element, inline: Inline) -> None:
        kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
        inline.notes.append(NoteMark(kind, str(element.get(w("id"), ""))))
        self._custom_mark = str(element.get(w("customMarkFollows"), "")) in ("1", "true", "on")

    def _control(self, element: Element, inline: Inline) -> None:
        properties = element.find(w("sdtPr"))
        if properties is not None and properties.find(w("showingPlcHdr")) is not None:
            self.dropped["prompt of an empty field", "nothing was filled in"] += 1
            return
        self._all(element, inline)

    def _alternatives(self, element: Element, inline: Inline) -> None:
        self._all(chosen(element), inline)

    def _picture(self, element: Element, inline: Inline) -> None:
        boxes = outermost_boxes(element)
        inline.boxes.extend(boxes)
        if boxes:
            return
        tags = {str(inner.tag) for inner in element.iter()}
        for ending, what, why in PICTURE_KINDS:
            if any(tag.endswith(ending) for tag in tags):
                self.dropped[what, why] += 1
                return


def chosen(alternatives: Element) -> Element:
    """The branch of alternatives to read: the newer one, unless only the older one holds text."""
    branches = [*alternatives.findall(CHOICE), *alternatives.findall(FALLBACK)]
    with_text = [branch for branch in branches if next(branch.iter(*TEXTS), None) is not None]
    return (with_text or branches or [alternatives[0] if len(alternatives) else alternatives])[0]


def outermost_boxes(element: Element) -> list[Element]:
    """The text boxes in a drawing, each once: not those in its fallback, nor those within another box."""
    if element.tag == TEXT_BOX:
        return [element]
    if element.tag == ALTERNATIVES:
        branch = chosen(element)
        return [] if branch is element else outermost_boxes(branch)
    return [box for child in element for box in outermost_boxes(child)]
