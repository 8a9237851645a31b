"""Markdown texts: paragraphs, headings, lists and tables, without the marks they are written with."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from corpus.errors import SourceRefused
from corpus.readers.counting import BULLET
from corpus.readers.encodings import decode
from corpus.readers.markup import parse_html, whole_text
from corpus.readers.writing import Writing, raised
from corpus.source import Role, SourceText

READER = "markdown 1"
BETWEEN_CELLS = " | "
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FRONT_LINE = re.compile(r"^(title|language|lang)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
QUOTES = "\"'"
RAISED_TAG = re.compile(r"<\s*(/?)\s*sup\b", re.IGNORECASE)
HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_markdown(content: bytes, name: str) -> SourceText:
    """The text of a Markdown file; front matter gives title and language and is left out of the text.

    Raises:
        SourceRefused: its encoding cannot be told with certainty, it nests too deeply, or it holds no text.
    """
    text = decode(content, name).text.removeprefix("\ufeff")
    writing = Writing()
    facts: dict[str, str] = {}
    front = FRONT_MATTER.match(text)
    if front is not None:
        facts = {key.casefold(): value.strip(QUOTES) for key, value in FRONT_LINE.findall(front[1])}
        text = text[front.end() :]
        writing.drop("front matter", "it tells of the text and is no part of it")
    try:
        tokens = MarkdownIt("commonmark").enable("table").use(footnote_plugin).parse(text)
    except (RecursionError, ValueError, IndexError) as error:
        raise SourceRefused(f"{name} cannot be read as Markdown; save it as .txt and add that.") from error
    MarkdownReading(writing, name).read(tokens)
    language = facts.get("language") or facts.get("lang", "")
    return writing.source(name, READER, language=language, title=facts.get("title", ""))


class MarkdownReading:
    """One pass over the tokens of a Markdown text."""

    def __init__(self, writing: Writing, name: str) -> None:
        self._writing = writing
        self._name = name
        self._lead = ""
        self._lists: list[Iterator[str]] = []
        self._cells: list[str] | None = None
        self._note: list[str] | None = None
        self._note_label = ""
        self._heading = False

    def read(self, tokens: list[Token]) -> None:
        """Write every block as a line."""
        for place, token in enumerate(tokens):
            if token.type in ("ordered_list_open", "bullet_list_open"):
                self._lists.append(_numbers(tokens, place))
            elif token.type in ("ordered_list_close", "bullet_list_close"):
                self._lists.pop()
            elif token.type == "list_item_open":
                self._lead = next(self._lists[-1], "")
            elif token.type == "tr_open":
                self._cells = []
            elif token.type == "tr_close":
                self._writing.add(BETWEEN_CELLS.join(cell for cell in self._cells or () if cell), Role.TABLE)
                self._cells = None
            elif token.type in ("heading_open", "heading_close"):
                self._heading = token.type == "heading_open"
            else:
                self._content(token)

    def _content(self, token: Token) -> None:
        if token.type == "footnote_open":
            self._note, self._note_label = [], str(int(token.meta.get("id", 0)) + 1)
        elif token.type == "footnote_close":
            self._writing.add(" ".join([self._note_label, *(self._note or ())]), Role.FOOTNOTE)
            self._note = None
        elif token.type == "inline":
            self._put(self._inline(token.children or []))
        elif token.type in ("code_block", "fence"):
            for line in token.content.splitlines():
                self._put(line)
        elif token.type == "html_block":
            self._html(token.content)

    def _put(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text.strip())
        elif self._note is not None:
            self._note.append(text.strip())
        elif text.strip():
            self._writing.add(text, Role.HEADING if self._heading else Role.BODY, self._lead)
            self._lead = ""

    def _html(self, content: str) -> None:
        self._writing.drop("comment", "comments are not part of the text", len(HTML_COMMENT.findall(content)))
        content = HTML_COMMENT.sub("", content)
        if content.strip():
            self._put(" ".join(whole_text(parse_html(content, self._name)).split()))

    def _inline(self, children: list[Token]) -> str:
        pieces, above = [], False
        for token in children:
            if token.type in ("softbreak", "hardbreak"):
                pieces.append(" ")
            elif token.type == "html_inline":
                tag = RAISED_TAG.match(token.content)
                above = above if tag is None else not tag[1]
                if token.content.casefold().startswith("<br"):
                    pieces.append(" ")
            elif token.type == "image":
                self._writing.drop("picture", "pictures are not text")
            elif token.type in ("text", "code_inline"):
                pieces.append(raised(token.content) if above else token.content)
        return "".join(pieces)


def _numbers(tokens: list[Token], place: int) -> Iterator[str]:
    """The numbers of a list's items: as written where they differ, else counted up from the first."""
    opened = tokens[place]
    if opened.type == "bullet_list_open":
        while True:
            yield f"{BULLET}\t"
    items = []
    for token in tokens[place + 1 :]:
        if token.level == opened.level:
            break
        if token.type == "list_item_open" and token.level == opened.level + 1:
            items.append((token.info, token.markup))
    written = [int(number) for number, _ in items]
    alike = len(set(written)) == 1
    for offset, (number, mark) in enumerate(items):
        yield f"{written[0] + offset if alike else number}{mark}\t"
