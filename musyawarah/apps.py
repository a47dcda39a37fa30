from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MusyawarahConfig(AppConfig):
    name = "musyawarah"
    label = "musyawarah"
    verbose_name = "Musyawarah"

    def ready(self):
        _register_muka()
        _register_pesan()
        _register_gabung()
        _register_ketentuan()


def _register_muka():
    """What this room shows on the public face."""
    from cms.core.halaman.daftar import register_halaman_awal
    from cms.core.panel import BERANDA, RINGKASAN, register_panel
    from cms.core.pencarian import register_bagian
    from cms.core.tugas import register_tugas

    from .aspirasi import selectors as aspirasi
    from .aspirasi.pages import UsulPage
    from .rembug import selectors
    from .rembug.pages import KeputusanIndexPage

    register_halaman_awal(30, "keputusan", "Keputusan", KeputusanIndexPage)
    register_halaman_awal(70, "usul", "Usul & aduan", UsulPage)
    keputusan, aduan = (f"musyawarah/panel_{nama}.html" for nama in ("keputusan", "aspirasi"))
    register_panel("keputusan", 30, selectors.get_panel, keputusan, tempat=(BERANDA, RINGKASAN))
    register_panel("aspirasi", 40, aspirasi.get_panel, aduan, tempat=(RINGKASAN,))
    register_tugas("tanda_tangan", 20, selectors.get_tugas)
    register_tugas("aspirasi", 40, aspirasi.get_tugas)
    register_bagian("keputusan", _("Decisions"), 30, selectors.search_keputusan)


def _register_pesan():
    from cms.notifikasi.jenis import register_jenis

    register_jenis(
        "keputusan_disahkan", _("Decision ratified"), wajib=False, tombol=_("Read the decision")
    )
    register_jenis("tanda_tangan_diminta", _("Signature asked"), tombol=_("Read and sign"))
    register_jenis(
        "aspirasi_diterima",
        _("Proposal or complaint received"),
        tombol=_("Open the proposal or complaint"),
    )
    register_jenis(
        "aspirasi_ditugaskan",
        _("Proposal or complaint passed on"),
        tombol=_("Open the proposal or complaint"),
    )
    register_jenis(
        "aspirasi_dijawab", _("Answer to what you sent"), tombol=_("Follow what you sent")
    )


def _register_gabung():
    from cms.komunitas.penggabungan import keep, register_cara

    from .rembug.services import move_kehadiran, move_petugas

    register_cara("musyawarah.rembug.ketua", move_petugas)
    register_cara("musyawarah.rembug.notulis", move_petugas)
    register_cara("musyawarah.kehadiran.anggota", move_kehadiran)
    register_cara("musyawarah.tandatangan.anggota", keep)


def _register_ketentuan():
    """How the settings of this room are called and typed."""
    from cms.core.ketentuan import sebutan
    from cms.core.ketentuan.sebutan import register_sebutan

    from .rembug.models import Rembug

    jenis = dict(Rembug.Jenis.choices)
    bilangan, persen = sebutan.sebut_bilangan, sebutan.sebut_persen
    register_sebutan(
        "rembug.penanda_tangan_lain",
        bilangan(_("Signatures besides coordinator and keeper of the minutes"), _("%(n)s people")),
    )
    register_sebutan(
        "rembug.kuorum", sebutan.sebut_persen_per(_("Quorum (who must be present)"), jenis)
    )
    register_sebutan("rembug.perempuan", persen(_("Women present"), _("at least %(n)s")))
    register_sebutan(
        "aspirasi.hari_kerja_jawab", bilangan(_("Time to answer"), _("%(n)s working days"))
    )
