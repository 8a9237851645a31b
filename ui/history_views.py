"""The history of a project in the words of the interface, as values: no drawing, no state."""

from collections.abc import Iterable
from datetime import datetime

from corpus.registry import date_in_words
from drafting.projects.history import Change, Step, shown
from drafting.projects.things import Kind, kind_of, name_of
from ui.vocabulary import Words


def history_rows(changes: Iterable[Change], words: Words) -> list[dict[str, str]]:
    """One row a change: when, who, what was done, and the words before and after."""
    return [
        {
            words("history.number"): str(change.number),
            words("history.when"): when_in_words(change.until, words),
            words("history.who"): change.who or words("positions.somebody"),
            words("history.what"): what_in_words(change, words),
            words("history.before"): _side(change.steps, before=True),
            words("history.after"): _side(change.steps, before=False),
            words("history.why"): change.why,
        }
        for change in changes
    ]


def what_in_words(change: Change, words: Words) -> str:
    """What somebody did, with the name of the field or the number of the change that was undone."""
    told = words(f"verb.{change.verb.replace(' ', '_')}")
    if change.target is not None:
        return f"{told} ({change.target})"
    named = [one for one in change.steps if kind_of(one.key) in (Kind.FIELD, Kind.PRIVATE)]
    if len(named) == 1 and len(change.steps) == 1:
        table = "project" if kind_of(named[0].key) is Kind.FIELD else "private"
        return f"{told}: {words(f'{table}.{name_of(named[0].key)}')}"
    return told


def when_in_words(moment: str, words: Words) -> str:
    """A moment of the history on the clock of this machine, as the interface language writes it."""
    here = datetime.fromisoformat(moment).astimezone()
    return f"{date_in_words(here.date().isoformat(), words.language)}, {here:%H:%M}"


def _side(steps: Iterable[Step], before: bool) -> str:
    """The words of what was changed, one thing a line; places are left out."""
    told = [step for step in steps if kind_of(step.key) is not Kind.PLACE]
    values = (step.before if before else step.after for step in told)
    return "\n".join(shown(value) for value in values if value is not None)
