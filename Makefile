# Two commands are all a person needs: `make run` and `make test`.

PREFIX ?= /usr/local
SWIFT ?= swift
RUNS ?= 1000000
SECONDS ?= 0
# What Debian must have: the terminal, database and HTML libraries, and a terminal emulator for the end-to-end tests.
PACKAGES := libncursesw5-dev libsqlite3-dev libgumbo-dev libvterm-dev
# The Swift runtime goes into the binary, which runs where no Swift is, and so do the libraries of which the system has
# archives: nothing to look for at the start. Faster still at a fixed address, where a hundred thousand pointers need no change.
MACHINE := $(shell uname -m)-linux-gnu
ARCHIVES = $(wildcard $(patsubst %,/usr/lib/$(MACHINE)/lib%.a,ncursesw tinfo sqlite3 gumbo) /usr/lib/gcc/$(MACHINE)/*/libstdc++.a)
RELEASE = -c release --static-swift-stdlib --disable-local-rpath -Xlinker -no-pie -Xlinker --as-needed \
  -Xswiftc -L$(CURDIR)/.build/archives $(if $(filter %/libtinfo.a,$(ARCHIVES)),-Xlinker -ltinfo)
BINARY := .build/release/crossread
COMPLETIONS := bash-completion/completions/crossread zsh/site-functions/_crossread \
  fish/vendor_completions.d/crossread.fish
MANUAL := man/man1/crossread.1
SOURCES := Package.swift Sources Tests

.PHONY: help deps build run test lint format score bench bench-set fuzz install uninstall clean
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

deps: ## install what is missing of the Debian packages
	@missing=""; \
	if command -v dpkg-query >/dev/null 2>&1; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	  done; \
	fi; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	  echo "No apt here. Install by hand the development files of ncurses (wide), gumbo and, for the tests, libvterm."; \
	elif [ -n "$$missing" ]; then \
	  root=""; [ "$$(id -u)" = 0 ] || root=sudo; \
	  echo "Installing$$missing"; \
	  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq $$missing >/dev/null; \
	fi; \
	command -v $(SWIFT) >/dev/null 2>&1 || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }

build: deps ## build the release binary
	@mkdir -p .build/archives
	@$(if $(ARCHIVES),ln -sf $(ARCHIVES) .build/archives)
	@$(SWIFT) build $(RELEASE) --product crossread 1>&2

run: build ## open the five articles of seeds/
	@$(BINARY) seeds

test: deps ## run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --no-parallel

lint: deps ## check the style of the sources
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## bring the sources into style
	$(SWIFT) format --in-place --recursive $(SOURCES)

score: build ## measure against gold data: make score GOLD=folder
	@test -n "$(GOLD)" || { echo "Say where the gold data is: make score GOLD=folder"; exit 2; }
	@python3 Benchmarks/score/all.py $(GOLD) $(BINARY)

bench: build ## time the release binary
	@python3 Benchmarks/speed.py $(BINARY)
	@python3 Benchmarks/terminal.py beside $(BINARY)

bench-set: build ## time the reader on 2,000 made articles
	@python3 Benchmarks/make_set.py .build/set
	@python3 Benchmarks/terminal.py set $(BINARY) .build/set

fuzz: ## feed any bytes to the reading: make fuzz RUNS=1000000, or SECONDS=60
	@mkdir -p .build-fuzz/corpus
	@cp seeds/* Sources/Fuzz/corpus/* .build-fuzz/corpus
	CROSSREAD_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz --product Fuzz -Xswiftc -sanitize=fuzzer
	.build-fuzz/release/Fuzz -runs=$(RUNS) -max_total_time=$(SECONDS) -max_len=8192 -timeout=10 -rss_limit_mb=4096 \
	  -artifact_prefix=.build-fuzz/ .build-fuzz/corpus

install: build ## install crossread, its manual page and its completions under PREFIX (/usr/local)
	install -D -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/crossread
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,$(dir $(COMPLETIONS) $(MANUAL)))
	$(BINARY) man > $(DESTDIR)$(PREFIX)/share/$(MANUAL)
	$(BINARY) completions bash > $(DESTDIR)$(PREFIX)/share/$(word 1,$(COMPLETIONS))
	$(BINARY) completions zsh > $(DESTDIR)$(PREFIX)/share/$(word 2,$(COMPLETIONS))
	$(BINARY) completions fish > $(DESTDIR)$(PREFIX)/share/$(word 3,$(COMPLETIONS))

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/crossread $(addprefix $(DESTDIR)$(PREFIX)/share/,$(COMPLETIONS) $(MANUAL))

clean: ## remove what was built
	rm -rf .build .build-fuzz
