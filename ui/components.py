"""How what several pages show is drawn; knows Streamlit, decides nothing."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from ui.vocabulary import Words

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
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


ADDRESS_MARK = re.compile(r"(?<=[a-z]:)(?=//)|(?<=www)(?=\.)|(?<=\S)(?=@)", re.IGNORECASE)


def draw_style() -> None:
    """Add the few rules of our own that the texts need."""
    st.html(STYLE)


def draw_citations(citations: Sequence[tuple[str, str]], words: Words) -> None:
    """Draw citations, each with its copy button."""
    for language, citation in citations:
        st.caption(words(f"language.{language}"))
        st.code(citation, language=None, wrap_lines=True)


def plain(text: str) -> str:
    """Text from documents drawn as it is: nothing in it may become Markdown, and no address in it a link."""
    apart = ADDRESS_MARK.sub("\u2060", text)  # a sign that nobody sees: without it a bare address is made a link
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>()#+-.!|~$:" else character for character in apart)


def told_apart(named: Mapping[str, str]) -> dict[str, str]:
    """The names of things in a list, with a number where two are called the same: a page knows them by their names."""
    met: Counter[str] = Counter()
    told = {}
    for key, name in named.items():
        met[name] += 1
        told[key] = name if met[name] == 1 else f"{name} ({met[name]})"
    return told
