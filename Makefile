# Two commands are enough: `make run` and `make test`. Everything they need they set up themselves.

PORT ?= 8000
N ?= 50
export RADSLAG_HOME ?= $(CURDIR)/var

.PHONY: run setup setup-dev test test-fast check format lock soak reset translations docs help

help:            ## what can be asked for
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/ —/'

run: setup       ## set up, seed, serve at PORT (8000); a second run keeps the state
	@scripts/run $(PORT)

setup:           ## the program at .venv/bin/radslag
	@scripts/setup

setup-dev:       ## the same, with the tools of the developer
	@scripts/setup dev

test: setup-dev  ## every suite that this machine can run; what is absent is named
	@scripts/system-packages chromium postgresql strace
	@scripts/test

test-fast: setup-dev ## the suite on SQLite, without the browser
	@scripts/test sqlite

check: setup-dev ## format, lint, imports, types, docs true
	@scripts/check

format: setup-dev ## put the code in form
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix-only -q .

soak: setup-dev  ## N meetings after each other, each proved afterwards
	@scripts/soak $(N)

lock: setup-dev  ## choose the newest permitted versions and write both locks
	@scripts/lock

translations: setup-dev ## gather the interface strings into the English catalogue
	@scripts/translations

docs: setup      ## write the generated documents anew
	@.venv/bin/radslag docs

reset:           ## throw away the state of `make run` (not the program)
	@scripts/reset
