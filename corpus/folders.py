"""Where the product keeps what it writes: one folder, named by ORTAK_HOME."""

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "ORTAK_HOME"


def home_folder() -> Path:
    """The folder for all user data: ORTAK_HOME, or the platform's own place for application data."""
    named = os.environ.get(VARIABLE, "").strip()
    return Path(named).expanduser() if named else user_data_path("ortak", appauthor=False)


def index_folder() -> Path:
    """Where the search index is kept."""
    return home_folder() / "index"


def imports_folder() -> Path:
    """Where facts imported from the UN library's tables are kept."""
    return home_folder() / "registry"


def model_folder() -> Path:
    """Where model files written on first use are kept; they can be deleted at any time."""
    return home_folder() / "models"
