"""Talking points: a few lines to make, a few facts behind them, what to know if an issue is raised."""

from drafting.draft import Section
from drafting.forms.parts import section, with_text
from drafting.material import Material

POINTS = 6
FACTS = 4
IF_RAISED = 5


def sections(material: Material) -> tuple[Section, ...]:
    """The points to make, the facts, and what may be raised."""
    headings = material.phrases.headings
    issues = with_text(material.issues)
    agreed = [text for issue in issues for text in issue.clean][:POINTS]
    open_text = [text for issue in issues for text in issue.bracketed][:POINTS]
    return (
        *section(headings["points"], agreed),
        *section(headings["arguments"], material.reasons()[:FACTS]),
        *section(headings["open"], open_text),
        *section(headings["if_raised"], [relation.statement for relation in material.cautions()[:IF_RAISED]]),
    )
