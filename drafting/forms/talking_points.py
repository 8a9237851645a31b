"""Talking points: a few lines to make, a few facts behind them, what to know if an issue is raised."""

from drafting.consolidate import ConsolidatedIssue
from drafting.draft import Section, Statement
from drafting.forms.parts import section, with_text
from drafting.material import Material

POINTS = 6
FACTS = 4
IF_RAISED = 5


def sections(material: Material) -> tuple[Section, ...]:
    """The points to make, the facts, and what may be raised."""
    headings = material.phrases.headings
    issues = with_text(material)
    agreed = [text for issue in issues for text in issue.clean or _open(issue)][:POINTS]
    open_text = [text for issue in issues for text in issue.bracketed][:POINTS]
    return (
        *section(headings["points"], agreed),
        *section(headings["arguments"], material.reasons()[:FACTS]),
        *section(headings["open"], open_text),
        *section(headings["if_raised"], [relation.statement for relation in material.cautions()[:IF_RAISED]]),
    )


def _open(issue: ConsolidatedIssue) -> tuple[Statement, ...]:
    """The places to fill in, where nothing at all can be said on an issue."""
    return () if issue.bracketed else issue.placeholders
