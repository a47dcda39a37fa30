"""Who marked an essay how is kept, whatever the program does."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan", append_only("pelatihan_nilaiuraian", pesan="nilai uraian tidak boleh diubah")
)
PEMICU_KOREKSI = register_pemicu(
    "pelatihan", append_only("pelatihan_koreksi", pesan="koreksi tidak boleh diubah")
)
