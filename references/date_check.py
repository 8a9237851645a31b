"""Whether the date that a text gives is that of adoption."""

from corpus.registry import UNKNOWN
from references.aspect import Aspect, Context, differs, unchecked
from references.dates import day_in_words
from references.findings import Finding, Status
from references.phrases import phrases_of
from references.record import Record


def date_aspect(context: Context, record: Record) -> Aspect:
    """The date given against the adoption date, and whether a wrong one is the distribution date."""
    mention, adopted = context.mention, record.adopted
    if not mention.date:
        return _without_date(context, record)
    if not adopted.relied_on:
        known = f"{adopted.value} ({adopted.confidence})" if adopted.value != UNKNOWN else UNKNOWN
        return unchecked(mention.date, adopted, "No source of high confidence gives the date of adoption.", known)
    if mention.date == adopted.value:
        return Aspect(confirmed=f"adopted on {adopted.value}", source=adopted.source)
    proposal = _with_date(context, adopted.value)
    distributed = record.distributed
    if distributed.value == mention.date:
        why = f"{mention.date} is the date of distribution on the masthead, not of adoption ({distributed.source})."
        return differs(Status.DATE_KIND, mention.date, adopted, why, proposal)
    return differs(Status.DATE, mention.date, adopted, "", proposal)


def _without_date(context: Context, record: Record) -> Aspect:
    """A reference without a date is incomplete, unless the text has given the date before."""
    adopted = record.adopted
    if context.dated_before:
        return Aspect(confirmed="date given before", source="the text itself")
    relied = adopted.relied_on
    finding = Finding(
        Status.INCOMPLETE,
        context.mention.text,
        adopted.value if relied else UNKNOWN,
        adopted.source,
        adopted.confidence,
        "The date of adoption is not given.",
        _with_date(context, adopted.value) if relied else "",
    )
    return Aspect(finding)


def _with_date(context: Context, iso: str) -> str:
    """The reference as it stands, with this date of adoption in the place of its own."""
    mention = context.mention
    words = day_in_words(iso, context.language)
    if mention.date_span:
        left, right = mention.date_span[0] - mention.start, mention.date_span[1] - mention.start
        return mention.text[:left] + words + mention.text[right:] if words else ""
    return mention.text + phrases_of(context.language).date.dated.format(date=words) if words else ""
