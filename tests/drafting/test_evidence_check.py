"""Evidence whose document, text or words are no longer what they were is named, and nothing is taken away."""

import pytest

from corpus.document import TextKind
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting.evidence import Evidence
from drafting.projects.evidence_check import EvidenceState, check_evidence, fingerprint
from drafting.projects.values import TrayItem

TEXT = "Призываем беречь ледники и пастбища."
REF = ParagraphRef("own-speech", "12")


def item(quote: str = "беречь ледники", mark: str = fingerprint(TEXT), language: str = "ru") -> TrayItem:
    evidence = Evidence("e1", REF, language, quote, TextKind.OWN, "water", ("KGZ",), Stance.CALLS_FOR, 3, "high")
    return TrayItem(evidence, mark)


@pytest.mark.parametrize(
    ("accepted", "text", "state", "reason"),
    [
        (item(), TEXT, EvidenceState.SOUND, ""),
        (item(mark=""), TEXT + " И реки.", EvidenceState.SOUND, ""),
        (item(), None, EvidenceState.DOCUMENT_GONE, "own-speech 12 (ru) is no longer held."),
        (item(language="ky"), TEXT, EvidenceState.DOCUMENT_GONE, "own-speech 12 (ky) is no longer held."),
        (item(), TEXT + " И реки.", EvidenceState.TEXT_CHANGED, "own-speech 12 (ru) reads otherwise"),
        (item(), TEXT.replace("ледники", "льды"), EvidenceState.QUOTE_NOT_FOUND, "The quoted words no longer stand in"),
        (item(), "", EvidenceState.QUOTE_NOT_FOUND, "The quoted words no longer stand in"),
        (item(), TEXT.upper(), EvidenceState.QUOTE_NOT_FOUND, "The quoted words no longer stand in"),
        (item(quote=""), TEXT, EvidenceState.QUOTE_NOT_FOUND, "The quoted words no longer stand in"),
    ],
)
def test_what_became_of_a_passage(accepted: TrayItem, text: str | None, state: EvidenceState, reason: str) -> None:
    def held(ref: ParagraphRef, language: str) -> str | None:
        return text if (ref, language) == (REF, "ru") else None

    (checked,) = check_evidence([accepted], held)
    assert (checked.item, checked.state) == (accepted, state)
    assert checked.reason.startswith(reason)
    assert bool(checked.reason) == (state is not EvidenceState.SOUND)


def test_the_tray_stays_whole() -> None:
    tray = (item(), item(quote="нет таких слов"), item(language="zh"))
    assert [one.item for one in check_evidence(tray, lambda ref, language: TEXT if language == "ru" else None)] == [
        *tray
    ]
