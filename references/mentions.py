"""References by number in a text, with exact offsets: full symbols, and numbers under the nouns that govern them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.symbol import Series
from corpus.symbol_finder import FoundSymbol, find_symbols
from references.bare_numbers import bare_numbers
from references.chains import Governed, Noun, find_nouns, governed_numbers
from references.clauses import sentences
from references.dates_found import FoundDate, date_after, date_before
from references.grammar_file import Grammar, NounPosition, Role, grammar_of, small_names
from references.lists import with_organs_of_lists
from references.mention import Mention, MentionKind
from references.numbering import DECIDING, is_far_from_session, is_of_session, organ_of_shape, symbol_of
from references.numbers import FoundNumber, Shape, find_numbers
from references.organs import OTHER, NamedOrgan, organs_after, organs_before, organs_between
from references.paragraphs import paragraph_of
from references.plain import PlainText, plain_text

YEAR_DIGITS = 4
ROUND_THE_CLOCK = ("24", "7")
AFTER_NOUN = 70
NUMBERING_ALIKE = frozenset({"GA", "SC", "ECOSOC", "HRC", "UNEA"})
ENDING = re.compile(r"['’]\w{1,5}")
SHORTEST_VERB = 4
"""Between an organ and its resolution shorter words only link: "the Security Council, in its resolution"."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The stretch of text within which nouns govern numbers, and the organ that speaks in it."""

    grammar: Grammar
    plain: str
    start: int
    end: int
    speaking: str


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a number: its date, and organs after it."""

    when: FoundDate | None
    organs: tuple[NamedOrgan, ...]

    @property
    def day(self) -> str:
        return self.when.day if self.when else ""

    @property
    def span(self) -> tuple[int, int] | None:
        return (self.when.start, self.when.end) if self.when else None


def find_mentions(text: str, language: str, speaking: str = "") -> list[Mention]:
    """The references to resolutions, decisions and documents in the text, in order.

    `speaking` is the organ that "its resolution" means, where it is known.
    """
    grammar, read = grammar_of(language), plain_text(text)
    symbols = list(find_symbols(text))
    mentions = [_explicit(grammar, read, found) for found in symbols]
    numbers = _outside(list(find_numbers(read.plain)), mentions)
    starts = [number.start for number in numbers]
    ends = {read.place(each.start): read.place(each.end) for each in symbols}
    ends |= {number.start: number.end for number in numbers}
    for start, end in sentences(read.plain):
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            mentions.extend(_in_sentence(_Sentence(grammar, read.plain, start, end, speaking), inside))
    mentions.extend(bare_numbers(grammar, read.plain))
    ordered = _with_dates_apart(sorted(mentions, key=lambda mention: mention.start), ends)
    return [_in_given(read, mention) for mention in _with_shared_dates(ordered)]


def _with_dates_apart(mentions: list[Mention], ends: Mapping[int, int]) -> list[Mention]:
    """A date between two references that opens the second is not that of the first: the first ends with its number."""
    apart = list(mentions)
    for place, (mention, following) in enumerate(pairwise(mentions)):
        if mention.date_span and mention.date_span == following.date_span:
            apart[place] = replace(mention, end=ends[mention.start], date="", date_span=None)
    return apart


def _with_shared_dates(mentions: list[Mention]) -> list[Mention]:
    """A number that its full symbol follows has the date after both: "78/147 (A/RES/78/147) of 19 December 2023"."""
    shared = list(mentions)
    for place, (mention, following) in enumerate(pairwise(mentions)):
        repeated = mention.symbol == following.symbol != "" and following.start - mention.end <= len(" (")
        if repeated and not mention.date:
            shared[place] = replace(mention, date=following.date, date_span=following.date_span)
    return shared


def _in_given(read: PlainText, mention: Mention) -> Mention:
    """The reference with offsets of the text given instead of those of the text read."""
    start, end = read.start(mention.start), read.end(mention.end)
    when = mention.date_span
    span = (read.start(when[0]), read.end(when[1])) if when else None
    return replace(mention, start=start, end=end, text=read.given[start:end], date_span=span)


def _outside(numbers: Sequence[FoundNumber], explicit: Sequence[Mention]) -> list[FoundNumber]:
    """The numbers that are not part of a full symbol."""
    starts = [mention.start for mention in explicit]
    ends = [0, *(mention.end for mention in explicit)]
    return [number for number in numbers if ends[bisect_left(starts, number.end)] <= number.start]


def _explicit(grammar: Grammar, read: PlainText, found: FoundSymbol) -> Mention:
    """A full symbol as a reference, with the date after it."""
    start, end = read.place(found.start), read.place(found.end)
    before = None if grammar.position is NounPosition.BEFORE else date_before(grammar, read.plain, start)
    when = before or date_after(grammar, read.plain, end)
    written = _organ_beside(grammar, read.plain, start, end, found.symbol.body)
    start, end = min(start, when.start) if when else start, max(end, when.end) if when else end
    return Mention(
        start=start,
        end=end,
        text="",
        kind=MentionKind(found.symbol.series),
        symbol=found.symbol.canonical,
        organ=found.symbol.body,
        organ_named=True,
        organ_written=written if MentionKind(found.symbol.series) is not MentionKind.DOCUMENT else "",
        date=when.day if when else "",
        date_span=(when.start, when.end) if when else None,
        paragraph=paragraph_of(grammar, read.plain, start, end),
        homoglyphs=found.homoglyphs,
    )


def _organ_beside(grammar: Grammar, plain: str, start: int, end: int, body: str) -> str:
    """The organ named right before a symbol, "Security Council resolution A/RES/…", or behind it, if not its own."""
    if body not in NUMBERING_ALIKE:
        return ""
    behind = list(organs_after(grammar, plain, end, len(plain)))[:1]
    before = list(organs_between(grammar, plain, max(0, start - AFTER_NOUN), start))[-1:]
    near = [organ for organ in before if not grammar.nouns.sub("", plain[organ.end : start]).strip(" \u00a0№")]
    named = next((known.organ for known in (*behind, *near) if known.organ in NUMBERING_ALIKE), body)
    return named if named != body else ""


def _in_sentence(sentence: _Sentence, numbers: list[FoundNumber]) -> list[Mention]:
    """The references of one sentence, in order."""
    grammar, plain = sentence.grammar, sentence.plain
    nouns = find_nouns(grammar, plain, sentence.start, sentence.end)
    beside = {number.start: _beside(sentence, number) for number in numbers} if nouns else {}
    reference_end = {number.start: _reference_end(number, beside[number.start]) for number in numbers if nouns}
    governed = list(governed_numbers(grammar, plain, nouns, numbers, reference_end)) if nouns else []
    taken = {one.number.start for one in governed}
    governed += _behind_organs(sentence, [number for number in numbers if number.start not in taken])
    found = (_mention(sentence, one, beside.get(one.number.start) or _beside(sentence, one.number)) for one in governed)
    chain = sorted((mention for mention in found if mention), key=lambda mention: mention.start)
    return with_organs_of_lists(chain, plain, forward=grammar.position is not NounPosition.BEFORE)


def _behind_organs(sentence: _Sentence, numbers: list[FoundNumber]) -> Iterator[Governed]:
    """Numbers right behind the name of an organ, which then stands for the noun: "UNGA 77/158", «ГА ООН 77/158»."""
    grammar, plain = sentence.grammar, sentence.plain
    for number in numbers if grammar.position is NounPosition.BEFORE else ():
        left = max(sentence.start, number.start - AFTER_NOUN)
        for organ in list(organs_between(grammar, plain, left, number.start))[-1:]:
            gap = small_names().sub("", plain[organ.end : number.start])
            if organ.organ in NUMBERING_ALIKE and not gap.strip(" \u00a0№-"):
                yield Governed(number, Noun(organ.start, organ.end, Role.RESOLUTION), False, number.start)


def _beside(sentence: _Sentence, number: FoundNumber) -> _Beside:
    """Date and organs that follow a number, in either order; a date before the number leaves none after it."""
    grammar, plain = sentence.grammar, sentence.plain
    before = None if grammar.position is NounPosition.BEFORE else date_before(grammar, plain, number.start)
    after = None if before else date_after(grammar, plain, number.end)
    organs = tuple(organs_after(grammar, plain, after.end if after else number.end, sentence.end))
    if not organs and after:
        organs = tuple(organs_between(grammar, plain, number.end, after.start))
    return _Beside(before or after, organs)


def _reference_end(number: FoundNumber, beside: _Beside) -> int:
    return max([number.end, *(organ.end for organ in beside.organs), beside.when.end if beside.when else 0])


def _mention(sentence: _Sentence, governed: Governed, beside: _Beside) -> Mention | None:
    """The reference that a governed number is; nothing where it is none of an organ known here."""
    number, noun, when = governed.number, governed.noun, beside.when
    start = min(number.start, when.start) if when else number.start
    end = max(number.end, when.end) if when else number.end
    organ, named = _organ(sentence, governed, beside, start)
    if organ == OTHER:
        return None
    series = _series(sentence.grammar, noun.role, organ)
    symbol = symbol_of(organ, series, number)
    if not symbol and not _stands_alone(governed, sentence):
        return None
    return Mention(
        start=start,
        end=end,
        text="",
        kind=MentionKind(series),
        symbol=symbol,
        organ=organ,
        organ_named=named or number.shape is not Shape.SESSION,
        organ_written=_other_organ(sentence, governed, beside, start, organ),
        date=beside.day,
        date_span=beside.span,
        paragraph=paragraph_of(sentence.grammar, sentence.plain, min(noun.start, start), max(end, noun.end)),
    )


def _series(grammar: Grammar, role: Role, organ: str) -> Series:
    """What the noun says, and where a language has one word for both, what the organ adopts."""
    decides = grammar.one_word and organ in DECIDING
    return Series.DECISION if role is Role.DECISION or decides else Series.RESOLUTION


def _organ(sentence: _Sentence, governed: Governed, beside: _Beside, start: int) -> tuple[str, bool]:
    """The organ that a number belongs to, and whether the text names it.

    A date within the session of that number tells the General Assembly's from what others number alike.
    """
    grammar, number, role = sentence.grammar, governed.number, governed.noun.role
    series = _series(grammar, role, "")
    noun_first = grammar.position is NounPosition.BEFORE
    guess = organ_of_shape(number, series, sentence.speaking, years_are_ours=noun_first)
    guessed = symbol_of(guess, series, number)
    sits = is_of_session(guessed, beside.day)
    for known in _candidates(sentence, governed, beside, start):
        if known.organ == OTHER and not (sits and noun_first) and number.shape in {Shape.SESSION, Shape.ROMAN}:
            return OTHER, True
        if symbol_of(known.organ, _series(grammar, role, known.organ), number) and (known.organ == guess or not sits):
            return known.organ, True
    return ("", False) if is_far_from_session(guessed, beside.day) else (guess, False)


def _other_organ(sentence: _Sentence, governed: Governed, beside: _Beside, start: int, organ: str) -> str:
    """The organ named right beside the number or its noun, if it is another than the number's own."""
    left = min(start, governed.noun.start)
    for known in _candidates(sentence, governed, beside, start):
        touches = known in beside.organs or known.start >= left or _only_links(sentence, known.end, left)
        if touches and known.organ != OTHER:
            return known.organ if known.organ != organ else ""
    return ""


