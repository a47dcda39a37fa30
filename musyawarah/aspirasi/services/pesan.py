"""Messages of this slice. No content of a ticket goes into a message to the office."""

from django.utils.translation import gettext as _

from cms.accounts import peran
from cms.accounts.models import User
from cms.core.tulisan import format_tanggal
from cms.komunitas.selectors import get_penerima_peran, get_penerima_user
from cms.notifikasi.services import Penerima, queue_pesan

from ..models import Aspirasi, Tanggapan


def tell_diterima(aspirasi: Aspirasi) -> None:
    """Tell those who receive what residents write."""
    queue_pesan(
        "aspirasi_diterima",
        kunci=f"aspirasi:{aspirasi.uuid}:diterima",
        penerima=get_penerima_peran(peran.KOORDINATOR, peran.SEKRETARIS, peran.PPID),
        judul=_("%(jenis)s %(tiket)s came in") % _sebut(aspirasi),
        isi=_("Please answer by %(batas)s.") % {"batas": format_tanggal(aspirasi.batas_jawab)},
        tautan=get_alamat_kantor(aspirasi),
        layar_kunci=_("Something new for the BKM to answer"),
    )


def tell_ditugaskan(aspirasi: Aspirasi, petugas: User) -> None:
    queue_pesan(
        "aspirasi_ditugaskan",
        kunci=f"aspirasi:{aspirasi.uuid}:ditugaskan:{aspirasi.tanggapan.count()}",
        penerima=[get_penerima_user(petugas)],
        judul=_("%(jenis)s %(tiket)s was passed on to you") % _sebut(aspirasi),
        isi=_("Please answer by %(batas)s.") % {"batas": format_tanggal(aspirasi.batas_jawab)},
        tautan=get_alamat_kantor(aspirasi),
        layar_kunci=_("Something was passed on to you"),
    )


def tell_dijawab(aspirasi: Aspirasi, jawaban: Tanggapan) -> None:
    """Tell the person, who has no account here, if they left an address."""
    if not aspirasi.surel:
        return
    queue_pesan(
        "aspirasi_dijawab",
        kunci=f"aspirasi:{aspirasi.uuid}:jawaban:{jawaban.uuid}",
        penerima=[
            Penerima(
                nama=aspirasi.nama or _("Resident"),
                anggota_uuid=None,
                alamat={"surel": aspirasi.surel},
            )
        ],
        judul=_("Your %(jenis)s %(tiket)s was answered") % _sebut(aspirasi, kecil=True),
        isi=jawaban.teks,
        tautan="/usul/ikuti/",
        layar_kunci=_("What you sent to the BKM was answered"),
    )


def get_alamat_kantor(aspirasi: Aspirasi) -> str:
    return f"/admin/aspirasi/edit/{aspirasi.pk}/"


def _sebut(aspirasi: Aspirasi, *, kecil: bool = False) -> dict[str, str]:
    jenis = str(aspirasi.get_jenis_display())
    return {"jenis": jenis.lower() if kecil else jenis, "tiket": aspirasi.tiket}
