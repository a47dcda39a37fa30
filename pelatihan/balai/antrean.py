"""What the facilitator's phone brings from a hall without signal: roll calls and sheets."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cms.accounts.selectors import has_peran
from cms.core.antrean.jenis import Hasil, Pengirim, TidakBisa, accept, refuse, review
from cms.core.antrean.rules import Entri
from cms.core.kiriman.services import KirimanBerbeda

from ..belajar.antrean import read_jawaban
from ..kelas import rules as aturan_hadir
from ..kelas import services as kelas
from ..kelas.models import Kehadiran
from ..kelas.selectors import read_catatan
from ..lembar import permissions as izin_lembar
from ..lembar import selectors as lembar_selectors
from ..lembar import services as lembar
from ..lembar.forms import TOLAK, explain_tolak
from ..lembar.models import LembarPeserta
from ..penilaian import services as penilaian
from ..peserta.models import Peserta
from ..peserta.permissions import KANTOR, get_kursus_diampu
from ..peserta.services import LangkahTerkunci, SudahBerakhir
from . import permissions, selectors
from .models import Bawaan

HADIR, LEMBAR = "hadir", "lembar"
# What the services of sheets refuse, and the code under which a person looks at it.
ALASAN = {
    lembar.SudahMasuk: "lembar-masuk",
    lembar.KetikanBeda: "lembar-beda",
    lembar.PerluOrangLain: "lembar-orang-sama",
    lembar.RilisLain: "lembar-rilis",
    SudahBerakhir: "peserta-keluar",
    LangkahTerkunci: "langkah-terkunci",
    penilaian.KuisTidakAda: "kuis-hilang",
    penilaian.TesTertutup: "tes-tertutup",
    penilaian.PercobaanHabis: "percobaan-habis",
    penilaian.PercobaanTerbuka: "percobaan-terbuka",
}


@dataclass(frozen=True)
class Bekal:
    """An entry with its pack and the sender's right; `lingkup` narrows who reviews it."""

    bawaan: Bawaan
    boleh: bool

    @property
    def lingkup(self) -> UUID:
        return self.bawaan.pertemuan.angkatan.kursus_kunci


NIHIL = UUID(int=0)  # what no row has


def read_uuid(nilai) -> UUID:
    try:
        return UUID(nilai) if isinstance(nilai, str) else NIHIL
    except ValueError:
        return NIHIL


def _open(user, isi: dict) -> Bekal | None:
    """The pack of an entry; None unless its page was drawn for this very account."""
    semua = Bawaan.objects.select_related("pertemuan__angkatan", "rilis")
    bawaan = semua.filter(uuid=read_uuid(isi.get("bawaan"))).first()
    if bawaan is None or not permissions.is_izin(user, bawaan, isi.get("izin")):
        return None
    return Bekal(bawaan, permissions.visible_to(user).filter(pk=bawaan.pk).exists())


def _review(alasan: str, bekal: Bekal) -> Hasil:
    """`tinjau` is what the phone remembers of it."""
    return review(alasan, lingkup=bekal.lingkup, tinjau=True)


def _refuse_asing() -> Hasil:
    return refuse("tidak-ada", _("This class is not yours, or it is not there."))


# -- roll call ------------------------------------------------------------------------------------
def receive_hadir(pengirim: Pengirim, entri: Entri) -> Hasil:
    """One tap. Who says something else than another person adds a row; both stay."""
    bekal = _open(pengirim.user, entri.isi)
    peserta = _find_peserta(bekal, entri.isi) if bekal else None
    if bekal is None or peserta is None:
        return _refuse_asing()
    if entri.isi.get("status") not in Kehadiran.Status.values:
        return refuse("tidak-sah", _("That tap was not understood. Please try again."))
    if not bekal.boleh:
        return _review("peran", bekal)
    if entri.saat < bekal.bawaan.dibuat_pada:
        return _review("jam-hp", bekal)
    try:
        return _mark(bekal, peserta, entri.isi, entri.kunci, entri.saat, pengirim.user)
    except kelas.PertemuanBatal:
        return _review("pertemuan-batal", bekal)
    except kelas.BukanPeserta:
        return _review("bukan-peserta", bekal)


