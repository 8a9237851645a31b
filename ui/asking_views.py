"""What a model proposes as pages show it, as values: the words so far, the verdict, what differs word by word."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.language import language_of
from drafting.chat import Usage
from drafting.proposals.difference import Change, ChangeKind, difference
from drafting.proposals.proposal import Proposed, Verdict
from drafting.proposals.reasons import Reason
from drafting.proposals.tasks import Task
from drafting.proposals.untrusted import without_invisible
from ui.draft_views import sources_markup
from ui.vocabulary import Words

FIELD = re.compile(r'"(text|state|stance)"\s*:\s*"((?:[^"\\]|\\.)*)')
"""A field of the answer, also one that is still being written."""
SMALLEST = Decimal("0.000001")
"""Of a dollar: a cheap answer costs less than a cent."""
TAGS = {ChangeKind.REMOVED: "del", ChangeKind.ADDED: "ins"}


def said_so_far(heard: str) -> tuple[str, ...]:
    """The sentences of an answer as far as they have come; nothing of its form."""
    return tuple(_fields(heard))


def _fields(heard: str) -> Iterator[str]:
    state = ""
    for name, value in FIELD.findall(heard):
        text = without_invisible(_unescaped(value)).strip()
        if name == "text":
            yield text
        elif name == "state":
            state = text
        else:
            yield f"{state}: {text}"


def _unescaped(value: str) -> str:
    """The text of a JSON string that may end in the middle of an escape."""
    for cut in range(7):
        try:
            return str(json.loads(f'"{value[: len(value) - cut]}"', strict=False))
        except ValueError:
            continue
    return ""


def wording_markup(proposed: Proposed, task: Task, language: str, standing: str) -> str:
    """The wording proposed as HTML; where it takes the place of another, what goes and what comes is marked.

    `standing` is what stands in the draft now, which may be newer than what the model was sent.
    """
    if task is Task.TRANSLATE or not standing:
        inner = html.escape(proposed.text)
    else:
        inner = "".join(map(_change, difference(standing, proposed.text)))
    return f'<p class="ortak-text ortak-change" {_direction(language)}>{inner}</p>'


def judged_markup(proposed: Proposed, words: Words) -> str:
    """The verdict on a statement and its sources as HTML; the reasons are told once, not beside every source."""
    told = words("model.verified" if proposed.verdict is Verdict.VERIFIED else "model.unverified")
    citations = tuple(replace(one, reason="") for one in proposed.statement.citations)
    sources = sources_markup(replace(proposed.statement, citations=citations), words)
    return verdict_markup(proposed.verdict, told, proposed.reasons, words) + sources


def verdict_markup(verdict: Verdict, told: str, reasons: tuple[Reason, ...], words: Words) -> str:
    """A verdict as HTML: a sign, its words, and every reason."""
    look = "good" if verdict is Verdict.VERIFIED else "wrong"
    listed = "".join(f"<li>{html.escape(reason_in_words(one, words))}</li>" for one in reasons)
    return (
        f'<div class="ortak-sources"><span class="ortak-{look}"><b>{html.escape(told)}</b></span>'
        f"{f'<ul>{listed}</ul>' if listed else ''}</div>"
    )


def reason_in_words(reason: Reason, words: Words) -> str:
    """Why something is not verified: in English, or in Russian for every other language of the interface."""
    return reason.told("en" if words.language == "en" else "ru")


def usage_in_words(usage: Usage, words: Words) -> str:
    """How many tokens an answer took and what it cost, each where it is known."""
    if usage.sent is None or usage.received is None:
        return words("model.usage_unknown")
    cost = words("model.cost_unknown") if usage.cost is None else f"{usage.cost.quantize(SMALLEST).normalize():f} USD"
    return words("model.usage", sent=usage.sent, received=usage.received, cost=cost)


def _change(change: Change) -> str:
    tag, text = TAGS.get(change.kind), html.escape(change.text)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _direction(language: str) -> str:
    return f'lang="{language}" dir="{"rtl" if language_of(language).right_to_left else "ltr"}"'
