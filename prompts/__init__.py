"""Every word put to a model: one file per task, versioned, with its blanks named."""

from pathlib import Path

FOLDER = Path(__file__).parent
