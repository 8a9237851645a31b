"""Each reference against the record: existence, date and its kind, organ, session, title, initiators.

Only what may be relied on confirms or contradicts; anything less is told as "could not check".
"""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.errors import SymbolError
from corpus.imports.table import ResolutionTable
from corpus.library import Library
from corpus.registry import UNKNOWN, FactName
from corpus.sessions import session_window
from corpus.states import name_of_state
from corpus.symbol import Symbol
from corpus.tables import Confidence
from references.aspect import Aspect, Claim, Context, differs, unchecked
from references.attribution import Attribution, Part
from references.beside_check import beside_aspect
from references.date_check import date_aspect
from references.findings import CheckedMention, Finding, Status
from references.identity import same_instrument
from references.mention import Mention, MentionKind
from references.organ_check import organ_finding
from references.paraphrase import paraphrase_of
from references.place_check import place_finding
from references.quotation_marks import by_paragraph
from references.quotes import quotation_findings
from references.record import UNSEEN, Known, Record, record_of
from references.said_check import said_aspects, subject_aspect
from references.states import code_of_state
from references.title_check import title_aspects, title_in, titles_said
from references.titles import same_name
from references.titles_beside import NUMBERED, titles_beside

PART_WORDS = {
    Part.INITIATED: "initiative of",
    Part.INTRODUCED: "introduced by",
    Part.COSPONSORED: "among its co-sponsors",
    Part.HOSTED: "hosted by",
}


def check_mentions(
    library: Library,
    table: ResolutionTable,
    text: str,
    mentions: Sequence[Mention],
    claims: Sequence[Attribution],
    language: str,
) -> tuple[CheckedMention, ...]:
    """Every reference with its findings and the numbers of the other references to the same instrument."""
    claimed: dict[int, list[Attribution]] = {}
    for claim in claims:
        for governed in claim.governs:
            claimed.setdefault(governed, []).append(claim)
    dated: dict[str, int] = {}
    for number, mention in enumerate(mentions):
        if mention.symbol and mention.date:
            dated.setdefault(mention.symbol, number)
    same = same_instrument(library, mentions)
    quoted = list(by_paragraph(text))
    titles = titles_beside(quoted, text, mentions, language)
    quotations = quotation_findings(library, text, quoted, mentions, language)
    checked = []
    for number, mention in enumerate(mentions):
        record = record_of(library, table, mention)
        context = Context(
            mention,
            record,
            language,
            tuple(Claim(claim.part, claim.states, _scope(mentions, claim)) for claim in claimed.get(number, ())),
            tuple(titles.get(number, ())),
            dated.get(mention.symbol, number) < number,
            text,
            mentions[number - 1].end if number else 0,
            mentions[number + 1].start if number + 1 < len(mentions) else len(text),
        )
        place = place_finding(library, mention, record.instrument) if record else None
        titled = titles_said(context, record) if record else set()
        quoted_here = [finding for finding in quotations.get(number, []) if finding.found not in titled]
        told = [*([place] if place else []), *quoted_here]
        findings = _with_texts(_findings(table, context), told)
        checked.append(CheckedMention(mention, findings, same[number]))
    return tuple(checked)


def _with_texts(findings: tuple[Finding, ...], told: list[Finding]) -> tuple[Finding, ...]:
    """A reference whose paragraph or quotation is not there or cannot be compared is not confirmed as a whole."""
    if not told:
        return findings
    return (*(finding for finding in findings if finding.status is not Status.CONFIRMED), *told)


def _findings(table: ResolutionTable, context: Context) -> tuple[Finding, ...]:
    mention = context.mention
    if not mention.symbol and not mention.instrument:
        return (organ_finding(table, mention) or _without_organ(mention),)
    impossible = [finding for finding in (_outside_session(mention), organ_finding(table, mention)) if finding]
    if context.record is None or mention.kind is MentionKind.DOCUMENT:
        return (*impossible, _not_in_registry(table, mention))
    aspects = list(_aspects(context, context.record))
    findings = [*impossible, *(aspect.finding for aspect in aspects if aspect.finding)]
    if findings:
        return tuple(findings)
    sources = dict.fromkeys(aspect.source for aspect in aspects if aspect.source)
    said = "; ".join(aspect.confirmed for aspect in aspects if aspect.confirmed)
    newer = f"A later text of the same title: {context.record.newer}." if context.record.newer else ""
    return (Finding(Status.CONFIRMED, mention.text, said, " ; ".join(sources), Confidence.HIGH, newer),)


def _aspects(context: Context, record: Record) -> Iterator[Aspect]:
    if context.mention.kind in NUMBERED and not context.mention.instrument:
        yield date_aspect(context, record)
        yield _number(context, record)
        yield from title_aspects(context, record)
        yield subject_aspect(context, record)
        told = paraphrase_of(context.text, context.mention, record.instrument, context.language)
        if told:
            yield Aspect(told)
    else:
        yield _title(context, record)
    yield beside_aspect(context, record)
    yield from said_aspects(context, record)
    for claim in context.claims:
        yield _claimed(context, record, claim)


