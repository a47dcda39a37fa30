"""Run by test_bahasa.py with the marks of tanda.py: the office as editor and koordinator see it."""

import pytest
from django.apps import apps
from django.db import models
from django.urls import get_resolver, reverse

from cms.core import waktu
from cms.core.tulisan import format_tanggal
from home.models import AcaraPage, AgendaIndexPage, BeritaPage, HalamanPage
from tests.factories.aset import make_orang
from tests.factories.home import make_gambar, make_kategori
from tests.factories.redaksi import make_berita, submit

from .teks import find_plain

assert get_resolver().url_patterns  # imported now, while the language is Indonesian
pytestmark = pytest.mark.django_db

# Names of formats and programs, codes, and what stays as it is in every language.
BOLEH = {
    "Bahasa Indonesia",  # a language is written in itself
    "Daftar barang milik bersama",  # page types named in Indonesian by their room
    "Daftar Barang Milik Bersama",
    "Usul & aduan",
    "Usul & Aduan",
    "Actions",  # written in English into a template of Wagtail, heard by screen readers only
    "Search",  # the same, on a button that is hidden from sight
    "None",  # a counter that its script fills before showing it
    # ids that the table editor's own script translates
    *[
        "row_above",
        "row_below",
        "col_left",
        "col_right",
        "remove_row",
        "remove_col",
        "undo",
        "redo",
    ],
}


def _list_data() -> list[str]:
    """Every text stored in a row, the longest first."""
    nilai: set[str] = set()
    for model in apps.get_models():
        kolom = [
            f.name
            for f in model._meta.concrete_fields
            if isinstance(f, (models.CharField, models.TextField, models.FileField))
            and not f.choices
        ]
        for baris in model._base_manager.values_list(*kolom) if kolom else ():
            nilai |= {str(v).strip().split("/")[-1] for v in baris if v}
    nilai |= {
        "BKM",
        "Wagtail",
        *["Bawa", "cangkul.", "karung."],
    }  # the last are parts of a comparison
    nilai |= {format_tanggal(waktu.hari_ini(), bentuk) for bentuk in ("hari", "pendek")}
    nilai = {satu for satu in nilai if 2 < len(satu) < 300}
    return sorted(nilai, key=len, reverse=True)


@pytest.fixture
def dunia(db):
    editor, koordinator = make_orang("editor"), make_orang("koordinator")
    berita = make_berita("Panen raya", owner=editor)
    berita.ringkasan = "Bawa karung."
    berita.save_revision(user=editor)
    submit(berita, editor)
    make_kategori()
    halaman = HalamanPage(title="Tentang kami uji", slug="tentang-uji")
    berita.get_parent().get_parent().add_child(instance=halaman)
    return {
        "halaman": halaman,
        "editor": editor,
        "koordinator": koordinator,
        "berita": berita,
        "gambar": make_gambar(),
    }


def _list_alamat(dunia) -> list[str]:
    berita, induk = dunia["berita"], dunia["berita"].get_parent()
    agenda = AgendaIndexPage.objects.get()
    lama, baru = berita.revisions.order_by("pk")[:2]
    satu = dunia["halaman"]
    return [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[induk.pk]),
        reverse("wagtailadmin_pages:add_subpage", args=[induk.get_parent().pk]),
        *(
            reverse("wagtailadmin_pages:add", args=[m._meta.app_label, m._meta.model_name, i.pk])
            for m, i in (
                (BeritaPage, induk),
                (AcaraPage, agenda),
                (HalamanPage, induk.get_parent()),
            )
        ),
        *(
            reverse(f"wagtailadmin_pages:{nama}", args=[berita.pk])
            for nama in ["edit", "history", "workflow_history", "usage", "delete", "move", "copy"]
        ),
        reverse("wagtailadmin_pages:edit", args=[satu.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[satu.pk]),
        reverse("wagtailadmin_pages:delete", args=[satu.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[berita.pk, lama.pk, baru.pk]),
        reverse("wagtailadmin_pages:search") + "?q=panen",
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailimages:edit", args=[dunia["gambar"].pk]),
        reverse("wagtailimages:delete", args=[dunia["gambar"].pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:add_multiple"),
        reverse("wagtaildocs_chooser:choose"),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page_external_link"),
        reverse("wagtailadmin_choose_page_email_link"),
        reverse("wagtailsnippets:index"),
        reverse("wagtailredirects:index"),
        reverse("wagtailredirects:add"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:workflow_tasks"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:page_types_usage"),
        reverse("wagtailadmin_account"),
    ]


@pytest.mark.parametrize("siapa", ["editor", "koordinator"])
def test_every_word_comes_from_the_catalogue(client, dunia, siapa):
    client.force_login(dunia[siapa])
    data, asing, terlihat = _list_data(), {}, 0
    for alamat in _list_alamat(dunia):
        jawaban = client.get(alamat, follow=True)
        assert jawaban.status_code == 200, alamat
        terlihat += not jawaban.redirect_chain  # what is refused leads to the first page
        json = "json" in jawaban["Content-Type"]
        isi = jawaban.json()["html"] if json else jawaban.content.decode()
        for teks in find_plain(isi, data, BOLEH):
            asing.setdefault(teks, alamat)
    assert terlihat >= 30
    assert not asing, "\n".join(f"{v}: {k!r}" for k, v in sorted(asing.items()))
