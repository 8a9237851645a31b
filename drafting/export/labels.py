"""The words that an export adds of its own: options, marks, headings."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from corpus.states import name_of_alpha3
from corpus.tables import Entry, read_table

PATH = Path(__file__).with_name("labels.toml")


class Labels(Entry, frozen=True):
    """The words of one language. Blanks in braces are filled in: {number}, {proposers}, {citation}, {quote}.

    `note_before_stop` says that the mark of a footnote stands before the full stop, as it does in Russian; `note_stop`
    ends a footnote.
    """

    option: str
    option_by: str
    by: str
    join: str
    unverified: str
    not_agreed: str
    private: str
    gaps: str
    warnings: str
    again: str
    quoted: str
    note_before_stop: bool
    note_stop: str
    levels: Mapping[str, str]


def labels_in(language: str) -> Labels:
    """The words in a language; English where there are none for it."""
    languages = _all_labels()
    return languages.get(language, languages["en"])


def bracket_label(labels: Labels, language: str, option: int, proposers: Sequence[str]) -> str:
    """What stands at the head of a bracket: the option's number, its proposers, both or nothing."""
    names = labels.join.join(name_of_alpha3(code, language) for code in proposers)
    if option and names:
        return labels.option_by.format(number=option, proposers=names)
    if option:
        return labels.option.format(number=option)
    return labels.by.format(proposers=names) if names else ""


@cache
def _all_labels() -> dict[str, Labels]:
    return read_table(PATH, dict[str, Labels])
