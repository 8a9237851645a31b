"""The table of verbs: every place is there, what it covers, how strong a paragraph is."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.positions import Stance
from drafting.formulae import formulae
from drafting.strength import strength_of
from drafting.verb_patterns import patterns_of, spaced
from drafting.verbs import LADDER, Shape, VerbKind, counterparts, language_table, verbs

LADDER_OF_LESSONS = ("decide", "request", "urge", "call-upon", "encourage", "invite")
NOT_VERBS = {
    "Actions", "Landlocked", "Shared", "Success", "must", "Inputs", "Partnerships", "Renewed", "Services", "Sharing",
    "Improving", "Progress", "Focus", "Proposals", "Summaries", "Members", "United", "Ensuring", "Accelerating",
    "Promoting,", "Engaging", "Owing,",
}  # fmt: skip
"""What the third-party list calls a verb of drafting and is none: titles, States, items of lists."""


def test_the_ladder_is_in_order() -> None:
    assert [verbs()[name].strength for name in LADDER_OF_LESSONS] == [5, 4, 3, 2, 1, 0]
    assert {verbs()[name].kind for name in LADDER_OF_LESSONS} == LADDER


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_form_stands_for_two_verbs(language: str) -> None:
    seen: Counter[tuple[Shape, str]] = Counter()
    for forms in language_table(language).verbs.values():
        seen.update((shape, form.text) for shape, form in forms.shapes())
    assert [form for form, count in seen.items() if count > 1] == []


def test_every_verb_has_a_form() -> None:
    held = {*language_table("ru").verbs, *language_table("en").verbs}
    assert held == set(verbs())


def test_the_verbs_of_the_declaration_are_held_with_their_places() -> None:
    declared = {
        "express-intention", "declare-intention", "welcome", "express-concern", "note", "note-importance", "call-upon",
        "reaffirm-interest", "reaffirm-readiness", "emphasize", "support", "express-support", "express-readiness",
        "note-significance",
    }  # fmt: skip
    for name in declared:
        plain = language_table("ru").verbs[name].plain
        assert plain and plain.place.startswith("declaration-2026 OP"), name
    for name in ("guided", "emphasize", "reaffirm", "take-into-account", "note-importance", "recognize", "conscious"):
        participle = language_table("ru").verbs[name].participle
        assert participle and participle.place.startswith("declaration-2026 "), name


# Language, paragraph, verb, kind, strength, stance, the words that were read.
USES = (
    ("en", "Decides to meet again;", "decide", VerbKind.DECISION, 5, None, "Decides"),
    (
        "en",
        "12. Strongly encourages States to act;",
        "encourage",
        VerbKind.ENCOURAGEMENT,
        1,
        Stance.CALLS_FOR,
        "Strongly encourages",
    ),
    ("en", "Notes with deep concern the drought;", "note", VerbKind.NOTE, 1, None, "Notes with deep concern"),
    (
        "en",
        "Taking into account the plan, we emphasize the need.",
        "emphasize",
        VerbKind.EMPHASIS,
        2,
        None,
        "emphasize",
    ),
    ("en", "Recalling the plan, which supports peace,", "recall", VerbKind.RECOLLECTION, 1, None, "Recalling"),
    (
        "en",
        "The five Central Asian States call upon donors.",
        "call-upon",
        VerbKind.CALL,
        2,
        Stance.CALLS_FOR,
        "call upon",
    ),
    ("en", "Aland proposes a fund.", "propose", VerbKind.PROPOSAL, 0, Stance.PROPOSES, "proposes"),
    (
        "en",
        "Aland supports the fund, provided that all pay.",
        "support",
        VerbKind.SUPPORT,
        4,
        Stance.CONDITIONAL,
        "supports",
    ),
    (
        "en",
        "Glaciers melt. In this regard, we oppose the plan.",
        "oppose",
        VerbKind.OPPOSITION,
        4,
        Stance.OPPOSES,
        "oppose",
    ),
    (
        "ru",
        "3. настоятельно призывает доноров;",
        "urge",
        VerbKind.URGING,
        3,
        Stance.CALLS_FOR,
        "настоятельно призывает",
    ),
    (
        "ru",
        "Выражаем глубокую обеспокоенность засухой.",
        "express-concern",
        VerbKind.CONCERN,
        3,
        None,
        "Выражаем глубокую обеспокоенность",
    ),
    ("ru", "Аландия поддерживает план.", "support", VerbKind.SUPPORT, 4, Stance.SUPPORTS, "поддерживает"),
    ("ru", "предлагает доноров;", "offer", VerbKind.INVITATION, 0, None, "предлагает"),
    ("fr", "4. Prie le Comité de se réunir;", "request", VerbKind.REQUEST, 4, Stance.CALLS_FOR, "Prie"),
    ("es", "Alienta a los Estados a actuar;", "encourage", VerbKind.ENCOURAGEMENT, 1, Stance.CALLS_FOR, "Alienta"),
    ("zh", "6. 又决定再次举行会议；", "decide", VerbKind.DECISION, 5, None, "决定"),
    ("ar", "٣ - يحث الدول على العمل؛", "urge", VerbKind.URGING, 3, Stance.CALLS_FOR, "يحث"),
)


@pytest.mark.parametrize(("language", "text", "verb", "kind", "strength", "stance", "words"), USES)
def test_the_verb_of_a_paragraph(
    language: str, text: str, verb: str, kind: VerbKind, strength: int, stance: Stance | None, words: str
) -> None:
    use = strength_of(text, language)
    assert use
    assert (use.verb, use.kind, use.strength, use.stance, use.words) == (verb, kind, strength, stance, words)
    assert text[use.start : use.end] == words


NO_VERB = (
    ("en", "Glaciers are melting."),
    ("en", "We do not support the plan."),
    ("en", "Thanks to the plan, glaciers grow."),
    ("en", "That underlines the need."),
    ("ru", "Мы не поддерживаем план."),
    ("ru", "Аландия не поддерживает план."),
    ("fr", "Demande aux États d’agir;"),  # stands for requests and for calls
    ("kk", "Біз серіктестерді шақырамыз."),  # no table of this language
)


@pytest.mark.parametrize(("language", "text"), NO_VERB)
def test_what_is_not_known_is_not_guessed(language: str, text: str) -> None:
    assert strength_of(text, language) is None


def test_the_strength_of_what_is_asked_grows_with_the_verb() -> None:
    urge, call = (strength_of(text, "en") for text in ("Urges Aland;", "Calls upon Aland;"))
    assert urge and call and urge.strength > call.strength


def test_a_language_without_a_table_is_refused() -> None:
    with pytest.raises(NotHeld, match="French verbs are not held"):
        patterns_of("fr")


@cache
def _blocks(symbol: str, sources: Path) -> list[dict[str, str]]:
    """The blocks of one resolution."""
    name = symbol.replace("/", "_")
    blocks: list[dict[str, str]] = json.loads((sources / f"resolutions/structured/{name}.json").read_text("utf-8"))
    return blocks


@cache
def _lines(language: str, sources: Path) -> list[str]:
    return (sources / f"parallel/un_devset/UNv1.0.devset.shared.{language}").read_text("utf-8").split("\n")


def _texts_at(place: str, language: str, sources: Path) -> list[str]:
    """The texts that a place of the tables names."""
    source, _, label = place.partition(" ")
    if source == "UNv1":
        return [_lines(language, sources)[int(label) - 1]]
    if source == "UNGDC":
        return [" ".join((sources / f"statements/ungdc/{label}.txt").read_text("utf-8").split())]
    if not label:
        return [block["text"] for block in _blocks(source, sources)]
    preambular = [block["text"] for block in _blocks(source, sources) if block["paragraph_type"] == "preambular"]
    if label.startswith("PP"):
        return [preambular[int(label[2:]) - 1]]
    return [block["text"] for block in _blocks(source, sources) if block["prefix"] == f"{label[2:]}."]


@pytest.mark.shared
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_form_stands_at_the_place_it_names(language: str, shared_sources: Path, library: Library) -> None:
    declaration = library.document("declaration-2026", "ru")
    patterns = patterns_of(language)
    checked = 0
    for name, forms in language_table(language).verbs.items():
        for shape, form in forms.shapes():
            if not form.confirmed:
                continue
            checked += 1
            label = form.place.removeprefix("declaration-2026 ")
            if label == "enacting":
                texts = [declaration.enacting]
            elif label != form.place:
                texts = [declaration.paragraph(label).text]
            else:
                texts = _texts_at(form.place, language, shared_sources)
            found = {(use.verb, use.shape) for text in texts for use in patterns.within(text, frozenset({shape}))}
            head = spaced(form.text.partition("~")[0])
            assert (name, shape) in found or any(re.search(rf"(?<!\w){head}", text, re.IGNORECASE) for text in texts), (
                name,
                form,
            )
    assert checked > 90


@pytest.mark.shared
def test_every_counterpart_stands_in_the_lines_it_names(shared_sources: Path) -> None:
    english = patterns_of("en")
    checked = 0
    for language, table in counterparts().items():
        for shape, rows in ((Shape.THIRD, table.operative), (Shape.PARTICIPLE, table.preambular)):
            for row in rows:
                for line in row.lines:
                    given = _lines("en", shared_sources)[line - 1]
                    place = re.match(r"(?:\(?[\da-z]{1,3}[.)] )?", given)
                    found = english.at(given, place.end() if place else 0, frozenset({shape}))
                    same = {row.verb, f"{row.verb}-importance", f"{row.verb}-commitment"}
                    assert (found and found.verb in same) or row.verb.startswith("express"), (row, given)
                    assert row.form.casefold() in _lines(language, shared_sources)[line - 1].casefold()
                    checked += 1
    assert checked > 600


@pytest.mark.shared
def test_the_table_covers_the_verbs_of_resolutions(shared_sources: Path) -> None:
    total, covered, missed = 0, 0, Counter[str]()
    for path in sorted((shared_sources / "resolutions" / "structured").glob("*.json")):
        for block in json.loads(path.read_text(encoding="utf-8")):
            verb = block.get("action_verb")
            if not verb or verb in NOT_VERBS:
                continue
            total += 1
            use = strength_of(block["text"], "en")
            if use and verb.split()[-1].lower().strip(",:") in use.words.lower():
                covered += 1
            else:
                missed[verb] += 1
    assert total > 2300
    assert covered / total >= 0.998, missed


@pytest.mark.shared
def test_every_set_phrase_stands_at_the_place_it_names(shared_sources: Path) -> None:
    checked = 0
    for name, by_language in formulae().items():
        for language, form in by_language.items():
            if form.confirmed:
                words = re.sub(r"\\?\{[a-z]+\\?\}", ".+", re.escape(form.text).replace(r"\ ", r"\s?"))
                if name == "statement-on-behalf":
                    words = "statement on behalf of"
                texts = _texts_at(form.place, language, shared_sources)
                assert any(re.search(words, text, re.IGNORECASE) for text in texts), (name, language)
                checked += 1
    assert checked >= 30
