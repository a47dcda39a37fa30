"""The agreed words for what editors and reviewers do, and none of the weak ones."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import gettext

from home.models import BeritaPage
from tests.factories.aset import make_orang
from tests.factories.home import make_gambar
from tests.factories.redaksi import make_berita, submit

KATA = {
    "Publish": "Terbitkan",
    "Unpublish": "Tarik dari situs",
    "Save draft": "Simpan konsep",
    "draft": "konsep",
    "Submit for moderation": "Kirim untuk ditinjau",
    "Submit to %(workflow_name)s": "Kirim untuk ditinjau",
    "Approve": "Setujui",
    "Reject": "Kembalikan",
    "History": "Riwayat",
    "Snippets": "Daftar bantu",
    "in moderation": "sedang ditinjau",
    "Schedule to publish": "Jadwalkan terbit",
    "scheduled": "terjadwal",
    "expired": "sudah berakhir",
}
LEMAH = re.compile(
    r"publikasi|moderasi|\bdraf\b|turunan|sub-halaman|penjelajah|perambah|kadaluarsa|slug\b|galat"
    r"|potongan\b|halaman-halaman|gambar-gambar|koleksi-koleksi|\banda\b|kolom-kolom|dikarenakan"
    r"|error|bullet|pengajuan|dasbor|privasi|silahkan|live\b",
    re.IGNORECASE,
)
BOLEH = re.compile(r"\bAnda\b")


@pytest.mark.parametrize(("id_", "kata"), KATA.items())
def test_agreed_words(id_, kata):
    assert gettext(id_) == kata


def read_words(html: str) -> str:
    """What is said on a page: texts and the attributes people hear."""
    sup = BeautifulSoup(html, "html.parser")
    for bisu in sup(["script", "style", "svg"]):
        bisu.decompose()
    dengar = [u[a] for a in ("title", "aria-label", "placeholder") for u in sup.select(f"[{a}]")]
    return " ".join([sup.get_text(" "), *dengar])


@pytest.mark.django_db
def test_no_weak_word_meets_editor_or_reviewer(client):
    editor, koordinator = make_orang("editor"), make_orang("koordinator")
    berita = make_berita("Panen raya", owner=editor)
    submit(berita, editor)
    induk, gambar = berita.get_parent(), make_gambar()
    tindakan = ("edit", "history", "workflow_history", "usage", "copy", "unpublish", "delete")
    alamat = [reverse(f"wagtailadmin_pages:{nama}", args=[induk.pk]) for nama in tindakan]
    alamat += [reverse(f"wagtailadmin_pages:{nama}", args=[berita.pk]) for nama in tindakan]
    alamat += [reverse("wagtailadmin_explore", args=[induk.pk]), "/admin/", "/admin/snippets/"]
    alamat += [reverse("wagtailadmin_pages:add", args=["home", "beritapage", induk.pk])]
    alamat += ["/admin/images/", "/admin/images/add/", "/admin/documents/", "/admin/documents/add/"]
    alamat += [reverse("wagtailimages:edit", args=[gambar.pk]), "/admin/reports/workflow/"]
    lemah = {}
    for user in (editor, koordinator):
        client.force_login(user)
        for satu in alamat:
            kata = read_words(client.get(satu, follow=True).content.decode())
            for temu in LEMAH.finditer(BOLEH.sub("", kata)):
                letak = kata[max(0, temu.start() - 40) : temu.end() + 40]
                lemah.setdefault(temu[0].lower(), f"{satu}: {' '.join(letak.split())}")
    assert not lemah
    assert BeritaPage.objects.get().title == "Panen raya"
