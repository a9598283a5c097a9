# Parvis: everything a person does with the sources. `make help` lists it.
# On a fresh Debian machine: Rust, Node 20 and make are enough; the tests install what else they need.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run frontend test test-rust test-postgres test-servers test-faults test-journeys pictures lint format bench tools clean-tools

# Arguments for the program: make run ARGS="--listen 127.0.0.1:9000"
ARGS ?=

help: ## Says what can be made
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: frontend ## Builds and starts Parvis, with its data in ./data, and prints its address
	cargo run --quiet -p app --bin parvis -- serve $(ARGS)

# Scripts and icons are remade when one of their sources is newer, and only then: the program
# holds them, and would be rebuilt for nothing.
SCRIPTS := crates/web/assets/dist/parvis.js
frontend: $(SCRIPTS) ## Builds the scripts and icons of the pages (Parvis works without them, less comfortably)

$(SCRIPTS): $(shell find crates/web/frontend -path '*/node_modules' -prune -o -type f -print)
	@if command -v npm >/dev/null; then \
	  cd crates/web/frontend && \
	  { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; } && \
	  npm run --silent build; \
	else echo "npm is not installed: the pages will work without scripts"; fi

test: ## Checks everything: format, lint, tests on both engines, real servers, browser journeys
	@tests/run.sh frontend format lint rust servers faults journeys

test-rust: ## The unit tests and stories, on SQLite
	@tests/run.sh rust

test-postgres: ## The stories again, on a PostgreSQL of their own
	@tests/run.sh postgres

test-servers: ## The stories on PostgreSQL, and the connectors against real servers of their networks
	@tests/run.sh servers

test-faults: ## Kills the program at each step of the send fence, on both engines (PARVIS_WRITE_REPORT=1 keeps the report)
	@tests/run.sh faults

test-journeys: frontend ## What a person does in a browser, in each language on each of two widths
	@JOURNEYS=all tests/run.sh journeys

pictures: frontend ## Makes the pictures of the documentation again, from the journeys
	@PICTURES=1 JOURNEYS=all tests/run.sh journeys

lint: ## Format and lint, of the program and of the scripts
	@tests/run.sh frontend format lint

format: ## Formats the sources
	cargo fmt --all

bench: frontend ## Measures speed as ratios against a bare baseline, in one run
	cargo bench --quiet -p app --bench house

tools: ## Installs the tools of the tests now rather than at the first run
	@tests/install.sh

clean-tools: ## Removes the tools of the tests
	rm -rf .tools
