"""How what is on record is proposed as evidence; knows Streamlit, decides nothing."""

import streamlit as st

from drafting.evidence import Evidence
from drafting.topics import Topic
from ui.desk import Desk
from ui.evidence_components import A_PAGE, draw_proposal, put_in_tray
from ui.evidence_views import evidence_view, holders, issue_in_words, matching, proposals
from ui.position_work import asked_topic, drafting_languages, state_of
from ui.resources import gathered
from ui.state import GATHERED, is_marked, set_mark
from ui.states import state_in_words
from ui.vocabulary import Words

MOST_AT_ONCE = 200


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
