"""How values are drawn; knows Streamlit, decides nothing."""

import io
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from corpus.document import TextKind
from corpus.language import LANGUAGES
from corpus.library import Library
from indexer.query import Filters
from references.findings import CheckReport, Status
from ui.check_report import write_check_report
from ui.check_views import FindingView, MentionView, status_in_words
from ui.reader_views import ParagraphView
from ui.state import CHECK_PAGE, CHECK_SHOWN, DOCUMENT, INTERFACE, LABEL, LEFT
from ui.states import state_choices, state_in_words
from ui.views import HitView, bodies_of, choices, states_of, topics_of, years_of
from ui.vocabulary import Words

Value = TypeVar("Value")

STYLE = """
<style>
h1 { font-size: 1.9rem !important; }
.ortak-text { font-size: 1.05rem; line-height: 1.55; margin: 0 0 .35rem 0; white-space: pre-line;
  overflow-wrap: anywhere; }
@media (min-width: 641px) {
  [data-testid=stColumn]:has(.st-key-original) { position: sticky; top: 4rem; align-self: flex-start; } }
@media (max-width: 640px) { [data-testid=stHorizontalBlock]:has(> [data-testid=stColumn] .st-key-original) {
  flex-direction: column-reverse; } }
.ortak-heading { font-size: 1.15rem; font-weight: 600; line-height: 1.4; margin: .5rem 0 0 0; }
.st-key-original img { border: 1px solid rgba(128, 128, 128, .35); }
.ortak-text[dir=rtl], [dir=rtl] > .ortak-text {
  font-family: "Noto Naskh Arabic", "Noto Sans Arabic", serif; font-size: 1.2rem; }
.ortak-checked { max-width: 56rem; max-height: 38rem; overflow-y: auto; padding: .75rem 1rem; border-radius: .5rem;
  border: 1px solid rgba(128, 128, 128, .35); overflow-wrap: anywhere; }
.ortak-checked[dir=rtl] { margin-inline: auto 0; }
.ortak-gap { opacity: .6; }
.ortak-mark { color: inherit; padding: .05em .1em; border-bottom: 2px solid; border-radius: .15em; cursor: help; }
.ortak-mark.ortak-good { background: rgba(46, 140, 80, .13); border-bottom-color: #2e8c50; }
.ortak-mark.ortak-wrong { background: rgba(200, 50, 50, .16); border-bottom: 3px double #c83232; }
.ortak-mark.ortak-warning { background: rgba(200, 140, 0, .18); border-bottom: 2px dashed #b07b00; }
.ortak-mark.ortak-open { background: rgba(110, 110, 130, .14); border-bottom: 2px dotted #74748a; }
.ortak-mark.ortak-slip { background: rgba(120, 80, 190, .12); border-bottom: 2px dotted #7850be; }
.ortak-badge { display: inline-block; margin: 0 .15em 0 .3em; padding: 0 .45em; border-radius: .6em;
  border: 1px solid currentcolor; vertical-align: .1em; white-space: normal;
  font: 600 .72rem/1.5 "Source Sans", sans-serif; }
</style>
"""
MENTIONS_A_PAGE = 25
BOXES_SHOWN, BOXES_HEIGHT = 12, 480
"""More boxes than these are scrolled in a frame of this many pixels."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw_style() -> None:
    """Add the few rules of our own that the texts need."""
    st.html(STYLE)


def draw_filters(library: Library, words: Words, current: Filters) -> Filters:
    """Draw the filters and give back what was chosen."""
    with st.expander(words("search.filters"), expanded=current not in (Filters(), Filters(document=current.document))):
        first, second = st.columns(3), st.columns(3)
        kind = _choice(first[0], words, "search.kind", tuple(TextKind), current.kind, _from(words, "kind"))
        state = _choice(
            first[1],
            words,
            "search.state",
            state_choices(words, states_of(library)),
            current.state,
            lambda code: state_in_words(code, words),
        )
        topic = _choice(first[2], words, "search.topic", topics_of(library), current.topic, _topic(words))
        language = _choice(
            second[0], words, "search.language", tuple(LANGUAGES), current.language, _from(words, "language")
        )
        year = _choice(second[1], words, "search.year", years_of(library), current.year, str)
        body = _choice(second[2], words, "search.body", bodies_of(library), current.body, str)
    return replace(
        current,
        kind=kind,
        state=state or "",
        topic=topic or "",
        language=language or "",
        year=year or 0,
        body=body or "",
    )


def draw_hit(hit: HitView, words: Words, draw_more: Callable[[], None] | None = None) -> None:
    """Draw one result: place, kind, text, why it is here, citation, the way into the reader, and what else there is."""
    with st.container(border=True, key=f"hit-{hit.key}"):
        st.markdown(f"**{plain(hit.place)}** :gray-badge[{hit.kind}]")
        if hit.heading:
            st.caption(plain(hit.heading))
        st.html(hit.text.markup)
        if hit.provenance:
            st.caption(plain(hit.provenance))
        st.caption(plain(" · ".join(part for part in (hit.why, hit.also_in) if part)))
        open_column, cite_column, more_column = st.columns([2, 1.4, 3], vertical_alignment="center")
        target = {DOCUMENT: hit.document, LABEL: hit.label, LEFT: hit.language, INTERFACE: words.language}
        open_column.page_link(
            "ui/pages/reader.py", label=words("search.open"), icon=":material/menu_book:", query_params=target
        )
        with cite_column.popover(words("search.cite"), icon=":material/format_quote:"):
            draw_citations(hit.citations, words)
        if draw_more is not None:
            with more_column:
                draw_more()


def draw_citations(citations: Sequence[tuple[str, str]], words: Words) -> None:
    """Draw citations, each with its copy button."""
    for language, citation in citations:
        st.caption(words(f"language.{language}"))
        st.code(citation, language=None, wrap_lines=True)


def draw_paragraph(paragraph: ParagraphView, words: Words, asked: bool = False) -> None:
    """Draw one paragraph of the reader, both versions, with its link, what it names, and its citation."""
    with st.container(border=asked, key=f"{'asked' if asked else 'paragraph'}-{paragraph.anchor}"):
        _draw_paragraph_head(paragraph, words)
        if paragraph.right is None:
            st.html(paragraph.left.markup)
        else:
            left, right = st.columns(2)
            left.html(paragraph.left.markup)
            right.html(paragraph.right.markup)
        if paragraph.provenance:
            st.caption(plain(paragraph.provenance))
        if paragraph.names:
            st.caption(words("reader.cites"))
            for document, title in paragraph.names:
                st.page_link(
                    "ui/pages/reader.py",
                    label=title,
                    query_params={DOCUMENT: document, INTERFACE: words.language},
                )


def _draw_paragraph_head(paragraph: ParagraphView, words: Words) -> None:
    """The label, what kind of paragraph it is, its link, which is its page where it has one, and its citations."""
    with st.container(horizontal=True, vertical_alignment="center"):
        badge = f" :gray-badge[{paragraph.kind}]" if paragraph.kind else ""
        st.markdown(f"**{plain(paragraph.label)}**{badge}", width="stretch")
        page = words("reader.page_short", page=paragraph.page) if paragraph.page else ""
        st.page_link(
            "ui/pages/reader.py",
            label=page or "#",
            help=words("reader.show_page" if page else "reader.link"),
            query_params={**st.query_params.to_dict(), LABEL: paragraph.label},
        )
        with st.popover("", icon=":material/format_quote:", help=words("search.cite")):
            draw_citations(paragraph.citations, words)


def draw_status_filter(found: Mapping[Status, int], words: Words) -> list[Status]:
    """Draw the statuses with their counts, and give back those to be shown; none means all."""
    return st.pills(
        words("check.show"),
        list(found),
        selection_mode="multi",
        format_func=lambda status: f"{status_in_words(status, words)} · {found[status]}",
        key=CHECK_SHOWN,
        persist_state="session",
    )


def draw_findings(rows: Sequence[Mapping[str, str]], words: Words) -> None:
    """Draw the findings as a table, columns as wide as what they hold needs."""
    widths = {"number": 45, "status": 165, "reference": 190, "found": 140, "expected": 190, "confidence": 90}
    columns = {words(f"check.{name}"): st.column_config.Column(width=width) for name, width in widths.items()}
    st.dataframe(rows, hide_index=True, column_config=columns)


def draw_mentions(views: Sequence[MentionView], words: Words) -> None:
    """Draw what the findings rest on, a page of references at a time, each to be opened."""
    st.subheader(words("check.evidence"))
    pages = max(1, -(-len(views) // MENTIONS_A_PAGE))
    page = st.pagination(pages, key=CHECK_PAGE) if pages > 1 else 1
    for view in views[(page - 1) * MENTIONS_A_PAGE : page * MENTIONS_A_PAGE]:
        with st.expander(plain(view.title)):
            draw_evidence(view, words)


def draw_evidence(view: MentionView, words: Words) -> None:
    """Draw the findings on one reference, then the registry's note and the way to it."""
    for finding in view.findings:
        st.markdown(f"**{plain(finding.title)}** — {plain(finding.because)}")
        st.markdown("\n".join(_told(finding, words)))
        st.caption(f"{words('check.source')}: {plain(' ; '.join(finding.sources))}")
    if not view.document:
        st.caption(words("check.no_entry"))
        return
    if view.note:
        st.markdown(f"**{words('check.note')}**  \n{plain(view.note)}")
        st.caption(plain(view.note_rests_on))
    target = {DOCUMENT: view.document, LABEL: view.label, INTERFACE: words.language}
    st.page_link("ui/pages/reader.py", label=words("check.open"), icon=":material/menu_book:", query_params=target)


