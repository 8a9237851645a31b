"""What a test lacks is skipped for a person and fails in the checks, and either says what to do."""

import pytest

from tests.needs import lacking


def test_a_person_sees_a_skipped_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium: install it"):
        lacking("no Chromium", "install it")


def test_the_checks_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no Chromium: install it"):
        lacking("no Chromium", "install it")
