"""How far citations of proposals can be relied on, with and without grounding: `python -m bench.models [--local]`.

Scripted models draw on statements labelled by hand (`models.toml`): an honest one, a careless one and a liar. The real
local model writes what it likes; nobody labels it, so only the share of unverified statements is told of it.
"""

import argparse
import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from time import perf_counter

from bench.local_model import HOW_TO_INSTALL, local_model, missing_packages
from corpus.errors import OrtakError
from corpus.library import Library, load_library
from corpus.paragraph import ParagraphRef
from corpus.tables import Entry, read_table
from drafting import llm
from drafting.accept import accept
from drafting.chat import TOKENS_VARIABLE, ChatModel, Prompt, Usage
from drafting.draft import Form, Level
from drafting.position import Position
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposed, Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_propose

PLACES = (
    ("positions:KAZ", "KAZ-08"),
    ("declaration-2026", "OP6"),
    ("registry:A/RES/77/158", "OP5"),
    ("positions:TJK", "TJK-11"),
)
SEED = 6
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


@dataclass(slots=True)
class _Said:
    text: str
    usage: Usage

    def __iter__(self) -> Iterator[str]:
        yield self.text


@dataclass(slots=True)
class Scripted:
    """A model that says what it was given."""

    name: str
    statements: Sequence[Labelled]
    leaves: bool = False

    def stream(self, prompt: Prompt, cancel: Event | None = None) -> _Said:
        """All its statements at once."""
        rows = [{"text": each.text, "evidence": each.evidence} for each in self.statements]
        return _Said(json.dumps({"statements": rows}), Usage())


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one model: statements, true ones, cited as verified, and true among those."""

    said: int
    true: int
    verified: int
    verified_true: int

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Precision and recall of citations without and with grounding, and the share of unverified statements."""
        return (
            ("precision without", _share(self.true, self.said)),
            ("precision with", _share(self.verified_true, self.verified)),
            ("recall without", _share(self.true, self.true)),
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
        own = [each for each in statements if each.language == language]
        said = [propose(Scripted("scripted", [each]), request_in(check.library, language), check) for each in own]
        for label, proposal in zip(own, said, strict=True):
            (proposed,) = proposal.statements
            verified += proposed.verdict is Verdict.VERIFIED
            verified_true += label.true and proposed.verdict is Verdict.VERIFIED
            if proposed.verdict is Verdict.VERIFIED and not label.true:
                print(f"  verified though false: {label.text}")
    return Figures(len(statements), sum(each.true for each in statements), verified, verified_true)


def of_local(model: ChatModel, check: ProposalCheck) -> Iterator[Proposed]:
    """What the local model proposes from each pair of passages; an answer that cannot be read gives nothing."""
    whole = request_in(check.library, "en")
    for pair in (whole.pieces[:1], whole.pieces[2:3], whole.pieces[3:]):
        try:
            yield from propose(model, replace(whole, pieces=pair), check).statements
        except OrtakError as refused:
            print(f"  refused: {refused}")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--local", action="store_true", help="ask the real local model too")
    asked = options.parse_args()
    check = ProposalCheck(load_library())
    labelled = read_table(Path(__file__).with_suffix(".toml"), LabelledFile).statement
    chance = random.Random(SEED)  # noqa: S311  a fixed draw, no secret
    scripts: dict[str, Callable[[], list[Labelled]]] = {
        "honest": lambda: [each for each in labelled if each.true],
        "careless": lambda: chance.sample(labelled, len(labelled)),
        "liar": lambda: [each for each in labelled if not each.true],
    }
    for name, script in scripts.items():
        _print(name, measured(script(), check))
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
        print(f"  {each.verdict}: {each.text[:100]!r} {list(each.reasons)[:1]}")


def _print(name: str, figures: Figures) -> None:
    told = ", ".join(f"{what} {value}" for what, value in figures.rows())
    print(f"{name}: {figures.said} statements, {told}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    main()
