"""How a model's answer is drawn in the place it is about: under way, refused, or proposal by proposal to accept."""

from collections.abc import Sequence

import streamlit as st

from corpus.errors import OrtakError
from drafting.projects.things import cell_key
from drafting.proposals.proposal import Proposal, Proposed, SuggestedStance, Verdict
from drafting.proposals.tasks import ONE_TO_ONE, Task
from ui.asking import Asking
from ui.asking_dialog import draw_asking_dialog, model_named
from ui.asking_requests import Subject, may_be_asked_again
from ui.asking_views import judged_markup, said_so_far, usage_in_words, verdict_markup, wording_markup
from ui.components import plain, told_apart
from ui.desk import Desk
from ui.evidence_views import SIGNS, shortened, stance_in_words
from ui.model_status import model_in_use
from ui.resources import proposal_check
from ui.state import asking_of, keep_asking
from ui.states import WORLD, state_in_words, states_in_words
from ui.taking_over import Slot, first_choice, passages_of, slots_for, take, take_stance
from ui.told import error_in_words
from ui.vocabulary import Words

EVERY_SECONDS = 0.5
"""How often the page looks for more of an answer."""


def draw_ask_button(desk: Desk, subject: Subject, label: str = "") -> None:
    """Draw the button that opens the dialog; where no model is named there is none."""
    choice, _ = model_in_use()
    if choice is None:
        return
    asked = st.button(
        label,
        key=f"model-{subject.key}",
        icon=":material/auto_awesome:",
        help=None if label else desk.words("model.title"),
        type="secondary" if label else "tertiary",
    )
    if asked:
        draw_asking_dialog(desk, subject, choice)


def draw_answer(desk: Desk, subject: Subject) -> None:
    """Draw what came of asking about this place; nothing where nothing was asked."""
    asking = asking_of(subject.key)
    if asking is None:
        return
    with st.container(border=True, key=f"answer-{subject.key}"):
        if asking.running:
            draw_waiting(subject.key, desk.words)
            return
        try:
            proposal = asking.proposal()
        except OrtakError as refused:
            draw_refusal(desk, subject, asking, error_in_words(refused, desk.words))
            return
        except Exception:
            keep_asking(subject.key, None)  # a fault of ours is shown once, and does not stay on the page
            raise
        draw_proposal(desk, subject, asking, proposal)


@st.fragment(run_every=EVERY_SECONDS)
def draw_waiting(key: str, words: Words) -> None:
    """Draw the answer as it comes, with the button that stops it; the page is drawn anew once it has ended."""
    asking = asking_of(key)
    if asking is None or not asking.running:
        st.rerun(scope="app")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/hourglass: {words('model.waiting', letters=len(asking.heard))}", width="stretch")
        if st.button(words("model.stop"), key=f"stop-{key}", icon=":material/stop_circle:"):
            asking.stop()
    for sentence in said_so_far(asking.heard):
        st.caption(plain(sentence))


def draw_refusal(desk: Desk, subject: Subject, asking: Asking, why: str) -> None:
    """Draw why there is no proposal; the draft is as it was."""
    words = desk.words
    if asking.stopped:
        st.info(words("model.stopped"))
    else:
        st.error(f"{plain(why)}\n\n{plain(words('model.draft_intact'))}")
    with st.container(horizontal=True):
        if may_be_asked_again(subject, asking.request, desk.project) and st.button(
            words("model.again"), key=f"again-{subject.key}"
        ):
            keep_asking(subject.key, Asking(asking.request, model_named, proposal_check(desk.session)))
            st.rerun()
        draw_putting_away(subject, words)


def draw_putting_away(subject: Subject, words: Words) -> None:
    """Draw the button that takes an answer off the page."""
    if st.button(words("model.away"), key=f"away-{subject.key}", icon=":material/close:"):
        keep_asking(subject.key, None)
        st.rerun()


def draw_proposal(desk: Desk, subject: Subject, asking: Asking, proposal: Proposal) -> None:
    """Draw an answer, each of its statements or stances to be accepted or left."""
    words = desk.words
    st.markdown(f":material/auto_awesome: **{words(f'model.{proposal.task}')}**")
    told = usage_in_words(proposal.usage, words)
    st.caption(plain(words("model.answered", model=proposal.model, version=proposal.prompt_version, usage=told)))
    if proposal.task is Task.STANCES:
        draw_stances(desk, subject, asking, proposal)
    else:
        draw_statements(desk, subject, asking, proposal)
    draw_putting_away(subject, words)


def draw_statements(desk: Desk, subject: Subject, asking: Asking, proposal: Proposal) -> None:
    """Draw every statement that was proposed and not decided yet."""
    slots = slots_for(desk.project, subject, proposal.task, proposal.language)
    left = [number for number in range(len(proposal.statements)) if number not in asking.settled]
    if not slots:
        told = desk.words("model.no_draft", language=desk.words(f"language.{proposal.language}"))
        st.caption(told)
    for number in left:
        with st.container(border=True, key=f"proposed-{subject.key}-{number}"):
            draw_proposed(desk, subject, asking, proposal, number, slots)


