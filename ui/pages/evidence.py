"""The evidence page: what is on record on the topic is proposed, a person accepts it with the exact words."""

import streamlit as st

from drafting.evidence import Evidence
from drafting.topics import Topic
from ui.desk import Desk, open_desk, told_plainly
from ui.evidence_components import draw_proposal, draw_tray, put_in_tray
from ui.evidence_views import (
    checked_tray,
    evidence_view,
    holders,
    issue_in_words,
    matching,
    problem_in_words,
    proposals,
)
from ui.position_components import draw_position_style
from ui.position_work import asked_topic, drafting_languages, notes_language, project_topic, state_of
from ui.resources import gathered
from ui.state import GATHERED, interface_words, is_marked, set_mark
from ui.states import state_in_words
from ui.vocabulary import Words

A_PAGE = 12
MOST_AT_ONCE = 200


def draw() -> None:
    """Draw the page: proposals, or the tray."""
    words = interface_words()
    st.title(words("tray.title"))
    draw_position_style()
    with told_plainly(words):
        desk = open_desk(words)
        if desk is None:
            return
        topic = project_topic(desk.session, desk.project.header, notes_language(words))
        shown = st.segmented_control(
            words("tray.show"),
            ("proposals", "tray"),
            default="proposals",
            required=True,
            format_func=lambda name: words(f"tray.{name}", count=len(desk.project.tray)),
            label_visibility="collapsed",
            key=f"evidence-part-{desk.file.id}",
        )
        if shown == "tray":
            draw_accepted(desk, topic)
        else:
            draw_gathering(desk, topic)


def draw_gathering(desk: Desk, topic: Topic) -> None:
    """Gather when asked to, and draw what is not in the tray yet."""
    words, header = desk.words, desk.project.header
    languages = drafting_languages(header)
    button, choice = st.columns([2, 1], vertical_alignment="bottom")
    language = choice.selectbox(
        words("tray.quote_language"), languages, format_func=lambda code: words(f"language.{code}")
    )
    if button.button(words("tray.gather", topic=asked_topic(header)), type="primary", icon=":material/travel_explore:"):
        set_mark(GATHERED, desk.file.id)
    if not is_marked(GATHERED, desk.file.id):
        st.info(words("tray.gather_hint"))
        return
    with st.spinner(words("tray.gathering")):
        found = gathered(desk.session, asked_topic(header), header.level, language, state_of(header))
    left = proposals(found.evidence, desk.project)
    chosen = choose_proposals(left, topic, words)
    st.caption(words("tray.found", found=len(found.evidence), left=len(left), shown=len(chosen)))
    if not left:
        st.success(words("tray.all_accepted") if found.evidence else words("tray.nothing"))
        return
    if chosen and st.button(words("tray.accept_all", count=len(chosen)), icon=":material/done_all:"):
        for one in chosen[:MOST_AT_ONCE]:
            put_in_tray(desk, one)
        st.rerun()
    pages = max(1, -(-len(chosen) // A_PAGE))
    page = st.pagination(pages, key=f"proposals-{desk.file.id}") if pages > 1 else 1
    for one in chosen[(page - 1) * A_PAGE : page * A_PAGE]:
        draw_proposal(evidence_view(desk.session.library, one, topic, words), desk, topic)


def choose_proposals(left: tuple[Evidence, ...], topic: Topic, words: Words) -> tuple[Evidence, ...]:
    """Let the person narrow the proposals by issue and by whose they are."""
    issue_column, whose_column = st.columns(2)
    issues = ["", *dict.fromkeys(one.issue for one in left)]
    issue = issue_column.selectbox(
        words("tray.issue"),
        issues,
        format_func=lambda name: issue_in_words(topic, name, words) if name else words("search.any"),
    )
    whose = ["", *sorted(dict.fromkeys(holder for one in left for holder in holders(one)))]
    holder = whose_column.selectbox(
        words("tray.whose"),
        whose,
        format_func=lambda name: holder_in_words(name, words) if name else words("search.any"),
    )
    return matching(left, issue, holder)


def holder_in_words(holder: str, words: Words) -> str:
    """A State by name, a document by its id."""
    return holder if ":" in holder or "/" in holder or "-" in holder else state_in_words(holder, words)


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


draw()
