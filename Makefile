# Everything here works from a fresh clone with Python 3.11+, make and a package index.
# Arguments for the program behind a target go in ARGS: make test ARGS="-k consent"

ARGS =
# A particular interpreter: make demo PYTHON=/opt/python/bin/python3
PYTHON =
VENV = .venv
RUN = exec $(VENV)/bin/python
WORKERS = -n logical --maxprocesses 4 --dist loadgroup
# Kept even where Python is told to keep no bytecode beside the code: compiling all that a process
# imports takes longer than most tests.
BYTECODE = env -u PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX=$(CURDIR)/build/bytecode
PYTEST = exec $(BYTECODE) $(VENV)/bin/python -m pytest

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo run test quick coverage check lint format bench lock clean venv runtime dev

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' Makefile

demo: runtime  ## play with the sample campaign in a page that looks like a phone
	@$(RUN) -m bot demo $(ARGS)

run: runtime  ## run against Telegram, by long polling (set BOT_TOKEN)
	@$(RUN) -m bot run $(ARGS)

test: dev  ## run all tests
	@$(PYTEST) $(WORKERS) $(ARGS)

quick: dev  ## run the tests that need no database, server, process or browser
	@$(PYTEST) $(WORKERS) --quick $(ARGS)

coverage: dev  ## run all tests and show what they cover
	@mkdir -p build/coverage
	@$(PYTEST) $(WORKERS) --cov --cov-report=term $(ARGS)

check: lint test  ## all that must pass before a commit: lint, types, tests

lint: dev  ## check format, style and types
	@$(VENV)/bin/python -m ruff format --check .
	@$(VENV)/bin/python -m ruff check .
	@$(RUN) -m mypy

format: dev  ## put the code in its standard form
	@$(VENV)/bin/python -m ruff format .
	@$(RUN) -m ruff check --fix .

bench: dev  ## measure start-up, memory and updates a second, into build/bench.json
	@mkdir -p build
	@$(RUN) -m tests.benchmarks.bench $(ARGS)

lock:  ## pin the dependencies of pyproject.toml again (ARGS=--upgrade for newer ones)
	@uv=$$(command -v uv) || { \
		$(find_python); test -x build/uv/bin/uv || { "$$python" -m venv build/uv && \
		build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv; } && \
		uv=build/uv/bin/uv; } || exit 1; \
	$(compile) -o requirements.lock pyproject.toml $(ARGS) && \
	$(compile) -o requirements-dev.lock --group dev -c requirements.lock pyproject.toml $(ARGS)

clean:  ## remove all that make made, but not the data of the demo
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

compile = UV_CUSTOM_COMPILE_COMMAND="make lock" "$$uv" pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate

# Sets $python to an interpreter that is new enough and can make virtual environments.
find_python = python=; seen=; \
	for name in $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3.14 python3); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		seen=$$name; \
		if "$$name" -c 'import ensurepip, venv' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ] && [ -n "$$seen" ]; then \
		echo "$$seen has no venv module: install it (Debian, Ubuntu: apt install python3-venv)." >&2; \
		exit 1; \
	elif [ -z "$$python" ]; then \
		echo "Python 3.11 or newer is needed: install it, or say where: make PYTHON=..." >&2; exit 1; \
	fi

venv:
	@if ! $(VENV)/bin/python -c "import pip" >/dev/null 2>&1; then \
		$(find_python); \
		rm -rf $(VENV); \
		"$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; \
	fi

# $(call install,lock): install the lock unless that was done with these very contents. The lock is
# complete, so nothing is resolved: older pips would ask for the newest release of what is wanted
# with an extra, whatever the lock says, and then refuse it for having no hash.
install = cmp -s $(1) $(VENV)/$(1) || { \
		echo "Installing $(1) into $(VENV) ..."; \
		$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
			--require-hashes --no-deps -r $(1) && cp $(1) $(VENV)/$(1); }

runtime: venv
	@$(call install,requirements.lock)

dev: venv  ## install what the tests and checks need
	@$(call install,requirements-dev.lock) && cp requirements.lock $(VENV)/requirements.lock
