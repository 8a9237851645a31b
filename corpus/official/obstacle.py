"""Why an official text could not be had, in a word."""

from enum import StrEnum


class Obstacle(StrEnum):
    """What stood in the way of a fetch; it is the `obstacle` of a FetchRefused."""

    LANGUAGE = "language"
    NO_DOCUMENT = "no document"
    OFFLINE = "offline"
    REFUSED = "refused"
    NOT_FOUND = "not found"
    OVERLOADED = "overloaded"
    WAIT_LONGER = "wait longer"
    UNEXPECTED = "unexpected"
    WRONG_TYPE = "wrong type"
    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    ELSEWHERE = "elsewhere"
    CUT_OFF = "cut off"


PASSING = frozenset({Obstacle.OVERLOADED, Obstacle.CUT_OFF})
"""What may be over a moment later, so that asking again makes sense."""
OTHER_ADDRESS = frozenset({Obstacle.NOT_FOUND, Obstacle.WRONG_TYPE})
"""What another address of the same text may not meet."""
HOPELESS = frozenset({Obstacle.OFFLINE, Obstacle.REFUSED, Obstacle.WAIT_LONGER})
"""What every other text would meet as well, so that a longer list need not be tried to its end."""
