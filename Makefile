# `make run` and `make test` need only Python 3.11 or later and make: each builds what it lacks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check clean
.DELETE_ON_ERROR:

run: $(VENV)/.installed
	$(BIN)/newsdiff samples/chicago

test: check
	$(BIN)/pytest -n auto

check: $(VENV)/.installed-dev build/typing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	MYPYPATH=build/typing $(BIN)/mypy -p newsdiff.core -p newsdiff.tui

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.installed

# mypy does not follow the import hook of an editable install; links show it the installed layout.
build/typing: Makefile
	mkdir -p $@/newsdiff
	ln -sfn ../../../core $@/newsdiff/core
	ln -sfn ../../../tui $@/newsdiff/tui
	ln -sfn ../../../samples $@/newsdiff/samples
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
