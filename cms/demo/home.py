"""The sample's page tree, its plain pages and its published reports."""

from calendar import monthrange
from datetime import date, timedelta

from cms.core import waktu
from cms.core.pdf import render_pdf
from cms.core.rupiah import format_rupiah
from cms.core.tulisan import BULAN
from home.models import KategoriBerita, Laporan, LayananPage
from home.services import build_situs, publish_laporan

from .dasar import Bkm

KATEGORI = {
    "kambing-gulir": "Kambing gulir",
    "keuangan": "Keuangan",
    "musyawarah": "Musyawarah",
    "pelatihan": "Pelatihan",
    "lingkungan": "Lingkungan",
    "sosial": "Sosial",
    "ekonomi": "Ekonomi warga",
    "pengumuman": "Pengumuman",
}
# kas dan bank, sedang dipinjam, cadangan risiko, tabungan kelompok: the last closed month first
DANA = (
    (103_162_000, 297_108_000, -12_380_000, -21_450_000),
    (98_540_000, 299_870_000, -12_380_000, -20_900_000),
    (110_215_000, 285_400_000, -11_950_000, -20_310_000),
    (92_030_000, 301_250_000, -11_950_000, -19_780_000),
)
URAIAN = ("Kas dan bank", "Sedang dipinjam KSM", "Cadangan risiko", "Tabungan kelompok")
LAYANAN = (
    {
        "judul": "Pinjaman kelompok (KSM)",
        "untuk": "Kelompok warga yang punya usaha atau baru mau memulainya.",
        "syarat": [
            "Kelompok paling sedikit lima orang dari lingkungan yang berdekatan",
            "Sudah menabung bersama tiga bulan berturut-turut",
            "Fotokopi KTP semua anggota dan persetujuan keluarga",
            "Berita acara pembentukan kelompok dan aturan mainnya",
        ],
        "langkah": [
            "Datang ke UPK pada jam buka dan ambil formulir permohonan.",
            "Petugas berkunjung, melihat usaha, dan mewawancarai anggota.",
            "UPK dan BKM memutuskan: setuju, periksa ulang, atau tolak dengan alasan tertulis.",
            "Kalau disetujui, uang diterima di depan semua anggota dan jadwal angsuran dibagikan.",
        ],
        "waktu": "Dua sampai tiga pekan",
        "biaya": "Tidak dipungut biaya",
        "url": "",
        "tautan": "",
    },
    {
        "judul": "Mendaftar kambing gulir",
        "untuk": "Keluarga yang sanggup memelihara dan punya kandang sendiri.",
        "syarat": ["Kandang yang sudah jadi", "Sumber pakan di dekat rumah", "Fotokopi KTP"],
        "langkah": [
            "Sampaikan kepada ketua RT atau datang ke sekretariat.",
            "Petugas memeriksa kandang dan pakan.",
            "Nama masuk antrean; urutannya dibacakan dalam rapat dan boleh disanggah.",
            "Kambing diserahkan dengan perjanjian dan dua saksi.",
        ],
        "waktu": "Menurut antrean",
        "biaya": "Tidak dipungut biaya",
        "url": "",
        "tautan": "",
    },
    {
        "judul": "Meminjam barang bersama",
        "untuk": "Warga yang punya hajat atau kerja bakti.",
        "syarat": ["Nama dan alamat peminjam", "Tanggal pakai dan tanggal kembali"],
        "langkah": [
            "Lihat dulu apa saja yang ada di daftar barang milik bersama.",
            "Hubungi sekretariat paling lambat tiga hari sebelumnya.",
            "Tanda tangani serah terima, dan kembalikan dalam keadaan bersih dalam lima hari.",
        ],
        "waktu": "Tiga hari sebelum dipakai",
        "biaya": "Tidak dipungut biaya",
        "url": "/barang/",
        "tautan": "Lihat daftar barang",
    },
    {
        "judul": "Meminta informasi",
        "untuk": "Siapa saja. Tidak perlu menyebutkan alasan.",
        "syarat": ["Nama dan cara menghubungi Anda, kalau ingin dikabari"],
        "langkah": [
            "Tulis pertanyaan lewat halaman Usul & aduan, atau sampaikan langsung.",
            "Simpan kode tindak lanjutnya.",
            "Kami menjawab paling lambat sepuluh hari kerja.",
        ],
        "waktu": "Paling lama sepuluh hari kerja",
        "biaya": "Tidak dipungut biaya",
        "url": "/usul/?jenis=tanya",
        "tautan": "Tulis pertanyaan",
    },
)


