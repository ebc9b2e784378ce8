# Balise: make preview · make test. `make help` lists the rest.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
PROJECTS := builder/pyproject.toml server/pyproject.toml xblocks/pyproject.toml
INSTALLED := $(VENV)/.balise-install
TESTABLE := $(VENV)/.balise-dev
JOBS ?= 2
export PIP_NO_INPUT := 1
export PYTHONUTF8 := 1

.PHONY: help preview install test test-all check format types node-tests browser pango proof catalogue workbench bench wheels lock frontend clean \
  extract_translations compile_translations

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

preview: install ## Compile every course and serve http://127.0.0.1:$(PORT) with live reload
	@$(BIN)/balise preview --port $(PORT)

install: $(INSTALLED) frontend ## The three distributions, editable, and the built front end

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Balise a besoin de Python 3.11 ou plus (PYTHON=… pour le choisir). / Balise needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Le module venv manque: apt-get install python3-venv, puis recommencez. / The venv module is missing."; exit 1; }

$(INSTALLED): requirements/install.txt $(PROJECTS) | $(PY)
	@echo "Installation de Balise (une première fois, environ une minute)…"
	@$(PIP) install --require-hashes -r requirements/install.txt
	@$(PY) builder/frontend.py
	@$(PIP) install --no-deps --no-build-isolation -e builder -e server -e xblocks
	@touch $@

frontend: $(INSTALLED) # stale by content hash: costs milliseconds when nothing changed
	@$(PY) builder/frontend.py

$(TESTABLE): requirements/dev.txt pyproject.toml $(INSTALLED)
	@echo "Installation des outils d’essai…"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

browser: # Debian's Chromium for the browser tests
	@$(SHELL) tests/chromium.sh

pango: # Debian's Pango for the PDF of the session kit
	@$(SHELL) tests/pango.sh

test: install $(TESTABLE) browser pango check node-tests ## Everything that must pass, 8 minutes at most on 2 cores
	@$(PY) -m pytest -n $(JOBS) -m "not slow"

test-all: install $(TESTABLE) browser pango check node-tests wheels ## The full matrix
	@$(PY) -m pytest -n $(JOBS)

check: install $(TESTABLE) ## Lint, formatting, import contracts and types, in seconds
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Formatting differs: run make format."; exit 1; }
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(PY) builder/frontend.py --types

format: $(TESTABLE) ## Format and mend what can be
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

node-tests: install
	@$(PY) builder/frontend.py --test

proof: install $(TESTABLE) browser ## Prove the first course in both editions and write its page of the docs
	@$(BIN)/balise build courses/hotellerie-personnel -o dist/preuve -t scorm12 -t scorm2004
	@$(BIN)/balise --lang fr prove dist/preuve/hotellerie-personnel-[0-9]*.zip
	@$(PY) -m balise_server.proof.page docs/administration/preuve.md \
	  dist/preuve/hotellerie-personnel-[0-9]*-scorm12.proof.json \
	  dist/preuve/hotellerie-personnel-[0-9]*-scorm2004.proof.json

catalogue: install ## Write the tables of courses/README.md
	@$(BIN)/balise catalogue

pictures: install $(TESTABLE) browser ## The pictures of the trainers' guide, made from its examples
	@$(PY) -m tests.builder.guide.pictures

extract_translations: install # The gettext catalogues of the XBlocks, under the names that Open edX calls
	@$(PY) xblocks/catalogs.py extract

compile_translations: install
	@$(PY) xblocks/catalogs.py compile

workbench: install $(TESTABLE) ## Try the XBlocks of the first course: http://127.0.0.1:$(PORT)
	@$(PY) -m tests.xblocks.workbench .balise/workbench $(PORT)

bench: install $(TESTABLE) browser ## Speed and memory, as medians, with the machine named
	@$(PY) -m tests.bench

wheels: install $(TESTABLE) ## Each wheel alone in a fresh environment, run
	@$(PY) -m tests.wheels

lock: $(PY) ## Compile the hashed requirements again (maintainers)
	@$(PIP) install uv
	@for set in install dev; do $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	  --no-emit-package balise-builder --no-emit-package balise-server \
	  --no-emit-package balise-xblocks --no-emit-package balise-dev \
	  --custom-compile-command "make lock" requirements/$$set.in -o requirements/$$set.txt || exit 1; done

clean: ## Remove everything that was built or installed here
	rm -rf $(VENV) node_modules dist .balise builder/balise_builder/static builder/balise_builder/schemas \
	  server/balise_server/static/built xblocks/balise_xblocks/public/built \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
