"""Pictures of the registry, as values: who cites what as a graph, instruments on a time line."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.library import Library
from corpus.registry import NOTE_LANGUAGES, FactName, Instrument, InstrumentKind
from ui.vocabulary import Words

DATED = (FactName.ADOPTED_ON, FactName.HELD_ON, FactName.DATE_OBSERVED, FactName.FIRST_OBSERVED, FactName.PERIOD)
DATE = re.compile(r"\b(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?\b")
SHAPES = {
    InstrumentKind.RESOLUTION: "box",
    InstrumentKind.DECISION: "box",
    InstrumentKind.TREATY: "box3d",
    InstrumentKind.DECLARATION: "note",
    InstrumentKind.CONFERENCE: "ellipse",
    InstrumentKind.SUMMIT: "ellipse",
}
NODE_WIDTH, LONGEST = 26, 80
JANUARY = "-01"


def instruments_on(library: Library, topic: str) -> tuple[Instrument, ...]:
    """The instruments on a topic."""
    return tuple(one for one in library.instruments if topic in one.topics)


def date_of(instrument: Instrument) -> str:
    """The first date known of an instrument: adopted, held or observed (ISO, of a year or month too); or nothing."""
    for name in DATED:
        for fact in instrument.facts(name):
            found = DATE.search(fact.value)
            if found:
                return found[0]
    return ""


def name_of(instrument: Instrument, words: Words) -> str:
    """The symbol and the title of an instrument."""
    language = words.language if words.language in NOTE_LANGUAGES else "en"
    title = instrument.title(language)
    return f"{instrument.symbol} · {title}" if instrument.symbol and instrument.symbol != title else title


def time_line(instruments: Iterable[Instrument], words: Words) -> list[dict[str, str]]:
    """One entry for every instrument whose date is known."""
    return [
        {
            "id": one.id,
            "date": _whole_date(date),
            "told": date,
            "name": name_of(one, words),
            "kind": words(f"instrument_kind.{one.kind}"),
            "body": one.body,
            "cited": words("plot.cited" if one.cited_in else "plot.not_cited"),
        }
        for one in instruments
        if (date := date_of(one))
    ]


def time_line_chart(points: list[dict[str, str]], words: Words) -> Mapping[str, Any]:
    """The instruments as marks on a time line, a row a kind; filled where the declaration cites them."""
    return {
        "data": {"values": points},
        "height": {"step": 52, "for": "position"},
        "params": [{"name": "picked", "select": {"type": "point", "fields": ["id"]}}],
        "mark": {"type": "point", "size": 130, "strokeWidth": 2, "filled": True, "opacity": 0.85, "cursor": "pointer"},
        "encoding": {
            "x": {"field": "date", "type": "temporal", "title": None},
            "y": {"field": "kind", "type": "nominal", "title": None, "axis": {"labelLimit": 200, "grid": True}},
            "yOffset": {"field": "id", "type": "nominal"},
            "shape": {"field": "cited", "type": "nominal", "title": None, "scale": {"range": ["circle", "diamond"]}},
            "color": {
                "field": "cited",
                "type": "nominal",
                "title": None,
                "scale": {"range": ["#8c1d35", "#4f7cac"]},
                "legend": {"orient": "top", "labelLimit": 400},
            },
            "tooltip": [
                {"field": "name", "title": words("plot.instrument")},
                {"field": "told", "title": words("plot.date")},
                {"field": "body", "title": words("search.body")},
                {"field": "cited", "title": words("plot.declaration")},
            ],
        },
    }


def citation_graph(instruments: Iterable[Instrument], words: Words) -> str:
    """Who cites what in the DOT language: the declaration's paragraphs, what they name, and how that is related."""
    shown = {one.id: one for one in instruments}
    labels = dict.fromkeys(label for one in shown.values() for label in one.cited_in)
    lines = [
        "digraph {",
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.12, ranksep=1.1]',
        'node [fontname="sans-serif", fontsize=11, style="filled", color="#8a8a8a", fontcolor="#1c1c1c"]',
        'edge [color="#8a8a8a", arrowsize=0.6]',
        f'subgraph cluster_declaration {{ label={_quoted(words("search.declaration"))}; color="#b9b9b9"; '
        'fontname="sans-serif"; fontsize=12; fontcolor="#808080";',
        *(f'{_quoted(label)} [shape=box, fillcolor="#FFF1CC"]' for label in labels),
        "}",
        *(_node(one, words) for one in shown.values()),
        *(f"{_quoted(label)} -> {_quoted(one.id)}" for one in shown.values() for label in one.cited_in),
        *_relations(shown),
        "}",
    ]
    return "\n".join(lines)


def _relations(shown: Mapping[str, Instrument]) -> Iterator[str]:
    """Related instruments, each pair once."""
    done: set[frozenset[str]] = set()
    for one in shown.values():
        for other in one.related:
            pair = frozenset((one.id, other))
            if other in shown and len(pair) > 1 and pair not in done:
                done.add(pair)
                yield f"{_quoted(one.id)} -> {_quoted(other)} [dir=none, style=dashed, constraint=false]"


def _node(one: Instrument, words: Words) -> str:
    name = textwrap.shorten(name_of(one, words), LONGEST, placeholder="…")
    label = "\n".join(textwrap.wrap(name, NODE_WIDTH))
    colour = "#D6E9F8" if one.symbol else "#DDF0DD"
    return f'{_quoted(one.id)} [label={_quoted(label)}, shape={SHAPES.get(one.kind, "oval")}, fillcolor="{colour}"]'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _whole_date(date: str) -> str:
    """A year or month as its first day, for a place on the line."""
    return date + JANUARY * (2 - date.count("-"))
