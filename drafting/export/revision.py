"""Tracked insertions and deletions written into the XML of one paragraph."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise

from drafting.export.word_fields import Span, fields_unfolded, whole_fields
from drafting.export.word_file import SPACE, Node, made, take_out, w
from drafting.export.word_text import Atom, atoms
from drafting.word_changes import Change

NOTE_MARKS = frozenset(
    w(name) for name in ("footnoteReference", "endnoteReference", "commentReference", "annotationRef")
)
AS_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
BREAKS = {"\t": "tab", "\n": "br"}
OF_THE_RUN_ALONE = frozenset({w("rPrChange")})


@dataclass(slots=True)
class Stamp:
    """Author and date of the changes, and their numbers, each given once. It also counts them."""

    author: str
    date: str
    next_id: int
    counts: dict[str, int] = field(default_factory=lambda: {"ins": 0, "del": 0})

    def mark(self, kind: str) -> Node:
        """A new `ins` or `del`."""
        node = made(kind, id=str(self.next_id), author=self.author, date=self.date)
        self.next_id += 1
        self.counts[kind] += 1
        return node


@dataclass(frozen=True, slots=True)
class _Slice:
    """A piece of a run as it will stand: its content, and whether it is deleted. `start` is its place in the text."""

    atom: Atom
    start: int
    text: str
    deleted: bool


def revise(paragraph: Node, wanted: Sequence[Change], stamp: Stamp) -> None:
    """Write the changes into the paragraph: its own runs keep their form, new text takes that of its neighbour.

    Marks of footnotes stay where they are; a field that a change cuts into goes as a whole.
    """
    if not wanted:
        return
    fields_unfolded(paragraph)
    pieces = list(atoms(paragraph))
    spans = whole_fields(pieces)
    whole = widened(wanted, spans, "".join(piece.text for piece in pieces))
    _write(paragraph, list(_slices(pieces, spans, whole)), stamp)


def widened(wanted: Sequence[Change], spans: Sequence[Span], text: str) -> list[Change]:
    """The changes, each that cuts into a field made to take in the whole of it."""
    result = list(wanted)
    for span in spans:
        touching = [each for each in result if _cuts(each, span)]
        if not touching:
            continue
        start = min(span.start, touching[0].start)
        end = max(span.end, touching[-1].end)
        whole = Change(start, end, _rewritten(text, start, end, touching))
        place = result.index(touching[0])
        result[place : place + len(touching)] = [whole]
    return result


def strike_out(paragraph: Node, stamp: Stamp) -> None:
    """Mark the whole content of a paragraph as deleted, notes and fields with it.

    A field that begins or ends in another paragraph is left: half of it cannot go.
    """
    fields_unfolded(paragraph)
    pieces = list(atoms(paragraph))
    inside = {place for span in whole_fields(pieces) for place in range(span.first, span.last + 1)}
    halves = {
        piece.run
        for place, piece in enumerate(pieces)
        if place not in inside and piece.node.tag in {w("fldChar"), w("instrText")}
    }
    for run in dict.fromkeys(piece.run for piece in pieces):
        if run not in halves:
            _wrap(run, stamp)


def new_runs(text: str, form: Node | None, stamp: Stamp) -> Node:
    """An insertion of text, in the form of a neighbouring run."""
    run = made("r")
    if form is not None:
        run.append(_form(form))
    for piece in _content(text):
        run.append(piece)
    mark = stamp.mark("ins")
    mark.append(run)
    return mark


def _cuts(change: Change, span: Span) -> bool:
    if change.start == change.end:
        return span.start < change.start < span.end
    return change.start < span.end and span.start < change.end


def _rewritten(text: str, start: int, end: int, touching: Sequence[Change]) -> str:
    parts = []
    place = start
    for change in touching:
        parts += [text[place : change.start], change.text]
        place = change.end
    return "".join([*parts, text[place:end]])


def _slices(pieces: Sequence[Atom], spans: Sequence[Span], wanted: Sequence[Change]) -> Iterator[_Slice | Change]:
    """The pieces in order, cut where changes begin and end, with each change where its new text goes."""
    struck = [
        place
        for span in spans
        if any(each.start <= span.start and span.end <= each.end and each.start < each.end for each in wanted)
        for place in range(span.first, span.last + 1)
    ]
    inside = {place for span in spans for place in range(span.first + 1, span.last + 1)}
    waiting = list(wanted)
    offset = 0
    for place, piece in enumerate(pieces):
        end = offset + len(piece.text)
        while waiting and waiting[0].end <= offset and not _keeps_hold(piece, place in inside):
            yield waiting.pop(0)
        if not piece.text:
            yield _Slice(piece, offset, "", place in struck)
            continue
        for start, stop, deleted in _cuts_of(offset, end, wanted):
            while waiting and waiting[0].end <= start:
                yield waiting.pop(0)
            yield _Slice(piece, start, piece.text[start - offset : stop - offset], deleted)
        offset = end
    yield from waiting


def _keeps_hold(piece: Atom, in_field: bool) -> bool:
    """Whether a piece belongs to the text before it: the mark of a note, the rest of a field."""
    return not piece.text and (piece.node.tag in NOTE_MARKS or in_field)


def _cuts_of(start: int, end: int, wanted: Sequence[Change]) -> Iterator[tuple[int, int, bool]]:
    """The stretches of one piece of text, kept and deleted by turns."""
    places = {start, end}
    for change in wanted:
        places |= {place for place in (change.start, change.end) if start < place < end}
    ordered = sorted(places)
    for one, other in pairwise(ordered):
        yield one, other, any(change.start <= one and other <= change.end for change in wanted)


def _write(paragraph: Node, pieces: Sequence["_Slice | Change"], stamp: Stamp) -> None:
    """Put the slices in the place of the runs they were cut from; runs that nothing touches stay as they are."""
    touched = _touched(pieces)
    last: Node | None = None
    form = next((piece.atom.run.find(w("rPr")) for piece in pieces if isinstance(piece, _Slice) and piece.text), None)
    for place, piece in enumerate(pieces):
        if isinstance(piece, Change):
            if piece.text:
                _insert(
                    paragraph, _Neighbours(last, _next_run(pieces, place), last in touched, form), piece.text, stamp
                )
            continue
        last = piece.atom.run
        if last in touched:
            last.addprevious(_copied(piece, stamp))
        if piece.text:
            form = last.find(w("rPr"))
    for run in touched:
        take_out(run)


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What stands about new text: the runs before and after, and the form of the text before."""

    before: Node | None
    after: Node | None
    before_is_rewritten: bool
    form: Node | None


