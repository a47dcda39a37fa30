"""News through review: drafts, reviewers, urgent items, reminders, announcements."""

from datetime import timedelta

import pytest
from django.core import mail
from wagtail.models import GroupPagePermission, Page, Workflow

from cms.accounts.services import give_peran
from cms.core import waktu
from cms.notifikasi.models import Pesan
from cms.notifikasi.services import langganan
from home.models import BeritaPage, TinjauanSusulan
from home.redaksi import selectors, services
from home.services import build_situs
from tests.factories.aset import make_orang
from tests.factories.redaksi import make_berita, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    """One of each who takes part."""
    nama = ("editor", "koordinator", "relawan")
    siapa = {n: make_orang(n) for n in nama}
    siapa["peninjau"] = make_orang("anggota-bkm")
    give_peran(user=siapa["peninjau"], peran="peninjau", dasar="uji")
    return siapa


def get_kotak(user):
    return list(Pesan.objects.filter(penerima_user=user, saluran="kotak").order_by("id"))


def test_rules_are_laid_down_once():
    build_situs()
    awal = (GroupPagePermission.objects.count(), Workflow.objects.count())
    build_situs()
    assert awal == (GroupPagePermission.objects.count(), Workflow.objects.count())


@pytest.mark.parametrize("siapa", ["fasilitator", "ppid"])
def test_who_works_in_one_section_leaves_news_alone(siapa):
    berita, user = make_berita(owner=make_orang("editor")), make_orang(siapa)
    izin = berita.permissions_for_user(user)
    assert not izin.can_edit() and not izin.can_delete()
    seksi = Page.objects.get(slug={"fasilitator": "pelatihan", "ppid": "uang-kita"}[siapa])
    assert seksi.permissions_for_user(user).can_edit()


def test_editor_writes_and_sends_but_does_not_publish(orang, client):
    berita = make_berita(owner=orang["editor"])
    izin = berita.permissions_for_user(orang["editor"])
    assert izin.can_edit() and not izin.can_publish()
    assert not berita.permissions_for_user(orang["relawan"]).can_edit()
    client.force_login(orang["editor"])
    assert client.get(f"/admin/pages/{berita.pk}/edit/").status_code == 200


def test_all_reviewers_are_asked_and_one_approves(orang):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    for nama in ("koordinator", "peninjau"):
        [pesan] = get_kotak(orang[nama])
        assert pesan.tautan == f"/lapangan/tinjau/{berita.kunci}/"
    assert not get_kotak(orang["editor"]) and not mail.outbox
    services.answer_review(berita=berita, actor=orang["peninjau"], setuju=True)
    berita.refresh_from_db()
    assert berita.live
    [pesan] = get_kotak(orang["editor"])
    assert pesan.judul.startswith("Disetujui")
    with pytest.raises(services.SudahDitinjau):
        services.answer_review(berita=berita, actor=orang["koordinator"], setuju=True)


def test_sent_back_with_a_note(orang):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    services.answer_review(
        berita=berita, actor=orang["koordinator"], setuju=False, catatan="Jamnya keliru"
    )
    berita.refresh_from_db()
    assert not berita.live
    assert "Jamnya keliru" in get_kotak(orang["editor"])[0].isi


def test_the_writers_day_begins_with_what_came_back(orang):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    assert selectors.get_tugas(orang["editor"]) == []
    services.answer_review(
        berita=berita,
        actor=orang["koordinator"],
        setuju=False,
        catatan="Kapan?",
        sidik=selectors.get_sidik(selectors.get_naskah(berita)),
    )
    [tugas] = selectors.get_tugas(orang["editor"])
    assert (tugas.judul, tugas.url) == (berita.title, f"/lapangan/tinjau/{berita.kunci}/")
    assert selectors.get_tugas(orang["koordinator"]) == []
    berita.refresh_from_db()
    berita.current_workflow_state.resume(orang["editor"])
    assert selectors.get_tugas(orang["editor"]) == []


def test_nobody_approves_their_own_item(orang):
    koordinator = orang["koordinator"]
    berita = make_berita(owner=koordinator)
    submit(berita, koordinator)
    assert not get_kotak(koordinator)
    with pytest.raises(services.BukanPeninjau):
        services.answer_review(berita=berita, actor=koordinator, setuju=True)
    assert selectors.get_open_state(berita).task.specific.get_actions(berita, koordinator) == []


def test_only_reviewers_answer(orang):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    for nama in ("editor", "relawan"):
        with pytest.raises(services.BukanPeninjau):
            services.answer_review(berita=berita, actor=orang[nama], setuju=True)


