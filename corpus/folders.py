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


def library_folder() -> Path:
    """Where the documents that a person added are kept."""
    return home_folder() / "library"


def inbox_folder() -> Path:
    """Where official texts arrive, fetched or saved by hand, until they are added."""
    return home_folder() / "inbox"


def projects_folder() -> Path:
    """Where negotiation files are kept, one file each."""
    return home_folder() / "projects"
