"""Recipients and messages for tests."""

from cms.notifikasi.services import Penerima, queue_pesan


def make_penerima(user=None, surel="warga@contoh.example") -> Penerima:
    return Penerima(
        nama=user.nama if user else "Warga Contoh",
        user_id=user.pk if user else None,
        alamat={"surel": surel} if surel else {},
    )


def queue_uji(penerima, kunci="uji:1", jenis="uji", **isi) -> int:
    """Queue a message with texts for those that do not matter."""
    isi = {"judul": "Kabar uji", "isi": "Isi kabar.", **isi}
    return queue_pesan(jenis, kunci=kunci, penerima=penerima, **isi)
