"""Releases are kept as published, whatever the program does."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan",
    [
        *append_only("pelatihan_rilis", pesan="rilis tidak boleh diubah"),
        *append_only("pelatihan_isirilis", pesan="isi rilis tidak boleh diubah"),
    ],
)
