"""A draft as its page shows it, as values: sources beside a statement, what does not hold, what a fresh draft adds."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.paragraph import ParagraphRef
from corpus.states import FIVE
from drafting.consistency import Difference
from drafting.draft import Citation, Draft, Statement, StatementKind
from drafting.projects.values import SavedDraft, SavedSection, SavedStatement
from drafting.register import Converted
from drafting.unturned import Remark
from ui.evidence_views import reader_link, shortened
from ui.states import WORLD, state_in_words
from ui.vocabulary import Words


@dataclass(frozen=True, slots=True)
class Failure:
    """A statement that does not hold: where it stands, its first words, and why, a reason each."""

    heading: str
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A statement that a fresh draft has and the draft at hand has not, with the heading it stands under."""

    number: int
    heading: str
    private: bool
    statement: Statement


@dataclass(frozen=True, slots=True)
class BracketGroup:
    """Statements that stand together: the alternatives of one bracket, or a single statement without one."""

    bracket: str
    statements: tuple[SavedStatement, ...]


def bare(draft: Draft) -> Draft:
    """The draft without its text: what is said of it as a whole."""
    return replace(draft, sections=(), gaps=(), warnings=())


def sources_markup(statement: Statement, words: Words) -> str:
    """The sources of a statement as HTML: each citation with a sign and a word for whether it holds, quote and link."""
    if not statement.citations:
        told = "draft.no_source_needed" if is_unchecked(statement) else "draft.no_source"
        sign = "" if is_unchecked(statement) else ' class="ortak-wrong"'
        return f'<div class="ortak-sources"><span{sign}>{html.escape(words(told))}</span></div>'
    return f'<div class="ortak-sources">{"".join(_source(one, words) for one in statement.citations)}</div>'


def is_unchecked(statement: Statement) -> bool:
    """Whether a statement claims nothing that needs a source."""
    return statement.private or statement.kind in (StatementKind.FRAMING, StatementKind.PLACEHOLDER)


def failures(checked: Draft) -> tuple[Failure, ...]:
    """The statements of a checked draft whose citations do not hold, or that have none."""
    return tuple(
        Failure(section.heading, shortened(one.text), reasons)
        for section in checked.sections
        for one in section.statements
        if not section.private and not is_unchecked(one) and (reasons := _reasons(one))
    )


def additions(present: Draft, fresh: Draft) -> tuple[Addition, ...]:
    """What a fresh draft says that the draft at hand does not, whatever was edited there; reference lists aside."""
    said = {_folded(one.text) for section in present.sections for one in section.statements}
    said |= {_folded(one.quote) for section in present.sections for s in section.statements for one in s.citations}
    found = [
        (section, one)
        for section in fresh.sections
        for one in section.statements
        if _folded(one.text) not in said
        and not (one.citations and all(_folded(each.quote) in said for each in one.citations))
    ]
    return tuple(Addition(number, section.heading, section.private, one) for number, (section, one) in enumerate(found))


def bracket_groups(section: SavedSection) -> tuple[BracketGroup, ...]:
    """The statements of a section, alternatives of one bracket together."""

    def name(one: SavedStatement) -> str:
        return one.statement.bracket if one.statement.bracketed else one.id

    return tuple(
        BracketGroup(members[0].statement.bracket if members[0].statement.bracketed else "", members)
        for _, found in groupby(section.statements, key=name)
        for members in (tuple(found),)
    )


def is_open_place(group: BracketGroup) -> bool:
    """Whether it is only a place to be filled in: nothing is disputed there."""
    return all(one.statement.kind is StatementKind.PLACEHOLDER for one in group.statements)


def badges(statement: Statement, words: Words) -> tuple[str, ...]:
    """What a reader must know of a statement besides its words: kind, option, proposers, whether it is private."""
    told = []
    if statement.kind is not StatementKind.PLAIN:
        told.append(words(f"statement.{statement.kind}"))
    if statement.bracketed:
        told.append(f"[ ] {words('draft.option')} {statement.option}" if statement.option else "[ ]")
    if statement.proposers:
        told.append(", ".join(proposer_in_words(one, words) for one in statement.proposers))
    if statement.private:
        told.append(f"🔒 {words('draft.private')}")
    return tuple(told)


