"""Sample things of two years: who has them, what waits, what was refused."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from aset.inventaris import services
from aset.inventaris.models import Barang
from aset.inventaris.pages import InventarisPage
from cms.core import waktu

from .dasar import GAMBAR, Bkm

# name, kind, place, condition, value in rupiah, paid from, month since the start
BARANG = (
    ("Laptop pembukuan UPK", "elektronik", "Kantor UPK", "baik", 6_850_000, "blm", 0),
    ("Printer multifungsi", "elektronik", "Kantor UPK", "rusak_ringan", 2_400_000, "upk", 1),
    ("Brankas kecil", "mebel", "Kantor UPK", "baik", 1_750_000, "blm", 0),
    ("Lemari arsip dua pintu", "mebel", "Sekretariat", "baik", 1_600_000, "bop", 2),
    ("Papan pengumuman kaca", "mebel", "Balai desa", "baik", 950_000, "swadaya", 3),
    ("Papan pengumuman RW 03", "mebel", "Pos ronda RW 03", "baik", 600_000, "swadaya", 5),
    ("Tenda 4 × 6 meter", "tenda_kursi", "Gudang balai desa", "baik", 3_200_000, "hibah", 1),
    ("Kursi lipat (50 buah)", "tenda_kursi", "Gudang balai desa", "baik", 6_500_000, "blm", 1),
    ("Pengeras suara jinjing", "tenda_kursi", "Balai desa", "baik", 1_900_000, "upk", 7),
    ("Mikrofon nirkabel (2 buah)", "tenda_kursi", "Balai desa", "rusak_ringan", 480_000, "upk", 7),
    ("Layar dan proyektor", "elektronik", "Balai desa", "baik", 4_300_000, "hibah", 9),
    ("Gerobak sorong (3 buah)", "alat_kerja", "Gudang UPL", "baik", 1_350_000, "blm", 4),
    ("Mesin potong rumput", "alat_kerja", "Gudang UPL", "baik", 1_450_000, "blm", 6),
    ("Molen pengaduk semen", "alat_kerja", "Gudang UPL", "rusak_berat", 7_800_000, "blm", 2),
    ("Meteran gulung 50 meter", "alat_kerja", "Gudang UPL", "baik", 85_000, "bop", 2),
    ("Timbangan kambing gantung", "alat_kerja", "Kandang percontohan", "baik", 275_000, "upk", 10),
    ("Timbangan bayi posyandu", "lain", "Posyandu Melati", "baik", 390_000, "hibah", 8),
    ("Kamera saku", "elektronik", "Sekretariat", "hilang", 1_250_000, "blm", 3),
    ("Sepeda motor operasional", "kendaraan", "Kantor UPK", "baik", 9_500_000, "blm", 0),
    ("Buku simpanan KSM (100 buah)", "buku_arsip", "Kantor UPK", "baik", 700_000, "upk", 12),
)
# name of the thing -> (username of the receiver, months since the start)
SERAHAN = {
    "Laptop pembukuan UPK": (("pembuku", 1), ("manajer", 14)),
    "Printer multifungsi": (("kasir", 2),),
    "Pengeras suara jinjing": (("ups", 8),),
    "Gerobak sorong (3 buah)": (("upl", 5),),
    "Timbangan kambing gantung": (("petugas", 11),),
    "Sepeda motor operasional": (("petugas", 1),),
    "Kamera saku": (("sekretaris", 4),),
}

# name of the thing -> picture of the sample
FOTO = {"Brankas kecil": "kas-dan-buku", "Buku simpanan KSM (100 buah)": "buku-terbuka"}


AJAKAN = (
    "Apa yang dimiliki BKM dan dirawat untuk semua warga. Mau meminjam? Hubungi sekretariat "
    "paling lambat tiga hari sebelumnya; tanpa biaya, paling lama lima hari."
)


def build(bkm: Bkm) -> None:
    """Enter the things, hand some over, leave one waiting and one refused."""
    _invite(bkm)
    barang = {isi[0]: _create(bkm, *isi) for isi in BARANG}
    for nama, daftar in SERAHAN.items():
        for username, bulan in daftar:
            _hand_over(bkm, barang[nama], username, _count_date(bkm, bulan))
    for nama, gambar in FOTO.items():
        _set_foto(bkm, barang[nama], gambar)
    _leave_waiting(bkm, barang["Layar dan proyektor"])
    _leave_half(bkm, barang["Pengeras suara jinjing"])
    _refuse(bkm, barang["Mesin potong rumput"])
    with waktu.pada(bkm.hari_ini - timedelta(days=60)):
        services.end_barang(
            barang=barang["Kamera saku"],
            actor=bkm.pengguna["sekretaris"],
            alasan="Hilang saat banjir, berita acara tersimpan",
        )


def _count_date(bkm: Bkm, bulan: int) -> date:
    return min(bkm.mulai + timedelta(days=30 * bulan + 5), bkm.hari_ini - timedelta(days=3))


def _create(bkm, nama, jenis, letak, kondisi, nilai, sumber_dana, bulan) -> Barang:
    tanggal = _count_date(bkm, bulan)
    with waktu.pada(tanggal):
        return services.create_barang(
            actor=bkm.pengguna["sekretaris"],
            nama=nama,
            jenis=jenis,
            letak=letak,
            kondisi=kondisi,
            nilai=nilai,
            sumber_dana=sumber_dana,
            diperoleh_pada=tanggal,
            catatan="",
        )


def _hand_over(bkm: Bkm, barang: Barang, username: str, tanggal: date) -> None:
    sekretaris = bkm.pengguna["sekretaris"]
    with waktu.pada(tanggal):
        serahan = services.start_serahan(
            barang=barang, kepada=bkm.pengguna[username].anggota, actor=sekretaris
        )
        if serahan.dari:
            services.confirm_serahan(serahan=serahan, actor=serahan.dari.akun)
        services.confirm_serahan(serahan=serahan, actor=bkm.pengguna[username])


def _leave_waiting(bkm: Bkm, barang: Barang) -> None:
    with waktu.pada(bkm.hari_ini - timedelta(days=1)):
        services.start_serahan(
            barang=barang,
            kepada=bkm.pengguna["relawan"].anggota,
            actor=bkm.pengguna["sekretaris"],
            catatan="Untuk kelas pembukuan di balai RW 02",
        )


def _leave_half(bkm: Bkm, barang: Barang) -> None:
    """The giver has said so, the receiver not yet."""
    with waktu.pada(bkm.hari_ini - timedelta(days=2)):
        serahan = services.start_serahan(
            barang=Barang.objects.get(pk=barang.pk),
            kepada=bkm.pengguna["upl"].anggota,
            actor=bkm.pengguna["sekretaris"],
            catatan="Dengan pengisi daya, untuk kerja bakti RW 02",
        )
        services.confirm_serahan(serahan=serahan, actor=bkm.pengguna["ups"])


def _set_foto(bkm: Bkm, barang: Barang, gambar: str) -> None:
    berkas = GAMBAR / f"{gambar}.png"
    unggahan = SimpleUploadedFile(berkas.name, berkas.read_bytes())
    services.set_foto(barang=barang, unggahan=unggahan, actor=bkm.pengguna["sekretaris"])


def _refuse(bkm: Bkm, barang: Barang) -> None:
    with waktu.pada(bkm.hari_ini - timedelta(days=20)):
        serahan = services.start_serahan(
            barang=barang, kepada=bkm.pengguna["upl"].anggota, actor=bkm.pengguna["sekretaris"]
        )
        services.close_serahan(
            serahan=serahan, actor=bkm.pengguna["upl"], alasan="Pisau potongnya belum diganti"
        )


def _invite(bkm: Bkm) -> None:
    """The list says how to borrow."""
    halaman = InventarisPage.objects.get()
    halaman.ringkasan = AJAKAN
    halaman.save_revision(user=bkm.pengguna["editor"]).publish()
