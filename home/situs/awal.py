"""The pages home itself starts a site with."""

from cms.core.halaman.daftar import register_halaman_awal

from .naskah import read_naskah


def register() -> None:
    """Called from `HomeConfig.ready`."""
    from .. import models as home

    register_halaman_awal(10, "berita", "Berita", home.BeritaIndexPage)
    register_halaman_awal(20, "agenda", "Agenda", home.AgendaIndexPage, di_menu=True)
    berteks = (
        (40, "uang-kita", "Uang kita", home.TransparansiPage, False),
        (60, "layanan", "Layanan", home.LayananPage, False),
        (70, "tentang", "Tentang kami", home.TentangPage, True),
        (80, "nek-kanane", "Pendekatan nek kanane", home.NekKananePage, True),
        (90, "kontak", "Kontak", home.KontakPage, True),
    )
    for urutan, slug, judul, model, di_menu in berteks:
        register_halaman_awal(urutan, slug, judul, _berteks(model), di_menu=di_menu)


def _berteks(model):
    """A page whose first text stands in the data folder under its slug."""
    return lambda *, title, slug: model(
        title=title,
        slug=slug,
        ringkasan=RINGKASAN[slug],
        search_description=RINGKASAN[slug],
        isi=read_naskah(slug),
    )


RINGKASAN = {
    "uang-kita": "Ke mana uang warga pergi dan dari mana datangnya: angka, laporan, dan dokumen.",
    "layanan": "Apa yang bisa Anda urus di BKM, apa yang perlu dibawa, dan bagaimana caranya.",
    "tentang": "Siapa kami, siapa yang mengurus apa, dan sampai kapan masa baktinya.",
    "nek-kanane": "Berangkat dari pandangan dan kekuatan warga sendiri, disepakati lewat musyawarah.",
    "kontak": "Alamat, jam buka, dan cara menghubungi kami.",
}
