"""A draft without its private layer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from drafting.draft import Draft, Section, Statement


def public_part(draft: Draft) -> Draft:
    """The draft without private sections and statements.

    Options are numbered anew where one of them was private, so that a missing number does not tell of it. A section of
    which nothing is left goes too: its heading would tell of it.
    """
    sections = (_public(section) for section in draft.sections if not section.private)
    return replace(draft, sections=tuple(section for section in sections if section is not None))


def has_private(draft: Draft) -> bool:
    """Whether anything in the draft is private."""
    return any(section.private or any(each.private for each in section.statements) for section in draft.sections)


def _public(section: Section) -> Section | None:
    kept = [statement for statement in section.statements if not statement.private]
    if len(kept) == len(section.statements):
        return section
    if not kept:
        return None
    hidden = {statement.bracket for statement in section.statements if statement.private and statement.bracket}
    return replace(section, statements=tuple(_renumbered(kept, hidden)))


def _renumbered(statements: Iterable[Statement], brackets: set[str]) -> list[Statement]:
    statements = list(statements)
    left: dict[str, list[int]] = defaultdict(list)
    for statement in statements:
        if statement.bracket in brackets:
            left[statement.bracket].append(statement.option)
    return [
        replace(statement, option=_number(statement.option, left[statement.bracket]))
        if statement.bracket in brackets
        else statement
        for statement in statements
    ]


def _number(option: int, left: list[int]) -> int:
    """The option's number among those that are left; none for the only one."""
    return sorted(left).index(option) + 1 if len(left) > 1 and option else 0
