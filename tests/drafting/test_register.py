"""Paragraphs turned between registers: the declaration as read by eye, single cases, round trips over the table."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import NotHeld, QueryError
from corpus.library import Library
from drafting.draft import Level
from drafting.groups import group_of, groups
from drafting.register import Converted, convert
from drafting.unturned import Remark
from drafting.verbs import Shape, language_table
from drafting.voices import Register

GOLDEN = Path(__file__).with_name("golden")
HEADS, OPERATIVE, PREAMBULAR, GROUP, POINT = (
    Register.HEADS_OF_STATE,
    Register.OPERATIVE,
    Register.PREAMBULAR,
    Register.GROUP_STATEMENT,
    Register.TALKING_POINT,
)


def marked(turned: Converted) -> list[tuple[str, Remark]]:
    return [(turned.text[mark.start : mark.end], mark.remark) for mark in turned.marks]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_declaration_reads_as_operative_paragraphs(library: Library, language: str) -> None:
    """Each line was read by eye; the one mark is the second sentence of paragraph 8."""
    expected = GOLDEN.joinpath(f"declaration-operative.{language}.txt").read_text(encoding="utf-8").splitlines()
    document = library.document("declaration-2026", language)
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.ref.label.startswith("OP")]
    assert len(paragraphs) == len(expected) == 27
    for paragraph, line in zip(paragraphs, expected, strict=True):
        turned = convert(paragraph.text, language, HEADS, OPERATIVE)
        assert f"{paragraph.ref.label[2:]}. {turned.text}" == line
        remarks = [mark.remark for mark in turned.marks]
        assert remarks == ([Remark.SECOND_SENTENCE] if paragraph.ref.label == "OP8" else [])


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("target", [OPERATIVE, GROUP, POINT])
def test_the_declaration_comes_back_as_it_was(library: Library, language: str, target: Register) -> None:
    for paragraph in library.document("declaration-2026", language).paragraphs:
        if paragraph.ref.label.startswith("OP"):
            turned = convert(paragraph.text, language, HEADS, target)
            back = convert(turned.text, language, target, HEADS)
            assert back.text == paragraph.text.rstrip(".,") + ".", paragraph.ref.label


# Language, from, to, paragraph, paragraph turned.
TURNED = (
    (
        "ru",
        HEADS,
        OPERATIVE,
        "Приветствуем программу и призываем партнеров.",
        "Приветствует программу и призывает партнеров;",
    ),
    ("ru", HEADS, GROUP, "Призываем доноров.", "Пять государств Центральной Азии призывают доноров."),
    ("ru", HEADS, POINT, "Призываем доноров,", "Мы призываем доноров."),
    ("ru", HEADS, PREAMBULAR, "Призываем доноров.", "призывая доноров,"),
    ("ru", HEADS, OPERATIVE, "Мы, главы государств, призываем доноров.", "Призывает доноров;"),
    ("ru", HEADS, OPERATIVE, "3. Отмечаем рост:", "3. Отмечает рост:"),
    ("ru", HEADS, OPERATIVE, "Обязуемся сократить выбросы.", "Обязуется сократить выбросы;"),
    (
        "ru",
        HEADS,
        GROUP,
        "Учитывая доклад, отмечаем рост.",
        "Учитывая доклад, пять государств Центральной Азии отмечают рост.",
    ),
    (
        "ru",
        HEADS,
        GROUP,
        "Отмечаем рост. В этой связи поддерживаем план.",
        "Пять государств Центральной Азии отмечают рост. В этой связи они поддерживают план.",
    ),
    (
        "ru",
        HEADS,
        GROUP,
        "Отмечаем рост. Поддерживаем план.",
        "Пять государств Центральной Азии отмечают рост. Они поддерживают план.",
    ),
    ("ru", PREAMBULAR, HEADS, "признавая рост, а также подтверждая цели,", "Признаем рост, а также подтверждаем цели."),
    ("ru", OPERATIVE, PREAMBULAR, "4. с удовлетворением отмечает рост;", "4. с удовлетворением отмечая рост,"),
    ("ru", OPERATIVE, HEADS, "Принимает также к сведению доклад;", "Принимаем также к сведению доклад."),
    (
        "ru",
        OPERATIVE,
        GROUP,
        "настоятельно призывает доноров;",
        "Пять государств Центральной Азии настоятельно призывают доноров.",
    ),
    ("ru", GROUP, HEADS, "Государства Центральной Азии вновь подтверждают цели.", "Вновь подтверждаем цели."),
    ("ru", OPERATIVE, HEADS, "Отмечает план, который призывает к делу;", "Отмечаем план, который призывает к делу."),
    (
        "en",
        HEADS,
        OPERATIVE,
        "Welcome the plan and call upon partners to act.",
        "Welcomes the plan and calls upon partners to act;",
    ),
    ("en", HEADS, GROUP, "Call upon donors to act.", "The five Central Asian States call upon donors to act."),
    (
        "en",
        HEADS,
        GROUP,
        "Express our deep concern at the drought.",
        "The five Central Asian States express their deep concern at the drought.",
    ),
    ("en", HEADS, PREAMBULAR, "Express our concern at the drought.", "Expressing its concern at the drought,"),
    ("en", PREAMBULAR, HEADS, "reaffirming our commitment to peace,", "Reaffirm our commitment to peace."),
    ("en", OPERATIVE, HEADS, "5. Also expresses its gratitude to donors;", "5. Also express our gratitude to donors."),
    ("en", OPERATIVE, POINT, "Also requests a report;", "We also request a report."),
    ("en", HEADS, OPERATIVE, "We, the Heads of State of Aland and Beland, call upon donors.", "Calls upon donors;"),
    ("en", HEADS, OPERATIVE, "We commit ourselves to peace.", "Commits itself to peace;"),
    (
        "en",
        HEADS,
        GROUP,
        "Recalling the plan, we urge donors to act.",
        "Recalling the plan, the five Central Asian States urge donors to act.",
    ),
    (
        "en",
        HEADS,
        GROUP,
        "In this context, we support the plan.",
        "In this context, the five Central Asian States support the plan.",
    ),
    (
        "en",
        OPERATIVE,
        HEADS,
        "Takes note of the report, in this regard encourages States, and calls for action;",
        "Take note of the report, in this regard encourage States, and calls for action.",
    ),
    (
        "en",
        OPERATIVE,
        HEADS,
        "Recalls the plan, which calls upon States to act;",
        "Recall the plan, which calls upon States to act.",
    ),
    (
        "en",
        HEADS,
        OPERATIVE,
        "Recognise the plan, and emphasise the need to act.",
        "Recognises the plan, and emphasises the need to act;",
    ),
    ("en", HEADS, OPERATIVE, "Support glaciers, rivers, etc.", "Supports glaciers, rivers, etc.;"),
    (
        "en",
        GROUP,
        OPERATIVE,
        "The five Central Asian States express their support for the plan.",
        "Expresses its support for the plan;",
    ),
)


@pytest.mark.parametrize(("language", "source", "target", "given", "expected"), TURNED)
def test_a_paragraph_turned(language: str, source: Register, target: Register, given: str, expected: str) -> None:
    assert convert(given, language, source, target).text == expected


def test_the_landlocked_speak_in_the_singular() -> None:
    lldc = groups()["lldc"]
    assert convert("Призываем доноров и отмечаем рост.", "ru", HEADS, GROUP, lldc).text == (
        "Группа развивающихся стран, не имеющих выхода к морю, призывает доноров и отмечает рост."
    )
    assert convert("Express our support for the plan.", "en", HEADS, GROUP, lldc).text == (
        "The Group of Landlocked Developing Countries expresses its support for the plan."
    )
    english = "The Group of Landlocked Developing Countries calls upon donors."
    assert convert(english, "en", GROUP, HEADS, lldc).text == "Call upon donors."
    assert group_of(Level.LLDC) is lldc and group_of(Level.NATIONAL) is None


def test_the_last_operative_paragraph_ends_with_a_full_stop() -> None:
    assert convert("Decide to meet again.", "en", HEADS, OPERATIVE, last=True).text == "Decides to meet again."


# Language, from, to, paragraph, what is marked and why.
MARKED: tuple[tuple[str, Register, Register, str, list[tuple[str, Remark]]], ...] = (
    ("en", HEADS, OPERATIVE, "Gladly hail the plan.", [("Gladly", Remark.OPENING_UNKNOWN)]),
    ("en", HEADS, OPERATIVE, "Calls upon donors.", [("Calls", Remark.OPENING_UNKNOWN)]),
    ("en", GROUP, HEADS, "Aland calls upon donors.", [("Aland", Remark.OPENING_UNKNOWN)]),
    ("en", PREAMBULAR, OPERATIVE, "Guided by the plan,", [("Guided by", Remark.NO_FORM)]),
    ("en", HEADS, OPERATIVE, "Invite donors to pay and support the plan.", [("support", Remark.SUBJECT_UNCERTAIN)]),
    (
        "en",
        OPERATIVE,
        HEADS,
        "Notes that Aland trades and supports the plan;",
        [("supports", Remark.SUBJECT_UNCERTAIN)],
    ),
    ("en", HEADS, OPERATIVE, "Welcome the plan and lament the delay.", [("lament", Remark.VERB_UNKNOWN)]),
    ("en", HEADS, OPERATIVE, "Call upon donors to help our countries.", [("our", Remark.FIRST_PERSON)]),
    ("en", OPERATIVE, HEADS, "Recalls its resolution 70/1;", [("its resolution", Remark.ORGAN_OWN)]),
    ("en", OPERATIVE, HEADS, "Notes growth. It supports the plan.", [("We support", Remark.PRONOUN_READ)]),
    ("en", HEADS, PREAMBULAR, "Recalling the plan, note the delay.", [("noting", Remark.TWO_PARTICIPLES)]),
    ("en", HEADS, OPERATIVE, "Note growth. It is fast.", [("It", Remark.SECOND_SENTENCE)]),
    ("ru", HEADS, OPERATIVE, "Приветствуем план и порицаем задержки.", [("порицаем", Remark.VERB_UNKNOWN)]),
    ("ru", HEADS, OPERATIVE, "Призываем доноров помочь нашим странам.", [("нашим", Remark.FIRST_PERSON)]),
    ("ru", HEADS, PREAMBULAR, "Просим доноров помочь.", [("Просим", Remark.NO_FORM)]),
    (
        "ru",
        OPERATIVE,
        HEADS,
        "Отмечает, что Аландия торгует и поддерживает план;",
        [("поддерживает", Remark.SUBJECT_UNCERTAIN)],
    ),
    ("ru", OPERATIVE, HEADS, "Ссылается на свою резолюцию 70/1;", [("свою резолюцию", Remark.ORGAN_OWN)]),
    ("ru", HEADS, OPERATIVE, "Отмечаем рост «и порицаем наших врагов».", []),
    ("ru", HEADS, OPERATIVE, "Выражаем обеспокоенность снижением уровня и урожаем года.", []),
)


@pytest.mark.parametrize(("language", "source", "target", "given", "expected"), MARKED)
def test_what_is_not_certain_is_marked(
    language: str, source: Register, target: Register, given: str, expected: list[tuple[str, Remark]]
) -> None:
    assert marked(convert(given, language, source, target)) == expected


def test_a_paragraph_that_cannot_be_turned_stays_as_it_was() -> None:
    for text in ("Gladly hail the plan and call upon donors", "Guided by the plan, and recalling the past,"):
        assert convert(text, "en", PREAMBULAR, OPERATIVE).text == text


def test_what_is_refused() -> None:
    with pytest.raises(QueryError, match="There is no text to turn"):
        convert(" \n", "en", HEADS, OPERATIVE)
    with pytest.raises(NotHeld, match="French verbs are not held"):
        convert("Engage les États", "fr", HEADS, OPERATIVE)


SHAPES = {HEADS: Shape.PLAIN, OPERATIVE: Shape.THIRD, PREAMBULAR: Shape.PARTICIPLE, GROUP: Shape.THIRD_PLURAL}
OBJECTS = {"en": "the report of the Committee", "ru": "доклад Комитета"}


@st.composite
def journeys(draw: st.DrawFn) -> tuple[str, Register, Register, str]:
    """A paragraph of one or two verbs of the table in one register, and the register that it goes to."""
    language = draw(st.sampled_from(["ru", "en"]))
    source, target = draw(st.sampled_from([HEADS, OPERATIVE, PREAMBULAR, GROUP])), draw(st.sampled_from(list(SHAPES)))
    forms = language_table(language).verbs.values()
    known = [form for form in forms if form.form(SHAPES[source]) and form.form(SHAPES[target])]
    clauses = []
    for verb in draw(st.lists(st.sampled_from(known), min_size=1, max_size=3)):
        form = verb.form(SHAPES[source])
        assert form
        colour = draw(st.sampled_from(["", "", {"en": "also ", "ru": "также "}[language]]))
        clauses.append(f"{colour}{form.text.replace('~ ', '')} {OBJECTS[language]}")
    text = {"en": ", and ", "ru": ", и "}[language].join(clauses)
    if source is GROUP:
        speaker = groups()["central-asia"].speaker(language)
        text = f"{speaker.name} {text}"
    small = source is PREAMBULAR and language == "ru"
    text = (text if small else text[0].upper() + text[1:]) + {OPERATIVE: ";", PREAMBULAR: ","}.get(source, ".")
    return language, source, target, text


@given(journeys())
@settings(max_examples=150, deadline=None)
def test_there_and_back_is_the_same(journey: tuple[str, Register, Register, str]) -> None:
    language, source, target, text = journey
    there = convert(text, language, source, target)
    assert there.marks == ()
    back = convert(there.text, language, target, source)
    assert back.marks == ()
    same = (
        text if source is not OPERATIVE or language == "en" or target is not PREAMBULAR else text[0].lower() + text[1:]
    )
    assert back.text == same
