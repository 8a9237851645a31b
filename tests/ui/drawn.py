"""Pages of the application drawn without a browser: what they show, and their buttons."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "app.py"
KINDS = ("title", "subheader", "markdown", "caption", "info", "warning", "success", "error", "code")


def open_page(page: str = "", **address: str) -> AppTest:
    """The page at this address; without a name, the one on which the application begins."""
    app = AppTest.from_file(str(APP), default_timeout=90)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run() if not page else app.switch_page(f"ui/pages/{page}.py").run()


def texts(app: AppTest) -> str:
    """All that the page says, without the signs that keep Markdown from reading it."""
    shown = [element.value for kind in KINDS for element in app.get(kind)]
    shown += [expander.label for expander in app.expander]
    said = "\n".join([*map(str, shown), *(str(element.proto.body) for element in app.get("html"))])
    return re.sub(r"\\([^\w\s])", r"\1", said)


def button(app: AppTest, label: str):
    """The first button with this label."""
    return next(one for one in app.button if one.label == label)
