"""Comments on a draft reach those who follow it by e-mail, in the house's words."""

import pytest
from django.core import mail
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.test.utils.form_data import inline_formset

from cms.core.setelan.models import SetelanBkm
from tests.factories.aset import make_orang
from tests.factories.redaksi import make_berita

from .isian import fill_berita

pytestmark = pytest.mark.django_db


@pytest.fixture
def berita():
    editor = make_orang("editor")
    editor.email = "editor@contoh.example"
    editor.save()
    berita = make_berita("Panen raya", owner=editor)
    PageSubscription.objects.create(page=berita, user=editor, comment_notifications=True)
    return berita


def comment(client, berita, siapa, *komentar):
    client.force_login(siapa)
    alamat = f"/admin/pages/{berita.pk}/edit/"
    return client.post(alamat, fill_berita(komentar=list(komentar)), follow=True)


def test_new_comment(client, berita):
    koordinator = make_orang("koordinator")
    comment(client, berita, koordinator, {"text": "Siapa ketua kelompoknya & berapa?"})
    [surat] = mail.outbox
    assert surat.to == ["editor@contoh.example"]
    assert surat.subject == f'{koordinator} mengomentari "Panen raya"'
    assert surat.body.startswith(f"{berita.owner},")
    assert "Baru: Siapa ketua kelompoknya & berapa?" in surat.body
    assert "Buka halamannya: http" in surat.body and f"/admin/pages/{berita.pk}/edit/" in surat.body
    assert not {"Hello", "comment", "notification"} & set(surat.body.split())


def test_answer_and_settled(client, berita):
    koordinator = make_orang("koordinator")
    lama = Comment.objects.create(
        page=berita, user=berita.owner, text="Betul dua ton?", contentpath="title"
    )
    CommentReply.objects.create(comment=lama, user=berita.owner, text="Saya tanyakan.")
    jawaban = {"id": "", "text": "Sudah saya timbang."}
    isi = {"id": str(lama.pk), "text": lama.text, "replies": inline_formset([jawaban], initial=0)}
    data = fill_berita(komentar=[{**isi, "resolved": "on"}])
    data |= {"comments-INITIAL_FORMS": "1"}
    client.force_login(koordinator)
    client.post(f"/admin/pages/{berita.pk}/edit/", data)
    [surat] = mail.outbox
    assert "Sudah saya timbang." in surat.body or "Selesai dibahas" in surat.body


def test_sample_data_says_so(client, berita):
    SetelanBkm.objects.update_or_create(site_id=1, defaults={"contoh": True})
    comment(client, berita, make_orang("koordinator"), {"text": "Siapa?"})
    [surat] = mail.outbox
    assert surat.subject.startswith("[Data contoh] ")
    assert surat.body.startswith("Data contoh: BKM")
