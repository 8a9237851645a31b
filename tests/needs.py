"""What a test needs of the machine: where it is lacking the test is skipped, and the checks (CI is set) fail."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import NoReturn

import pytest

from bench.local_model import HOW_TO_INSTALL, local_model, missing_packages


def lacking(what: str, remedy: str) -> NoReturn:
    """Skip the test for want of this; fail where everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: {remedy}")
    pytest.skip(f"{what}: {remedy}")


@contextmanager
def served_model() -> Iterator[str]:
    """The value of ORTAK_MODEL that asks a real model, while its server runs on the loopback of this machine."""
    missing = [*(name for name in ("langchain", "langchain_openai") if not find_spec(name)), *missing_packages()]
    if missing:
        lacking(f"{', '.join(missing)} not installed", f"pip install 'ortak[model]' && {HOW_TO_INSTALL}")
    with local_model() as address:
        yield address
