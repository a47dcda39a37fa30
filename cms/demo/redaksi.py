"""News that has not gone out yet: one item waits for review, one came back with a note."""

from datetime import timedelta

from cms.core import waktu
from home.models import BeritaIndexPage, BeritaPage, KategoriBerita
from home.redaksi.selectors import get_naskah, get_sidik
from home.redaksi.services import answer_review

from .berita import JAM_TERBIT, make_berita
from .dasar import Bkm
from .naskah import Naskah, read_naskah


def build(bkm: Bkm) -> None:
    kategori = {k.slug: k for k in KategoriBerita.objects.all()}
    for naskah in read_naskah("menunggu"):
        tanggal = bkm.hari_ini - timedelta(days=int(naskah["hari"]))
        with waktu.pada(waktu.gabung(tanggal, JAM_TERBIT)):
            berita = make_berita(bkm, naskah, kategori[naskah["kategori"]])
            _submit(bkm, berita)
            _return(bkm, berita, naskah)


def _submit(bkm: Bkm, berita: BeritaPage) -> None:
    """As the editor's two buttons do: keep the draft, send it for review."""
    editor = bkm.pengguna["editor"]
    berita.live, berita.owner = False, editor
    BeritaIndexPage.objects.get().add_child(instance=berita)
    berita.save_revision(user=editor)
    berita.get_workflow().start(berita, editor)


def _return(bkm: Bkm, berita: BeritaPage, naskah: Naskah) -> None:
    if not naskah["kembali"]:
        return
    answer_review(
        berita=berita,
        actor=bkm.pengguna["koordinator"],
        setuju=False,
        catatan=naskah["kembali"],
        sidik=get_sidik(get_naskah(berita)),
    )
