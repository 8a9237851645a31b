"""Paragraphs taken in and struck out, so that every table, section and text keeps its last paragraph mark."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import SourceRefused
from drafting.export.alignment import Step
from drafting.export.revision import Stamp, new_runs, revise, strike_out
from drafting.export.word_file import Node, made, w
from drafting.export.word_text import WordParagraph, atoms
from drafting.word_changes import changes

OF_ONE_PARAGRAPH = (w("sectPr"), w("pPrChange"))
HEADINGS = ("Heading", "Title", "heading")


class Became(StrEnum):
    """What became of a paragraph."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"


KEPT = (Became.UNCHANGED, Became.CHANGED)


@dataclass(frozen=True, slots=True)
class Texts:
    """The base's paragraphs, their texts, and the new texts."""

    held: Sequence[WordParagraph]
    old: Sequence[str]
    new: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Unit:
    node: Node
    became: Became


def write_paragraphs(texts: Texts, steps: Sequence[Step], stamp: Stamp) -> Counter[Became]:
    """Write every step into the base, and count what became of the paragraphs."""
    counts: Counter[Became] = Counter()
    for stretch in _by_stretch(texts.held, steps):
        units = _units(texts, _ends_paired(stretch), stamp)
        _mark_ends(units, stamp)
        counts.update(unit.became for unit in units)
    return counts


def _by_stretch(held: Sequence[WordParagraph], steps: Sequence[Step]) -> list[list[Step]]:
    """The steps of each stretch; an insertion between two goes to the one before, or out of a table."""
    groups: dict[int, list[Step]] = defaultdict(list)
    before: WordParagraph | None = None
    for place, step in enumerate(steps):
        if step.base is not None:
            before = held[step.base]
            groups[before.stretch].append(step)
            continue
        after = next((held[each.base] for each in steps[place + 1 :] if each.base is not None), None)
        home = after if before is None or (after is not None and _leaves_table(before, after)) else before
        if home is None:
            raise SourceRefused("The base text has no paragraphs; choose a Word file with text in it.")
        groups[home.stretch].append(step)
    return list(groups.values())


def _leaves_table(before: WordParagraph, after: WordParagraph) -> bool:
    return before.in_table and not after.in_table


def _ends_paired(steps: Sequence[Step]) -> list[Step]:
    """The steps of a stretch with deletions and insertions at its end paired, until only one kind is left there."""
    last = max(
        (place for place, step in enumerate(steps) if step.base is not None and step.new is not None), default=-1
    )
    lost = [step.base for step in steps[last + 1 :] if step.base is not None]
    come = [step.new for step in steps[last + 1 :] if step.new is not None]
    paired = min(len(lost), len(come))
    return [
        *steps[: last + 1],
        *(Step(one, other) for one, other in zip(lost, come, strict=False)),
        *(Step(one, None) for one in lost[paired:]),
        *(Step(None, other) for other in come[paired:]),
    ]


def _units(texts: Texts, steps: Sequence[Step], stamp: Stamp) -> list[_Unit]:
    bases = [texts.held[step.base].node if step.base is not None else None for step in steps]
    models = [_model(bases, place) for place in range(len(steps))]
    made_from = [None if model is None else _Model.of(model) for model in models]
    units: list[_Unit] = []
    for place, step in enumerate(steps):
        node = bases[place]
        if node is None:
            model = made_from[place]
            node = _inserted(texts.new[step.new or 0], model, stamp)
            _set_in(node, units, bases[place:])
            units.append(_Unit(node, Became.INSERTED))
        elif step.base is None or step.new is None:
            strike_out(node, stamp)
            units.append(_Unit(node, Became.DELETED))
        else:
            wanted = changes(texts.old[step.base], texts.new[step.new])
            revise(node, wanted, stamp)
            units.append(_Unit(node, Became.CHANGED if wanted else Became.UNCHANGED))
    return units


def _model(bases: Sequence[Node | None], place: int) -> Node | None:
    """The paragraph whose form a new one takes: the one before it, but after a heading the one that follows."""
    before = next((node for node in reversed(bases[:place]) if node is not None), None)
    after = next((node for node in bases[place:] if node is not None), None)
    if before is None or (after is not None and _is_heading(before)):
        return after
    return before


