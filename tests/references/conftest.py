"""Fixtures for checking references: the shipped library, nothing imported."""

from pathlib import Path

import pytest

from corpus.imports.layers import load_resolutions
from corpus.library import Library
from references.checker import ReferenceChecker


@pytest.fixture(scope="session")
def checker(library: Library, tmp_path_factory: pytest.TempPathFactory) -> ReferenceChecker:
    nothing: Path = tmp_path_factory.mktemp("nothing-imported")
    return ReferenceChecker(library, load_resolutions(nothing, library.instruments))
