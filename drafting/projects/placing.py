"""Places in an order that two people may insert into at once: fractions, so that there is always one in between."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from secrets import token_hex

from corpus.errors import ProjectRefused
from drafting.projects.ledger import Things
from drafting.projects.things import Kind, name_of, place_key, thing_key
from drafting.projects.values import Place


def rank_after(ranks: Iterable[str], before: str | None) -> str:
    """A rank behind `before` and ahead of whatever follows it; ahead of all where `before` is nothing."""
    taken = sorted(Fraction(rank) for rank in ranks)
    if not taken:
        return "1"
    if before is None:
        return str(taken[0] - 1)
    follower = next((rank for rank in taken if rank > Fraction(before)), None)
    return str(Fraction(before) + 1 if follower is None else (Fraction(before) + follower) / 2)


def place_behind(places: Mapping[str, Place], parent: str, after: str | None) -> Place:
    """A place under the parent, behind one that stands there; at the end where that one has gone elsewhere."""
    ranks = {name: place.rank for name, place in places.items() if place.parent == parent}
    if after is None or not ranks:
        return Place(parent, rank_after(ranks.values(), None))
    return Place(parent, rank_after(ranks.values(), ranks.get(after) or max(ranks.values(), key=Fraction)))


def places_of(things: Things) -> dict[str, Place]:
    """The place of every section and statement; those that were removed keep theirs, for when they come back."""
    return {name_of(key): place for key, place in things.of_kind(Kind.PLACE).items() if isinstance(place, Place)}


def place_of(things: Things, owner_id: str) -> Place:
    """The place of one section or statement.

    Raises:
        ProjectRefused: it never was there.
    """
    place = things.value(place_key(owner_id))
    if not isinstance(place, Place):
        raise ProjectRefused("It is not in the draft. The history shows what became of it.")
    return place


def require_section(things: Things, section_id: str) -> None:
    """Refuse to put something where no section is any more."""
    if things.standing(thing_key(Kind.SECTION, section_id)).kept is None:
        raise ProjectRefused("That section was removed meanwhile. Choose another, or bring it back from the history.")


def new_id() -> str:
    """An id for a section or statement: 12 hexadecimal digits."""
    return token_hex(6)
