"""What a page carries besides its text: running titles, symbols, job numbers, bar codes, page numbers."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.source import Dropped, Line

# Within so many lines of the top or the foot of a page a line may be a running one.
EDGE_LINES = 4
MASTHEAD_LINES = 30
SHORTEST_TITLE = 12
LEAST_SHARE = 0.3
SEQUENCE_SHARE = 0.6

JOB_NUMBER = re.compile(r"\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})*")
_PAGE_OF = re.compile(r"(\d{1,3})/(\d{1,3})")
_BAR_CODE = re.compile(r"\*\d{6,9}\*|\*[A-Z0-9]{6,12}\*")
_RECYCLE = re.compile(r"please recycle\W*|♲+", re.IGNORECASE)
_JOB_DATE = re.compile(r"\d{6}")
_SYMBOL = re.compile(r"[A-Z][A-Z0-9.-]*(?:/[\w.()-]+)+(?: ?\([\w. ]+\))?\*{0,3}")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:(?:page|p\.|стр\.|страница|página|pág\.|sayfa|bet|бет|第)\s*)?(\d{1,4})(?:\s*页|\s*[-–—])?"
    r"(?:\s*(?:of|/|из|de|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
RULE = re.compile(r"[_―─]{5,}|[-–—]{8,}")
_ENDS = re.compile(r"[.;:!?。；：！？؟।…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of one page of the source."""

    lines: tuple[Line, ...]


Step = tuple[list[PageText], list[Dropped]]


def pages_of(lines: Sequence[Line], text: str) -> list[PageText]:
    """The lines by page: a page ends where the page number changes or a form feed stands between two lines."""
    pages: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        if last is None or line.page != last.page or "\f" in text[last.end : line.start] + line.text[:1]:
            pages.append([])
        pages[-1].append(replace(line, text=line.text.strip()) if line.text != line.text.strip() else line)
        last = line
    return [PageText(tuple(page)) for page in pages]


def without_printers_marks(pages: Sequence[PageText]) -> Step:
    """Take out what the printer put on UN documents: job numbers, bar codes, “Please recycle”, page numbers as 2/3."""
    has_job = any(JOB_NUMBER.fullmatch(_page_of(line.text)[1]) for page in pages for line in page.lines)
    totals = Counter(
        match[2] for page in pages for line in page.lines if (match := _PAGE_OF.fullmatch(_page_of(line.text)[0]))
    )
    usual_total = totals.most_common(1)[0][0] if totals else ""

    def is_mark(line: Line) -> bool:
        fraction, rest = _page_of(line.text)
        if fraction and fraction.split("/")[1] == usual_total and (has_job or totals[usual_total] > 1):
            return not rest or bool(JOB_NUMBER.fullmatch(rest))
        if not has_job:
            return bool(_BAR_CODE.fullmatch(line.text) or _RECYCLE.fullmatch(line.text) or _is_bars(line.text))
        job = JOB_NUMBER.match(line.text)
        rest = line.text[job.end() :].strip() if job else line.text
        return any(kind.fullmatch(rest) for kind in (_BAR_CODE, _RECYCLE, _JOB_DATE)) or _is_bars(rest) or not rest

    return _without(pages, is_mark, "printer's marks", "job numbers, bar codes and page numbers are not the text")


def without_running_symbol(pages: Sequence[PageText]) -> Step:
    """Take out the document's own symbol where it runs over the pages, and the title beside it.

    The first page keeps both. A text without page breaks is cut into pages at the symbol.
    """
    symbol = _own_symbol(pages)
    if not symbol:
        return list(pages), []
    flat = [(number, line) for number, page in enumerate(pages) for line in page.lines]
    own = [index for index, (_, line) in enumerate(flat) if _folded(line.text).rstrip("*") == symbol]
    lines = [line for _, line in flat]
    titles = _running_beside(lines, own)
    heads = [_head(lines, index, titles) for index in own[1:]]
    gone = {index for head in heads for index in head}
    starts = {min(head) for head in heads}
    cut: list[list[Line]] = []
    before = -1
    for index, (number, line) in enumerate(flat):
        if not cut or number != before or index in starts:
            cut.append([])
        if index not in gone:
            cut[-1].append(line)
        before = number
    kept = [PageText(tuple(page)) for page in cut if page]
    why = "the symbol and title run over the pages"
    return kept, [Dropped("running symbols and titles", why, len(gone))] if gone else []


def without_running_titles(pages: Sequence[PageText]) -> Step:
    """Take out lines that come again at the top or foot of page after page; the first of each stays.

    A figure at either end of such a line may count the pages; otherwise the lines must be the same.
    """
    keys = [
        {line.start: _running_keys(line.text, number) for line in _edges(page)} for number, page in enumerate(pages)
    ]
    seen = Counter(key for page_keys in keys for key in set().union(*page_keys.values()))
    least = max(2, LEAST_SHARE * len(pages))
    running = {key for key, count in seen.items() if count >= least and sum(map(str.isalpha, key)) > 2}
    met: set[str] = set()
    gone: set[int] = set()
    for page_keys in keys:
        gone.update(start for start, own in page_keys.items() if own & running & met)
        met.update(*page_keys.values())
    return _without(pages, lambda line: line.start in gone, "running titles", "they come again on page after page")


