from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    label = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self):
        _register_muka()
        _register_angka()
        _register_pesan()
        _register_gabung()
        _register_kelas()
        _register_antrean()
        _register_balai()
        _register_tugas()
        _register_langkah()
        _register_ketentuan()


def _register_muka():
    """What this room shows on the public face."""
    from cms.core.cek import register_cek
    from cms.core.halaman.daftar import register_halaman_awal
    from cms.core.panel import register_panel
    from cms.core.pencarian import register_halaman

    from .belajar.selectors import get_panel
    from .kursus.pages import KursusIndexPage, KursusPage, PelajaranPage
    from .sertifikat.services import AWALAN
    from .sertifikat.views import check_sertifikat

    register_halaman_awal(50, "pelatihan", "Belajar", KursusIndexPage)
    register_panel("belajar", 50, get_panel, "pelatihan/panel_belajar.html")
    register_halaman("pelajaran", _("Courses and lessons"), 40, KursusPage, PelajaranPage)
    register_cek(AWALAN, check_sertifikat)


def _register_angka():
    from cms.core.angka import SumberAngka, register_sumber

    from .sertifikat.selectors import get_angka_lulusan

    register_sumber(
        SumberAngka("pelatihan.lulusan", _("Completed courses"), "harian", get_angka_lulusan)
    )


def _register_pesan():
    from cms.notifikasi.jenis import register_jenis

    register_jenis("peserta_terdaftar", _("Enrolled in a course"), tombol=_("Open the course"))
    register_jenis("hasil_kuis", _("Result of a quiz"), wajib=False, tombol=_("See the result"))
    register_jenis("tugas_masuk", _("Assignments to read"), tombol=_("Read it"))
    register_jenis("tugas_dinilai", _("Your assignment was read"), tombol=_("See what it says"))
    register_jenis("diskusi_tanya", _("Questions of learners"), tombol=_("Read and answer"))
    register_jenis(
        "diskusi_jawab", _("Your question was answered"), wajib=False, tombol=_("Read the answer")
    )
    register_jenis("diskusi_sembunyi", _("What you wrote under a lesson"), tombol=_("See it"))
    register_jenis("diskusi_laporan", _("Reported texts"), tombol=_("Look at it"))
    register_jenis("kelas_kabar", _("News of your class"), tombol=_("Open the class"))
    register_jenis("kelas_permohonan", _("Requests to join a class"), tombol=_("Open the class"))
    register_jenis(
        "pengingat_belajar",
        _("Reminder to go on learning"),
        wajib=False,
        tombol=_("Go on learning"),
    )
    register_jenis(
        "rilis_baru", _("Your course was renewed"), wajib=False, tombol=_("Open the course")
    )
    register_jenis(
        "tinjau_pelajaran", _("Lessons to review"), wajib=False, tombol=_("Open the office")
    )
    register_jenis("kursus_selesai", _("Course completed"), tombol=_("See the certificate"))


def _register_tugas():
    from cms.core.tugas import register_tugas
    from cms.komunitas.berkas.permissions import register_pembaca

    from .diskusi.meja import get_tugas as get_tugas_diskusi
    from .muat.selectors import get_tugas
    from .penilaian.selectors import get_tugas as get_tugas_uraian
    from .tugas.meja import get_tugas as get_tugas_kumpulan
    from .tugas.permissions import can_view_berkas

    register_tugas("tinjau_pelajaran", 50, get_tugas)
    register_tugas("uraian", 45, get_tugas_uraian)
    register_tugas("kumpulan", 44, get_tugas_kumpulan)
    register_tugas("diskusi", 46, get_tugas_diskusi)
    register_pembaca("tugas", can_view_berkas)


def _register_gabung():
    from cms.komunitas.penggabungan import move_dated, register_cara

    from .kelas.services import move_antri
    from .peserta.services import move_peserta

    register_cara("pelatihan.peserta.anggota", move_peserta)
    register_cara("pelatihan.pengampu.anggota", move_dated("kursus_kunci", "angkatan_id"))
    register_cara("pelatihan.daftartunggu.anggota", move_antri)
    register_cara("pelatihan.permohonan.anggota", move_antri)


