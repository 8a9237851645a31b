"""What tests of proposals ask about and hear: four real passages, a brief of the five, and true statements."""

from dataclasses import replace

from bench.scripted import PLACES
from corpus.library import Library
from drafting.draft import Draft, Form, Level, Statement
from drafting.evidence import Evidence
from drafting.position import Position
from drafting.proposals.answers import StatementAnswer
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposed, SuggestedStance, Verdict
from drafting.proposals.request import Request
from tests.drafting.writing import evidence_at

ASKS = (
    "asks for predictable finance and access to new technology; says the new collective finance goal (NCQG) should pay "
    "special attention to the regions most at risk, landlocked developing countries among them"
)
FINANCE = f"Kazakhstan {ASKS}."
"""The whole of KAZ-08, behind the name of who speaks there."""
DROUGHT = (
    "Tajikistan says drought and land degradation drive forced migration and harm farming; asks for joint effort in "
    "Central Asia."
)
"""The whole of TJK-21, in the same way."""
GOVERNMENTS = (
    "Governments, intergovernmental and non-governmental organizations, major groups, other stakeholders and donors "
    "to contribute voluntarily to the trust fund for glaciers' preservation, which the Secretary-General is to "
    "coordinate with agencies such as UNESCO and WMO"
)
WELCOME = (
    "The five Central Asian States welcome the creation, under the auspices of the United Nations, of the Trust Fund "
    "for Glaciers’ Preservation, established on the basis of United Nations General Assembly resolution 77/158 of "
    "14 December 2022, which calls upon all States, international financial institutions and other partners to make "
    "their voluntary contribution to its work."
)
CALLS = (
    "призывает обеспечить предсказуемое финансирование и доступ к новым технологиям; считает, что в рамках новой "
    "коллективной количественной цели по финансированию (НККЦ, NCQG) особое внимание следует уделить регионам, "
    "подверженным наибольшему риску, в том числе развивающимся странам, не имеющим выхода к морю (РСНВМ)"
)
GREETS = (
    "создание Трастового фонда по сохранению ледников под эгидой Организации Объединенных Наций, учрежденного на "
    "основе резолюции Генеральной Ассамблеи ООН 77/158 от 14 декабря 2022 года, которая призывает все государства, "
    "международные финансовые институты и иных партнеров внести свой добровольный вклад в его работу."
)
NOTED = (
    f"invites {GOVERNMENTS}. Financial institutions are not named; a footnote identifies the fund as the trust fund "
    "that supports the high-level political forum."
)
RES = "General Assembly resolution 77/158"
VERIFIED = [
    ("en", FINANCE, ["e1"]),
    ("en", f"Kazakhstan {ASKS}", ["e1"]),
    ("en", f"{RES} of 14 December 2022, para. 5, {NOTED}", ["e3"]),
    ("en", f"The resolution 77/158 of 14 December 2022 {NOTED.replace(chr(39), '’')}", ["e3"]),
    ("en", WELCOME, ["e2"]),
    ("ru", f"Казахстан {CALLS}.", ["e1"]),
    ("ru", f"Пять государств Центральной Азии приветствуют {GREETS}", ["e2"]),
]  # fmt: skip
LOOSE = "word for word"
"""In the reason why words of the evidence are not enough."""


def four(library: Library, language: str = "en") -> list[Evidence]:
    """The four passages as accepted evidence."""
    return [evidence_at(library, *place, language, "finance") for place in PLACES]


def position(language: str = "en", **other: object) -> Position:
    """A brief of the five on glaciers."""
    return Position("glaciers", Level.CENTRAL_ASIA, Form.BRIEF, language, **other)  # type: ignore[arg-type]


class Desk:
    """What a property needs, under a name short enough to be printed."""

    def __init__(self, check: ProposalCheck, request: Request) -> None:
        self.check, self.request, self.library = check, request, check.library

    def __repr__(self) -> str:
        return "Desk()"


def judged(check: ProposalCheck, request: Request, text: str, keys: list[str]) -> tuple[Verdict, str, Statement]:
    """The verdict on one statement, its reasons, and what would go into the draft."""
    [proposed] = check.statements(request, (StatementAnswer(text, tuple(keys)),))
    return proposed.verdict, "; ".join(reason.told(request.language) for reason in proposed.reasons), proposed.statement


def told(one: Proposed | SuggestedStance, language: str = "en") -> list[str]:
    """The reasons of a proposed statement or stance in the words of a language."""
    return [reason.told(language) for reason in one.reasons]


def accepted(draft: Draft, proposed: Proposed, section: int, place: int | None = None) -> Draft:
    """The draft with one proposed statement in it: in the place of another, or at the end of a section."""
    held = draft.sections[section]
    kept = held.statements if place is None else (*held.statements[:place], *held.statements[place + 1 :])
    at = len(kept) if place is None else place
    changed = replace(held, statements=(*kept[:at], proposed.statement, *kept[at:]))
    return replace(draft, sections=(*draft.sections[:section], changed, *draft.sections[section + 1 :]))