def proposer_in_words(code: str, words: Words) -> str:
    """A State by name, a group by what it is called."""
    return state_in_words(code, words) if code in (*FIVE, *WORLD) else code


def all_brackets(draft: SavedDraft) -> dict[str, list[SavedStatement]]:
    """The alternatives of every open bracket, by the bracket's name."""
    found: dict[str, list[SavedStatement]] = {}
    for section in draft.sections:
        for one in section.statements:
            if one.statement.bracketed and one.statement.bracket:
                found.setdefault(one.statement.bracket, []).append(one)
    return found


def paragraphs(draft: Draft) -> list[str]:
    """The statements of a draft that others see, in order."""
    return [
        one.text for section in draft.sections if not section.private for one in section.statements if not one.private
    ]


def difference_rows(found: Iterable[Difference], words: Words) -> list[dict[str, str]]:
    """What two language versions do not have in common, one row a difference."""
    return [
        {
            words("draft.paragraph"): str(one.paragraph or "–"),
            words("draft.difference"): words(f"difference.{one.kind.replace(' ', '_')}"),
            words("language.en"): ", ".join(one.left),
            words("language.ru"): ", ".join(one.right),
        }
        for one in found
    ]


def marked_conversion(turned: Converted, words: Words) -> str:
    """A turned paragraph as HTML, the places a person must look at marked, each with the reason."""
    pieces, position = [], 0
    for mark in sorted(turned.marks, key=lambda one: one.start):
        if mark.start < position:
            continue
        pieces.append(html.escape(turned.text[position : mark.start]))
        told = html.escape(remark_in_words(mark.remark, words))
        marked = html.escape(turned.text[mark.start : mark.end])
        pieces.append(f'<mark class="ortak-mark ortak-warning" title="{told}">{marked}</mark>')
        position = mark.end
    pieces.append(html.escape(turned.text[position:]))
    reasons = dict.fromkeys(remark_in_words(mark.remark, words) for mark in turned.marks)
    listed = "".join(f"<li>{html.escape(one)}</li>" for one in reasons)
    return f'<p class="ortak-text">{"".join(pieces)}</p>' + (f"<ul>{listed}</ul>" if listed else "")


def remark_in_words(remark: Remark, words: Words) -> str:
    """Why a place of a turned paragraph must be looked at."""
    return words(f"remark.{remark.name.lower()}")


def before_previous(section: SavedSection, statement_id: str) -> str | None:
    """The statement behind which one must stand to move up by one; nothing for the top of the section."""
    ids = [one.id for one in section.statements]
    place = ids.index(statement_id)
    return ids[place - 2] if place >= 2 else None


def next_of(section: SavedSection, statement_id: str) -> str | None:
    """The statement that follows; nothing for the last."""
    ids = [one.id for one in section.statements]
    place = ids.index(statement_id)
    return ids[place + 1] if place + 1 < len(ids) else None


def changed_elsewhere(section: SavedSection, shown: Sequence[tuple[str, int]], own: Sequence[int]) -> bool:
    """Whether the section differs from what a window shows by more than what that window saved itself."""
    if [one.id for one in section.statements] != [name for name, _ in shown]:
        return True
    return any(
        one.revision not in (revision, mine)
        for one, (_, revision), mine in zip(section.statements, shown, own, strict=True)
    )


def _source(citation: Citation, words: Words) -> str:
    look, told = ("good", "draft.verified") if citation.verified else ("wrong", "draft.unverified")
    link = reader_link(ParagraphRef(citation.document, citation.label), citation.language, words)
    reason = f"<div><b>{html.escape(citation.reason)}</b></div>" if citation.reason else ""
    opened = "" if citation.verified else " open"
    means = f' title="{html.escape(words("draft.verified_means"))}"' if citation.verified else ""
    return (
        f'<details{opened}><summary class="ortak-{look}"{means}><b>{html.escape(words(told))}</b> · '
        f"{html.escape(citation.display)}</summary>{reason}"
        f'<blockquote lang="{citation.language}" dir="auto">{html.escape(citation.quote)}</blockquote>'
        f'<a href="{html.escape(link)}" target="_blank">{html.escape(words("search.open"))} ↗</a></details>'
    )


def _reasons(statement: Statement) -> tuple[str, ...]:
    if not statement.citations:
        return ("",)
    return tuple(dict.fromkeys(one.reason for one in statement.citations if not one.verified))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
