"""Whether a title beside a reference is the one on record; words that are no such title are never confirmed."""

from collections.abc import Iterator

from corpus.registry import FactName, Instrument
from corpus.tables import Confidence
from references.aspect import Aspect, Context, differs, unchecked
from references.findings import Status
from references.record import UNSEEN, Known, Record
from references.titles import same_name
from references.titles_beside import TitleBeside

NAMED = (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)


def title_aspects(context: Context, record: Record) -> Iterator[Aspect]:
    """What each title beside the reference says of it."""
    known = _known(context, record)
    for beside in context.titles:
        if not beside.is_long or _is_settled(context, record, beside):
            yield _compared(context, record, beside, known)


def titles_said(context: Context, record: Record) -> set[str]:
    """The words in quotation marks that are a title, right or wrong, and so no quotation from the text."""
    return {beside.quoted.text for beside in context.titles if _is_settled(context, record, beside)}


def title_in(instrument: Instrument, language: str) -> Known:
    """The title in the language of the text; a name is compared with no other."""
    facts = [*instrument.facts(FactName.TITLE, language), *instrument.facts(FactName.SHORT_TITLE, language)]
    if not facts:
        return UNSEEN
    return Known(facts[0].value, facts[0].source, facts[0].confidence, facts[0].confidence is Confidence.HIGH)


def _known(context: Context, record: Record) -> Known:
    known = title_in(record.instrument, context.language) if record.instrument else UNSEEN
    return record.title if known is UNSEEN and context.language == "en" else known


def _is_settled(context: Context, record: Record, beside: TitleBeside) -> bool:
    known = _known(context, record)
    return (beside.announced and beside.touches) or _is_title(beside.quoted.text, record, known, context.language)


def _is_title(words: str, record: Record, known: Known, language: str) -> bool:
    """Whether the words are the title or another name on record that may be relied on."""
    names = [known.value] if known.relied_on else []
    names += [fact.value for name in NAMED for fact in record.facts(name)]
    return any(same_name(words, name, language) for name in names)


def _compared(context: Context, record: Record, beside: TitleBeside, known: Known) -> Aspect:
    words = beside.quoted.text
    if _is_title(words, record, known, context.language):
        return Aspect(confirmed=f"title “{words}”", source=known.source)
    if not known.relied_on:
        return unchecked(words, known, "No source of high confidence gives the title in this language.", known.value)
    if beside.touches:
        return differs(Status.TITLE, words, known, "", "")
    return unchecked(words, known, "The words in quotation marks beside it are not its title on record.", known.value)
