"""Who speaks in a statement on behalf of a group, in Russian and English."""

from functools import cache

from corpus.tables import Entry, read_table
from drafting.draft import Level
from drafting.verbs import FOLDER


class Speaker(Entry, frozen=True):
    """How one language names who speaks: the first name is written, the others are read as well.

    `plural` is the number of the verb, `pronoun` stands in a further sentence, `behalf` is the name after "on behalf
    of", which in Russian is the genitive.
    """

    names: tuple[str, ...]
    plural: bool
    pronoun: str
    behalf: str

    @property
    def name(self) -> str:
        """The name that is written."""
        return self.names[0]


class Group(Entry, frozen=True):
    """A group, or a State, that a statement speaks for."""

    en: Speaker
    ru: Speaker

    def speaker(self, language: str) -> Speaker:
        """Its names in this language; Russian or English."""
        return self.ru if language == "ru" else self.en


@cache
def groups() -> dict[str, Group]:
    """The groups known, by id: "central-asia", "lldc", "lldc-countries", "g77".

    Raises:
        CorpusError: the shipped table is wrong; the message names it.
    """
    return read_table(FOLDER / "groups.toml", dict[str, Group])


def group_of(level: Level) -> Group | None:
    """The group whose position a text of this level states; none for one State."""
    return groups().get(level.value)
