"""Run by test_bahasa.py with the marks of tanda.py: the office as editor and koordinator see it."""

import pytest
from django.urls import get_resolver, reverse

from home.models import AcaraPage, AgendaIndexPage, BeritaPage, HalamanPage
from tests.factories.aset import make_orang
from tests.factories.home import make_gambar, make_kategori
from tests.factories.redaksi import make_berita, submit

from .periksa import Pembaca

assert get_resolver().url_patterns  # imported now, while the language is Indonesian
pytestmark = pytest.mark.django_db


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


def list_alamat(dunia) -> list[str]:
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
    pembaca = Pembaca(client)
    pembaca.get(*list_alamat(dunia))
    pembaca.assert_clean(30)