def _number(context: Context, record: Record) -> Aspect:
    """Whether the number itself rests on more than the text that is being checked."""
    number = record.number
    if number and not number.relied_on:
        return unchecked(number.value, number, "No source of high confidence ties this number to its subject.")
    if not context.mention.date and not context.dated_before:
        title = record.title
        evidence = f"The number exists ({title.value}); the text gives neither date nor title to compare."
        return unchecked(context.mention.text, title, evidence, title.value)
    return Aspect(confirmed="in the registry", source=record.title.source)


def _title(context: Context, record: Record) -> Aspect:
    """A name against the titles of the record; a name that only the declaration uses differs."""
    written, language = context.mention.text, context.language
    if record.instrument is None:
        return Aspect(confirmed=f"names {record.title.value}", source=record.title.source)
    title = title_in(record.instrument, language)
    for fact in record.instrument.facts(FactName.VARIANT_NAME, language):
        only_there = "declaration" in fact.source.casefold()
        if title is UNSEEN or not only_there or same_name(title.value, written, language):
            continue
        if same_name(fact.value, written, language):
            if title.relied_on:
                return differs(Status.TITLE, written, title, "The record has another name.", title.value)
            return unchecked(written, title, "This form of the name was seen in the declaration only.", title.value)
    pending = _pending(context, record)
    if pending:
        return pending
    if record.title.relied_on:
        return Aspect(confirmed=f"names {record.title.value}", source=record.title.source)
    return unchecked(written, record.title, "No source of high confidence gives the official title.")


def _pending(context: Context, record: Record) -> Aspect | None:
    """A thing that is only proposed is not confirmed by its name."""
    for status in record.facts(FactName.STATUS):
        if any(word in status.value.casefold() for word in ("proposed", "proposal", "initiative only")):
            return unchecked(context.mention.text, status, status.value, "proposed, not adopted")
    return None


def _scope(mentions: Sequence[Mention], claim: Attribution) -> str:
    return ", ".join(mentions[governed].text for governed in claim.governs)


def _claimed(context: Context, record: Record, claim: Claim) -> Aspect:
    """Who is said to have done something against who did; more than the record shows cannot be checked."""
    known_facts = _doers(record, claim.part)
    found = ", ".join(name_of_state(code, context.language) for code in claim.states)
    if not known_facts:
        unknown = Known(UNKNOWN, record.adopted.source, Confidence.UNKNOWN, relied_on=False)
        return unchecked(found, unknown, f"Who {claim.part} it is not known with high confidence.")
    behalf = [fact.value for fact in record.facts(FactName.ON_BEHALF_OF)] if claim.part is not Part.HOSTED else []
    expected = ", ".join(fact.value for fact in known_facts) + (f", on behalf of {', '.join(behalf)}" if behalf else "")
    source = " ; ".join(dict.fromkeys(fact.source for fact in known_facts))
    known = Known(expected, source, Confidence.HIGH, relied_on=True)
    codes, said = {code_of_state(fact.value) for fact in known_facts}, set(claim.states)
    if said == codes or (claim.part is Part.COSPONSORED and said < codes):
        return Aspect(confirmed=f"{PART_WORDS[claim.part]} {expected}", source=source)
    if said > codes or claim.part is Part.COSPONSORED:
        return unchecked(found, known, "The record shows part of those named; the others were not seen.", expected)
    why = f"The claim governs {claim.scope}." if claim.scope else ""
    return differs(Status.ATTRIBUTION, found, known, why, "")


def _doers(record: Record, part: Part) -> tuple[Known, ...]:
    """Who did it, as far as is known; who introduced a text stands for its initiator where none is recorded."""
    if part is Part.HOSTED:
        return record.facts(FactName.HOST)
    if part is Part.COSPONSORED:
        return record.facts(FactName.COSPONSORED_BY)
    first, second = (FactName.INITIATED_BY, FactName.INTRODUCED_BY)
    if part is Part.INTRODUCED:
        return record.facts(second)
    return record.facts(first) or record.facts(second)


def _outside_session(mention: Mention) -> Finding | None:
    """A date that no resolution of that session can have."""
    if not mention.symbol or not mention.date:
        return None
    try:
        window = session_window(Symbol.parse(mention.symbol))
    except SymbolError:
        return None
    if window is None or window[0] <= date.fromisoformat(mention.date) <= window[1]:
        return None
    expected = f"{window[0].isoformat()} to {window[1].isoformat()}"
    why = "The session did not meet on that date."
    return Finding(Status.IMPOSSIBLE, mention.date, expected, "the calendar of sessions", Confidence.HIGH, why)


def _not_in_registry(table: ResolutionTable, mention: Mention) -> Finding:
    """Nothing is held; the numbers beside it tell at least when it must have been adopted."""
    why = "The registry does not hold it. That does not mean that it does not exist."
    if mention.symbol and mention.kind in NUMBERED:
        before, after = table.neighbours(mention.symbol)
        beside = [f"{known.symbol} ({known.adopted_on})" for known in (before, after) if known]
        if beside:
            why += f" Numbers beside it: {', '.join(beside)}."
    return Finding(Status.NOT_IN_REGISTRY, mention.symbol or mention.text, UNKNOWN, "the registry", "unknown", why)


def _without_organ(mention: Mention) -> Finding:
    why = "The organ is not named, and the number alone does not tell it."
    return Finding(Status.AMBIGUOUS, mention.text, "the organ", "the text itself", Confidence.NOT_RATED, why)
