"""The web door: page frame, language and navigation; nothing else."""

from pathlib import Path

import streamlit as st

from ui.components import draw_style
from ui.state import choose_interface, interface_words

ICON = Path(__file__).parent / "ui" / "icon.png"  # a file of ours: an icon by name would be fetched from outside


def main() -> None:
    """Frame the application and run the page that was chosen."""
    words = interface_words()
    st.set_page_config(page_title=words("app.name"), page_icon=ICON, layout="wide")
    draw_style()
    pages = [
        st.Page("ui/pages/search.py", title=words("page.search"), icon=":material/search:", default=True),
        st.Page("ui/pages/reader.py", title=words("page.reader"), icon=":material/menu_book:"),
        st.Page("ui/pages/check.py", title=words("page.check"), icon=":material/fact_check:"),
    ]
    page = st.navigation(pages)
    choose_interface()
    st.sidebar.caption(words("app.tagline"))
    st.sidebar.caption(words("app.offline"))
    page.run()


main()