def _only_links(sentence: _Sentence, start: int, end: int) -> bool:
    """Whether only an ending, short words and "its" stand between an organ and what may be its own."""
    between = sentence.grammar.own.sub(" ", ENDING.sub(" ", sentence.plain[start:end]))
    return all(len(word) < SHORTEST_VERB for word in re.findall(r"\w+", between)) and not re.search(r"\d", between)


def _candidates(sentence: _Sentence, governed: Governed, beside: _Beside, start: int) -> list[NamedOrgan]:
    """The organs that a number may belong to, the likeliest first: after it, after its noun, before both."""
    grammar, plain, noun = sentence.grammar, sentence.plain, governed.noun
    after_noun = list(organs_between(grammar, plain, noun.start, governed.opening))[::-1]
    before = organs_before(grammar, plain, sentence.start, min(start, noun.start))
    return [*beside.organs, *after_noun, *before]


def _stands_alone(governed: Governed, sentence: _Sentence) -> bool:
    """Whether a number without a known organ is a reference all the same: right beside the word "resolution"."""
    number, noun = governed.number, governed.noun
    if noun.role is not Role.RESOLUTION or not governed.first:
        return False
    if len(number.session) == YEAR_DIGITS or (number.session, number.number) == ROUND_THE_CLOCK:
        return False
    return noun.start > number.start or not sentence.plain[noun.end : number.start].strip("\u00a0 №")
