# Guyub: `make help` lists the commands. Only git, make and Python >= 3.11 with pip are needed.
PYTHON ?= python3
PY := .venv/bin/python
SIAP = $(PYTHON) -m cms.mesin.siapkan
export PYTHONPATH := $(CURDIR)
.DEFAULT_GOAL := help
.PHONY: help run dev test tahan lint bench

help: ## daftar perintah ini
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## menjalankan Guyub (PORT, GUYUB_DATA, DEMO_PASSWORD, DATABASE_URL, REDIS_URL, TLS=1)
	@$(SIAP)
	@exec $(PY) -m cms.mesin.jalan

dev: ## seperti run, tetapi kode dan templat dimuat ulang sendiri
	@$(SIAP) --dev
	@exec $(PY) -m cms.mesin.jalan --dev

test: ## semua uji: SQLite selalu, PostgreSQL bila 127.0.0.1:5432 menjawab (DB=sqlite|postgres)
	@$(SIAP) --dev
	@exec $(PY) -m cms.mesin.uji

tahan: ## ulangan panjang dan beban berat
	@$(SIAP) --dev
	@exec $(PY) -m cms.mesin.uji --tahan

lint: ## gaya, tipe, batas antarruang, migrasi, terjemahan, ukuran
	@$(SIAP) --dev
	@exec $(PY) -m cms.mesin.mutu

bench: ## ukuran kecepatan dan memori
	@$(SIAP) --dev
	@exec $(PY) -m tests.bench
