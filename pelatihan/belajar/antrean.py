"""What the queue of a learner's phone brings: answers as given, and handing in."""

from itertools import groupby
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.accounts.selectors import has_peran
from cms.core.antrean.jenis import Hasil, Pengirim, TidakBisa, accept, refuse, review
from cms.core.antrean.rules import Entri
from cms.core.antrean.selectors import find_isi_lama

from ..penilaian import beruntun
from ..penilaian import permissions as izin_percobaan
from ..penilaian import services as penilaian
from ..penilaian.models import Percobaan
from ..penilaian.selectors import SoalTampak, get_kuis_tampak, list_soal_polos
from ..peserta.permissions import KANTOR, get_kursus_diampu
from . import services
from .forms import JawabanForm

JAWABAN, KUMPULKAN = "jawaban", "kumpulkan"
BIDANG_MAKS = 60


def receive_kuis(pengirim: Pengirim, entri: list[Entri]) -> list[Hasil]:
    """All neighbours of one attempt are taken together."""
    hasil: list[Hasil] = []
    for percobaan, kelompok in groupby(entri, key=lambda e: _read_uuid(e.isi.get("percobaan"))):
        hasil += _receive_satu(pengirim, percobaan, list(kelompok))
    return hasil


def _receive_satu(pengirim: Pengirim, uuid: UUID | None, entri: list[Entri]) -> list[Hasil]:
    """The batch is one transaction, so the attempt is locked once, from the first look on."""
    percobaan = penilaian.lock_milik(pengirim.user, uuid) if uuid else None
    if percobaan is None:
        return [_refuse_asing() for _satu in entri]
    hasil: list[Hasil] = []
    for jenis, kelompok in groupby(entri, key=lambda e: e.jenis):
        kerja = _receive_kumpulkan if jenis == KUMPULKAN else _receive_jawaban
        hasil += kerja(pengirim, percobaan, list(kelompok))
    return hasil


def _receive_kumpulkan(pengirim: Pengirim, percobaan: Percobaan, entri: list[Entri]) -> list[Hasil]:
    """Hand in; twice is once."""
    penilaian.finish_percobaan_terkunci(percobaan=percobaan, actor=pengirim.user)
    return [accept() for _satu in entri]


def _receive_jawaban(pengirim: Pengirim, percobaan: Percobaan, entri: list[Entri]) -> list[Hasil]:
    soal = list_soal_polos(percobaan)
    dasar = _resolve_dasar(pengirim, entri)
    usulan = {n: u for n, e in enumerate(entri) if (u := _read_usulan(e, soal, dasar))}
    terima = beruntun.give_beruntun_terkunci(percobaan=percobaan, usulan=list(usulan.values()))
    nasib = dict(zip(usulan, terima, strict=True))
    return [_answer(nasib.get(n), percobaan) for n in range(len(entri))]


def _find(user, uuid: UUID | None) -> Percobaan | None:
    milik = izin_percobaan.own(user).select_related("peserta", "isi").defer("isi__isi")
    return milik.filter(uuid=uuid).first() if uuid else None


def _refuse_asing() -> Hasil:
    return refuse("tidak-ada", _("This quiz is not yours, or it is not there."))


def _answer(terima: beruntun.Terima | None, percobaan: Percobaan) -> Hasil:
    if terima is None or terima.nasib == beruntun.TIDAK_SAH:
        return refuse("tidak-sah", _("This answer cannot be read. Please look at it again."))
    if terima.nasib == beruntun.TERSIMPAN:
        return accept(kini=terima.kini)
    return review(terima.nasib, lingkup=percobaan.peserta.kursus_kunci, kini=terima.kini)


def _read_usulan(
    entri: Entri, soal: dict[UUID, SoalTampak], dasar: dict[str, str]
) -> beruntun.Usulan | None:
    satu = soal.get(_read_uuid(entri.isi.get("soal")))  # type: ignore[arg-type]
    isi = read_jawaban(entri.isi, satu) if satu else None
    if satu is None or isi is None:
        return None
    teks = entri.isi.get("dasar")
    awal = dasar.get(teks, teks) if isinstance(teks, str) else None
    return beruntun.Usulan(satu.kunci, isi, entri.kunci, _read_uuid(awal) or awal)


