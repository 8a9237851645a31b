"""The pages of the application, in the two groups that people come for: texts, and positions."""

import streamlit as st

from ui.vocabulary import Words

FIRST = "search"
GROUPS = {
    "texts": {
        "search": "search",
        "reader": "menu_book",
        "check": "fact_check",
        "library": "library_books",
        "overview": "hub",
    },
    "positions": {
        "project": "folder_open",
        "evidence": "travel_explore",
        "matrix": "grid_on",
        "draft": "edit_document",
        "export": "download",
    },
}
"""Each group with its pages and their icons."""


def pages(words: Words) -> dict[str, list[st.Page]]:
    """The pages by group, under their names in the interface language."""
    return {
        words(f"page.{group}"): [_page(name, icon, words) for name, icon in GROUPS[group].items()] for group in GROUPS
    }


def _page(name: str, icon: str, words: Words) -> st.Page:
    title = words(f"page.{name}")
    return st.Page(f"ui/pages/{name}.py", title=title, icon=f":material/{icon}:", default=name == FIRST)
