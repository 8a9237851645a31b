"""Who speaks in a text of a level: a group or one State; and whether it adopted the declaration of the five."""

from functools import cache

from corpus.errors import QueryError
from corpus.states import FIVE, name_of_alpha3, state_code
from drafting.draft import Level
from drafting.groups import Group, Speaker, groups
from drafting.phrases import phrases_in, state_in_text

PRONOUNS = {"а": "она", "я": "она", "о": "оно", "е": "оно", "и": "оно", "у": "оно"}
"""The Russian pronoun by the last letter of a State's name; after a consonant it is «он»."""


def speaker_of(level: Level, state: str = "") -> Group:
    """Who speaks in a text of this level: a group, or the State named.

    Raises:
        QueryError: the level is national and no State is named.
        NotHeld: no State has this code.
    """
    if level is not Level.NATIONAL:
        return groups()[level.value]
    if not state:
        raise QueryError("A national text needs its State. Name it, for example KAZ.")
    return _state(state_code(state))


def has_adopted(level: Level, state: str = "") -> bool:
    """Whether who speaks in a text of this level adopted the declaration: the five together, or one of them."""
    return level is Level.CENTRAL_ASIA or (level is Level.NATIONAL and state in FIVE)


def is_outside(level: Level, state: str = "") -> bool:
    """Whether a State speaks that did not adopt the declaration: no paragraph of it is its own."""
    return level is Level.NATIONAL and not has_adopted(level, state)


def declarer_of(level: Level, state: str = "") -> Group:
    """Who speaks where the declaration does: the speaker of the level, if it adopted it, else the five.

    Raises:
        QueryError: the level is national and no State is named.
    """
    return speaker_of(level, state) if has_adopted(level, state) else groups()[Level.CENTRAL_ASIA.value]


@cache
def _state(state: str) -> Group:
    english, russian = state_in_text(state, "en"), name_of_alpha3(state, "ru")
    phrases = phrases_in("ru")
    plural = state in phrases.plural_states
    pronoun = "они" if plural else PRONOUNS.get(russian[-1], "он")
    return Group(
        en=Speaker((english,), plural=False, pronoun="it", behalf=english),
        ru=Speaker((russian,), plural=plural, pronoun=pronoun, behalf=phrases.genitive.get(state, russian)),
    )
