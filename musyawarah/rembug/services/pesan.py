"""Messages of this slice."""

from django.utils.translation import gettext as _

from cms.komunitas.selectors import get_penerima, get_penerima_peran, get_penerima_user
from cms.notifikasi.selectors import get_pelanggan
from cms.notifikasi.services import Penerima, queue_pesan

from .. import selectors
from ..models import Keputusan

TOPIK = "keputusan"


def tell_diminta(keputusan: Keputusan) -> None:
    """Ask everybody who may sign; each round of signing asks anew."""
    queue_pesan(
        "tanda_tangan_diminta",
        kunci=f"tanda-tangan:{keputusan.uuid}:{keputusan.isi_hash[:16]}",
        penerima=[get_penerima_user(user) for user in selectors.get_calon_penanda(keputusan)],
        judul=_("Please sign: %(judul)s") % {"judul": keputusan.judul},
        isi=_(
            "The decision “%(judul)s” waits for your signature. Please read the whole text first."
        )
        % {"judul": keputusan.judul},
        tautan=f"/lapangan/keputusan/{keputusan.uuid}/",
        layar_kunci=_("A decision waits for your signature"),
    )


def tell_disahkan(keputusan: Keputusan) -> None:
    """Tell signers, the BKM and whoever subscribed to decisions."""
    penanda = [get_penerima(t.anggota) for t in selectors.get_tanda_tangan(keputusan)]
    bkm = get_penerima_peran("koordinator", "anggota-bkm", "sekretaris")
    queue_pesan(
        "keputusan_disahkan",
        kunci=f"keputusan:{keputusan.uuid}",
        penerima=_drop_ganda([*penanda, *bkm, *get_pelanggan(TOPIK)]),
        judul=_("Ratified: %(judul)s") % {"judul": keputusan.judul},
        isi=f"{keputusan.nama_nomor}\n\n{keputusan.teks}",
        tautan=keputusan.get_absolute_url(),
        layar_kunci=_("A new decision was ratified"),
    )


def _drop_ganda(penerima: list[Penerima]) -> list[Penerima]:
    return list({(p.user_id, str(p.anggota_uuid), *p.alamat.items()): p for p in penerima}.values())
