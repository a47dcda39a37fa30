"""Run by test_bahasa.py with the marks of tanda.py: what the office answers when something is sent."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from cms.core import waktu
from cms.core.media.models import Dokumen
from home.models import BeritaPage, HalamanPage
from tests.factories.aset import make_orang
from tests.factories.home import make_gambar
from tests.factories.redaksi import make_berita, submit

from .isian import fill_berita
from .periksa import Pembaca

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_orang("editor")


@pytest.fixture
def berita(editor):
    return make_berita("Panen raya", owner=editor)


@pytest.fixture
def masuk(client):
    def _masuk(user) -> Pembaca:
        client.force_login(user)
        return Pembaca(client)

    return _masuk


def to(nama: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{nama}", args=args)


def bulk(jenis: str, tindakan: str, *pk: int) -> str:
    app, model = jenis.split(".")
    return f"/admin/bulk/{app}/{model}/{tindakan}/?" + "&".join(
        ["next=/admin/", *(f"id={satu}" for satu in pk)]
    )


def test_writing(masuk, editor, berita):
    pembaca = masuk(editor)
    baru = to("add", "home", "beritapage", berita.get_parent().pk)
    pembaca.post(baru, fill_berita("", slug="salah alamat"))
    pembaca.post(baru, fill_berita("Panen raya"))  # the address is taken
    pembaca.post(baru, fill_berita("Panen kedua"))
    pembaca.post(baru, fill_berita("Panen ketiga") | {"action-submit": "1"})
    ubah = to("edit", berita.pk)
    pembaca.post(ubah, fill_berita(""))
    pembaca.post(ubah, fill_berita("Panen raya"))
    pembaca.post(ubah, fill_berita("Panen raya") | {"action-submit": "1"})
    pembaca.get(to("confirm_workflow_cancellation", berita.pk))
    pembaca.post(ubah, fill_berita("Panen raya") | {"action-cancel-workflow": "1"})
    pembaca.assert_clean(3)


def test_reviewing(masuk, editor, berita):
    pembaca = masuk(make_orang("koordinator"))
    kedua = make_berita("Panen kedua", owner=editor)
    for satu, tindakan in ((kedua, "reject"), (berita, "approve")):
        submit(satu, editor)
        satu.refresh_from_db()
        tugas = satu.current_workflow_task_state
        pembaca.get(to("edit", satu.pk), to("workflow_preview", satu.pk, tugas.task_id))
        alamat = to("workflow_action", satu.pk, tindakan, tugas.pk)
        data = to("collect_workflow_action_data", satu.pk, tindakan, tugas.pk)
        pembaca.get(alamat, data)
        pembaca.post(alamat, {"comment": "Tulis hasilnya."})
    berita.refresh_from_db()
    assert berita.live
    riwayat = berita.workflow_states.first()
    pembaca.get(to("workflow_history_detail", berita.pk, riwayat.pk), to("history", berita.pk))
    pembaca.assert_clean(8)


def test_publishing_and_scheduling(masuk, berita):
    pembaca = masuk(make_orang("koordinator"))
    ubah, kini = to("edit", berita.pk), waktu.sekarang()
    terbit = {"action-publish": "1"}
    salah = {"go_live_at": (kini + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")}
    salah["expire_at"] = (kini - timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    pembaca.post(ubah, fill_berita(**salah) | terbit)
    pembaca.post(ubah, fill_berita(go_live_at=salah["go_live_at"]) | terbit)
    pembaca.get(ubah, to("history", berita.pk))
    jadwal = BeritaPage.objects.get(pk=berita.pk).scheduled_revision
    batal = to("revisions_unschedule", berita.pk, jadwal.pk)
    pembaca.get(batal)
    pembaca.post(batal, {})
    pembaca.post(ubah, fill_berita() | terbit)
    pembaca.get(to("revisions_revert", berita.pk, berita.revisions.first().pk))
    pembaca.get(to("revisions_compare", berita.pk, "live", "latest"))
    pembaca.post(to("lock", berita.pk), {})
    pembaca.get(ubah)
    pembaca.post(to("unlock", berita.pk), {})
    pembaca.post(to("unpublish", berita.pk), {})
    pembaca.assert_clean(6)


def test_moving_copying_deleting(masuk, berita):
    pembaca = masuk(make_orang("koordinator"))
    beranda = berita.get_parent().get_parent()
    halaman = beranda.add_child(instance=HalamanPage(title="Sejarah", slug="sejarah"))
    lain = beranda.add_child(instance=HalamanPage(title="Adat", slug="adat"))
    pindah = to("move_confirm", halaman.pk, beranda.pk)
    pembaca.get(pindah, to("move", halaman.pk), to("copy", halaman.pk))
    pembaca.post(pindah, {})
    salin = {"new_title": "Sejarah", "new_slug": "sejarah", "new_parent_page": beranda.pk}
    pembaca.post(to("copy", halaman.pk), salin)
    pembaca.post(to("copy", halaman.pk), salin | {"new_slug": "sejarah-2"})
    pembaca.get(*(bulk("wagtailcore.page", apa, halaman.pk, lain.pk) for apa in ALAT_HALAMAN))
    pembaca.post(bulk("wagtailcore.page", "unpublish", lain.pk), {})
    pembaca.post(bulk("wagtailcore.page", "publish", lain.pk), {})
    pembaca.post(to("delete", lain.pk), {})
    pembaca.assert_clean(6)


ALAT_HALAMAN = ("delete", "move", "publish", "unpublish")
ALAT_BERKAS = ("delete", "add_tags", "add_to_collection")


def test_pictures_and_documents(masuk, editor, berita):
    pembaca = masuk(editor)
    gambar = make_gambar()
    surat = Dokumen.objects.create(
        title="Surat", file=ContentFile(b"isi", "surat.txt"), uploaded_by_user=editor
    )
    for jenis, pk, app in (
        ("core.gambar", gambar.pk, "wagtailimages"),
        ("core.dokumen", surat.pk, "wagtaildocs"),
    ):
        pembaca.get(reverse(f"{app}:edit", args=[pk]), reverse(f"{app}:add"))
        pembaca.get(reverse(f"{app}:delete", args=[pk]))
        pembaca.get(*(bulk(jenis, apa, pk) for apa in ALAT_BERKAS))
        pembaca.post(reverse(f"{app}:add"), {"title": "", "file": ""})
        pembaca.post(reverse(f"{app}:edit", args=[pk]), {"title": ""})
        pembaca.post(bulk(jenis, "add_tags", pk), {"tags": "sawah"})
    pembaca.get(reverse("wagtaildocs:document_usage", args=[surat.pk]))
    pembaca.get(reverse("wagtailimages:image_usage", args=[gambar.pk]))
    pembaca.post(reverse("wagtailimages_chooser:create"), {"title": ""}, ajax=True)
    pembaca.assert_clean(14)