def build(bkm: Bkm) -> None:
    """The tree as `pasang` makes it, filled with what a working BKM would have written."""
    editor = bkm.pengguna["editor"]
    with waktu.pada(bkm.mulai):
        beranda = build_situs(actor=editor)
        for urutan, (slug, nama) in enumerate(KATEGORI.items()):
            KategoriBerita.objects.create(slug=slug, nama=nama, urutan=urutan)
        _fill_layanan(LayananPage.objects.child_of(beranda).get())
    _build_laporan(bkm)


def _fill_layanan(halaman: LayananPage) -> None:
    halaman.layanan = [("layanan", isi) for isi in LAYANAN]
    halaman.save_revision(user=halaman.owner).publish()


def _build_laporan(bkm: Bkm) -> None:
    with waktu.pada(bkm.mulai + timedelta(days=20)):
        _publish_aturan(bkm)
    for mundur, dana in reversed(list(enumerate(DANA, start=1))):
        awal = _bulan_lalu(bkm.hari_ini, mundur)
        akhir = awal.replace(day=monthrange(awal.year, awal.month)[1])
        with waktu.pada(min(akhir + timedelta(days=7), bkm.hari_ini)):
            _publish_keuangan(bkm, awal, akhir, dana)


def _bulan_lalu(hari: date, mundur: int) -> date:
    bulan = hari.year * 12 + hari.month - 1 - mundur
    return date(bulan // 12, bulan % 12 + 1, 1)


def _publish_keuangan(bkm: Bkm, awal: date, akhir: date, dana: tuple[int, ...]) -> None:
    nama = f"{BULAN[awal.month - 1]} {awal.year}"
    jumlah = sum(dana)
    tabel = {
        "kepala": ["Uraian", "Rupiah"],
        "baris": [[u, format_rupiah(n)] for u, n in zip(URAIAN, map(abs, dana), strict=True)],
        "kanan": [1],
        "kaki": ["Dana bergulir milik warga", format_rupiah(jumlah)],
    }
    pengantar = (
        "Dana bergulir adalah kas dan bank ditambah uang yang sedang dipinjam, dikurangi cadangan "
        "risiko dan tabungan kelompok. Jumlah per bulan; nama peminjam tidak dimuat."
    )
    judul = f"Laporan keuangan UPK {nama}"
    publish_laporan(
        actor=bkm.pengguna["sekretaris"],
        jenis=Laporan.Jenis.KEUANGAN,
        judul=judul,
        nama_berkas=f"laporan-keuangan-{awal:%Y-%m}.pdf",
        isi=render_pdf(
            "core/lembar.typ",
            {
                "judul": judul,
                "pengantar": pengantar,
                "tabel": tabel,
                "tanda_tangan": [
                    ["Manajer UPK", bkm.pengguna["manajer"].get_full_name()],
                    ["Pengawas", bkm.pengguna["pengawas"].get_full_name()],
                ],
            },
        ),
        periode=(awal, akhir),
        dana_bergulir=jumlah,
        ringkasan=f"Dana bergulir milik warga {format_rupiah(jumlah)} pada akhir {nama}.",
    )


def _publish_aturan(bkm: Bkm) -> None:
    judul = "Anggaran dasar BKM dalam bahasa sehari-hari"
    alinea = [
        "BKM dipimpin bersama. Koordinator tidak boleh memutuskan sendiri, dan suara setiap "
        "anggota sama berharganya.",
        "Anggota BKM dipilih warga dari RT dan RW, tanpa kampanye dan tanpa pencalonan, untuk "
        "masa bakti tiga tahun.",
        "Uang dana bergulir hanya untuk pinjaman. Biaya UPK dibayar dari pendapatan UPK sendiri. "
        "Pengawas dibayar dari keuntungan bersih tahunan.",
        "Pengurus yang menyiapkan, yang menyetujui, dan yang membayar tidak boleh orang yang sama.",
        "Perubahan aturan diputuskan dalam musyawarah dan berlaku mulai tanggal yang disepakati.",
    ]
    publish_laporan(
        actor=bkm.pengguna["sekretaris"],
        jenis=Laporan.Jenis.ATURAN,
        judul=judul,
        nama_berkas="anggaran-dasar-ringkas.pdf",
        isi=render_pdf("core/lembar.typ", {"judul": judul, "alinea": alinea}),
        ringkasan="Siapa boleh memutuskan apa, dan ke mana uang boleh dipakai.",
    )
