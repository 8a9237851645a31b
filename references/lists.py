"""The organ of a list is that of all its members, though it is named once."""

from collections.abc import Iterable
from dataclasses import replace

from corpus.symbol import Series
from references.mention import Mention
from references.numbering import is_of_session, symbol_of
from references.numbers import find_numbers

GAP = 40


def with_organs_of_lists(chain: list[Mention], plain: str, *, forward: bool) -> list[Mention]:
    """Give every member the organ that is named after the last one, or (`forward`) before the first."""
    return list(_passed_on(chain, plain)) if forward else list(_passed_on(chain[::-1], plain))[::-1]


def _passed_on(chain: Iterable[Mention], plain: str) -> Iterable[Mention]:
    named = None
    for mention in chain:
        if mention.organ_named:
            named = mention
        elif named and named.organ != mention.organ and _apart(named, mention) <= GAP:
            mention = _relabelled(mention, named.organ, plain)
            named = mention if mention.organ_named else None
        yield mention


def _apart(one: Mention, other: Mention) -> int:
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return second.start - first.end


def _relabelled(mention: Mention, organ: str, plain: str) -> Mention:
    """The reference as the organ's, unless the organ has no such number or the date shows it to be another's."""
    number = next(find_numbers(plain[mention.start : mention.end]), None)
    symbol = symbol_of(organ, Series(mention.kind), number) if number else ""
    if not symbol or is_of_session(mention.symbol, mention.date):
        return mention
    return replace(mention, organ=organ, organ_named=True, symbol=symbol)
