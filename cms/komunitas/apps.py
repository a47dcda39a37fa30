from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KomunitasConfig(AppConfig):
    name = "cms.komunitas"
    label = "komunitas"
    verbose_name = "Warga dan kelompok"

    def ready(self):
        from cms.accounts.kunci import register_pengabar
        from cms.accounts.permissions import register_pemegang
        from cms.accounts.surat import register_surat
        from cms.core.berkas.services import register_pemilik
        from cms.notifikasi.jenis import register_jenis

        from .berkas.permissions import JENIS, can_view_berkas
        from .kartu.permissions import holds_jabatan_akun
        from .pintu.kabar import tell_pemilik
        from .pintu.services import send_tautan_pengurus

        register_pemilik(JENIS, can_view_berkas)
        register_surat(send_tautan_pengurus)
        register_jenis("sandi_lupa", _("A new password"), rahasia=True)
        register_jenis("akun_sudah_ada", _("You already have an account"), tombol=_("Sign in"))
        register_jenis(
            "kunci_akun", _("Changes to how your account is opened"), tombol=_("Look at my account")
        )
        register_pengabar(tell_pemilik)
        register_pemegang(holds_jabatan_akun)
        _register_gabung()


def _register_gabung():
    from .penggabungan import keep, move, move_dated, register_cara

    register_cara("komunitas.anggota.digabung_ke", move)
    register_cara("komunitas.keanggotaan.anggota", move_dated("ksm_id"))
    register_cara("komunitas.jabatan.anggota", move)
    register_cara("komunitas.berkaswarga.anggota", move)
    register_cara("komunitas.riwayatpelatihan.anggota", move)
    # The entry ends, and with it the link; the other gets a new one.
    register_cara("komunitas.tautanpribadi.anggota", keep)
