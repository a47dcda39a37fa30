"""Letters to the owner when something changes that opens an account; no letter holds a secret."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.accounts.kunci import Kunci, Perubahan
from cms.core import waktu
from cms.core.tulisan import format_jam, format_tanggal
from cms.notifikasi.services import Penerima, queue_pesan

from ..selectors import get_penerima_user

JUDUL = {
    Kunci.SANDI: _("The password of your account was changed"),
    Kunci.SUREL: _("The e-mail address of your account was changed"),
    Kunci.TELEPON: _("The phone number of your account was changed"),
    Kunci.DUA_LANGKAH_DIPASANG: _("The second step of your account was switched on"),
    Kunci.DUA_LANGKAH_DILEPAS: _("The second step of your account was switched off"),
    Kunci.KODE_CADANGAN: _("New recovery codes were made for your account"),
    Kunci.KODE_DIBERIKAN: _("A one-time code was made for your account"),
    Kunci.KODE_DIPAKAI: _("Your account got a new password by a one-time code"),
    Kunci.PERAN_DIBERIKAN: _("Your account was given the role: %(peran)s"),
    Kunci.PERAN_DIAKHIRI: _("A role of your account ends: %(peran)s"),
    Kunci.AKUN_DITUTUP: _("Your account and its roles were closed"),
    Kunci.AKUN_DIBUKA: _("Your account was opened again"),
    Kunci.KARTU_DIBERIKAN: _("A member card was made for your account"),
    Kunci.PIN_DIATUR: _("The PIN of your member card was set"),
    Kunci.KARTU_DITARIK: _("Your member card was withdrawn"),
    Kunci.ORANG_DIGABUNG: _("Your account now belongs to another entry in the list of residents"),
}


def tell_pemilik(perubahan: Perubahan) -> None:
    """Into the inbox and by e-mail, to an address that is no longer the account's as well."""
    queue_pesan(
        "kunci_akun",
        kunci=f"kunci_akun:{perubahan.jejak.pk}",
        penerima=_list_penerima(perubahan),
        judul=str(JUDUL[perubahan.kunci]) % {"peran": perubahan.rinci},
        isi=_write_isi(perubahan),
        tautan=reverse("akun"),
        layar_kunci=gettext("A letter about your account"),
        prioritas=1,
    )


def _list_penerima(perubahan: Perubahan) -> list[Penerima]:
    kini = get_penerima_user(perubahan.user)
    lama = perubahan.surel_lama
    return [kini, *([Penerima(nama=kini.nama, alamat={"surel": lama})] if lama else [])]


def _write_isi(perubahan: Perubahan) -> str:
    saat = waktu.ke_wib(perubahan.jejak.saat)
    isian = {
        "username": perubahan.user.username,
        "tanggal": format_tanggal(saat.date()),
        "jam": format_jam(saat),
    }
    kapan = gettext("Account %(username)s, on %(tanggal)s at %(jam)s.") % isian
    return "\n\n".join(filter(None, [kapan, _say_siapa(perubahan), _say_kalau_bukan(perubahan)]))


def _say_siapa(perubahan: Perubahan) -> str:
    pelaku = perubahan.jejak.pelaku
    if pelaku is None or pelaku == perubahan.user:
        return ""
    return gettext("Done by %(nama)s.") % {"nama": pelaku.get_full_name()}


def _say_kalau_bukan(perubahan: Perubahan) -> str:
    """A new e-mail may be the thief's: then no letter with a new password helps, only people do."""
    if perubahan.jejak.pelaku != perubahan.user or perubahan.kunci is Kunci.SUREL:
        return gettext(
            "If you know nothing of this, tell the coordinator or the secretary of the BKM today. "
            "Otherwise you need do nothing."
        )
    return gettext(
        "If this was you, you need do nothing. If this was not you, choose a new password at once "
        "through “Forgot your password?”, and tell the coordinator or the secretary of the BKM."
    )
