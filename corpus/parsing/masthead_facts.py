"""The facts that the lines of a masthead state, read line by line."""

import re
from dataclasses import dataclass, field, replace

from corpus.parsing.marks import han_value
from corpus.parsing.masthead_words import MastheadWords, Patterns
from corpus.parsing.written_dates import first_day
from corpus.symbol_finder import find_symbols

LONGEST_FACT = 320
LONGEST_DAY_LINE = 80
LONGEST_SYMBOL_LINE, LONGEST_BESIDE_SYMBOL = 200, 60
IN_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]{4,300})\]")
IN_PARENTHESES = re.compile(r"[(（](?P<inside>[^()（）]*(?:[(（]\w+[)）][^()（）]*)?)[)）]")
FIGURES = re.compile(r"(?:.*\s)?(\d{1,3})(?:\W?\w{0,3})?")
ENGLISH = "en"
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


@dataclass(slots=True)
class LineReader:
    """Collects the facts line by line; `last_used` is how many lines there are up to the last that stated one."""

    words: MastheadWords
    language: str
    facts: Masthead = Masthead()
    organ: str = ""
    last_used: int = 0
    used: list[bool] = field(default_factory=list)
    expects_day: bool = False
    kind_line: str = ""
    """The line that says what the document is: "Report of the Conference of …"."""
    repeated: bool = False
    """Whether the line states a fact that is known already, as the symbol at the head of a page does."""
    by_length: tuple[tuple[str, int], ...] = field(init=False)
    """The words of ordinal numbers, the longest first."""

    def __post_init__(self) -> None:
        entries = sorted(self.words.ordinals.items(), key=lambda entry: len(entry[0]), reverse=True)
        self.by_length = tuple(entries)

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

    def note(self, **found: str) -> None:
        """Keep what is found for the first time."""
        new = {name: value for name, value in found.items() if value and not getattr(self.facts, name)}
        self.facts = replace(self.facts, **new) if new else self.facts  # type: ignore[arg-type]

    def _take_adoption(self, text: str) -> None:
        for pattern in self.words.adopted:
            if match := pattern.search(text):
                self.organ = self.organ or match["organ"]
                self.note(adopted_on=first_day(match.groupdict().get("date") or "", self.language))
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
            self.note(draft=symbols[0])
            return
        numbers = re.findall(r"\d+", source.partition(symbols[0])[2])
        paragraph = f", para. {int(numbers[0])}" if numbers else ""
        self.note(committee_report=f"{symbols[0]}{paragraph}")

    def _take_distribution(self, text: str) -> None:
        if match := self.words.distribution.search(text):
            self.note(distribution=self.words.distributions[match["value"].casefold()])
            self.note(distr_date=self._day(text[match.end() :]))
            self.expects_day = not self.facts.distr_date
        elif self.expects_day and (day := self._day(text)) and len(text) < LONGEST_DAY_LINE:
            self.note(distr_date=day)
            self.expects_day = False
        if match := self.words.original.search(text):
            self.note(original_language=self._languages(match["value"]))

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
                self.note(session=f"{prefix}{number}")
                break
        for pattern in self.words.agenda:
            if match := pattern.search(text):
                self.note(agenda_item=" ".join(match["n"].split()))

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
                self.note(symbol=symbol, body=found.symbol.body)
                return

    def _take_kind(self, text: str) -> None:
        folded = text.strip().casefold()
        for words, kind in self.words.kinds:
            known = words.casefold()
            if folded.startswith(known) or (self.language == "zh" and folded.endswith(known)):
                self.kind_line = self.kind_line or " ".join(text.split())
                self.note(kind=kind)
                return
