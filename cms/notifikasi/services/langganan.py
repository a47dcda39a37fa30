"""Subscriptions without an account (double opt-in), and what a contact does not want."""

from django.db import transaction
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.batas.services import Aturan, hit_batas

from .. import tautan
from ..jenis import get_jenis
from ..models import Kontak, Langganan, Penolakan
from ..rules import BERITA, Penerima
from .antrean import queue_pesan

BATAS_ALAMAT = Aturan("langganan-alamat", 3, 3600)
BATAS_ASAL = Aturan("langganan-asal", 60, 3600)


class TerlaluSering(Exception):
    """Too many requests from one place; carries the seconds to wait."""


@transaction.atomic
def request_langganan(*, surel: str, topik: str = BERITA, asal: str = "") -> Langganan:
    """Ask an address whether it wants a topic. Says the same whether it was known. Raises TerlaluSering."""
    surel = surel.strip().lower()
    if asal and not (hasil := hit_batas(BATAS_ASAL, asal)).boleh:
        raise TerlaluSering(hasil.tunggu_detik)
    kontak, _baru = Kontak.objects.get_or_create(saluran="surel", alamat=surel)
    baris, _baru = Langganan.objects.get_or_create(kontak=kontak, topik=topik)
    if _is_open(baris) or not hit_batas(BATAS_ALAMAT, surel).boleh:
        return baris
    Langganan.objects.filter(pk=baris.pk).update(diminta_pada=waktu.sekarang())
    _ask(baris, surel)
    return baris


def _is_open(baris: Langganan) -> bool:
    return baris.dikonfirmasi_pada is not None and baris.berhenti_pada is None


def _ask(baris: Langganan, surel: str) -> None:
    queue_pesan(
        "langganan_konfirmasi",
        kunci=f"langganan:{baris.uuid}:{waktu.sekarang().timestamp():.0f}",
        penerima=[Penerima(nama=surel, alamat={"surel": surel})],
        judul=_("Please confirm that you want our news"),
        isi=_(
            "Somebody, probably you, asked us to send news to this address. Open the link and press "
            "the button. If it was not you, do nothing: we will not write again."
        ),
        tautan=tautan.make_konfirmasi(baris.uuid),
    )


@transaction.atomic
def confirm_langganan(*, uuid: str) -> Langganan | None:
    """The address says yes; again is no harm. None if the subscription is gone."""
    baris = Langganan.objects.select_for_update().filter(uuid=uuid).first()
    if baris is None:
        return None
    baris.dikonfirmasi_pada = baris.dikonfirmasi_pada or waktu.sekarang()
    baris.berhenti_pada = None
    baris.save(update_fields=["dikonfirmasi_pada", "berhenti_pada"])
    Penolakan.objects.filter(kontak=baris.kontak, jenis__startswith=baris.topik).delete()
    return baris


@transaction.atomic
def refuse_jenis(*, saluran: str, alamat: str, jenis: str) -> None:
    """A contact wants no more of one kind; its subscription to that topic ends too."""
    if get_jenis(jenis).wajib:
        return
    kontak, _baru = Kontak.objects.get_or_create(saluran=saluran, alamat=alamat)
    Penolakan.objects.get_or_create(kontak=kontak, jenis=jenis)
    terbuka = kontak.langganan.filter(berhenti_pada__isnull=True, topik=jenis.split("_")[0])
    terbuka.update(berhenti_pada=waktu.sekarang())


@transaction.atomic
def set_penolakan(*, saluran: str, alamat: str, ditolak: set[str], pilihan: set[str]) -> None:
    """What an account's contact wants of the kinds offered (`pilihan`)."""
    kontak, _baru = Kontak.objects.get_or_create(saluran=saluran, alamat=alamat)
    kontak.penolakan.filter(jenis__in=pilihan - ditolak).delete()
    for jenis in ditolak & pilihan:
        Penolakan.objects.get_or_create(kontak=kontak, jenis=jenis)
