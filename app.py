"""The web door: page frame, language and navigation; nothing else."""

from pathlib import Path

import streamlit as st

from ui.components import draw_style, plain
from ui.model_status import privacy_in_words
from ui.navigation import pages
from ui.state import choose_interface, interface_words
from ui.vocabulary import provenance_in_words

ICON = Path(__file__).parent / "ui" / "icon.png"  # a file of ours: an icon by name would be fetched from outside


def main() -> None:
    """Frame the application and run the page that was chosen."""
    words = interface_words()
    st.set_page_config(page_title=words("app.name"), page_icon=ICON, layout="wide")
    draw_style()
    page = st.navigation(pages(words))
    choose_interface()
    st.sidebar.caption(words("app.tagline"))
    for told in (*privacy_in_words(words), *provenance_in_words(words)):
        st.sidebar.caption(plain(told))
    page.run()


main()
