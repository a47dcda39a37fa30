"""Taking a person's own words out, without leaving holes in what others wrote."""

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak

from ..models import LaporanTulisan, TulisanDiskusi, VersiTulisan


@transaction.atomic
def erase_tulisan(*, penulis, actor) -> int:
    """Withdraw everything this account wrote and empty its words, all versions, and its reports.

    Rows stay, so that answers of others keep their place. Gives how many texts lost their words.
    """
    milik = TulisanDiskusi.objects.select_for_update(of=("self",)).filter(penulis=penulis)
    semua = list(milik.order_by("pk"))
    berisi = set(_list_berisi(penulis))
    kini = waktu.sekarang()
    for satu in semua:
        _empty(satu, kini)
        if satu.pk in berisi:
            record_jejak(actor, "erase_tulisan", satu)
    VersiTulisan.objects.filter(tulisan__penulis=penulis).update(teks="")
    LaporanTulisan.objects.filter(pelapor=penulis).update(alasan="")
    return len(berisi)


def _list_berisi(penulis) -> list[int]:
    isi = VersiTulisan.objects.filter(tulisan__penulis=penulis).exclude(teks="")
    return list(isi.values_list("tulisan", flat=True))


def _empty(satu: TulisanDiskusi, kini) -> None:
    satu.ditarik_pada = satu.ditarik_pada or kini
    satu.disematkan_pada = satu.disematkan_oleh = None
    if satu.disembunyikan_pada:
        # The reason may repeat what was written.
        satu.alasan_sembunyi = "–"
    satu.save()
