"""The subject of a letter is one line, whatever somebody wrote into a title."""

import pytest
from django.core import mail

from cms.notifikasi.channels.surel import build_surat
from cms.notifikasi.models import Pesan
from tests.factories.notifikasi import make_penerima, queue_uji

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "judul", ["Rapat\nBcc: x@contoh.example", "Rapat\r\n\tbesok", "Rapat\x00\x1b\u2028besok  "]
)
def test_one_line(judul):
    queue_uji([make_penerima()], judul=judul)
    pesan = Pesan.objects.filter(saluran="surel").get()
    surat = build_surat(pesan)
    surat.send()
    assert surat.subject.isprintable() and "Rapat " in surat.subject
    assert len(mail.outbox) == 1 and mail.outbox[0].to == [pesan.alamat]
