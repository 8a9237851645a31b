"""The dialog in which a person asks a model: what is to be done, with what, and exactly what will be sent."""

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

import streamlit as st

from corpus.errors import ModelUnavailable, OrtakError
from drafting.chat import ChatModel, Choice
from drafting.citation import cited, shown_source
from drafting.evidence import Evidence
from drafting.proposals.request import Request
from drafting.proposals.tasks import Task
from drafting.proposals.wording import prompt_of
from drafting.voices import Register
from ui.asking import Asking
from ui.asking_requests import (
    ON_EVIDENCE,
    TASKS,
    Subject,
    Wish,
    as_now,
    evidence_at_first,
    evidence_for,
    has_private,
    languages_into,
    request_for,
)
from ui.components import plain, told_apart
from ui.desk import Desk, told_plainly
from ui.evidence_views import held_paragraph, shortened
from ui.resources import project_now, proposal_check
from ui.state import keep_asking
from ui.told import error_in_words
from ui.vocabulary import Words


def draw_asking_dialog(desk: Desk, subject: Subject, choice: Choice) -> None:
    """Open the dialog of one request."""
    words, opening = desk.words, uuid4().hex

    @st.dialog(words("model.title"), width="large")
    def dialog() -> None:
        with told_plainly(words):
            st.markdown(plain(words("model.sent_outside" if choice.leaves else "model.sent_here", model=choice.shown)))
            present = replace(desk, project=project_now(desk.file))
            place = as_now(subject, present.project)
            draw_request(present, place, draw_wish(present, place, opening))

    dialog()


def draw_wish(desk: Desk, subject: Subject, opening: str) -> Wish:
    """Draw what is to be chosen: the task, what it needs, the evidence, and whether the private layer goes with it.

    `opening` tells one opening of the dialog from every other: a tick never outlives the one it was set in.
    """
    words, tasks = desk.words, TASKS[subject.about]
    task = st.segmented_control(
        words("model.task"),
        tasks,
        default=tasks[0],
        required=True,
        format_func=lambda one: words(f"model.{one}"),
        key=f"task-{subject.key}",
    )
    register, language = None, ""
    if task is Task.REGISTER:
        register = st.selectbox(
            words("draft.to_register"),
            list(Register),
            format_func=lambda one: words(f"register.{one.replace('-', '_')}"),
            key=f"register-{subject.key}",
        )
    if task is Task.TRANSLATE:
        language = st.selectbox(
            words("model.into"),
            languages_into(subject),
            format_func=lambda code: words(f"language.{code}"),
            key=f"into-{subject.key}",
        )
    evidence = choose_evidence(desk, subject) if task in ON_EVIDENCE else ()
    ticked = has_private(subject, task, desk.project) and st.checkbox(
        words("model.with_private"), key=f"private-{subject.key}-{opening}", help=words("model.with_private_help")
    )
    return Wish(task, evidence, ticked, register, language)


def choose_evidence(desk: Desk, subject: Subject) -> tuple[str, ...]:
    """Let the person choose the accepted evidence that is sent."""
    once = {(one.ref, one.language, one.quote): one for one in reversed(evidence_for(subject, desk.project))}
    offered = {one.id: one for one in reversed(once.values())}
    named = told_apart({name: evidence_in_words(desk, one) for name, one in offered.items()})
    chosen = st.multiselect(
        desk.words("model.evidence"),
        list(offered),
        evidence_at_first(subject, tuple(offered.values())),
        format_func=named.__getitem__,
        placeholder=desk.words("positions.choose"),
        key=f"evidence-{subject.key}",
    )
    return tuple(chosen)


def evidence_in_words(desk: Desk, one: Evidence) -> str:
    """A passage in a list: where it stands, its first words."""
    paragraph = held_paragraph(desk.session.library, one.ref, one.language)
    language = "en" if desk.words.language == "en" else "ru"
    place = shown_source(cited(desk.session.library, paragraph, language)) if paragraph else str(one.ref)
    return f"{place} · {shortened(one.quote)}"


def draw_request(desk: Desk, subject: Subject, wish: Wish) -> None:
    """Draw what will be sent, word for word, and the button that sends it; or why it cannot be sent.

    The button is of this one request: where the project was changed meanwhile, what it sends is drawn anew first.
    """
    words = desk.words
    try:
        request = request_for(desk, subject, wish)
    except OrtakError as refused:
        st.warning(plain(error_in_words(refused, words)))
        return
    draw_sent(request, words)
    if st.button(
        words("model.ask"), type="primary", icon=":material/send:", key=f"ask-{subject.key}-{digest_of(request)}"
    ):
        keep_asking(subject.key, Asking(request, model_named, proposal_check(desk.session)))
        st.rerun()


def digest_of(request: Request) -> str:
    """What tells a request from every other."""
    return sha256(repr(request).encode()).hexdigest()[:16]


def draw_sent(request: Request, words: Words) -> None:
    """Draw exactly what will be sent; the mark of the fences is drawn anew for every request."""
    prompt = prompt_of(request)
    letters = len(prompt.system) + len(prompt.request)
    with st.expander(words("model.sent", pieces=len(request.pieces), letters=letters), expanded=request.holds_private):
        if request.holds_private:
            st.warning(words("model.private_goes"))
        st.code(prompt.system, language=None, wrap_lines=True)
        st.code(prompt.request, language=None, wrap_lines=True)


def model_named() -> ChatModel:
    """The model that is named.

    Raises:
        ModelUnavailable: none is, or it cannot be set up.
    """
    from drafting.llm import open_model  # LangChain's home; loaded once a person asks, never before

    model = open_model()
    if model is None:
        raise ModelUnavailable("No model is named any more. Set ORTAK_MODEL and start again.")
    return model
