"""A colleague's tracked Word file, read as proposals: what each paragraph was, and what it is to be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.export.views import follows, paragraph_text
from drafting.export.word_file import Node, WordFile, open_word, w
from drafting.export.word_text import DELETED, INSERTED, WordParagraph, mark_state, word_paragraphs

COMMENT_MARKS = frozenset({w("commentRangeStart"), w("commentReference")})


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin. `on` is the date as the file gives it."""

    author: str
    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a colleague did to one place of the base text.

    `place` counts the paragraphs of the base before it. `base` is the paragraph as it was (none for a new one, two or
    more where they were joined), `proposed` as it is to be (none for one that goes, two or more where it was split);
    both are equal where there is only a comment. `authors` and `dates` (as the file gives them) are in order of
    appearance, each once.
    """

    place: int
    base: tuple[str, ...]
    proposed: tuple[str, ...]
    authors: tuple[str, ...]
    dates: tuple[str, ...]
    comments: tuple[Comment, ...] = ()


@dataclass(slots=True)
class _Group:
    """Paragraphs that changed marks tie together, with their texts before and after."""

    nodes: list[Node]
    base: list[str]
    proposed: list[str]


def read_proposals(content: bytes) -> tuple[Proposal, ...]:
    """What a tracked Word file proposes, paragraph by paragraph, in order.

    With the paragraphs that are not named, the bases are `rejected(content)` and the proposals `accepted(content)`.

    Raises:
        SourceRefused: the file is not a Word file that can be read.
    """
    file = open_word(content)
    body = file.body()
    remarks = _comments(file)
    proposals: list[Proposal] = []
    place = 0
    for group in _groups(word_paragraphs(body)):
        comments = tuple(remarks[key] for key in _comment_keys(group.nodes) if key in remarks)
        if group.base != group.proposed or comments:
            authors, dates = _signatures(group.nodes)
            kept, base, proposed = _pared(group)
            proposals.append(Proposal(place + kept, base, proposed, authors, dates, comments))
        place += len(group.base)
    return tuple(proposals)


def _groups(paragraphs: Sequence[WordParagraph]) -> Iterator[_Group]:
    """The smallest groups of paragraphs that can be read on their own both before and after the changes.

    Text runs on over a mark that is not there under a reading; a group ends where nothing runs on under either.
    """
    group = _Group([], [], [])
    before = after = ""
    for place, paragraph in enumerate(paragraphs):
        mark = mark_state(paragraph.node)
        onward = follows(paragraphs, place)
        group.nodes.append(paragraph.node)
        before += "" if paragraph.row.inserted else paragraph_text(paragraph.node, accept=False)
        after += "" if paragraph.row.deleted else paragraph_text(paragraph.node, accept=True)
        if not (paragraph.row.inserted or (mark.inserted and (onward or not before))):
            group.base.append(before)
            before = ""
        if not (paragraph.row.deleted or (mark.deleted and (onward or not after))):
            group.proposed.append(after)
            after = ""
        if not before and not after:
            yield group
            group = _Group([], [], [])
    if group.nodes:
        yield group


def _pared(group: _Group) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """The group without paragraphs at its ends that stay as they are, and how many went at its head."""
    base, proposed = list(group.base), list(group.proposed)
    head = 0
    if base != proposed:
        while base and proposed and base[0] == proposed[0]:
            del base[0], proposed[0]
            head += 1
        while base and proposed and base[-1] == proposed[-1]:
            del base[-1], proposed[-1]
    return head, tuple(base), tuple(proposed)


def _signatures(nodes: Sequence[Node]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Authors and dates of all changes in the paragraphs and in the rows they stand in."""
    changes = [node for paragraph in nodes for node in _changes(paragraph)]
    authors = dict.fromkeys(str(node.get(w("author"), "")) for node in changes)
    dates = dict.fromkeys(str(node.get(w("date"), "")) for node in changes)
    return tuple(name for name in authors if name), tuple(date for date in dates if date)


def _changes(paragraph: Node) -> Iterator[Node]:
    for row in paragraph.iterancestors(w("tr")):
        properties = row.find(w("trPr"))
        if properties is not None:
            yield from properties.iter(w("ins"), w("del"))
    yield from paragraph.iter(*INSERTED, *DELETED)


def _comment_keys(nodes: Sequence[Node]) -> list[str]:
    return list(
        dict.fromkeys(str(mark.get(w("id"), "")) for paragraph in nodes for mark in paragraph.iter(*COMMENT_MARKS))
    )


def _comments(file: WordFile) -> Mapping[str, Comment]:
    root = file.related("comments")
    if root is None:
        return {}
    return {
        str(node.get(w("id"), "")): Comment(
            str(node.get(w("author"), "")),
            str(node.get(w("date"), "")),
            "\n".join(paragraph_text(paragraph, accept=True) for paragraph in node.iter(w("p"))),
        )
        for node in root.iter(w("comment"))
    }