def without_page_numbers(pages: Sequence[PageText]) -> Step:
    """Take out figures alone at the top or foot of the pages where they count the pages."""
    found: dict[int, int] = {}
    for number, page in enumerate(pages):
        for line in _page_number_lines(page):
            match = _PAGE_NUMBER.fullmatch(line.text)
            if match and (len(pages) > 1 or match[1] == match[0] == "1" or any(map(str.isalpha, match[0]))):
                found[line.start] = int(match[1]) - number
    offset, count = Counter(found.values()).most_common(1)[0] if found else (0, 0)
    if count < max(min(2, len(pages)), SEQUENCE_SHARE * len(pages)):
        return list(pages), []
    return _without(
        pages, lambda line: found.get(line.start) == offset, "page numbers", "they count the pages of the source"
    )


def _page_number_lines(page: PageText) -> list[Line]:
    """The lines where a page number may stand: the first two and the last two, and no number of a footnote."""
    rule = next((index for index, line in enumerate(page.lines) if RULE.fullmatch(line.text)), len(page.lines))
    last = len(page.lines) - 1
    return [
        line
        for index, line in enumerate(page.lines)
        if (index < 2 or index >= last - 1) and (index < rule or (index == last and index > rule + 1))
    ]


def joined_pages(pages: Iterable[PageText]) -> list[Line]:
    """The lines of all pages, the first of a page set off only where the page before ended with a sentence."""
    lines: list[Line] = []
    for page in pages:
        for index, line in enumerate(page.lines):
            goes_on = index == 0 and lines and line.gap and not line.whole and _goes_on(lines[-1].text, line.text)
            lines.append(replace(line, gap=False) if goes_on else line)
    return lines


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence runs on from one page to the next."""
    if after[:1].islower():
        return True
    if before.endswith((",", "،", "，")):
        return not after[:1].isupper()
    return not _ENDS.search(before)


def _page_of(text: str) -> tuple[str, str]:
    """A page number of the form 2/3 in a line, and what else is in it."""
    pieces = text.split()
    fraction = next((piece for piece in pieces if _PAGE_OF.fullmatch(piece)), "")
    if len(pieces) > 3 or not fraction:
        return "", text
    pieces.remove(fraction)
    return fraction, " ".join(pieces)


def _is_bars(text: str) -> bool:
    """Whether a line is a bar code in a font that has no letters: signs of several kinds and nothing else."""
    return len(text) >= 6 and len(set(text)) >= 4 and not any(sign.isalnum() or sign.isspace() for sign in text)


def _own_symbol(pages: Sequence[PageText]) -> str:
    """The symbol that stands alone in a line of the masthead; empty where there is none."""
    first = [line.text for page in pages for line in page.lines][:MASTHEAD_LINES]
    return next((_folded(text).rstrip("*") for text in first if _SYMBOL.fullmatch(text)), "")


def _running_beside(lines: Sequence[Line], own: Sequence[int]) -> set[str]:
    """The lines near a running symbol that are running titles: they stand near two of them, or are of the masthead."""
    near = Counter(
        text
        for place in own[1:]
        for text in {_folded(line.text) for line in lines[max(0, place - EDGE_LINES) : place + EDGE_LINES]}
    )
    end = min([own[0] + MASTHEAD_LINES, *(place - EDGE_LINES for place in own[1:])])
    masthead = _folded(" ".join(line.text for line in lines[: max(0, end)]))
    return {text for text, count in near.items() if count > 1 or (len(text) >= SHORTEST_TITLE and text in masthead)}


def _head(lines: Sequence[Line], place: int, titles: set[str]) -> set[int]:
    """The lines of a running head: the symbol and the lines of the title directly above and below it."""
    head = {place}
    for step in (-1, 1):
        index = place + step
        while 0 <= index < len(lines) and abs(index - place) < EDGE_LINES and _folded(lines[index].text) in titles:
            head.add(index)
            index += step
    return head


def _edges(page: PageText) -> list[Line]:
    return list({line.start: line for line in (*page.lines[:EDGE_LINES], *page.lines[-EDGE_LINES:])}.values())


def _running_keys(text: str, page: int) -> set[str]:
    """What a running line may have in common on all pages: all of it, or its words and the pages that it counts."""
    words = _folded(text).split()
    keys = {" ".join(words)}
    if len(words) > 1 and words[0].isdecimal():
        keys.add(f"{int(words[0][:9]) - page} {' '.join(words[1:])}")
    if len(words) > 1 and words[-1].isdecimal():
        keys.add(f"{' '.join(words[:-1])} {int(words[-1][:9]) - page}")
    return keys


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _without(pages: Sequence[PageText], is_gone: Callable[[Line], bool], what: str, why: str) -> Step:
    kept = [PageText(tuple(line for line in page.lines if not is_gone(line))) for page in pages]
    count = sum(len(page.lines) for page in pages) - sum(len(page.lines) for page in kept)
    return kept, [Dropped(what, why, count)] if count else []
