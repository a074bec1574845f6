# Every word here sets up what it needs first; doing so again takes a moment.
# `make run ARGS="check"` and `make test ARGS="-k player"` pass words on.

PYTHON := .venv/bin/python
ARGS :=
UV := 0.13.9

.PHONY: setup run test check bench soak schema voices voice-check lock clean

setup:
	@sh tools/setup

run:
	@sh tools/setup run $(ARGS)
	@$(PYTHON) -m massage_guide $(ARGS)

# What is compiled once need not be compiled again by every program that a test starts.
test:
	@sh tools/setup test
	@env -u PYTHONDONTWRITEBYTECODE $(PYTHON) -m pytest -n 2 --dist worksteal $(ARGS)

check:
	@sh tools/setup
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

# One JSON line for each figure; see tools/bench.
bench:
	@sh tools/setup bench
	@$(PYTHON) -m tools.bench $(ARGS)

# Plays for a long while and looks for growth; see tools/soak.py.
soak:
	@sh tools/setup bench
	@$(PYTHON) -m tools.soak $(ARGS)

# Writes the JSON Schemas of strokes and routines anew, from the model.
schema:
	@sh tools/setup
	@$(PYTHON) -m massage_guide.files.schema
	@$(PYTHON) -m massage_guide.storage.exchange_format > assets/schema/journal.schema.json

# Renders every word that the program says, in each shipped voice; only what changed. Needs npm once.
# `make voices ARGS="--list"` says what that would be; `ARGS="--engines 2"` uses both cores.
voices:
	@sh tools/setup
	@$(PYTHON) -m tools.voice $(ARGS)

# Lets a speech recogniser write down every shipped word, and counts what it misheard.
voice-check:
	@sh tools/setup
	@$(PYTHON) -m tools.voice.hearing $(ARGS)

# Chooses the newest versions that pyproject.toml allows, for every Python and platform at once.
lock:
	@sh tools/setup
	@test -x .venv/lock/bin/uv || { $(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install -q uv==$(UV); }
	@.venv/lock/bin/uv pip compile pyproject.toml -o requirements.txt $(LOCKING)
	@.venv/lock/bin/uv pip compile pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt $(LOCKING)
	@cd tools/voice && for room in rendering hearing; do \
		../../.venv/lock/bin/uv pip compile $$room.in -o $$room.txt $(LOCKING) || exit 1; done

LOCKING := --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command 'make lock' --no-annotate --no-config

clean:
	rm -rf .venv dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