def draw_accepting(labels: Sequence[str], key: str, words: Words) -> frozenset[int]:
    """Draw a box for each proposed wording, and give back the numbers of those accepted."""
    st.subheader(words("check.proposals"))
    st.caption(words("check.proposals_hint"))
    if len(labels) > 1 and st.checkbox(words("check.accept_all"), key=f"{key}-all", persist_state="session"):
        st.markdown("\n".join(f"- ✓ {plain(label)}" for label in labels))
        return frozenset(range(len(labels)))
    with st.container(height=BOXES_HEIGHT if len(labels) > BOXES_SHOWN else "content", border=False):
        ticked = [
            st.checkbox(plain(label), key=f"{key}-{number}", persist_state="session")
            for number, label in enumerate(labels)
        ]
    return frozenset(number for number, tick in enumerate(ticked) if tick)


def draw_downloads(report: CheckReport, text: str, table: str, fields: str, words: Words) -> None:
    """Draw the buttons that save the report; the Word file is written when it is asked for."""
    st.download_button(
        words("check.report"), lambda: _word_file(report, text, words), "ortak-check.docx", DOCX, on_click="ignore"
    )
    st.download_button(
        words("check.table"), table.encode("utf-8-sig"), "ortak-check.csv", "text/csv", on_click="ignore"
    )
    st.download_button(words("check.fields"), fields, "ortak-check.json", "application/json", on_click="ignore")