def read_jawaban(isi: dict, soal: SoalTampak) -> dict | None:
    """The answer as give_jawaban wants it, from the fields of its form; None if it has no such shape."""
    bidang = isi.get("bidang")
    if not isinstance(bidang, dict) or len(bidang) > BIDANG_MAKS:
        return None
    data = QueryDict(mutable=True)
    for nama, nilai in bidang.items():
        if not isinstance(nilai, list) or not all(isinstance(v, str) for v in nilai):
            return None
        data.setlist(nama, nilai[:BIDANG_MAKS])
    data["kunci"] = "00000000-0000-4000-8000-000000000000"  # the entry's own is used
    form = JawabanForm(data, soal=soal)
    return form.isi if form.is_valid() else None


def _resolve_dasar(pengirim: Pengirim, entri: list[Entri]) -> dict[str, str]:
    """Answers that were sent before and found to be there already: their key to the one that stands."""
    di_sini = {str(e.kunci) for e in entri}
    dasar = {d for e in entri if isinstance(d := e.isi.get("dasar"), str) and d not in di_sini}
    kunci = {uuid for d in dasar if (uuid := _read_uuid(d))}
    lama = find_isi_lama(pengirim, JAWABAN, kunci) if kunci else {}
    return {str(k): isi["kini"] for k, isi in lama.items() if isi.get("kini")}


def _read_uuid(nilai) -> UUID | None:
    try:
        return UUID(nilai) if isinstance(nilai, str) else None
    except ValueError:
        return None


# -- review ------------------------------------------------------------------------------------
def list_lingkup(user) -> bool | list[UUID]:
    """The office that keeps the records sees all, a facilitator the own courses."""
    return has_peran(user, *KANTOR) or get_kursus_diampu(user)


def apply_jawaban(tinjau, actor) -> None:
    """The reviewed answer becomes the one that counts, while the quiz is still open. Raises TidakBisa."""
    percobaan = _find(tinjau.akun, _read_uuid(tinjau.isi.get("percobaan")))
    soal = _find_soal(percobaan, tinjau.isi) if percobaan else None
    isi = read_jawaban(tinjau.isi, soal) if soal else None
    if percobaan is None or soal is None or isi is None:
        raise TidakBisa(_("The quiz or the question is not there, or the answer cannot be read."))
    try:
        penilaian.give_jawaban(
            percobaan=percobaan, soal_kunci=soal.kunci, isi=isi, kunci=tinjau.kunci
        )
    except (penilaian.SudahDikumpulkan, penilaian.JawabanTetap):
        kata = _("The quiz was handed in; its mark stays. Let the learner try again instead.")
        raise TidakBisa(kata) from None


def apply_kumpulkan(tinjau, actor) -> None:
    percobaan = _find(tinjau.akun, _read_uuid(tinjau.isi.get("percobaan")))
    if percobaan is None:
        raise TidakBisa(_("This quiz is not there."))
    services.finish_kuis(percobaan=percobaan, actor=actor)


def describe_jawaban(tinjau) -> str:
    """Quiz, question and answer in words."""
    percobaan = _find(tinjau.akun, _read_uuid(tinjau.isi.get("percobaan")))
    if percobaan is None:
        return ""
    soal = _find_soal(percobaan, tinjau.isi)
    judul = get_kuis_tampak(percobaan).judul
    if soal is None:
        return judul
    pilihan = {p.id: p.teks for p in soal.pilihan}
    bidang = tinjau.isi.get("bidang")
    semua = list(bidang.values()) if isinstance(bidang, dict) else []
    nilai = [str(v) for isi in semua for v in (isi if isinstance(isi, list) else [isi])]
    jawaban = "; ".join(pilihan.get(v, v) for v in nilai)[:300]
    return _("%(kuis)s, question %(nomor)s: “%(jawaban)s”") % {
        "kuis": judul,
        "nomor": soal.nomor,
        "jawaban": jawaban or "–",
    }


def _find_soal(percobaan: Percobaan, isi: dict) -> SoalTampak | None:
    kunci = _read_uuid(isi.get("soal"))
    return next((s for s in get_kuis_tampak(percobaan).soal if s.kunci == kunci), None)
