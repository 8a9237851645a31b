"""Closing brackets and opening them again."""

from dataclasses import replace

from corpus.errors import ProjectRefused
from drafting.draft import Statement
from drafting.projects.changing import Edit, Receipt, moment
from drafting.projects.history import Verb
from drafting.projects.ledger import Things
from drafting.projects.placing import place_of, require_section
from drafting.projects.project_file import ProjectFile
from drafting.projects.things import Kind, name_of, statement_key, thing_key
from drafting.projects.values import BracketClosing, BracketText, Project


def close_bracket(project: ProjectFile, bracket: str, option: int, seen: Project, who: str, why: str) -> Receipt:
    """Settle a bracket on one option: its text stays without brackets, the alternatives leave the draft.

    Option 0 drops every alternative. `seen` is the project as the person saw it. Who, when, why and the alternatives
    are kept in the closing.

    Raises:
        ProjectRefused: there is no such bracket or option.
        Conflict: somebody else closed the bracket, or changed one of its alternatives, since.
    """
    key = thing_key(Kind.BRACKET, bracket)
    when = moment(project.clock())

    def plan(things: Things) -> list[Edit]:
        texts = _alternatives(things, bracket)
        closing = Edit(key, BracketClosing(bracket, option, who, when, why, texts), seen.revision(key))
        closed_since = things.standing(key).kept is not None and things.standing(key).revision != closing.base
        if closed_since:
            return [closing]
        _require_option(texts, bracket, option)
        return [closing, *(_settled(text, option, seen.revision(statement_key(text.id))) for text in texts)]

    return project.change(Verb.BRACKET_CLOSED, who, plan, why=why)


def reopen_bracket(project: ProjectFile, bracket: str, base: int, who: str, why: str) -> Receipt:
    """Open a closed bracket again: the alternatives come back where they stood; what was edited since stays edited.

    `base` is the revision of the closing.

    Raises:
        ProjectRefused: the bracket is not closed, or the section of an alternative is no longer there.
        Conflict: somebody else opened or closed it meanwhile.
    """
    key = thing_key(Kind.BRACKET, bracket)

    def plan(things: Things) -> list[Edit]:
        closing = things.value(key)
        if not isinstance(closing, BracketClosing):
            raise ProjectRefused(f"The bracket {bracket} is not closed.")
        return [Edit(key, None, base), *(_reopened(things, text) for text in closing.texts)]

    return project.change(Verb.BRACKET_REOPENED, who, plan, why=why)


def _alternatives(things: Things, bracket: str) -> tuple[BracketText, ...]:
    return tuple(
        BracketText(name_of(key), statement)
        for key, statement in things.of_kind(Kind.STATEMENT).items()
        if isinstance(statement, Statement) and statement.bracketed and statement.bracket == bracket
    )


def _require_option(texts: tuple[BracketText, ...], bracket: str, option: int) -> None:
    if not texts:
        raise ProjectRefused(f"There is no open bracket {bracket} in the draft.")
    options = sorted({text.statement.option for text in texts})
    if option and option not in options:
        raise ProjectRefused(f"The bracket has no option {option}; it has {', '.join(map(str, options))}.")


def _settled(text: BracketText, option: int, base: int) -> Edit:
    chosen = bool(option) and text.statement.option == option
    settled = replace(text.statement, bracketed=False, bracket="", option=0)
    return Edit(statement_key(text.id), settled if chosen else None, base)


def _reopened(things: Things, text: BracketText) -> Edit:
    require_section(things, place_of(things, text.id).parent)
    key = statement_key(text.id)
    held = things.value(key)
    edited = held if isinstance(held, Statement) else text.statement
    before = text.statement
    return Edit(key, replace(edited, bracketed=True, bracket=before.bracket, option=before.option))
