"""Settings of the real workers in tests: letters leave slowly, so that a kill falls between two."""

from cms.settings.lokal import *  # noqa: F403

EMAIL_BACKEND = "tests.notifikasi.surat_lambat.EmailBackend"
