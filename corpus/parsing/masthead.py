"""What a document says of itself before its text begins: symbol, distribution, session, adoption, title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.errors import SymbolError
from corpus.parsing.landmarks import article_of, decision_of, is_meeting, opening_of, resolution_of
from corpus.parsing.layout_words import LayoutWords, layout_words
from corpus.parsing.marks import MarkKind, han_value, read_mark
from corpus.parsing.masthead_words import MastheadWords, Patterns, masthead_words
from corpus.parsing.written_dates import first_day
from corpus.source import Block
from corpus.symbol import Series, Symbol
from corpus.symbol_finder import find_symbols

LONGEST_MASTHEAD = 80
LONGEST_FACT = 320
LONGEST_DAY_LINE = 80
LONGEST_SYMBOL_LINE, LONGEST_BESIDE_SYMBOL = 200, 60
LONGEST_BEFORE_TEXT = 600
FEWEST_TITLE_WORDS = 6
SENTENCE = re.compile(r"\w{3,}(?:\W+\w+){7,}[.!?。]\W*$")
"""Running text, which no masthead has before the text of a resolution, and with which any other text begins."""
IN_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]{4,300})\]")
IN_PARENTHESES = re.compile(r"[(（](?P<inside>[^()（）]*(?:[(（]\w+[)）][^()（）]*)?)[)）]")
FIGURES = re.compile(r"(?:.*\s)?(\d{1,3})(?:\W?\w{0,3})?")
ENGLISH = "en"
SESSION_NUMBER = re.compile(r"(?:E?S-)?\d{1,2}")
"""A session as the symbols of resolutions have it; the agenda may name another, an earlier special one."""
SPECIAL, EMERGENCY = "S-", "ES-"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The facts a document states of itself; empty where it does not state them.

    Days are YYYY-MM-DD, languages ISO codes, `distribution` and `kind` English words whatever the language. `session`
    is "77", "S-10" or "ES-11"; `number` is the short one ("77/158"), `committee_report` "A/77/443, para. 32".
    `meeting` is the line as written. `other` are the lines of the masthead that state none of this.
    """

    symbol: str = ""
    body: str = ""
    distribution: str = ""
    distr_date: str = ""
    original_language: str = ""
    session: str = ""
    agenda_item: str = ""
    committee_report: str = ""
    draft: str = ""
    adopted_on: str = ""
    meeting: str = ""
    number: str = ""
    title: str = ""
    kind: str = ""
    other: tuple[str, ...] = ()


def read_masthead(blocks: Sequence[Block], language: str) -> tuple[Masthead, tuple[Block, ...]]:
    """The masthead, and the paragraphs that are not part of it.

    The masthead ends where the text begins: before the organ that speaks, or, where none does, after the last line
    that states a fact. A text without either an organ or a distribution has no masthead of the UN's form: facts are
    read from its first lines, and all of them stay in the text.
    """
    words = masthead_words(language)
    by_length = tuple(sorted(words.ordinals.items(), key=lambda entry: len(entry[0]), reverse=True))
    reader = MastheadReader(words, layout_words(language), language, by_length)
    limit, opened = reader.limit(blocks)
    for block in blocks[:limit]:
        reader.take(block.text)
    end = limit if opened else reader.last_used
    if not opened and not reader.facts.distribution:
        return reader.finished(blocks, 0), tuple(blocks)
    reader.name(blocks[:end], speaks=opened and not decision_of(blocks[end].text, reader.layout))
    return reader.finished(blocks, end), tuple(blocks[end:])