@pytest.mark.parametrize("segera", ["duka", "bahaya", "jadwal"])
def test_urgent_items_go_out_at_once_and_are_reviewed_after(orang, segera):
    editor = orang["editor"]
    berita = make_berita(owner=editor, segera=segera)
    services.publish_susulan(berita=berita, actor=editor)
    services.publish_susulan(berita=berita, actor=editor)
    susulan = TinjauanSusulan.objects.get()
    assert get_kotak(orang["koordinator"])[0].judul.startswith("Sudah terbit")
    services.check_susulan(berita=berita, actor=orang["koordinator"], catatan="Nama salah eja")
    susulan.refresh_from_db()
    assert susulan.diperiksa_oleh == orang["koordinator"]
    assert "Nama salah eja" in get_kotak(editor)[0].isi
    with pytest.raises(services.SudahDitinjau):
        services.check_susulan(berita=berita, actor=orang["peninjau"])


def test_publishing_urgent_in_the_admin_asks_for_a_look(orang, client):
    editor = orang["editor"]
    berita = make_berita(owner=editor, segera="bahaya")
    client.force_login(editor)
    isian = {"title": berita.title, "slug": berita.slug, "segera": "bahaya", "ringkasan": "Awas."}
    blok = {f"{n}-count": "0" for n in ("isi", "ralat")}
    komentar = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    jawab = client.post(
        f"/admin/pages/{berita.pk}/edit/", {**isian, **blok, **komentar, "action-publish": "1"}
    )
    assert jawab.status_code == 302
    berita.refresh_from_db()
    assert berita.live and TinjauanSusulan.objects.get().penerbit == editor


def test_ordinary_items_wait(orang):
    berita = make_berita(owner=orang["editor"])
    with pytest.raises(services.HarusDitinjau):
        services.publish_susulan(berita=berita, actor=orang["editor"])
    assert not TinjauanSusulan.objects.exists()


def test_reminder_after_two_days_once(orang):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    kini = waktu.sekarang()
    with waktu.pada(kini + timedelta(days=1)):
        assert services.remind_review() == 0
    with waktu.pada(kini + timedelta(days=2, minutes=1)):
        services.remind_review(), services.remind_review()
    assert [p.judul[:5] for p in get_kotak(orang["koordinator"])] == ["Mohon", "Masih"]


def test_subscribers_hear_of_fresh_news_once():
    baris = langganan.request_langganan(surel="ibu@contoh.example")
    langganan.confirm_langganan(uuid=baris.uuid)
    berita = make_berita()
    assert services.announce_berita() == 0
    berita.save_revision().publish()
    assert services.announce_berita() == 1 and services.announce_berita() == 0
    pesan = Pesan.objects.get(jenis="berita_terbit")
    assert pesan.alamat == "ibu@contoh.example" and pesan.tautan == berita.url


def test_old_news_is_not_announced():
    berita = make_berita()
    berita.save_revision().publish()
    lama = waktu.sekarang() - timedelta(days=10)
    BeritaPage.objects.filter(pk=berita.pk).update(first_published_at=lama)
    assert services.announce_berita() == 0


def test_phone_page(orang, client):
    berita = make_berita(owner=orang["editor"])
    submit(berita, orang["editor"])
    alamat = f"/lapangan/tinjau/{berita.kunci}/"
    client.force_login(orang["relawan"])
    assert client.get(alamat).status_code == client.get("/lapangan/tinjau/").status_code == 404
    assert client.post(alamat + "jawab/", {"jawaban": "setuju"}).status_code == 404
    client.force_login(orang["editor"])
    assert "Setujui dan terbitkan" not in client.get(alamat).content.decode()
    assert client.post(alamat + "jawab/", {"jawaban": "setuju"}).status_code == 404
    client.force_login(orang["koordinator"])
    assert berita.title in client.get("/lapangan/tinjau/").content.decode()
    assert "Bawa cangkul." in client.get(alamat).content.decode()
    assert client.get(alamat + "jawab/").status_code == 405
    jawab = client.post(alamat + "jawab/", {"jawaban": "kembali", "catatan": " "})
    assert jawab.status_code == 422 and "Tuliskan apa yang perlu diubah" in jawab.content.decode()
    isian = {"jawaban": "setuju", "sidik": client.get(alamat).context["sidik"]}
    for _ in range(2):
        assert client.post(alamat + "jawab/", isian).status_code == 302
    berita.refresh_from_db()
    assert berita.live
