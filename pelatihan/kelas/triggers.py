"""What was recorded of attendance stays; a correction is a further row."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan",
    [*append_only("pelatihan_kehadiran", pesan="kehadiran tidak boleh diubah")],
)
