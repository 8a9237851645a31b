"""How the accepted evidence of a project is drawn, to be changed or taken out again."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from drafting.evidence import Evidence
from drafting.projects.evidence_check import CheckedEvidence
from drafting.projects.things import Kind, thing_key
from drafting.projects.tray import change_evidence, drop_evidence
from drafting.projects.values import TrayItem
from drafting.topics import Topic
from ui.components import plain
from ui.desk import Desk, told_plainly
from ui.evidence_components import A_PAGE, draw_passage
from ui.evidence_views import (
    SIGNS,
    STANCES,
    STRONGEST,
    EvidenceView,
    checked_tray,
    evidence_view,
    issue_in_words,
    problem_in_words,
    stance_in_words,
)
from ui.states import state_choices, states_in_words


def draw_accepted(desk: Desk, topic: Topic) -> None:
    """Draw the tray; what is no longer sound is flagged, and kept."""
    words = desk.words
    checked = checked_tray(desk.session.library, desk.project)
    if not checked:
        st.info(words("tray.empty"))
        return
    views = [
        evidence_view(desk.session.library, one.item.evidence, topic, words, problem_in_words(one, words))
        for one in checked
    ]
    unsound = sum(bool(view.problem) for view in views)
    if unsound:
        st.warning(words("tray.unsound", count=unsound))
    order = sorted(range(len(views)), key=lambda place: (not views[place].problem, views[place].issue))
    pages = max(1, -(-len(order) // A_PAGE))
    page = st.pagination(pages, key=f"tray-{desk.file.id}") if pages > 1 else 1
    here = order[(page - 1) * A_PAGE : page * A_PAGE]
    draw_tray([checked[place] for place in here], [views[place] for place in here], desk, topic)


def draw_tray(checked: Sequence[CheckedEvidence], views: Sequence[EvidenceView], desk: Desk, topic: Topic) -> None:
    """Draw the accepted passages with who accepted each, and the buttons that change its bearing or take it out."""
    for one, view in zip(checked, views, strict=True):
        evidence, words = one.item.evidence, desk.words
        with st.container(border=True, key=f"tray-{evidence.id}"):
            draw_passage(view, words)
            if evidence.note:
                st.markdown(f":material/sticky_note_2: {plain(evidence.note)}")
            who = words("tray.accepted_by", who=evidence.accepted_by, on=evidence.accepted_on)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(plain(who), width="stretch")
                if st.button(words("tray.edit"), key=f"edit-{evidence.id}", icon=":material/edit:"):
                    draw_bearing_dialog(one.item, desk, topic)
                dropped = st.button(words("tray.drop"), key=f"drop-{evidence.id}", icon=":material/close:")
        if dropped:
            drop_evidence(desk.file, evidence.id, _revision(desk, evidence), desk.who)
            st.rerun()


def draw_bearing_dialog(item: TrayItem, desk: Desk, topic: Topic) -> None:
    """Open the dialog that changes what a passage bears on; its words stay."""

    @st.dialog(desk.words("tray.edit_title"))
    def dialog() -> None:
        with told_plainly(desk.words):
            _draw_bearing(item, desk, topic)

    dialog()


def _draw_bearing(item: TrayItem, desk: Desk, topic: Topic) -> None:
    words, one = desk.words, item.evidence
    issues = list(dict.fromkeys((*(issue.id for issue in topic.issues), one.issue)))
    issue = st.selectbox(
        words("tray.issue"),
        issues,
        issues.index(one.issue),
        format_func=lambda name: issue_in_words(topic, name, words),
    )
    states = st.multiselect(
        words("tray.states"),
        state_choices(words),
        list(one.states),
        format_func=lambda code: states_in_words([code], words),
        placeholder=words("positions.choose"),
    )
    stances = list(dict.fromkeys((*STANCES, one.stance)))
    stance = st.selectbox(
        words("tray.stance"),
        stances,
        stances.index(one.stance),
        format_func=lambda value: f"{SIGNS.get(value, '')} {stance_in_words(value, words)}",
    )
    strength = st.slider(words("tray.strength_label"), 0, STRONGEST, one.strength)
    note = st.text_input(words("tray.note"), one.note)
    if st.button(words("tray.save"), type="primary"):
        changed = replace(one, issue=issue, states=tuple(states), stance=stance, strength=strength, note=note.strip())
        change_evidence(desk.file, replace(item, evidence=changed), _revision(desk, one), desk.who)
        st.rerun()


def _revision(desk: Desk, one: Evidence) -> int:
    return desk.project.revision(thing_key(Kind.EVIDENCE, one.id))
