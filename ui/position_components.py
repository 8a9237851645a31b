"""What the pages on positions have in common on the screen: a few rules of style."""

import streamlit as st

STYLE = """
<style>
.ortak-quoted mark { color: inherit; background: rgba(255, 196, 0, .32); padding: .05em .1em; border-radius: .15em; }
.ortak-quoted { font-size: 1rem; }
.ortak-told { font-size: .82rem; opacity: .85; margin: 0; overflow-wrap: anywhere; }
.ortak-told a, .ortak-sources a { color: inherit; }
.ortak-sources { font-size: .86rem; line-height: 1.45; overflow-wrap: anywhere; }
.ortak-sources details { margin: 0 0 .35rem 0; }
.ortak-sources ul { margin: .1rem 0 .35rem 0; } .ortak-sources li { font-size: .86rem; }
.ortak-sources summary { cursor: pointer; }
.ortak-sources .ortak-good::before { content: "✓ "; color: #2e8c50; font-weight: 700; }
.ortak-sources .ortak-wrong::before { content: "✗ "; color: #c83232; font-weight: 700; }
.ortak-sources blockquote { margin: .25rem 0 .25rem .5rem; padding-inline-start: .6rem;
  border-inline-start: 3px solid rgba(128, 128, 128, .4); }
.ortak-matrix { border-collapse: collapse; font-size: .86rem; min-width: 100%; }
.ortak-matrix th, .ortak-matrix td { border: 1px solid rgba(128, 128, 128, .35); padding: .35rem .5rem;
  text-align: start; vertical-align: top; min-width: 7.5rem; }
.ortak-matrix th:first-child { min-width: 11rem; }
[data-testid=stMain] .st-key-heat-map, .st-key-citation-graph { overflow-x: auto; }
.ortak-change del { background: rgba(200, 50, 50, .14); text-decoration-thickness: 2px; }
.ortak-change ins { background: rgba(46, 140, 80, .16); text-decoration-thickness: 2px; }
.st-key-whole-text h1 { font-size: 1.4rem !important; }
.st-key-whole-text h2 { font-size: 1.15rem !important; }
.ortak-wide { overflow-x: auto; }
.st-key-private-layer { background: repeating-linear-gradient(135deg,
  rgba(200, 140, 0, .07) 0 12px, transparent 12px 24px); }
</style>
"""


def draw_position_style() -> None:
    """Add the rules of our own that texts with sources need."""
    st.html(STYLE)
