# Every target does its own set-up; each step is skipped when it has been done already. `make help` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The first Python that is new enough; PYTHON=/path/to/python overrides.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
PY := .venv/bin/python
# -u: progress is seen while it happens, also where the output goes to a file.
SETUP = $(if $(PYTHON),$(PYTHON) -u,@echo "ApplyOnce needs Python 3.11 or newer (on Debian or Ubuntu: apt install python3 python3-venv)." >&2; exit 1;)
PYTEST := $(PY) -m pytest
NODE_TOOL := $(PY) -u scripts/node_tool.py

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Set up what developing needs: the virtual environment and the browsers
	@$(SETUP) scripts/setup_python.py dev
	@$(PY) -u scripts/setup_browsers.py chromium firefox

.PHONY: demo
demo: ## Watch auto-apply and a user at the same twelve jobs, one application each (ARGS="--headless")
	@$(SETUP) scripts/setup_python.py runtime
	@$(PY) -u scripts/setup_browsers.py chromium
	@$(PY) -u -m companion demo $(ARGS)

# One more than the two processors that it is meant for: a story in a browser waits more than it computes. The
# files are taken in the order of tests/conftest.py, the longest first.
PROCESSES ?= 3
.PHONY: test
test: setup ## Run all tests, real browsers included, in three processes (PROCESSES=2, ARGS="-k word" narrows)
	@$(PYTEST) --numprocesses $(PROCESSES) --dist loadfile --no-loadscope-reorder $(ARGS)

.PHONY: test-unit
test-unit: ## Run the tests that need no browser and no process
	@$(SETUP) scripts/setup_python.py dev
	@$(PYTEST) tests/unit $(ARGS)

.PHONY: test-e2e
test-e2e: setup ## Run the tests in real browsers
	@$(PYTEST) tests/e2e $(ARGS)

.PHONY: boards
boards: setup ## Apply on every board under every fault, and compare what the employer got (ARGS="--faults a,b --pages c,d")
	@$(PY) -u -m tests.e2e.boards $(ARGS)

.PHONY: bench-fill
bench-fill: setup ## Fill the corpus' real pages with the whole product, and judge it (ARGS="--only NAME --limit N --json")
	@$(PY) -m tests.benchmarks.fill $(ARGS)

.PHONY: bench
bench: setup ## Measure against bare baselines (ARGS="--json", "--short", "--no-browser")
	@$(PY) -m tests.benchmarks $(ARGS)

.PHONY: pictures
pictures: setup ## Take pictures of everything that the user sees, and look them over (ARGS="--browser firefox --scenes popup,options")
	@$(PY) -u -m tests.pictures $(ARGS)

SEEDS ?= 200
STEPS ?= 1000
.PHONY: simulate
simulate: ## Drive the arbiter through SEEDS random histories of STEPS steps (SEEDS=200 STEPS=1000)
	@$(SETUP) scripts/setup_python.py dev
	@$(PY) -u -m tests.simulation.run --seeds $(SEEDS) --steps $(STEPS) $(ARGS)

.PHONY: mutants
mutants: ## Show that the simulation finds faults put in on purpose, and after how many steps
	@$(SETUP) scripts/setup_python.py dev
	@$(PY) -u -m tests.simulation.mutants $(ARGS)

.PHONY: mutation
mutation: ## Change each place of the state machine and the arbiter a little, and see a test fail for it (ARGS="--jobs 1")
	@$(SETUP) scripts/setup_python.py dev
	@$(PY) -m pip install --quiet --require-hashes -r requirements-mutation.lock
	@$(PY) -u -m tests.mutation $(ARGS)

.PHONY: chaos
chaos: setup ## Kill, freeze and cut the real parts at random while users and auto-apply work (MINUTES=5)
	@$(PY) -u -m tests.chaos --minutes $(or $(MINUTES),5) $(ARGS)

FUZZ_SECONDS ?= 60
.PHONY: fuzz
fuzz: ## Throw input of every kind at what reads it; FUZZ_SECONDS for each target that coverage guides (FUZZ_SECONDS=60)
	@$(SETUP) scripts/setup_python.py dev
	@$(PY) -m pip install --quiet --require-hashes -r requirements-fuzz.lock || \
		echo "fuzz: atheris cannot be installed here, so nothing is guided by coverage" >&2
	@$(PY) -u -m tests.fuzz --seconds $(FUZZ_SECONDS) $(ARGS)

.PHONY: soak
soak: setup ## Leave everything at work for a while, and see whether anything grows (MINUTES=15)
	@$(PY) -m pip install --quiet --require-hashes -r requirements-soak.lock || \
		echo "soak: matplotlib cannot be installed here, so there will be no picture" >&2
	@$(PY) -u -m tests.soak --minutes $(or $(MINUTES),15) $(ARGS)

.PHONY: lint lint-python lint-extension
lint: lint-python lint-extension ## Check style and types of Python and JavaScript, and the extension for the stores

lint-python:
	@$(SETUP) scripts/setup_python.py dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m mypy scripts

lint-extension:
	@$(SETUP) scripts/setup_python.py dev
	$(NODE_TOOL) tsc --noEmit
	$(NODE_TOOL) tsc -p companion/demo
	$(NODE_TOOL) eslint --max-warnings 0 extension eslint.config.js
	$(PY) scripts/package_extension.py
	$(NODE_TOOL) web-ext lint --no-config-discovery --source-dir dist/stage

.PHONY: format
format: ## Format Python and repair what the linters can
	@$(SETUP) scripts/setup_python.py dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(NODE_TOOL) eslint --fix extension eslint.config.js

.PHONY: package
package: ## Build the extension's packages into dist/
	@$(SETUP) scripts/setup_python.py dev
	$(PY) scripts/package_extension.py

.PHONY: lock
lock: ## Renew the lock files after a change of pyproject.toml or package.json
	@$(SETUP) scripts/setup_python.py dev
	$(PY) scripts/lock.py

.PHONY: clean
clean: ## Remove everything that the other targets made
	rm -rf .venv .node .make .artifacts node_modules dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
