"""What was typed from a sheet stays as it was typed."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan", append_only("pelatihan_ketikan", pesan="ketikan tidak boleh diubah")
)