def draw_proposed(
    desk: Desk, subject: Subject, asking: Asking, proposal: Proposal, number: int, slots: Sequence[Slot]
) -> None:
    """Draw one proposed statement: what it changes, whether it is verified, and the buttons that decide.

    The button that accepts is of this one difference: where the text was saved anew meanwhile, it is drawn anew first.
    """
    words, key, one = desk.words, f"{subject.key}-{asking.id}-{number}", proposal.statements[number]
    slot = choose_slot(slots, one, key, words)
    text, sources = st.columns([3, 2], gap="medium")
    with text:
        standing = slot.standing if slot else ""
        draw_standing(proposal, one, standing, words)
        st.html(wording_markup(one, proposal.task, proposal.language, standing))
        draw_proposers(slot, one, words)
        if not slots:
            st.code(one.text, language=None, wrap_lines=True)
    sources.html(judged_markup(one, words))
    if one.statement.private:
        st.caption(f":material/lock: {words('model.stays_private')}")
    with st.container(horizontal=True, vertical_alignment="center"):
        unverified = one.verdict is Verdict.UNVERIFIED
        compared = slot is not None and unverified and st.checkbox(words("model.compared"), key=f"compared-{key}")
        label = words("model.accept_unverified" if unverified and not compared else "model.accept")
        taken = slot is not None and st.button(
            label, key=f"take-{key}-{slot.id}-{slot.revision}", icon=":material/check:"
        )
        left = st.button(words("model.leave"), key=f"leave-{key}")
    if taken and slot is not None:
        take(desk, slot, one.compared if compared else one.statement, proposal.model)
    if taken or left:
        settle(subject, asking, number, len(proposal.statements))


def draw_proposers(slot: Slot | None, one: Proposed, words: Words) -> None:
    """Say who will no longer be named as having proposed a bracketed text, where the new words are not theirs."""
    named = slot.instead.statement.proposers if slot and slot.instead else ()
    going = tuple(state for state in named if state not in one.statement.proposers)
    if going:
        st.warning(words("model.proposers_go", states=states_in_words(going, words)))


def draw_standing(proposal: Proposal, one: Proposed, standing: str, words: Words) -> None:
    """Say where the text was changed after the model was asked; beside a translation, draw what was translated."""
    if proposal.task is Task.TRANSLATE:
        st.caption(plain(one.before))
    elif proposal.task in ONE_TO_ONE and standing != one.before:
        st.warning(words("model.changed_since"))


def choose_slot(slots: Sequence[Slot], one: Proposed, key: str, words: Words) -> Slot | None:
    """Let the person choose where a statement goes, where there is a choice."""
    if len(slots) < 2:
        return slots[0] if slots else None
    by_id = {slot.id: slot for slot in slots}
    named = told_apart({name: slot_in_words(slot, words) for name, slot in by_id.items()})
    chosen = st.selectbox(
        words("model.where"),
        list(by_id),
        first_choice(slots, one.statement),
        format_func=named.__getitem__,
        placeholder=words("positions.choose"),
        key=f"slot-{key}",
    )
    return by_id[chosen] if chosen else None


def slot_in_words(slot: Slot, words: Words) -> str:
    """A place of the draft in a list."""
    if slot.instead:
        return words("model.instead", text=shortened(slot.standing))
    return words("model.at_end", section=f"{slot.number}. {slot.section.head.heading or '–'}")


def draw_stances(desk: Desk, subject: Subject, asking: Asking, proposal: Proposal) -> None:
    """Draw every stance that was suggested and not decided yet; only a person sets a cell."""
    words = desk.words
    if not proposal.stances:
        st.info(words("model.no_stances"))
    for number, one in enumerate(proposal.stances):
        if number in asking.settled:
            continue
        with st.container(border=True, key=f"proposed-{subject.key}-{number}"):
            name = state_in_words(one.state, words) if one.state in WORLD else one.state
            st.markdown(f"**{plain(name)}**: {SIGNS.get(one.stance, '')} {plain(stance_in_words(one.stance, words))}")
            st.html(verdict_markup(one.verdict, stance_judged(one, words), one.reasons, words))
            draw_passages(desk, one)
            with st.container(horizontal=True):
                taken = bool(passages_of(desk, one)) and draw_set_cell(desk, subject, one, f"{asking.id}-{number}")
                left = st.button(words("model.leave"), key=f"leave-{asking.id}-{number}")
        if taken:
            take_stance(desk, subject.id, one, proposal.model)
        if taken or left:
            settle(subject, asking, number, len(proposal.stances))


def draw_set_cell(desk: Desk, subject: Subject, one: SuggestedStance, key: str) -> bool:
    """Draw what enters a stance; one that is against the record only a person who says they compared it can enter."""
    words, seen = desk.words, f"{key}-{desk.project.revision(cell_key(subject.id, one.state))}"
    if one.verdict is Verdict.VERIFIED:
        return st.button(words("model.set_cell"), key=f"take-{seen}")
    compared = st.checkbox(words("model.compared"), key=f"compared-{seen}")
    return st.button(words("model.set_cell_against"), key=f"take-{seen}", disabled=not compared)


def stance_judged(one: SuggestedStance, words: Words) -> str:
    """Whether a stance is that which the evidence is recorded with."""
    return words("model.stance_verified" if one.verdict is Verdict.VERIFIED else "model.stance_unverified")


def draw_passages(desk: Desk, one: SuggestedStance) -> None:
    """Draw the words that a suggested stance rests on."""
    for passage in desk.project.evidence:
        if passage.id in one.evidence:
            st.caption(plain(f"“{shortened(passage.quote, 200)}” — {passage.ref}"))


def settle(subject: Subject, asking: Asking, number: int, count: int) -> None:
    """Take what was decided off the page, and the whole answer with the last of it."""
    asking.settled.add(number)
    if len(asking.settled) >= count:
        keep_asking(subject.key, None)
    st.rerun()