def _register_kelas():
    """Classes: the queue, the agenda of the site, the printed code, and the setting's words."""
    from cms.core.acara import SumberAcara, register_acara
    from cms.core.cek import register_cek
    from cms.core.ketentuan.sebutan import register_sebutan, sebut_bilangan
    from cms.komunitas.kartu.permissions import register_kelompok

    from .kelas import selectors
    from .kelas.models import AWALAN
    from .kelas.permissions import list_kelompok
    from .kelas.services import promote_tunggu
    from .kelas.views.hadir import open_cetakan
    from .peserta.services import register_sesudah_keluar

    register_sesudah_keluar(promote_tunggu)
    register_cek(AWALAN, open_cetakan)
    register_kelompok(list_kelompok)
    register_acara("kelas", SumberAcara(selectors.list_acara_umum, selectors.list_kalender_umum))
    register_sebutan(
        "pelatihan.terlambat_menit",
        sebut_bilangan(_("Late in class"), _("from %(n)s minutes after the beginning")),
    )
    register_sebutan(
        "pelatihan.undangan_hari",
        sebut_bilangan(_("An invitation to a class counts"), _("for %(n)s days")),
    )


def _register_antrean():
    """What a learner's phone keeps until there is signal."""
    from cms.core.antrean.jenis import register_entri

    from .belajar import antrean

    register_entri(
        antrean.JAWABAN,
        nama=_("Answer in a quiz"),
        borong=antrean.receive_kuis,
        lihat=antrean.list_lingkup,
        terapkan=antrean.apply_jawaban,
        jelaskan=antrean.describe_jawaban,
    )
    register_entri(
        antrean.KUMPULKAN,
        nama=_("Handing in a quiz"),
        borong=antrean.receive_kuis,
        lihat=antrean.list_lingkup,
        terapkan=antrean.apply_kumpulkan,
        jelaskan=antrean.describe_jawaban,
    )


def _register_balai():
    """What a facilitator's phone brings home from a hall without signal."""
    from cms.core.antrean.jenis import register_entri
    from cms.core.antrean.sebutan import register_alasan

    from .balai import antrean
    from .lembar.forms import TOLAK
    from .peserta.services import LangkahTerkunci

    register_entri(
        antrean.HADIR,
        antrean.receive_hadir,
        nama=_("Roll call in the hall"),
        lihat=antrean.list_lingkup,
        terapkan=antrean.apply_hadir,
        jelaskan=antrean.describe_hadir,
    )
    register_entri(
        antrean.LEMBAR,
        antrean.receive_lembar,
        nama=_("Sheet from the hall"),
        lihat=antrean.list_lingkup,
        terapkan=antrean.apply_lembar,
        jelaskan=antrean.describe_lembar,
    )
    for galat, kode in antrean.ALASAN.items():
        if galat is not LangkahTerkunci:
            register_alasan(kode, TOLAK[galat])
    register_alasan(antrean.ALASAN[LangkahTerkunci], _("Other steps come first."))
    register_alasan("jam-hp", _("The clock of the phone was changed after it was recorded."))
    register_alasan("pertemuan-batal", _("The session had been called off."))
    register_alasan("bukan-peserta", _("This person is not in the class any more."))


def _register_langkah():
    """What completes a step, what follows when one is done, and what keeps a learner on a release."""
    from .kelas.langkah import list_langkah_hadir
    from .kursus.alur import HADIR, KUIS, TUGAS
    from .lembar.selectors import list_tertahan
    from .penilaian.capaian import list_langkah_lulus
    from .penilaian.pindah import register_penahan
    from .peserta.services import register_sesudah, register_sumber
    from .sertifikat.services import issue_if_complete
    from .tugas.selectors import list_langkah_diterima

    register_penahan("lembar", list_tertahan)
    register_sumber(TUGAS, list_langkah_diterima)
    register_sumber(KUIS, list_langkah_lulus)
    register_sumber(HADIR, list_langkah_hadir)
    register_sesudah(issue_if_complete)


def _register_ketentuan():
    from cms.core.ketentuan.sebutan import register_sebutan, sebut_bilangan

    register_sebutan(
        "pelatihan.macet_hari",
        sebut_bilangan(_("A learner stands still"), _("after %(n)s days without progress")),
    )
    register_sebutan(
        "pelatihan.tes_lanjutan_hari",
        sebut_bilangan(
            _("Test after a course: how long until the last one"), _("%(n)s days after completion")
        ),
    )
