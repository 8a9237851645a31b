"""A colleague's changes to a Word file, matched with the statements of the draft they were made to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drafting.export.tracked_reader import Proposal
from drafting.projects.values import SavedDraft, SavedSection, SavedStatement

LIKE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal: the words before and after, by whom, and the statement that it was made to.

    `statement` is empty where none of the draft is like it; `text` is what the statement would read (nothing, where it
    goes), `behind` the statement that stands before the place, for what is new.
    """

    number: int
    before: str
    after: str
    authors: str
    dates: str
    comments: tuple[str, ...]
    statement: str
    text: str
    behind: str = ""


def proposal_views(found: Iterable[Proposal], base: Sequence[str], draft: SavedDraft) -> tuple[ProposalView, ...]:
    """The proposals in their order, each with the statement it fits; `base` is the file's text without the changes."""
    statements = [one for section in draft.sections for one in section.statements]
    single = [one for proposal in found for one in _single(proposal)]
    return tuple(_view(number, one, base, statements) for number, one in enumerate(single, start=1))


def _single(one: Proposal) -> Iterator[Proposal]:
    """The changes of a group paragraph by paragraph, where it can be told which became which."""
    if one.base and one.proposed and len(one.base) != len(one.proposed):
        yield one
        return
    for number in range(max(len(one.base), len(one.proposed))):
        base, proposed = one.base[number : number + 1], one.proposed[number : number + 1]
        remarks = one.comments if number == 0 else ()
        if base != proposed or remarks:
            yield replace(
                one, place=one.place + (number if base else 0), base=base, proposed=proposed, comments=remarks
            )


def _view(number: int, one: Proposal, base: Sequence[str], statements: list[SavedStatement]) -> ProposalView:
    before, after = "\n".join(one.base), "\n".join(one.proposed)
    match = nearest(before, statements) if before else None
    return ProposalView(
        number=number,
        before=before,
        after=after,
        authors=", ".join(one.authors),
        dates=", ".join(date[:10] for date in one.dates),
        comments=tuple(f"{comment.author}: {comment.text}" for comment in one.comments),
        statement=match.id if match else "",
        text=unframed(before, after, match.statement.text) if match else after.strip(),
        behind="" if match else _behind(base[: one.place], statements),
    )


def _behind(before: Sequence[str], statements: list[SavedStatement]) -> str:
    """The statement that the last paragraph before a place was made from; nothing where none was."""
    found = (nearest(text, statements) for text in reversed(before))
    return next((one.id for one in found if one is not None), "")


def last_of_new(section: SavedSection, view: ProposalView, views: Iterable[ProposalView]) -> str | None:
    """Behind which statement something new goes: the one before its place, and what was taken over there already.

    Where its place is not in this section it goes to the end; nothing, where the section is empty.
    """
    ids = [one.id for one in section.statements]
    if view.behind not in ids:
        return ids[-1] if ids else None
    earlier = {one.text for one in views if one.behind == view.behind and one.number < view.number}
    last = view.behind
    for one in section.statements[ids.index(view.behind) + 1 :]:
        if one.statement.text not in earlier:
            break
        last = one.id
    return last


def nearest(text: str, statements: list[SavedStatement]) -> SavedStatement | None:
    """The statement that a paragraph of a file was made from: the longest that stands in it, else the most like it."""
    within = _within(text, statements)
    if within is not None:
        return within
    scored = [(_likeness(text, one.statement.text), one) for one in statements]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= LIKE_ENOUGH else None


def _likeness(one: str, other: str) -> float:
    """How much two texts have in common, 0 to 1; nothing where a quick look shows that it is too little."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0.0
    return matcher.ratio()


def _within(text: str, statements: list[SavedStatement]) -> SavedStatement | None:
    found = [one for one in statements if one.statement.text.strip() and one.statement.text in text]
    return max(found, key=lambda one: len(one.statement.text), default=None)


def unframed(before: str, after: str, text: str) -> str:
    """What a statement reads after a change, without the numbers, brackets and names that the file sets around it."""
    start = before.find(text)
    if start < 0:
        return after.strip()
    head, tail = before[:start], before[start + len(text) :]
    kept = after.removeprefix(head) if head and after.startswith(head) else after
    return (kept.removesuffix(tail) if tail and kept.endswith(tail) else kept).strip()