def _insert(paragraph: Node, about: _Neighbours, text: str, stamp: Stamp) -> None:
    """Set new text in; after the end of a link it stands outside the link."""
    if about.before is None:
        node = new_runs(text, about.form, stamp)
        if about.after is None:
            paragraph.append(node)
        else:
            _outermost(about.after, paragraph).addprevious(node)
        return
    parent = about.before.getparent()
    if parent is paragraph or (about.after is not None and about.after.getparent() is parent):
        node = new_runs(text, about.form, stamp)
        if about.before_is_rewritten:
            about.before.addprevious(node)
        else:
            about.before.addnext(node)
        return
    form = about.after.find(w("rPr")) if about.after is not None else None
    _outermost(about.before, paragraph).addnext(new_runs(text, form, stamp))


def _touched(pieces: Sequence["_Slice | Change"]) -> list[Node]:
    """The runs that something is deleted from or set into."""
    found: dict[Node, None] = {}
    before: Node | None = None
    for place, piece in enumerate(pieces):
        if isinstance(piece, Change):
            after = _next_run(pieces, place)
            if before is not None and before is after:
                found[before] = None
        else:
            before = piece.atom.run
            if piece.deleted:
                found[before] = None
    return list(found)


def _next_run(pieces: Sequence["_Slice | Change"], place: int) -> Node | None:
    return next((piece.atom.run for piece in pieces[place + 1 :] if isinstance(piece, _Slice)), None)


def _outermost(node: Node, paragraph: Node) -> Node:
    """The child of the paragraph that the node stands in."""
    return next((each for each in node.iterancestors() if each.getparent() is paragraph), node)


def _copied(piece: _Slice, stamp: Stamp) -> Node:
    """One slice as a run of its own, in the form of its source."""
    run = made("r")
    form = piece.atom.run.find(w("rPr"))
    if form is not None:
        run.append(deepcopy(form))
    content = deepcopy(piece.atom.node)
    if content.tag == w("t"):
        content.text = piece.text
        content.set(SPACE, "preserve")
    run.append(content)
    if not piece.deleted:
        return run
    content.tag = AS_DELETED.get(str(content.tag), content.tag)
    mark = stamp.mark("del")
    mark.append(run)
    return mark


def _wrap(run: Node, stamp: Stamp) -> None:
    mark = stamp.mark("del")
    run.addprevious(mark)
    mark.append(run)
    for node in run:
        node.tag = AS_DELETED.get(str(node.tag), node.tag)


def _form(form: Node) -> Node:
    """A run's form without what is said of that run alone."""
    copied = deepcopy(form)
    for child in list(copied):
        if child.tag in OF_THE_RUN_ALONE:
            copied.remove(child)
    return copied


def _content(text: str) -> Iterator[Node]:
    """The content of a run: tabs and line breaks are elements of their own."""
    for piece in re.split(r"([\t\n])", text):
        if piece in BREAKS:
            yield made(BREAKS[piece])
        elif piece:
            node = made("t")
            node.text = piece
            node.set(SPACE, "preserve")
            yield node
