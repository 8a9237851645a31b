"""The order in which the signs of one printed line are read: from left to right, from right to left, or mixed.

Signs come as they stand on the page, from left to right. This is the Unicode bidirectional algorithm run backwards:
libraries turn reading order into places on the page, which is the other way round.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

BRACKETS = str.maketrans("()[]{}«»", ")(][}{»«")
_OPENING = frozenset("([{«")
_CLOSING = frozenset(")]}»")
_NUMBER_JOINTS = frozenset(".,:/-+\u066b\u066c")
_NUMBER_SIGNS = frozenset("%٪$€£#°")
_LEFTWARD, _RIGHTWARD, _FIGURE, _NEUTRAL = "R", "L", "N", "-"


def is_right_to_left(text: str) -> bool:
    """Whether a text has more letters that run from right to left than others."""
    kinds = [_kind(sign) for sign in text]
    return kinds.count(_LEFTWARD) > kinds.count(_RIGHTWARD)


def in_reading_order(pieces: Sequence[str], right_to_left: bool) -> str:
    """The text of a line from its pieces as they stand from left to right.

    A piece is a sign, or several that were drawn as one and are in reading order already. `right_to_left` is the
    direction of the text that the line belongs to.
    """
    kinds = [_kind_of_piece(piece) for piece in pieces]
    if _LEFTWARD not in kinds:
        return "".join(pieces)
    runs = _runs(pieces, kinds)
    if not right_to_left:
        return "".join(_between_rightward(runs))
    return _turned_round(runs)


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    direction = unicodedata.bidirectional(sign)
    if direction in {"R", "AL"}:
        return _LEFTWARD
    if direction == "L":
        return _RIGHTWARD
    return _FIGURE if direction in {"EN", "AN"} else _NEUTRAL


@lru_cache(maxsize=4096)
def _kind_of_piece(piece: str) -> str:
    kinds = {_kind(sign) for sign in piece}
    return next((kind for kind in (_LEFTWARD, _RIGHTWARD, _FIGURE) if kind in kinds), _NEUTRAL)


def _runs(pieces: Sequence[str], kinds: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The stretches that are read from left to right, kept whole, and every other piece by itself."""
    runs: list[tuple[str, list[str]]] = []
    start = 0
    while start < len(pieces):
        end = start + 1
        if kinds[start] == _RIGHTWARD:
            end = _words_end(pieces, kinds, start)
        elif kinds[start] == _FIGURE:
            end = _number_end(pieces, kinds, start)
        runs.append((kinds[start], list(pieces[start:end])))
        start = end
    return runs


def _words_end(pieces: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """Where words in Latin or Cyrillic letters end, with the spaces, signs and figures among them.

    A figure behind a bracket is not one of them: it stands before the bracket in a text that runs to the left.
    """
    end = start
    bracketed = False
    for place in range(start, len(kinds)):
        if kinds[place] == _LEFTWARD:
            break
        bracketed = bracketed or pieces[place] in _OPENING | _CLOSING
        if kinds[place] == _RIGHTWARD or (kinds[place] == _FIGURE and not bracketed):
            end = place
    return end + 1


def _number_end(pieces: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """Where a number ends: figures joined by single points, strokes and hyphens, and a percent sign after them."""
    end = start + 1
    while end < len(pieces):
        joined = pieces[end] in _NUMBER_JOINTS and end + 1 < len(pieces) and kinds[end + 1] == _FIGURE
        if kinds[end] != _FIGURE and not joined and pieces[end] not in _NUMBER_SIGNS:
            break
        end += 1
    return end


def _between_rightward(runs: Sequence[tuple[str, list[str]]]) -> list[str]:
    """A line that runs to the right, with each stretch in it that runs to the left turned round."""
    ordered: list[str] = []
    start = 0
    while start < len(runs):
        if runs[start][0] != _LEFTWARD:
            ordered.extend(runs[start][1])
            start += 1
            continue
        end = start
        for place in range(start, len(runs)):
            if runs[place][0] == _RIGHTWARD:
                break
            if runs[place][0] == _LEFTWARD:
                end = place
        ordered.append(_turned_round(runs[start : end + 1]))
        start = end + 1
    return ordered


def _turned_round(runs: Sequence[tuple[str, list[str]]]) -> str:
    """Runs in the order from right to left, the brackets between them as they are meant.

    Some programs note a bracket as it is drawn, others as it is meant; the spaces tell which it is: one stands before
    an opening bracket and behind a closing one.
    """
    texts = [(kind, "".join(run)) for kind, run in reversed(runs)]
    whole = " ".join(["", "".join(text for _, text in texts), ""])
    turned: list[str] = []
    place = 1
    for kind, text in texts:
        opens = whole[place - 1] == " " and whole[place + 1 : place + 2] != " "
        closes = whole[place - 1] != " " and not whole[place + 1 : place + 2].isalnum()
        is_wrong = (opens and text in _CLOSING) or (closes and text in _OPENING)
        turned.append(text.translate(BRACKETS) if kind == _NEUTRAL and is_wrong else text)
        place += len(text)
    return "".join(turned)
