"""Who marked an essay how is kept, whatever the program does."""

from cms.core.pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "pelatihan", append_only("pelatihan_nilaiuraian", pesan="nilai uraian tidak boleh diubah")
)
# All but the day on which every attempt was marked anew (tuntas_pada).
_TETAP = (
    "uuid kursus_kunci soal_kunci cara isi versi alasan oleh_id saat berubah lulus_baru lulus_dijaga "
    "rincian"
)
PEMICU_KOREKSI = register_pemicu(
    "pelatihan",
    append_only("pelatihan_koreksi", pesan="koreksi tidak boleh diubah", kolom=_TETAP.split()),
)
