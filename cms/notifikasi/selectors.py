"""Questions about messages."""

from cms.core import waktu

from .models import Langganan, Pesan
from .rules import BERITA, Penerima


def get_kotak(user):
    """The messages in an account's inbox, newest first; what is for later is not there yet."""
    milik = Pesan.objects.filter(
        penerima_user=user, saluran="kotak", tidak_sebelum__lte=waktu.sekarang()
    )
    return milik.exclude(status=Pesan.Status.BATAL).order_by("-id")


def count_unread(user) -> int:
    """Unread messages, counted up to 100."""
    belum = get_kotak(user).filter(dibaca_pada__isnull=True)
    return len(belum.values_list("pk")[:100])


def get_pelanggan(topik: str = BERITA) -> list[Penerima]:
    """Confirmed subscribers as recipients."""
    terbuka = Langganan.objects.filter(
        topik=topik, dikonfirmasi_pada__isnull=False, berhenti_pada__isnull=True
    ).select_related("kontak")
    return [
        Penerima(nama=b.kontak.alamat, alamat={b.kontak.saluran: b.kontak.alamat}) for b in terbuka
    ]