def _find_peserta(bekal: Bekal, isi: dict) -> Peserta | None:
    kursus = bekal.bawaan.pertemuan.angkatan.kursus_kunci
    semua = Peserta.objects.select_related("anggota")
    return semua.filter(uuid=read_uuid(isi.get("peserta")), kursus_kunci=kursus).first()


def _mark(bekal: Bekal, peserta: Peserta, isi: dict, kunci: UUID, saat, actor) -> Hasil:
    kelas.mark_hadir(
        pertemuan=bekal.bawaan.pertemuan,
        peserta=peserta,
        status=str(isi.get("status")),
        cara=Kehadiran.Cara.LURING,
        kunci=kunci,
        dicatat_pada=saat,
        actor=actor,
    )
    catatan = bekal.bawaan.pertemuan.kehadiran.filter(peserta=peserta)
    keadaan = aturan_hadir.settle_catatan(read_catatan(catatan))
    return accept(status=isi["status"], bentrok=bool(keadaan and keadaan.bentrok))


def apply_hadir(tinjau, actor) -> None:
    """The reviewed tap counts, in the name of who made it. Raises TidakBisa."""
    bekal = _open(tinjau.akun, tinjau.isi)
    peserta = _find_peserta(bekal, tinjau.isi) if bekal else None
    if bekal is None or peserta is None:
        raise TidakBisa(_("The session or the learner is not there."))
    try:
        _mark(bekal, peserta, tinjau.isi, tinjau.kunci, tinjau.dicatat_pada, tinjau.akun)
    except kelas.PertemuanBatal:
        raise TidakBisa(_("The session was called off.")) from None
    except kelas.BukanPeserta:
        raise TidakBisa(_("This person is not in the class. Enrol them first.")) from None
    except (kelas.StatusTidakAda, KirimanBerbeda):
        raise TidakBisa(_("This entry cannot be taken.")) from None


def describe_hadir(tinjau) -> str:
    """Session, learner and state in words."""
    bekal = _open(tinjau.akun, tinjau.isi)
    peserta = _find_peserta(bekal, tinjau.isi) if bekal else None
    if bekal is None or peserta is None:
        return ""
    kata = dict(Kehadiran.Status.choices).get(str(tinjau.isi.get("status")), "")
    return f"{bekal.bawaan.pertemuan.judul}, {peserta.anggota.nama}: {kata}"


# -- sheets ---------------------------------------------------------------------------------------
def receive_lembar(pengirim: Pengirim, entri: Entri) -> Hasil:
    """A sheet as typed from paper (`teks`), or as answered on this very phone (`bidang`)."""
    bekal = _open(pengirim.user, entri.isi)
    milik = _find_milik(bekal, entri.isi) if bekal else None
    if bekal is None or milik is None:
        return _refuse_asing()
    if not _is_sah(milik, entri.isi):
        return refuse(
            "tidak-sah", _("Some answers cannot be read. Please look at the sheet again.")
        )
    if milik.peserta.anggota.akun_id == pengirim.user.pk:
        return refuse("sendiri", str(TOLAK[lembar.LembarSendiri]))
    boleh = izin_lembar.visible_milik(pengirim.user).filter(pk=milik.pk).exists()
    if not (bekal.boleh and boleh):
        return _review("peran", bekal)
    return _receive(bekal, milik, entri, pengirim.user)


def _receive(bekal: Bekal, milik: LembarPeserta, entri: Entri, user) -> Hasil:
    try:
        _save(milik, entri.isi, entri.kunci, entri.saat, user)
    except lembar.SudahMasuk:
        if _is_sama(milik, entri.isi):
            return accept(milik=str(milik.uuid))
        return _review(ALASAN[lembar.SudahMasuk], bekal)
    except tuple(ALASAN) as salah:
        return _review(ALASAN[type(salah)], bekal)
    return accept(milik=str(milik.uuid))


