"""What goes out before a review, and every door through which it might."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageViewRestriction

from cms.accounts.services import give_peran
from home.models import BeritaPage, TinjauanSusulan
from home.redaksi import services
from tests.factories.aset import make_orang
from tests.factories.redaksi import make_berita, submit

pytestmark = pytest.mark.django_db
MASSAL = "/admin/bulk/wagtailcore/page/publish/"


@pytest.fixture
def orang():
    siapa = {nama: make_orang(nama) for nama in ("editor", "koordinator")}
    siapa["peninjau"] = make_orang("anggota-bkm")
    give_peran(user=siapa["peninjau"], peran="peninjau", dasar="uji")
    return siapa


def send_form(client, user, berita, segera, aksi="action-publish", **isian):
    client.force_login(user)
    isian = {"title": berita.title, "slug": berita.slug, "segera": segera, **isian}
    blok = {f"{n}-count": "0" for n in ("isi", "ralat")}
    komentar = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    alamat = f"/admin/pages/{berita.pk}/edit/"
    jawab = client.post(alamat, {"ringkasan": "x", **isian, **blok, **komentar, aksi: "1"})
    assert jawab.status_code == 302, jawab.context["form"].errors
    return BeritaPage.objects.get(pk=berita.pk)


def publish(berita, user, peninjau):
    """Out already, with its review behind it."""
    submit(berita, user)
    services.answer_review(berita=berita, actor=peninjau, setuju=True)
    return BeritaPage.objects.get(pk=berita.pk)


def test_what_is_submitted_decides_not_what_was_saved(orang, client):
    editor = orang["editor"]
    berita = make_berita(owner=editor, segera="bahaya")
    assert not send_form(client, editor, berita, "").live
    assert not TinjauanSusulan.objects.exists()
    assert send_form(client, editor, berita, "bahaya").live
    assert TinjauanSusulan.objects.get().penerbit == editor


def test_text_of_a_published_item_is_not_replaced_unseen(orang, client):
    editor = orang["editor"]
    berita = publish(make_berita(owner=editor, segera="bahaya"), editor, orang["koordinator"])
    assert berita.live and not TinjauanSusulan.objects.exists()
    assert send_form(client, editor, berita, "", title="Ganti").title != "Ganti"
    berita = send_form(client, editor, berita, "duka", title="Ganti")
    assert berita.title == "Ganti" and TinjauanSusulan.objects.get().penerbit == editor


def test_another_look_after_the_next_publication(orang, client):
    editor, koordinator = orang["editor"], orang["koordinator"]
    berita = make_berita(owner=editor, segera="bahaya")
    for banyak in (1, 2):
        send_form(client, editor, berita, "bahaya", title=f"Awas {banyak}")
        services.check_susulan(berita=berita, actor=koordinator)
        assert TinjauanSusulan.objects.filter(diperiksa_oleh=koordinator).count() == banyak


def test_who_published_last_is_not_the_one_who_looks(orang, client):
    koordinator = orang["koordinator"]
    berita = make_berita(owner=koordinator, segera="bahaya")
    send_form(client, orang["editor"], berita, "bahaya")
    send_form(client, koordinator, berita, "bahaya")
    with pytest.raises(services.BukanPeninjau):
        services.check_susulan(berita=berita, actor=koordinator)


def test_publication_and_its_look_are_one_transaction(orang, client, monkeypatch):
    def fail(*args):
        raise RuntimeError

    editor = orang["editor"]
    berita = make_berita(owner=editor, segera="bahaya")
    monkeypatch.setattr(services, "_ask_susulan", fail)
    with pytest.raises(RuntimeError):
        send_form(client, editor, berita, "bahaya")
    assert not BeritaPage.objects.get(pk=berita.pk).live


def test_what_goes_out_later_is_not_urgent(orang, client):
    """Else a reviewer could look at one text and another would go out."""
    editor = orang["editor"]
    berita = make_berita(owner=editor, segera="jadwal")
    berita = send_form(client, editor, berita, "jadwal", go_live_at="2099-01-01 08:00")
    assert not berita.live and not berita.scheduled_revision
    assert not TinjauanSusulan.objects.exists()


@pytest.mark.parametrize("siapa", ["editor", "koordinator"])
def test_bulk_publishing_knows_no_exception(orang, client, siapa):
    user = orang[siapa]
    berita = make_berita(owner=user, segera="bahaya")
    client.force_login(user)
    for alamat in (f"?id={berita.pk}", f"?id={berita.get_parent().pk}"):
        client.post(MASSAL + alamat, {"next": "/admin/", "include_descendants": "on"})
    assert not BeritaPage.objects.get(pk=berita.pk).live


def test_a_revision_is_published_only_by_who_may(orang):
    editor = orang["editor"]
    berita = make_berita(owner=editor, segera="bahaya")
    with pytest.raises(PermissionDenied):
        berita.latest_revision.publish(user=editor)
    berita.latest_revision.publish(user=orang["koordinator"])
    assert not TinjauanSusulan.objects.exists()


def test_published_items_belong_to_the_reviewers(orang, client):
    editor = orang["editor"]
    berita = publish(make_berita(owner=editor), editor, orang["koordinator"])
    send_form(client, editor, berita, "jadwal", "action-save")
    for tindakan in ("unpublish", "delete", "privacy", "move"):
        client.force_login(editor)
        jawab = client.get(f"/admin/pages/{berita.pk}/{tindakan}/")
        assert jawab.status_code == 302 and jawab.url == "/admin/", tindakan
        client.force_login(orang["koordinator"])
        assert client.get(f"/admin/pages/{berita.pk}/{tindakan}/").status_code == 200, tindakan
    client.force_login(editor)
    client.post(f"/admin/pages/{berita.pk}/privacy/", {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
    for tindakan in ("unpublish", "delete"):
        client.post(f"/admin/bulk/wagtailcore/page/{tindakan}/?id={berita.pk}", {"next": "/admin/"})
    assert BeritaPage.objects.get(pk=berita.pk).live


def test_own_news_needs_another_reader(orang, client):
    koordinator = orang["koordinator"]
    berita = make_berita(owner=koordinator)
    assert not send_form(client, koordinator, berita, "").live
    assert send_form(client, orang["peninjau"], berita, "").live
    assert not TinjauanSusulan.objects.exists()


def test_own_urgent_news_is_looked_at_by_another(orang, client):
    koordinator = orang["koordinator"]
    berita = make_berita(owner=koordinator, segera="duka")
    assert send_form(client, koordinator, berita, "duka").live
    with pytest.raises(services.BukanPeninjau):
        services.check_susulan(berita=berita, actor=koordinator)
    services.check_susulan(berita=berita, actor=orang["peninjau"])


def test_the_only_reviewer_works_and_the_next_one_looks(client):
    koordinator = make_orang("koordinator")
    berita = make_berita(owner=koordinator)
    assert send_form(client, koordinator, berita, "").live
    assert TinjauanSusulan.objects.get().penerbit == koordinator
    services.check_susulan(berita=berita, actor=make_orang("koordinator"))


def test_news_is_saved_before_it_is_published(orang):
    induk = make_berita().get_parent().specific
    assert not induk.permissions_for_user(orang["koordinator"]).can_publish_subpage()


def test_a_reviewer_approves_own_item_that_another_sent(orang):
    koordinator, editor = orang["koordinator"], orang["editor"]
    berita = make_berita(owner=koordinator)
    submit(berita, editor)
    services.answer_review(berita=berita, actor=koordinator, setuju=True)
    assert BeritaPage.objects.get(pk=berita.pk).live
