"""Changes to the tray of evidence."""

from dataclasses import replace

from corpus.errors import ProjectRefused
from drafting.evidence import Evidence
from drafting.projects.changing import Edit, Receipt
from drafting.projects.evidence_check import fingerprint
from drafting.projects.history import Verb
from drafting.projects.ledger import Things
from drafting.projects.project_file import ProjectFile
from drafting.projects.things import Kind, thing_key
from drafting.projects.values import TrayItem
from drafting.quoted import stands_in


def accept_evidence(project: ProjectFile, evidence: Evidence, paragraph: str, who: str) -> Receipt:
    """Put a passage into the tray; `paragraph` is the whole text of its paragraph in the quote's language.

    Raises:
        ProjectRefused: the quote does not stand in the paragraph word for word, or cuts one of its words.
        Conflict: a passage with this id is there already.
    """
    if not stands_in(evidence.quote, paragraph):
        raise ProjectRefused(
            f"The words quoted do not stand in {evidence.ref} ({evidence.language}) as they are. "
            "Mark whole words in the text."
        )
    accepted = replace(
        evidence,
        accepted_by=evidence.accepted_by or who,
        accepted_on=evidence.accepted_on or project.clock().date().isoformat(),
    )
    edit = Edit(_key(evidence.id), TrayItem(accepted, fingerprint(paragraph)), 0)
    return project.change(Verb.EVIDENCE_ACCEPTED, who, lambda things: [edit])


def change_evidence(project: ProjectFile, item: TrayItem, base: int, who: str) -> Receipt:
    """Change the bearing of a passage (issue, States, stance, note); its place and words stay.

    Raises:
        ProjectRefused: it is no longer in the tray, or other words or another place were given.
        Conflict: somebody else changed it meanwhile.
    """
    key = _key(item.evidence.id)

    def plan(things: Things) -> list[Edit]:
        held = things.value(key)
        if isinstance(held, TrayItem) and _words(held) != _words(item):
            raise ProjectRefused("The quoted words of an accepted passage stay as they are. Accept another passage.")
        return [Edit(key, item, base)]

    return project.change(Verb.EVIDENCE_CHANGED, who, plan)


def drop_evidence(project: ProjectFile, evidence_id: str, base: int, who: str) -> Receipt:
    """Take a passage out of the tray; the history keeps it.

    Raises:
        Conflict: somebody else changed it meanwhile.
    """
    return project.change(Verb.EVIDENCE_DROPPED, who, lambda things: [Edit(_key(evidence_id), None, base)])


def _key(evidence_id: str) -> str:
    return thing_key(Kind.EVIDENCE, evidence_id)


def _words(item: TrayItem) -> tuple[object, ...]:
    return item.evidence.ref, item.evidence.language, item.evidence.quote, item.fingerprint
