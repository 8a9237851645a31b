"""A piece of evidence as a draft in one language uses it: the paragraph, the words, the citation, the date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from corpus.positions import Stance, find_note
from corpus.registry import FactName, date_in_words
from drafting.citation import cited, version_in
from drafting.draft import Citation
from drafting.evidence import Evidence
from drafting.quoted import stands_in

ISO = re.compile(r"\b(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?\b")
ABOUT = "about"
RETOLD = re.compile(r"(?P<symbol>[A-Z]+/\S+), (?P<label>(?:OP|PP)\d+(?: \([a-z]\))?),")


@dataclass(frozen=True, slots=True)
class Passage:
    """Evidence in the words of one version of its paragraph. `date` is the latest known day, month or year (ISO)."""

    evidence: Evidence
    paragraph: Paragraph
    kind: TextKind
    quote: str
    citation: Citation
    date: str

    @property
    def ref(self) -> ParagraphRef:
        """Where it stands."""
        return self.paragraph.ref

    @property
    def is_note(self) -> bool:
        """Whether these are our own words."""
        return self.paragraph.kind is ParagraphKind.NOTE

    @property
    def place(self) -> tuple[str, str]:
        """The place without regard to whether the text or our note on it is held."""
        return self.ref.document.removeprefix("registry:"), self.ref.label.partition(" · ")[0]


def passage_of(library: Library, evidence: Evidence, language: str) -> Passage:
    """The evidence for a draft in this language.

    Notes and whole paragraphs are taken in the draft's language where it is held; words picked out of a paragraph stay
    in the language they were picked in.

    Raises:
        NotHeld: the source, or the words relied on, are no longer held.
    """
    versions = library.versions(evidence.ref)
    if evidence.language not in versions:
        raise NotHeld(f"{evidence.ref} is not held in “{evidence.language}” any more. Add the source again.")
    picked = versions[evidence.language]
    if not stands_in(evidence.quote, picked.text):
        raise NotHeld(f"The words relied on are not in {evidence.ref} any more. Accept the evidence anew.")
    is_declaration = any(known.id == evidence.ref.document for known in library.declarations)
    if picked.kind is not ParagraphKind.NOTE and evidence.quote != picked.text and not is_declaration:
        return _passage(library, evidence, picked, evidence.quote, language)
    paragraph = version_in(library, evidence.ref, language)
    return _passage(library, evidence, paragraph, paragraph.text, language)


def told_at(library: Library, ref: ParagraphRef, language: str) -> ParagraphRef:
    """The place that a note on an event only repeats ("A/RES/77/158, OP4, welcomes …"), where we have a note there."""
    if not ref.document.startswith("registry:"):
        return ref
    match = RETOLD.match(version_in(library, ref, language).text)
    if match is None:
        return ref
    place = ParagraphRef(f"registry:{match['symbol']}", match["label"])
    try:
        library.versions(place)
    except NotHeld:
        return ref
    return place


def passage_at(library: Library, ref: ParagraphRef, language: str) -> Passage:
    """A whole paragraph as a passage, without anybody having accepted it: a known divergence, a mandate.

    Raises:
        NotHeld: no such paragraph is held.
    """
    paragraph = version_in(library, ref, language)
    kind = library.kind(ref, paragraph.language)
    note = find_note(library.positions, ref.label) if kind is TextKind.POSITION else None
    evidence = Evidence(
        id=str(ref),
        ref=ref,
        language=paragraph.language,
        quote=paragraph.text,
        kind=kind,
        issue="",
        states=paragraph.facets.states,
        stance=note.stance if note else Stance.NO_RECORD,
        strength=0,
        confidence=paragraph.confidence,
    )
    return _passage(library, evidence, paragraph, paragraph.text, language)


def dated(library: Library, ref: ParagraphRef) -> str:
    """The latest day, month or year known of a place, as ISO; empty where none is."""
    note = find_note(library.positions, ref.label) if ref.document.startswith("positions:") else None
    if note:
        return max(ISO.findall(note.date), default="")
    instrument = library.instrument(ref.document.removeprefix("registry:"))
    if instrument:
        return max((fact.value for fact in instrument.facts(FactName.ADOPTED_ON)), default="")
    facts = library.document(ref.document).facts
    written = next((str(facts[name]) for name in ("date", "adopted_on", "distr_date") if facts.get(name)), "")
    return max(ISO.findall(written), default="")


def day_month_or_year(iso: str, language: str) -> str:
    """The ISO day "2024-11-12" as "12 November 2024", "2024-11" as "November 2024"; empty for nothing."""
    if re.fullmatch(r"\d{4}-\d{2}", iso):
        form = "LLLL y 'года'" if language == "ru" else "LLLL y"
        try:
            return str(format_date(date.fromisoformat(f"{iso}-01"), form, locale=language))
        except ValueError:
            return iso
    return f"{iso} год" if language == "ru" and re.fullmatch(r"\d{4}", iso) else date_in_words(iso, language)


def unique(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Each place once: its text before our note on it."""
    ordered = list(passages)
    texts = {passage.place for passage in ordered if not passage.is_note}
    seen: set[tuple[str, str, str]] = set()
    for passage in ordered:
        key = (*passage.place, "" if passage.is_note else passage.quote)
        if key in seen or (passage.kind is TextKind.REGISTRY and passage.place in texts):
            continue
        seen.add(key)
        yield passage


def _passage(library: Library, evidence: Evidence, paragraph: Paragraph, quote: str, language: str) -> Passage:
    kind = library.kind(paragraph.ref, paragraph.language)
    citation = cited(library, paragraph, language, quote)
    return Passage(evidence, paragraph, kind, quote, citation, dated(library, paragraph.ref))
