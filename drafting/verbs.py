"""The verbs of drafting: what each does, how strong it is, and its forms in Russian and English."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from corpus.errors import NotHeld
from corpus.language import language_of
from corpus.positions import Stance
from corpus.tables import Entry, read_table, require

FOLDER = Path(__file__).with_name("register")
UNCONFIRMED = "unconfirmed"
OPEN_PLACE = "~"
"""Where a form leaves room for "our" and for words of degree: "express ~ concern"."""


class VerbKind(StrEnum):
    """What a verb of drafting does; strengths compare only within one kind, and along the ladder of what is asked."""

    DECISION = "decision"
    REQUEST = "request"
    URGING = "urging"
    CALL = "call"
    ENCOURAGEMENT = "encouragement"
    RECOMMENDATION = "recommendation"
    INVITATION = "invitation"
    PROPOSAL = "proposal"
    WELCOME = "welcome"
    SUPPORT = "support"
    NOTE = "note"
    RECOGNITION = "recognition"
    EMPHASIS = "emphasis"
    RECOLLECTION = "recollection"
    REAFFIRMATION = "reaffirmation"
    CONCERN = "concern"
    OPPOSITION = "opposition"
    INTENTION = "intention"
    COMMITMENT = "commitment"
    GRATITUDE = "gratitude"
    CONSIDERATION = "consideration"
    OPINION = "opinion"
    EXPECTATION = "expectation"
    EXPRESSION = "expression"


LADDER = frozenset(
    {
        VerbKind.DECISION,
        VerbKind.REQUEST,
        VerbKind.URGING,
        VerbKind.CALL,
        VerbKind.ENCOURAGEMENT,
        VerbKind.INVITATION,
    }
)
"""The kinds whose strengths stand on one ladder: Decides > Requests > Urges > Calls upon > Encourages > Invites."""


class Shape(StrEnum):
    """A grammatical form: with "we", with one organ or group, with several States, opening a preamble."""

    PLAIN = "plain"
    THIRD = "third"
    THIRD_PLURAL = "third_plural"
    PARTICIPLE = "participle"


class Verb(Entry, frozen=True):
    """One concept: its kind, its strength (0 to 5 within the kind), and the stance that it alone settles."""

    kind: VerbKind
    strength: int
    stance: Literal["proposes", "supports", "commits", "calls for", "opposes", ""] = ""

    @property
    def settled_stance(self) -> Stance | None:
        """The stance that the verb settles, where it settles one."""
        return Stance(self.stance) if self.stance else None


class Form(Entry, frozen=True, array_like=True):
    """A form and where it was read; `place` is "unconfirmed" where it was met in no text at hand."""

    text: str
    place: str

    @property
    def confirmed(self) -> bool:
        """Whether the form was read in a text at hand."""
        return self.place != UNCONFIRMED


class Forms(Entry, frozen=True):
    """The forms of one verb in one language; a form that the language does not use is absent."""

    plain: Form | None = None
    third: Form | None = None
    third_plural: Form | None = None
    participle: Form | None = None

    def form(self, shape: Shape) -> Form | None:
        """The form of this shape; a language that does not tell the plural apart uses the plain form for it."""
        if shape is Shape.THIRD_PLURAL:
            return self.third_plural or self.plain
        return {Shape.PLAIN: self.plain, Shape.THIRD: self.third, Shape.PARTICIPLE: self.participle}[shape]

    def shapes(self) -> tuple[tuple[Shape, Form], ...]:
        """Every form there is, with its shape."""
        return tuple((shape, form) for shape in Shape if (form := getattr(self, shape)))


class Words(Entry, frozen=True):
    """The small words around the verbs of one language."""

    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    degrees: tuple[str, ...]
    own_nouns: tuple[str, ...]
    insertions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    subordinating: tuple[str, ...]
    relative: tuple[str, ...]
    before_object: tuple[str, ...]
    noun_like: tuple[str, ...]
    nouns_before_to: tuple[str, ...]
    not_verbs: tuple[str, ...]
    first_person: tuple[str, ...]
    we: str
    one: str
    many: str
    own_we: str
    own_one: str
    own_many: str
    self_we: str
    self_one: str
    self_many: str
    heads: tuple[str, ...]
    organ_nouns: tuple[str, ...]
    conditions: tuple[str, ...]
    organs: tuple[str, ...]
    preamble_capital: bool


class VerbTable(Entry, frozen=True):
    """One language of the table: its forms by concept, and the small words."""

    verbs: dict[str, Forms]
    words: Words


class Counterpart(Entry, frozen=True, array_like=True):
    """A form that opens the same paragraph in another language, and in which lines of the aligned texts it does."""

    verb: str
    form: str
    lines: tuple[int, ...]


class Counterparts(Entry, frozen=True):
    """The counterparts of one language in operative paragraphs and in preambles."""

    operative: tuple[Counterpart, ...]
    preambular: tuple[Counterpart, ...]


class _Concepts(Entry, frozen=True):
    verbs: dict[str, Verb]


@cache
def verbs() -> dict[str, Verb]:
    """Every concept by its id.

    Raises:
        CorpusError: the shipped table is wrong; the message names it.
    """
    path = FOLDER / "verbs.toml"
    table = read_table(path, _Concepts).verbs
    for name, verb in table.items():
        require(0 <= verb.strength <= 5, path, f"{name} has strength {verb.strength}, which is not 0 to 5")
    return table


@cache
def language_table(language: str) -> VerbTable:
    """The verbs and small words of Russian or English.

    Raises:
        NotHeld: the language is not one of the two whose paragraphs can be turned.
        CorpusError: the shipped table is wrong; the message names it.
    """
    path = FOLDER / f"{language_of(language).code}.toml"
    if not path.is_file():
        name = language_of(language).english_name
        raise NotHeld(f"The forms of {name} verbs are not held; drafting turns Russian (ru) and English (en) texts.")
    table = read_table(path, VerbTable)
    for name in table.verbs:
        require(name in verbs(), path, f"{name} is not a concept of verbs.toml")
    return table


@cache
def counterparts() -> dict[str, Counterparts]:
    """How other official languages open the same paragraphs, by language.

    Raises:
        CorpusError: the shipped table is wrong; the message names it.
    """
    path = FOLDER / "counterparts.toml"
    table = read_table(path, dict[str, Counterparts])
    for of_language in table.values():
        for row in (*of_language.operative, *of_language.preambular):
            require(row.verb in verbs(), path, f"{row.verb} is not a concept of verbs.toml")
    return table
