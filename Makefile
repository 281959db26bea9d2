# Every target sets up what it needs first; with nothing to do that takes a moment and no network.

PYTHON ?= python3
ENV := .venv/bin

.PHONY: help setup run test check pictures golden translations bench compare compare-plans trials lock wheel clean

help:
	@echo "make run           the program on the demo organisation"
	@echo "make test          format, lint, types, layers and tests"
	@echo "make check         the same without the tests"
	@echo "make pictures      the pictures of the README"
	@echo "make golden        the small pictures that the tests hold every page against"
	@echo "make translations  refresh and compile the translations"
	@echo "make bench         the benchmarks (ORGANISATIONS=DIR for wind-downs of the organisations there)"
	@echo "make compare       ways of solving side by side, into tests/benchmarks/RESULTS.md (WITH=--organisations=DIR ...)"
	@echo "make compare-plans plans to nil beside most room first, into tests/benchmarks/PLANS.md (WITH=--organisations=DIR)"
	@echo "make trials        random cancels and brute force, into tests/benchmarks/TRIALS.md (WITH=--cancels=1000 ...)"
	@echo "make lock          resolve the dependencies again"
	@echo "make wheel         the package, in dist/"
	@echo "make clean         throw away what can be made again"

setup:
	@$(PYTHON) build/setup_environment.py
	@$(ENV)/python build/translations.py release

run: setup
	@$(ENV)/python build/run_program.py

check: setup
	$(ENV)/ruff format --check .
	$(ENV)/ruff check .
	$(ENV)/mypy
	$(ENV)/mypy build
	$(ENV)/lint-imports

test: check
	QT_QPA_PLATFORM=offscreen $(ENV)/python -m pytest -n auto --dist worksteal -p no:benchmark

pictures: setup
	QT_QPA_PLATFORM=offscreen $(ENV)/python build/make_pictures.py

golden: setup
	QT_QPA_PLATFORM=offscreen $(ENV)/python build/golden_pictures.py

translations: setup
	$(ENV)/python build/translations.py update release

bench: export ORGANISATIONS ?=
bench: setup
	QT_QPA_PLATFORM=offscreen $(ENV)/python -m pytest tests/benchmarks

compare: setup
	$(ENV)/python -m tests.benchmarks.compare_solvers $(WITH)

compare-plans: setup
	$(ENV)/python -m tests.benchmarks.compare_plans $(WITH)

trials: setup
	$(ENV)/python -m tests.benchmarks.trials $(WITH)

lock:
	$(PYTHON) build/run_uv.py lock --upgrade

wheel: setup
	$(PYTHON) build/run_uv.py build

clean:
	rm -rf output dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