@dataclass(slots=True)
class MastheadReader:
    """Collects the facts line by line; `last_used` is how many lines there are up to the last that stated one."""

    words: MastheadWords
    layout: LayoutWords
    language: str
    by_length: tuple[tuple[str, int], ...]
    facts: Masthead = Masthead()
    organ: str = ""
    last_used: int = 0
    several: bool = False
    """Whether the document holds several decisions, so that none of their titles is its own."""
    used: list[bool] = field(default_factory=list)
    expects_day: bool = False
    kind_line: str = ""
    """The line that says what the document is: "Report of the Conference of …"."""
    repeated: bool = False
    """Whether the line states a fact that is known already, as the symbol at the head of a page does."""

    def limit(self, blocks: Sequence[Block]) -> tuple[int, bool]:
        """How many paragraphs can belong to the masthead, and whether an organ opens the text right after them."""
        self.several = len([block for block in blocks if decision_of(block.text, self.layout)]) > 1
        prose: int | None = None
        for position, block in enumerate(blocks[:LONGEST_MASTHEAD]):
            if self._is_treaty(block, prose):
                return min(position, prose or position), False
            if opening_of(block.text, self.layout) and self._opens_text(blocks, position):
                return position, True
            if self.several and decision_of(block.text, self.layout):
                return position, True
            if self.layout.we.match(block.text) and block.text.rstrip().endswith((",", "，", "،")):
                return position, False
            mark = read_mark(block.text.strip(), self.layout)
            numbered = mark is not None and mark.value(MarkKind.NUMBER) and not resolution_of(block.text)
            if numbered:
                return position, False
            if prose is None and (len(block.text) > LONGEST_BEFORE_TEXT or SENTENCE.search(block.text)):
                prose = position
        return (min(len(blocks), LONGEST_MASTHEAD) if prose is None else prose), False

    def _is_treaty(self, block: Block, prose: int | None) -> bool:
        """Whether running text and then an article have come: the organ named further on does not open the text."""
        return prose is not None and article_of(block.text, self.layout) is not None

    def _opens_text(self, blocks: Sequence[Block], position: int) -> bool:
        """The organ's name stands alone above the masthead too; the text opens with it where a comma follows it."""
        if blocks[position].text.rstrip().endswith((",", "，", "،", ":", "：")):
            return True
        following = blocks[position + 1].text if position + 1 < len(blocks) else ""
        return self.layout.opens_operative(following) or self.layout.opens_preamble(following)

    def take(self, text: str) -> None:
        """Read what one line states."""
        before = self.facts
        if len(text) <= LONGEST_FACT:
            self._take_adoption(text)
            self._take_distribution(text)
            self._take_session(text)
            self._take_symbol(text)
        used = self.facts != before or self.repeated
        self.repeated = False
        self._take_kind(text)
        self.used.append(used)
        if used:
            self.last_used = len(self.used)

    def _note(self, **found: str) -> None:
        """Keep what is found for the first time."""
        new = {name: value for name, value in found.items() if value and not getattr(self.facts, name)}
        self.facts = replace(self.facts, **new) if new else self.facts  # type: ignore[arg-type]

    def _take_adoption(self, text: str) -> None:
        for pattern in self.words.adopted:
            if match := pattern.search(text):
                self.organ = self.organ or match["organ"]
                self._note(adopted_on=first_day(match.groupdict().get("date") or "", self.language))
                break
        for bracket in IN_BRACKETS.finditer(text):
            self._take_origin(bracket["inside"])

    def _take_origin(self, text: str) -> None:
        """The report of a committee or the draft on which the text was adopted, in brackets below its date."""
        inside = IN_PARENTHESES.search(text)
        source = inside["inside"] if inside else text
        symbols = [str(found.symbol) for found in find_symbols(source)]
        if not symbols:
            return
        if "/L." in symbols[0]:
            self._note(draft=symbols[0])
            return
        numbers = re.findall(r"\d+", source.partition(symbols[0])[2])
        paragraph = f", para. {int(numbers[0])}" if numbers else ""
        self._note(committee_report=f"{symbols[0]}{paragraph}")

    def _take_distribution(self, text: str) -> None:
        if match := self.words.distribution.search(text):
            self._note(distribution=self.words.distributions[match["value"].casefold()])
            self._note(distr_date=self._day(text[match.end() :]))
            self.expects_day = not self.facts.distr_date
        elif self.expects_day and (day := self._day(text)) and len(text) < LONGEST_DAY_LINE:
            self._note(distr_date=day)
            self.expects_day = False
        if match := self.words.original.search(text):
            self._note(original_language=self._languages(match["value"]))

    def _day(self, text: str) -> str:
        """The first day named; the day of distribution is printed in English in other languages too."""
        return first_day(text, self.language) or first_day(text, ENGLISH)

    def _languages(self, text: str) -> str:
        found = [(match.start(), code) for pattern, code in self.words.languages if (match := pattern.search(text))]
        return "/".join(code for _, code in sorted(found))

    def _take_session(self, text: str) -> None:
        for prefix, patterns in (
            (EMERGENCY, self.words.emergency),
            (SPECIAL, self.words.special),
            ("", self.words.session),
        ):
            if number := self._session(patterns, text):
                self._note(session=f"{prefix}{number}")
                break
        for pattern in self.words.agenda:
            if match := pattern.search(text):
                self._note(agenda_item=" ".join(match["n"].split()))

    def _session(self, patterns: Patterns, text: str) -> int:
        """The number of a session in figures, or the sum of its words: Seventy-seventh is 70 and 7."""
        for pattern in patterns:
            for match in pattern.finditer(text):
                written = match["ordinal"].strip()
                number = self._ordinal(written)
                if number:
                    return number
        return 0

    def _ordinal(self, written: str) -> int:
        """The number in figures, in Chinese figures, or as the sum of its words; 0 where it is none of these."""
        figures = FIGURES.fullmatch(written)
        if figures:
            return int(figures[1])
        if self.language == "zh":
            return han_value(written)
        text, total = written.casefold(), 0
        for word, value in self.by_length:
            found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
            if found:
                total += value
                text = f"{text[: found.start()]} {text[found.end() :]}"
        return total

    def _take_symbol(self, text: str) -> None:
        """The symbol that stands on a line of its own or beside the organization's name; not a bare number."""
        if len(text) > LONGEST_SYMBOL_LINE or "[" in text or text[:1].isdigit():
            return
        for found in find_symbols(text):
            symbol = str(found.symbol)
            if len(text) - len(symbol) > LONGEST_BESIDE_SYMBOL:
                return
            if symbol[:1].isalpha() and (not self.facts.symbol or symbol == text.strip() == self.facts.symbol):
                self.repeated = symbol == self.facts.symbol
                self._note(symbol=symbol, body=found.symbol.body)
                return

    def _take_kind(self, text: str) -> None:
        folded = text.strip().casefold()
        for words, kind in self.words.kinds:
            known = words.casefold()
            if folded.startswith(known) or (self.language == "zh" and folded.endswith(known)):
                self.kind_line = self.kind_line or " ".join(text.split())
                self._note(kind=kind)
                return

    def name(self, blocks: Sequence[Block], *, speaks: bool) -> None:
        """Find number and title: the last numbered heading before the text, with the lines behind it.

        A draft has no number yet; its title is the last line before the organ that `speaks`.
        """
        for position in reversed(range(len(blocks))):
            text = blocks[position].text
            found = decision_of(text, self.layout) or resolution_of(text)
            if found is None:
                continue
            behind = [later for later in range(position, len(blocks)) if later > position and not self.used[later]]
            titles = [found.title, *(blocks[later].text for later in behind)]
            self._note(number=found.label, title=" ".join(" ".join(titles).split()))
            for later in (position, *behind):
                self.used[later] = True
            return
        if self.several and len(self.kind_line.split()) >= FEWEST_TITLE_WORDS:
            self._note(title=self.kind_line)
        if speaks and blocks and not self.used[-1] and not self.layout.opening.match(blocks[-1].text):
            self._note(title=" ".join(blocks[-1].text.split()))
            self.used[-1] = True

    def finished(self, blocks: Sequence[Block], end: int) -> Masthead:
        """The masthead with what follows from its facts taken together."""
        self._conclude_symbol()
        self._note(meeting=self._meeting(blocks[end:]))
        other = tuple(block.text for block, used in zip(blocks[:end], self.used, strict=False) if not used)
        return replace(self.facts, other=other)

    def _conclude_symbol(self) -> None:
        """A number under the adopting organ's name is a symbol: 6/3 of the environment assembly is UNEP/EA.6/Res.3."""
        body = next((body for pattern, body in self.words.organs if pattern.search(self.organ)), "")
        if self.facts.number and not self.facts.symbol:
            symbol = _symbol_of(self.facts.number, body)
            if symbol is not None:
                self._note(symbol=symbol.canonical, body=symbol.body)
        self._note(body=body)
        if not self.facts.symbol:
            return
        known = Symbol.parse(self.facts.symbol)
        if known.series is not Series.DOCUMENT:
            session = known.session if SESSION_NUMBER.fullmatch(known.session) else self.facts.session
            self.facts = replace(self.facts, kind=known.series.value, session=session)

    def _meeting(self, blocks: Sequence[Block]) -> str:
        """The first line that names a meeting, as it is written, without the day behind it."""
        for block in blocks:
            if is_meeting(block.text, self.language):
                found = (pattern.match(block.text.strip()) for pattern in self.words.meeting)
                return next((match[0] for match in found if match), "")
        return ""


def _symbol_of(number: str, body: str) -> Symbol | None:
    """The symbol of a short number, of the organ where it is known to have adopted the text."""
    try:
        known = Symbol.parse(number)
        if not body or known.body == body or known.series is Series.DECISION:
            return known
        return Symbol.of(body, Series.RESOLUTION, known.session, known.number, known.part)
    except SymbolError:
        return None