def _find_milik(bekal: Bekal, isi: dict) -> LembarPeserta | None:
    """A sheet of the pack it was prepared with, also when newer ones were printed since."""
    semua = LembarPeserta.objects.select_related("lembar__isi", "peserta__anggota")
    semua = semua.defer("lembar__isi__isi").filter(lembar__cetakan__in=bekal.bawaan.cetakan)
    return semua.filter(uuid=read_uuid(isi.get("milik"))).first()


def _read(milik: LembarPeserta, isi: dict):
    """What was understood: a Bacaan, or None where the entry has no such shape."""
    if isinstance(isi.get("teks"), str):
        return lembar_selectors.read_ketikan(milik.lembar, isi["teks"])
    jawaban = read_isian(milik, isi.get("bidang"))
    return None if jawaban is None else lembar_selectors.read_jawaban(milik.lembar, jawaban)


def read_isian(milik: LembarPeserta, bidang) -> dict[str, dict] | None:
    """Answers by key of their question, from the fields of their forms; None if one cannot be read."""
    if not isinstance(bidang, dict):
        return None
    soal = {str(s.kunci): s for s in selectors.list_soal(milik.lembar) if s.urut}
    if not bidang.keys() <= soal.keys():
        return None
    hasil = {kunci: read_jawaban({"bidang": isi}, soal[kunci]) for kunci, isi in bidang.items()}
    if any(isi is None for isi in hasil.values()):
        return None
    return {kunci: isi for kunci, isi in hasil.items() if isi}


def _is_sah(milik: LembarPeserta, isi: dict) -> bool:
    bacaan = _read(milik, isi)
    return bacaan is not None and bacaan.is_bersih and bool(bacaan.jawaban)


def _is_sama(milik: LembarPeserta, isi: dict) -> bool:
    """Whether what stands says the same."""
    pertama, bacaan = lembar_selectors.get_ketikan(milik), _read(milik, isi)
    return bool(pertama and bacaan and pertama.jawaban == bacaan.jawaban)


def _save(milik: LembarPeserta, isi: dict, kunci: UUID, saat, actor, *, yakin=False) -> None:
    if isinstance(isi.get("teks"), str):
        titip = isi.get("titip") is True
        lembar.save_ketikan(
            milik=milik,
            teks=isi["teks"],
            actor=actor,
            kunci=kunci,
            titip=titip,
            yakin=yakin,
            saat=saat,
        )
        return
    jawaban = read_isian(milik, isi.get("bidang")) or {}
    lembar.save_isian(
        milik=milik, jawaban=jawaban, actor=actor, kunci=kunci, yakin=yakin, saat=saat
    )


def apply_lembar(tinjau, actor) -> None:
    """The reviewed sheet is handed in, in the name of who brought it. Raises TidakBisa."""
    bekal = _open(tinjau.akun, tinjau.isi)
    milik = _find_milik(bekal, tinjau.isi) if bekal else None
    if milik is None:
        raise TidakBisa(_("This sheet is not there."))
    try:
        _save(milik, tinjau.isi, tinjau.kunci, tinjau.dicatat_pada, tinjau.akun, yakin=True)
    except tuple(TOLAK) as salah:
        raise TidakBisa(explain_tolak(salah)) from None


def describe_lembar(tinjau) -> str:
    """Whose sheet, and what was typed or answered."""
    bekal = _open(tinjau.akun, tinjau.isi)
    milik = _find_milik(bekal, tinjau.isi) if bekal else None
    bacaan = _read(milik, tinjau.isi) if milik else None
    if milik is None or bacaan is None:
        return ""
    jawaban = "; ".join(f"{t.butir.nomor} {', '.join(t.kata)}" for t in bacaan.butir if t.isi)
    return f"{milik.peserta.anggota.nama}, {milik.kode}: {jawaban[:300]}"


def list_lingkup(user) -> bool | list[UUID]:
    """The office that keeps the records sees all, a facilitator the own courses."""
    return has_peran(user, *KANTOR) or get_kursus_diampu(user)
