"""How far citations of proposals can be relied on, with and without grounding: `python -m bench.models [--local]`.

Scripted models say the statements that are labelled by hand in `models.toml`: an honest one the true ones, a liar the
false ones, a third all of them. Without grounding every citation would stand, so its recall is 1 by construction. The
real local model writes what it likes; nobody labels it, so only the share of unverified statements is told of it.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from bench.local_model import HOW_TO_INSTALL, local_model, missing_packages
from bench.scripted import PLACES, says
from corpus.errors import OrtakError
from corpus.library import Library, load_library
from corpus.paragraph import ParagraphRef
from corpus.tables import Entry, read_table
from drafting import llm
from drafting.accept import accept
from drafting.chat import TOKENS_VARIABLE, ChatModel
from drafting.draft import Form, Level
from drafting.position import Position
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposed, Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_propose

LOCAL_TOKENS = "500"


class Labelled(Entry, frozen=True):
    """A statement with the evidence it cites, and whether that says so."""

    language: str
    text: str
    evidence: tuple[str, ...]
    true: bool


class LabelledFile(Entry, frozen=True):
    """The statements of `models.toml`."""

    statement: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one model: statements, true ones, cited as verified, and true among those."""

    said: int
    true: int
    verified: int
    verified_true: int

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Precision of citations without and with grounding, their recall with it, and the share left unverified."""
        return (
            ("precision without", _share(self.true, self.said)),
            ("precision with", _share(self.verified_true, self.verified)),
            ("recall with", _share(self.verified_true, self.true)),
            ("unverified", _share(self.said - self.verified, self.said)),
        )


def request_in(library: Library, language: str) -> Request:
    """The four passages in a language, as a request for wording."""
    refs = [ParagraphRef(*place) for place in PLACES]
    evidence = [accept(library, ref, language, library.versions(ref)[language].text, issue="finance") for ref in refs]
    return to_propose(library, Position("glaciers", Level.CENTRAL_ASIA, Form.BRIEF, language), evidence)


def measured(statements: Sequence[Labelled], check: ProposalCheck) -> Figures:
    """What a model that says these statements gets verified."""
    verified = verified_true = 0
    for language in sorted({each.language for each in statements}):
        request = request_in(check.library, language)
        for label in (each for each in statements if each.language == language):
            (proposed,) = propose(says((label.text, label.evidence)), request, check).statements
            verified += proposed.verdict is Verdict.VERIFIED
            verified_true += label.true and proposed.verdict is Verdict.VERIFIED
            if proposed.verdict is Verdict.VERIFIED and not label.true:
                print(f"  verified though false: {label.text}")
    return Figures(len(statements), sum(each.true for each in statements), verified, verified_true)


def of_local(model: ChatModel, check: ProposalCheck) -> Iterator[Proposed]:
    """What the local model proposes from each note alone; an answer that cannot be read gives nothing.

    The paragraph of the declaration is left out: so small a model does not come to an end with it.
    """
    whole = request_in(check.library, "en")
    for piece in whole.pieces:
        if piece.citation.document == "declaration-2026":
            continue
        try:
            yield from propose(model, replace(whole, pieces=(piece,)), check).statements
        except OrtakError as refused:
            print(f"  refused: {refused}")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--local", action="store_true", help="ask the real local model too")
    asked = options.parse_args()
    check = ProposalCheck(load_library())
    labelled = read_table(Path(__file__).with_suffix(".toml"), LabelledFile).statement
    scripts = {
        "honest": [each for each in labelled if each.true],
        "all": labelled,
        "liar": [each for each in labelled if not each.true],
    }
    print("Without grounding every citation stands: its recall is 1 by construction.")
    for name, script in scripts.items():
        _print(name, measured(script, check))
    if asked.local:
        _local(check)


def _local(check: ProposalCheck) -> None:
    if missing_packages():
        print(f"local: not installed. {HOW_TO_INSTALL}")
        return
    began = perf_counter()
    with local_model() as address:
        os.environ[TOKENS_VARIABLE] = LOCAL_TOKENS
        model = llm.open_model(address)
        if model is None:
            return
        said = list(of_local(model, check))
    unverified = [each for each in said if each.verdict is Verdict.UNVERIFIED]
    share, seconds = _share(len(unverified), len(said)), perf_counter() - began
    print(f"local: {len(said)} statements, unverified {share}, {seconds:.0f} s")
    for each in said:
        print(f"  {each.verdict}: {each.text[:100]!r} {[reason.told('en') for reason in each.reasons[:1]]}")


def _print(name: str, figures: Figures) -> None:
    told = ", ".join(f"{what} {value}" for what, value in figures.rows())
    print(f"{name}: {figures.said} statements, {told}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    main()
