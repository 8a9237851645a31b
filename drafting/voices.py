"""The five registers of a paragraph, and how each speaks: the form of its verbs, its subject, its own."""

from dataclasses import dataclass
from enum import StrEnum

from drafting.groups import Speaker
from drafting.verbs import Shape, Words


class Register(StrEnum):
    """Whose voice a paragraph is in, and what kind of paragraph it is."""

    HEADS_OF_STATE = "heads-of-state"
    OPERATIVE = "operative"
    PREAMBULAR = "preambular"
    GROUP_STATEMENT = "group-statement"
    TALKING_POINT = "talking-point"


OF_AN_ORGAN = frozenset({Register.OPERATIVE, Register.PREAMBULAR})
"""The registers whose subject is an organ that adopts the text; such a paragraph is one sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A register in one language.

    `subjects` are the words that may stand for its subject, `written` the one that opens its paragraphs (empty where
    none does), `pronoun` the one of a further sentence, `own` and `self_word` "our" and "ourselves" of that subject.
    """

    register: Register
    shape: Shape
    subjects: tuple[str, ...]
    written: str
    pronoun: str
    own: str
    self_word: str

    @property
    def needs_subject(self) -> bool:
        """Whether a paragraph that names no subject is not in this register."""
        return self.register is Register.GROUP_STATEMENT


def voice(register: Register, words: Words, speaker: Speaker) -> Voice:
    """How this register speaks in the language of these words; `speaker` is who speaks in a group's statement."""
    if register in {Register.HEADS_OF_STATE, Register.TALKING_POINT}:
        written = words.we if register is Register.TALKING_POINT else ""
        return Voice(register, Shape.PLAIN, (words.we,), written, words.we, words.own_we, words.self_we)
    if register is Register.GROUP_STATEMENT:
        shape = Shape.THIRD_PLURAL if speaker.plural else Shape.THIRD
        own = words.own_many if speaker.plural else words.own_one
        self_word = words.self_many if speaker.plural else words.self_one
        subjects = (*speaker.names, speaker.pronoun)
        return Voice(register, shape, subjects, speaker.name, speaker.pronoun, own, self_word)
    shape = Shape.PARTICIPLE if register is Register.PREAMBULAR else Shape.THIRD
    subjects = (*words.organs, words.one) if words.one else words.organs
    pronoun = words.one if register is Register.OPERATIVE else ""
    return Voice(register, shape, subjects, "", pronoun, words.own_one, words.self_one)