def _is_heading(paragraph: Node) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and str(style.get(w("val"), "")).startswith(HEADINGS)


@dataclass(frozen=True, slots=True)
class _Model:
    """The form of a paragraph and of its first run with text, taken before anything is written into it."""

    paragraph: Node | None
    run: Node | None

    @classmethod
    def of(cls, node: Node) -> "_Model":
        run = next((atom.run for atom in atoms(node) if atom.text.strip()), None)
        return cls(deepcopy(node.find(w("pPr"))), deepcopy(run.find(w("rPr"))) if run is not None else None)


def _inserted(text: str, model: _Model | None, stamp: Stamp) -> Node:
    """A new paragraph, all of it an insertion; its mark is set afterwards."""
    paragraph = made("p")
    if model is not None and model.paragraph is not None:
        properties = deepcopy(model.paragraph)
        for child in list(properties):
            if child.tag in OF_ONE_PARAGRAPH:
                properties.remove(child)
        paragraph.append(properties)
    if text:
        paragraph.append(new_runs(text, model.run if model is not None else None, stamp))
    return paragraph


def _set_in(node: Node, units: Sequence[_Unit], following: Sequence[Node | None]) -> None:
    """Put a new paragraph after the one before it in its stretch, or before the one that follows."""
    if units:
        units[-1].node.addnext(node)
        return
    first = next(each for each in following if each is not None)
    first.addprevious(node)


def _mark_ends(units: Sequence[_Unit], stamp: Stamp) -> None:
    """Mark the ends of new and lost paragraphs.

    The last mark of a stretch is never touched: where the stretch ends with new or lost paragraphs, it is the mark
    before them that comes or goes, as in Word itself. What a last mark carries (the end of a section) stays on it.
    """
    last = max(place for place, unit in enumerate(units) if unit.became in KEPT)
    for place, unit in enumerate(units[:last]):
        became = _end_of(units, place)
        if became not in KEPT:
            _mark(unit.node, became, stamp)
    tail = units[last + 1 :]
    if not tail:
        return
    for unit in units[last:-1]:
        _mark(unit.node, tail[0].became, stamp)
    if tail[0].became is Became.INSERTED:
        _hand_on_section(units[last].node, tail[-1].node)


def _end_of(units: Sequence[_Unit], place: int) -> Became:
    """What became of a paragraph's mark.

    New paragraphs after one that ends in new words come as typing gives them: the mark before them is the new one, the
    last of theirs the old. LibreOffice rejects one mark too many where new words meet a new paragraph otherwise.
    """
    first = place
    while first >= 0 and units[first].became is Became.INSERTED:
        first -= 1
    typed = first >= 0 and units[first].became in KEPT and _ends_in_new_words(units[first].node)
    follows = place + 1 < len(units) and units[place + 1].became is Became.INSERTED
    if typed:
        return Became.INSERTED if follows else Became.UNCHANGED
    return units[place].became


def _ends_in_new_words(paragraph: Node) -> bool:
    """Whether the last piece is an insertion; not of a heading, whose form the paragraphs after it do not have."""
    last = next((atom for atom in reversed(list(atoms(paragraph)))), None)
    return last is not None and last.state.inserted and not _is_heading(paragraph)


def _mark(paragraph: Node, became: Became, stamp: Stamp) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = made("pPr")
        paragraph.insert(0, properties)
    marks = properties.find(w("rPr"))
    if marks is None:
        marks = made("rPr")
        later = next((child for child in properties if child.tag in OF_ONE_PARAGRAPH), None)
        if later is None:
            properties.append(marks)
        else:
            later.addprevious(marks)
    marks.insert(0, stamp.mark("ins" if became is Became.INSERTED else "del"))


def _hand_on_section(before: Node, last: Node) -> None:
    """The end of a section moves to the new last paragraph of the stretch."""
    section = before.find(f"{w('pPr')}/{w('sectPr')}")
    if section is None:
        return
    properties = last.find(w("pPr"))
    if properties is None:
        properties = made("pPr")
        last.insert(0, properties)
    properties.append(section)
