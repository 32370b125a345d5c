PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py

.PHONY: run test setup check bench sweep core map format

run:       ## set everything up, then open the studio
	@$(BOOTSTRAP) run

test:      ## set everything up, then run the whole test suite
	@$(BOOTSTRAP) test

setup:     ## set everything up
	@$(BOOTSTRAP) setup

check:     ## all but real engines, before every commit
	@$(BOOTSTRAP) check

bench:     ## benchmarks; ARGS="-k clients" chooses, see tests/bench/README.md
	@$(BOOTSTRAP) bench $(ARGS)

sweep:     ## the long forms of fault tests
	@$(BOOTSTRAP) sweep

core: setup   ## the core's tests with Qt made unimportable
	.venv/bin/python -m pytest -n logical -c tests/without_qt.ini --rootdir . tests/studio

map: setup    ## the list of modules in ARCHITECTURE.md
	.venv/bin/python packaging/module_map.py

format: setup ## format and sort imports
	.venv/bin/python -m ruff format .
	.venv/bin/python -m ruff check --fix .
