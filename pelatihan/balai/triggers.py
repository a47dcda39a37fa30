"""A pack stays as it was taken."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan", append_only("pelatihan_bawaan", pesan="bawaan tidak boleh diubah")
)
