# Fukan: from OCR text to EPUB and PDF. `make sample` first; `make help` for the rest.

SHELL := /bin/bash
BIN := .venv/bin
ARGS ?=
export PYTHON

.PHONY: help sample test fuzz lint evaluate bench audit pictures reference lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

sample: ## install all that is needed and convert the sample issue into output/
	@.ci/setup sample
	@$(BIN)/fukan convert converter/sample/*.txt --output output

test: ## install what tests need; run the gates and the whole suite
	@.ci/setup test
	@status=0; .ci/gates || status=1; \
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS) || status=1; exit $$status

fuzz: ## draw new texts for the property tests, TIMES=10 times as many
	@.ci/setup test
	@FUKAN_FUZZ=$(or $(TIMES),10) $(BIN)/python -m pytest -n auto --dist worksteal \
		tests/test_fuzz.py tests/test_properties.py tests/test_damage.py tests/test_proof.py \
		tests/test_store.py tests/test_tomltext.py $(ARGS)

lint: ## ruff, strict types, import layers, the built wheel
	@.ci/setup test
	@.ci/gates
	@$(BIN)/python -m pytest -q tests/test_layers.py tests/test_packaging.py

evaluate: ## compare the restored cases with their hand-made truth
	@.ci/setup test
	@$(BIN)/python -m tests.evaluation $(ARGS)

bench: ## measure time and memory against other tools
	@.ci/setup bench
	@$(BIN)/python -m tests.benchmarks $(ARGS)

audit: ## check the accessibility of the EPUB with DAISY Ace
	@.ci/setup audit
	@$(BIN)/python -m tests.audit $(ARGS)

pictures: ## render the pictures of the README from the sample
	@.ci/setup test
	@$(BIN)/python .ci/pictures.py

reference: ## write the command reference of the README from the program
	@.ci/setup sample
	@$(BIN)/python .ci/reference.py

lock: ## write requirements.lock anew after a change of pyproject.toml (UPGRADE=1: newest)
	@$(or $(PYTHON),python3) .ci/lock.py $(if $(UPGRADE),--upgrade)

clean: ## remove what was made: .venv, caches, output
	rm -rf .venv .cache .hypothesis dist build
	find converter tests .ci -name __pycache__ -type d -exec rm -rf {} +
	find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
