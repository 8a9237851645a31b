"""The dialog of one statement: its kind and bracket, its sources, its register, its place."""

from dataclasses import replace

import streamlit as st

from drafting.citation import cited
from drafting.draft import Citation, Statement, StatementKind
from drafting.evidence import Evidence
from drafting.projects.statements import change_statement, move_statement, remove_statement
from drafting.projects.things import place_key
from drafting.projects.values import SavedDraft, SavedSection, SavedStatement
from drafting.quoted import stands_in
from drafting.register import convert
from drafting.speaker import speaker_of
from drafting.voices import Register
from ui.components import plain, told_apart
from ui.desk import Desk, told_plainly
from ui.draft_views import all_brackets, marked_conversion, proposer_in_words
from ui.evidence_views import held_paragraph, shortened
from ui.position_work import state_of
from ui.states import state_choices

PARTS = ("shape", "sources", "register", "place")
GROUPS = ("LLDC", "G77")


def draw_statement_dialog(desk: Desk, draft: SavedDraft, section: SavedSection, saved: SavedStatement) -> None:
    """Open the dialog of a statement."""
    words = desk.words

    @st.dialog(words("draft.more"), width="large")
    def dialog() -> None:
        with told_plainly(words):
            st.caption(plain(shortened(saved.statement.text)))
            part = st.segmented_control(
                words("draft.more"),
                PARTS,
                default=PARTS[0],
                required=True,
                format_func=lambda name: words(f"draft.part_{name}"),
                label_visibility="collapsed",
                key=f"part-{saved.id}",
            )
            if part == "shape":
                draw_shape(desk, draft, saved)
            elif part == "sources":
                draw_sources(desk, draft.head.language, saved)
            elif part == "register":
                draw_register(desk, draft, saved)
            else:
                draw_place(desk, draft, section, saved)

    dialog()


def draw_shape(desk: Desk, draft: SavedDraft, saved: SavedStatement) -> None:
    """Draw what a statement is: kind, whether it is private, bracketed, as which option, proposed by whom."""
    words, one = desk.words, saved.statement
    kinds = list(StatementKind)
    kind = st.selectbox(
        words("draft.kind"), kinds, kinds.index(one.kind), format_func=lambda value: words(f"statement.{value}")
    )
    private = st.checkbox(words("draft.make_private"), one.private)
    bracketed = st.checkbox(words("draft.make_bracketed"), one.bracketed)
    bracket, option = one.bracket, one.option
    if bracketed:
        known = {name: plain(shortened(found[0].statement.text)) for name, found in all_brackets(draft).items()}
        named = told_apart({"": words("draft.alone"), **known})
        names = list(named)
        bracket = st.selectbox(
            words("draft.with_which"),
            names,
            names.index(one.bracket) if one.bracket in names else 0,
            format_func=named.__getitem__,
        )
        option = int(st.number_input(words("draft.option_number"), 0, 99, one.option))
    choices = [*GROUPS, *state_choices(words)]
    proposers = st.multiselect(
        words("draft.proposers"),
        list(dict.fromkeys((*one.proposers, *choices))),
        list(one.proposers),
        format_func=lambda code: proposer_in_words(code, words),
        placeholder=words("positions.choose"),
    )
    if st.button(words("tray.save"), type="primary"):
        shaped = replace(one, kind=kind, private=private, bracketed=bracketed, proposers=tuple(proposers))
        shaped = replace(shaped, bracket=bracket if bracketed else "", option=option if bracketed else 0)
        _change(desk, saved, shaped)


def draw_sources(desk: Desk, language: str, saved: SavedStatement) -> None:
    """Draw the citations of a statement, to be kept or taken out, and the tray to add from."""
    words, one = desk.words, saved.statement
    kept = [
        citation
        for number, citation in enumerate(one.citations)
        if st.checkbox(plain(citation.display), True, key=f"cite-{saved.id}-{number}")
    ]
    held = {each.id: each for each in desk.project.evidence}
    named = told_apart({name: f"{each.ref} · {shortened(each.quote)}" for name, each in held.items()})
    added = st.multiselect(
        words("draft.add_sources"),
        list(held),
        format_func=named.__getitem__,
        placeholder=words("positions.choose"),
    )
    if st.button(words("tray.save"), type="primary"):
        new = [found for name in added if (found := _citation(desk, held[name], language)) is not None]
        _change(desk, saved, replace(one, citations=tuple(dict.fromkeys((*kept, *new)))))


def draw_register(desk: Desk, draft: SavedDraft, saved: SavedStatement) -> None:
    """Draw how a statement would read in another register, with what a person must look at."""
    words, one = desk.words, saved.statement
    registers = list(Register)
    left, right = st.columns(2)
    source = left.selectbox(
        words("draft.from_register"),
        registers,
        3,
        format_func=lambda value: words(f"register.{value.replace('-', '_')}"),
    )
    target = right.selectbox(
        words("draft.to_register"), registers, 1, format_func=lambda value: words(f"register.{value.replace('-', '_')}")
    )
    if not one.text.strip():
        st.info(words("draft.empty_statement"))
        return
    speaker = speaker_of(draft.head.level, state_of(desk.project.header))
    turned = convert(one.text, draft.head.language, source, target, speaker)
    st.html(marked_conversion(turned, words))
    if st.button(words("draft.use"), type="primary", disabled=turned.text == one.text):
        _change(desk, saved, replace(one, text=turned.text))


def draw_place(desk: Desk, draft: SavedDraft, section: SavedSection, saved: SavedStatement) -> None:
    """Draw the move to another section, and the removal."""
    words = desk.words
    sections = told_apart({one.id: one.head.heading or "–" for one in draft.sections})
    chosen = st.selectbox(
        words("draft.section"),
        list(sections),
        list(sections).index(section.id),
        format_func=sections.__getitem__,
    )
    if st.button(words("draft.move_there"), disabled=chosen == section.id):
        target = next(one for one in draft.sections if one.id == chosen)
        last = target.statements[-1].id if target.statements else None
        base = desk.project.revision(place_key(saved.id))
        move_statement(desk.file, saved.id, chosen, last, base, desk.who)
        st.rerun()
    st.divider()
    why = st.text_input(words("draft.why"))
    if st.button(words("draft.remove"), icon=":material/delete:"):
        remove_statement(desk.file, saved.id, saved.revision, desk.who, why.strip())
        st.rerun()


def _change(desk: Desk, saved: SavedStatement, statement: Statement) -> None:
    if statement != saved.statement:
        change_statement(desk.file, saved.id, statement, saved.revision, desk.who)
    st.rerun()


def _citation(desk: Desk, one: Evidence, language: str) -> Citation | None:
    paragraph = held_paragraph(desk.session.library, one.ref, one.language)
    if paragraph is None or not stands_in(one.quote, paragraph.text):
        return None
    return cited(desk.session.library, paragraph, language, one.quote)