def _word_file(report: CheckReport, text: str, words: Words) -> bytes:
    written = io.BytesIO()
    write_check_report(report, text, written, words)
    return written.getvalue()


def _told(finding: FindingView, words: Words) -> Collection[str]:
    """What the text says, what the record says, how far that can be relied on, and what to write instead."""
    told = (
        (words("check.found"), finding.found),
        (words("check.expected"), finding.expected),
        (words("check.confidence"), finding.confidence),
        (words("check.proposal"), finding.proposal),
    )
    return [f"- {name}: {plain(value)}" for name, value in told if value]


def _choice(
    column: st.delta_generator.DeltaGenerator,
    words: Words,
    key: str,
    values: Sequence[Value],
    current: object,
    named: Callable[[Value], str],
) -> Value | None:
    options = choices(values)
    chosen: Value | None = column.selectbox(
        words(key),
        options,
        index=options.index(current) if current in options else 0,
        format_func=lambda value: words("search.any") if value is None else named(value),
    )
    return chosen


def _from(words: Words, table: str) -> Callable[[str], str]:
    return lambda value: words(f"{table}.{value}")


def _topic(words: Words) -> Callable[[str], str]:
    return lambda value: words(f"topic.{value.replace(' ', '_')}")


def plain(text: str) -> str:
    """Text from documents drawn as it is: nothing in it may become Markdown."""
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>()#+-.!|~$:" else character for character in text)


def told_apart(named: Mapping[str, str]) -> dict[str, str]:
    """The names of things in a list, with a number where two are called the same: a page knows them by their names."""
    met: Counter[str] = Counter()
    told = {}
    for key, name in named.items():
        met[name] += 1
        told[key] = name if met[name] == 1 else f"{name} ({met[name]})"
    return told
