"""What is asked of a draft: on what, for whom, in which form and language."""

from dataclasses import dataclass

from drafting.draft import Form, Level


@dataclass(frozen=True, slots=True)
class Position:
    """A request for a draft.

    `topic` is what the person typed. `state` (ISO alpha-3) is set for the national level only. `body` and
    `agenda_item` are what the text is for, empty where it was not said. The private layer holds what only the
    delegation may see.
    """

    topic: str
    level: Level
    form: Form
    language: str
    state: str = ""
    body: str = ""
    agenda_item: str = ""
    objectives: tuple[str, ...] = ()
    red_lines: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    concessions: tuple[str, ...] = ()
