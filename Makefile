# `make demo` and `make test` do all their own set-up; nothing but Python 3.11 or later and make is needed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

SPECS  := clause_specs/eu-jp-sdp
JOBS   ?= auto

.PHONY: demo test test-oldest check format generate benchmark requirements clean help

help:  ## Say what can be made.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/.runtime  ## Show what changed between two revisions of the EU–Japan Security and Defence Partnership.
	$(BIN)/clausetrack validate clause_specs
	$(BIN)/clausetrack diff $(SPECS)/2024-11-01.yaml $(SPECS)/2025-07-23.yaml

test: $(VENV)/.dev  ## Run the tests.
	$(BIN)/python -m pytest -n $(JOBS)

test-oldest: .venv-oldest/.oldest  ## Run the tests on the oldest versions of the dependencies that are allowed.
	.venv-oldest/bin/python -m pytest -n $(JOBS) -p no:cacheprovider --hypothesis-profile oldest

check: $(VENV)/.dev  ## Lint, format, types, layers, generated files.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.generate --check
	$(BIN)/python -m tools.changelog --check
	$(BIN)/clausetrack validate clause_specs seeds
	$(BIN)/clausetrack fmt --check clause_specs

format: $(VENV)/.dev  ## Format the code.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(VENV)/.dev  ## Make the generated pages anew.
	$(BIN)/python -m tools.generate

benchmark: $(VENV)/.dev  ## Measure accuracy and speed against peers.
	$(BIN)/python -m benchmarks

requirements: $(VENV)/.dev  ## Pin the newest versions of all dependencies, with hashes.
	$(PIP) install pip-tools
	cd requirements && for name in runtime dev; do \
	  ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	    --no-emit-index-url --no-emit-find-links --output-file $$name.txt $$name.in; done

clean:  ## Remove everything that was made.
	rm -rf .venv .venv-oldest .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The stamps say what a virtual environment holds, so that nothing is installed twice.
$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/runtime.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
# An editable install is not compiled, and where Python may not write bytecode it would be compiled at every start.
	$(BIN)/python -m compileall -q clausetrack
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(PIP) install --require-hashes -r requirements/dev.txt
	touch $@

.venv-oldest/.oldest: requirements/oldest.txt requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/oldest.txt
	.venv-oldest/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	touch $@
