"""How far the States agree on an issue, and why, in one sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from babel.lists import format_list

from corpus.positions import PositionNote, Stance
from corpus.states import FIVE
from corpus.tables import read_table
from drafting.matrix import Agreement, Cell
from drafting.phrases import state_in_text

IN_FAVOUR = frozenset({Stance.PROPOSES, Stance.SUPPORTS, Stance.COMMITS, Stance.CALLS_FOR, Stance.CONVERGENCE})
MOST_NAMES = 6
PATH = Path(__file__).with_name("agreement.toml")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return read_table(PATH, dict[str, dict[str, str]])


def wording(key: str, language: str, **blanks: object) -> str:
    """A sentence about agreement in Russian, or in English for every other language."""
    return _tables()["ru" if language == "ru" else "en"][key].format(**blanks)


def state_list(states: Sequence[str], language: str) -> str:
    """The names of States in the language as a list in words; "none" where there are none."""
    return _listed([state_in_text(state, language) for state in states], language)


def _listed(names: Sequence[str], language: str) -> str:
    if not names:
        return wording("nobody", language)
    shown = [*names]
    if len(names) > MOST_NAMES + 1:
        rest = wording("others", language, count=len(names) - MOST_NAMES)
        if language == "ru":
            return f"{', '.join(names[:MOST_NAMES])} {rest}"
        shown = [*names[:MOST_NAMES], rest]
    return format_list(shown, locale="ru" if language == "ru" else "en_GB")


@dataclass(frozen=True, slots=True)
class Sides:
    """The States asked for, sorted by what their cells show."""

    asked: tuple[str, ...]
    in_favour: tuple[str, ...]
    conditional: tuple[str, ...]
    against: tuple[str, ...]
    mentions: tuple[str, ...]
    missing: tuple[str, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell], states: tuple[str, ...]) -> "Sides":
        """The sides that the cells of these States are on."""
        stances = {cell.holder: cell.stance for cell in cells if cell.holder in states}

        def where(fits: Callable[[Stance], bool]) -> tuple[str, ...]:
            return tuple(state for state in states if fits(stances.get(state, Stance.NO_RECORD)))

        return cls(
            states,
            where(lambda stance: stance in IN_FAVOUR),
            where(lambda stance: stance is Stance.CONDITIONAL),
            where(lambda stance: stance is Stance.OPPOSES),
            where(lambda stance: stance is Stance.MENTIONS),
            where(lambda stance: stance is Stance.NO_RECORD),
        )

    @property
    def on_record(self) -> tuple[str, ...]:
        """The States that take a side, whichever."""
        sides = {*self.in_favour, *self.conditional, *self.against}
        return tuple(state for state in self.asked if state in sides)


def agreement_of(
    sides: Sides, divergences: Iterable[PositionNote], binding: tuple[str, ...], language: str
) -> tuple[Agreement, str]:
    """How far the States agree, with one sentence that says why.

    `divergences` are the known ones on the issue, `binding` the labels of the declaration's paragraphs on it, which
    speak for the five States that adopted it. A known divergence counts even where every State has a position.
    """
    agreement, sentence = _judged(sides, [note for note in divergences if _divides(note, sides)], binding, language)
    if sides.mentions:
        sentence += wording("mentions", language, mentions=state_list(sides.mentions, language))
    return agreement, sentence


def _divides(note: PositionNote, sides: Sides) -> bool:
    """Whether a divergence is one among the States asked for, or within the only one."""
    concerned = set(note.states) & set(sides.asked)
    return bool(concerned) and (len(sides.asked) > 1 or set(note.states) == set(sides.asked))


def _judged(
    sides: Sides, divergences: list[PositionNote], binding: tuple[str, ...], language: str
) -> tuple[Agreement, str]:
    say = partial(wording, language=language)
    names, missing = state_list(sides.on_record, language), state_list(sides.missing, language)
    speaks = bool(binding) and bool(set(sides.asked) & set(FIVE))
    labels = {"labels": _listed(binding, language), **_number(binding)}
    if divergences:
        key = "known_wording" if speaks else "known"
        ids = _listed([note.id for note in divergences], language)
        return Agreement.DIVERGENCE, say(key, ids=ids, names=names, missing=missing, **labels)
    conflict = _conflict(sides, missing, language)
    if conflict:
        return Agreement.DIVERGENCE, conflict
    if set(sides.on_record) == set(sides.asked):
        key = "one" if len(sides.asked) == 1 else "all_declaration" if speaks else "all"
        return Agreement.CONVERGENCE, say(key, names=names, **labels)
    if speaks and set(sides.asked) <= set(FIVE):
        key = "declaration" if sides.on_record else "declaration_alone"
        return Agreement.CONVERGENCE, say(key, names=names, missing=missing, **labels)
    if sides.on_record or sides.mentions:
        return Agreement.PARTIAL, say("partial", names=names, missing=missing)
    return Agreement.GAP, say("gap")


def _conflict(sides: Sides, missing: str, language: str) -> str:
    if sides.against and (sides.in_favour or sides.conditional):
        others = [state for state in sides.on_record if state not in sides.against]
        return wording(
            "opposed",
            language,
            against=state_list(sides.against, language),
            names=state_list(others, language),
            missing=missing,
        )
    if sides.conditional and sides.in_favour:
        return wording(
            "conditional",
            language,
            against=state_list(sides.conditional, language),
            names=state_list(sides.in_favour, language),
            missing=missing,
        )
    return ""


def _number(labels: tuple[str, ...]) -> dict[str, str]:
    """The English verbs that agree with one label or several."""
    one = len(labels) == 1
    return {"speaks": "speaks" if one else "speak", "holds": "holds" if one else "hold"}
