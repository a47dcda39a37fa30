"""A reviewer answers about the text that was on the page, and about no other."""

import pytest
from wagtail.models import TaskState

from home.models import BeritaPage, TinjauanSusulan
from home.redaksi import selectors, services
from tests.factories.aset import make_orang
from tests.factories.redaksi import make_berita, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    return {nama: make_orang(nama) for nama in ("editor", "koordinator")}


def rewrite(berita, editor, judul, **simpan):
    naskah = berita.get_latest_revision_as_object()
    naskah.title = judul
    return naskah.save_revision(user=editor, **simpan)


def open_page(client, berita, user):
    client.force_login(user)
    alamat = f"/lapangan/tinjau/{berita.kunci}/"
    return alamat + "jawab/", client.get(alamat).context["sidik"]


def is_live(berita) -> bool:
    return BeritaPage.objects.get(pk=berita.pk).live


@pytest.mark.parametrize("jawaban", ["setuju", "kembali"])
def test_taken_back_changed_and_sent_again(orang, client, jawaban):
    editor = orang["editor"]
    berita = make_berita(owner=editor)
    submit(berita, editor)
    alamat, sidik = open_page(client, berita, orang["koordinator"])
    berita.current_workflow_state.cancel(user=editor)
    rewrite(berita, editor, "Hinaan")
    submit(BeritaPage.objects.get(pk=berita.pk), editor)
    jawab = client.post(alamat, {"jawaban": jawaban, "catatan": "Baik", "sidik": sidik})
    assert jawab.status_code == 409 and "baca lagi" in jawab.content.decode()
    assert not is_live(berita) and selectors.get_open_state(berita)
    client.post(
        alamat, {"jawaban": "setuju", "sidik": open_page(client, berita, orang["koordinator"])[1]}
    )
    assert is_live(berita)


def test_a_form_without_the_fingerprint_approves_nothing(orang, client):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    alamat, _sidik = open_page(client, berita, orang["koordinator"])
    assert client.post(alamat, {"jawaban": "setuju"}).status_code == 409
    assert not is_live(berita)


def test_a_revision_that_is_overwritten_counts_as_another(orang, client):
    editor = orang["editor"]
    berita = make_berita(owner=editor)
    submit(berita, editor)
    alamat, sidik = open_page(client, berita, orang["koordinator"])
    lama = berita.get_latest_revision()
    assert rewrite(berita, editor, "Hinaan", overwrite_revision=lama).pk == lama.pk
    assert client.post(alamat, {"jawaban": "setuju", "sidik": sidik}).status_code == 409


def test_the_look_afterwards_is_about_what_is_public(orang, client):
    editor, koordinator = orang["editor"], orang["koordinator"]
    berita = make_berita("Awas", owner=editor, segera="bahaya")
    services.publish_susulan(berita=berita, actor=editor)
    berita = BeritaPage.objects.get(pk=berita.pk)
    rewrite(berita, editor, "Konsep berikut")
    alamat, sidik = open_page(client, berita, koordinator)
    assert client.get(alamat.removesuffix("jawab/")).context["page"].title == "Awas"
    rewrite(berita, editor, "Awas banjir").publish(user=editor, skip_permission_checks=True)
    assert client.post(alamat, {"jawaban": "setuju", "sidik": sidik}).status_code == 409
    assert TinjauanSusulan.objects.get().diperiksa_pada is None
    _alamat, sidik = open_page(client, berita, koordinator)
    client.post(alamat, {"jawaban": "setuju", "sidik": sidik})
    assert TinjauanSusulan.objects.get().diperiksa_oleh == koordinator


def test_the_office_forgets_an_old_review_too(orang, client):
    editor = orang["editor"]
    berita = make_berita(owner=editor)
    submit(berita, editor)
    lama = selectors.get_open_state(berita)
    berita.current_workflow_state.cancel(user=editor)
    rewrite(berita, editor, "Hinaan")
    submit(BeritaPage.objects.get(pk=berita.pk), editor)
    client.force_login(orang["koordinator"])
    alamat = f"/admin/pages/{berita.pk}/workflow/action/approve/{lama.pk}/"
    client.post(alamat, {"comment": ""})
    assert not is_live(berita)
    assert TaskState.objects.get(pk=lama.pk).status == TaskState.STATUS_CANCELLED


def test_the_office_publishes_the_form_that_was_read(orang, client):
    editor = orang["editor"]
    berita = make_berita(owner=editor)
    submit(berita, editor)
    berita.current_workflow_state.cancel(user=editor)
    rewrite(berita, editor, "Hinaan")
    submit(BeritaPage.objects.get(pk=berita.pk), editor)
    client.force_login(orang["koordinator"])
    isian = {
        "title": berita.title,
        "slug": berita.slug,
        "ringkasan": berita.ringkasan,
        "segera": "",
    }
    blok = {f"{n}-count": "0" for n in ("isi", "ralat")}
    komentar = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    tindakan = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    client.post(f"/admin/pages/{berita.pk}/edit/", {**isian, **blok, **komentar, **tindakan})
    terbit = BeritaPage.objects.get(pk=berita.pk)
    assert terbit.live and terbit.title == berita.title
