"""The sample's meetings and decisions of two years, and what residents asked, proposed, complained of."""

import uuid
from datetime import date, timedelta

from cms.core import waktu
from cms.komunitas.models import Anggota
from musyawarah.aspirasi import services as aspirasi
from musyawarah.aspirasi.models import Aspirasi
from musyawarah.rembug import services as rembug
from musyawarah.rembug.models import Keputusan, Rembug

from .dasar import Bkm
from .naskah import Naskah, read_naskah

BKM_HADIR = ("koordinator", "sekretaris", "anggota-bkm", "anggota-bkm-2", "anggota-bkm-3")
PENANDA = ("koordinator", "sekretaris", "anggota-bkm", "anggota-bkm-2")
TEMPAT = {"basis": "Balai RW", "ksm": "Gedung serbaguna desa"}


def build(bkm: Bkm) -> None:
    """Called after the page tree stands."""
    _Putusan(bkm).build()
    for naskah in read_naskah("aspirasi"):
        _build_aspirasi(bkm, naskah)


class _Putusan:
    """Decisions in the order they were taken, each with its meeting."""

    def __init__(self, bkm: Bkm):
        self.bkm = bkm
        self.sekretaris = bkm.pengguna["sekretaris"]
        self.rapat: dict[tuple, Rembug] = {}
        self.tanda: dict[str, Keputusan] = {}

    def build(self) -> None:
        naskah = [(self._get_tanggal(n), i, n) for i, n in enumerate(read_naskah("keputusan"))]
        for tanggal, _urutan, satu in sorted(naskah, key=lambda x: x[:2]):
            self.tanda[satu["tanda"] or satu["judul"]] = self._build(satu, tanggal)
        self._apply()

    def _get_tanggal(self, naskah: Naskah) -> date:
        return self.bkm.hari_ini - timedelta(days=int(naskah["rembug"].split(" | ")[2]))

    def _build(self, naskah: Naskah, tanggal: date) -> Keputusan:
        with waktu.pada(tanggal):
            keputusan = rembug.draft_keputusan(
                rembug=self._get_rapat(naskah["rembug"], tanggal),
                actor=self.sekretaris,
                judul=naskah["judul"],
                teks=naskah.isi,
                menggantikan=self.tanda.get(naskah["ganti"]),
                **_get_suara(naskah["suara"]),
            )
        return self._bring(keputusan, naskah["keadaan"], tanggal)

    def _get_rapat(self, kunci: str, tanggal: date) -> Rembug:
        if (kunci, tanggal) not in self.rapat:
            jenis, judul, _kapan, diundang, hadir, perempuan = kunci.split(" | ")
            hadir_bernama = [self.bkm.pengguna[n].anggota for n in BKM_HADIR]
            self.rapat[kunci, tanggal] = rembug.create_rembug(
                actor=self.sekretaris,
                hadir_bernama=hadir_bernama,
                jenis=jenis,
                judul=judul,
                tanggal=tanggal,
                tempat=TEMPAT.get(jenis, "Balai Desa Sumber Asri"),
                diundang=int(diundang),
                hadir=int(hadir),
                hadir_perempuan=int(perempuan),
                ketua=Anggota.objects.get(akun=self.bkm.pengguna["koordinator"]),
                notulis=Anggota.objects.get(akun=self.sekretaris),
            )
        return self.rapat[kunci, tanggal]

    def _bring(self, keputusan: Keputusan, keadaan: str, tanggal: date) -> Keputusan:
        """Sign, leave it waiting or in draft, or cancel it."""
        if keadaan == "konsep":
            return keputusan
        if keadaan == "batal":
            return rembug.cancel_keputusan(
                keputusan=keputusan, alasan="Tanah sudah dipakai desa", actor=self.sekretaris
            )
        with waktu.pada(tanggal + timedelta(days=1)):
            keputusan = rembug.ask_tanda_tangan(keputusan=keputusan, actor=self.sekretaris)
        return self._sign(keputusan, tanggal, PENANDA[1:2] if keadaan == "menunggu" else PENANDA)

    def _sign(self, keputusan: Keputusan, tanggal: date, penanda) -> Keputusan:
        for nomor, nama in enumerate(penanda):
            with waktu.pada(tanggal + timedelta(days=1, hours=24 * (nomor // 2))):
                keputusan = rembug.sign_keputusan(
                    keputusan=keputusan,
                    actor=self.bkm.pengguna[nama],
                    isi_hash=keputusan.isi_hash,
                )
        return keputusan

    def _apply(self) -> None:
        """What two decisions changed: a setting, and a role that has ended since."""
        kuorum, panitia = self.tanda["kuorum"], self.tanda["panitia"]
        mulai = panitia.tanggal + timedelta(days=2)
        with waktu.pada(kuorum.tanggal + timedelta(days=7)):
            rembug.set_ketentuan(
                keputusan=kuorum,
                kode="rembug.kuorum",
                nilai={"bawaan": 5000, "rwt": 6667},
                berlaku_dari=kuorum.tanggal + timedelta(days=7),
                actor=self.sekretaris,
            )
        with waktu.pada(mulai):
            rembug.give_peran_by_keputusan(
                keputusan=panitia,
                user=self.bkm.pengguna["relawan"],
                peran="panitia",
                dari=mulai,
                sampai=mulai + timedelta(days=90),
                actor=self.sekretaris,
            )


def _get_suara(teks: str) -> dict:
    if not teks:
        return {}
    setuju, tidak, abstain = (int(n) for n in teks.split())
    return {"cara": "suara", "setuju": setuju, "tidak": tidak, "abstain": abstain}


def _build_aspirasi(bkm: Bkm, naskah: Naskah) -> None:
    tanggal = bkm.hari_ini - timedelta(days=int(naskah["umur"]))
    saluran = naskah["saluran"] or Aspirasi.Saluran.SITUS
    with waktu.pada(tanggal):
        tiket, _kode = aspirasi.send_aspirasi(
            kunci=uuid.uuid4(),
            actor=bkm.pengguna["sekretaris"] if naskah["saluran"] else None,
            isi=naskah.isi,
            saluran=saluran,
            **{n: naskah[n] for n in ("jenis", "nama", "alamat", "telepon", "surel")},
        )
    for langkah in ("petugas", "catat", "jawab", "tarik", "sembunyi"):
        if naskah[langkah]:
            _LANGKAH[langkah](bkm, tiket, tanggal, naskah[langkah])


def _assign(bkm, tiket, tanggal, nilai):
    with waktu.pada(tanggal + timedelta(days=1)):
        aspirasi.assign_aspirasi(
            aspirasi=tiket, petugas=bkm.pengguna[nilai], actor=bkm.pengguna["koordinator"]
        )


def _note(bkm, tiket, tanggal, nilai):
    hari, _garis, teks = nilai.partition(" | ")
    with waktu.pada(tanggal + timedelta(days=int(hari))):
        aspirasi.note_aspirasi(aspirasi=tiket, catatan=teks, actor=bkm.pengguna["sekretaris"])


def _answer(bkm, tiket, tanggal, nilai):
    hari, _garis, teks = nilai.partition(" | ")
    with waktu.pada(tanggal + timedelta(days=int(hari))):
        aspirasi.answer_aspirasi(aspirasi=tiket, jawaban=teks, actor=bkm.pengguna["ppid"])


def _withdraw(bkm, tiket, tanggal, nilai):
    with waktu.pada(tanggal + timedelta(days=int(nilai))):
        aspirasi.withdraw_aspirasi(aspirasi=tiket)


def _hide(bkm, tiket, tanggal, nilai):
    hari, _garis, alasan = nilai.partition(" | ")
    with waktu.pada(tanggal + timedelta(days=int(hari))):
        aspirasi.set_tersembunyi(
            aspirasi=tiket, tersembunyi=True, actor=bkm.pengguna["koordinator"], alasan=alasan
        )


_LANGKAH = {
    "petugas": _assign,
    "catat": _note,
    "jawab": _answer,
    "tarik": _withdraw,
    "sembunyi": _hide,
}
