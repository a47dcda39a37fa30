"""Several people at the same moment, each on a connection of their own."""

from functools import partial
from uuid import uuid4

import pytest

from cms.core import waktu
from cms.notifikasi.models import Pesan
from musyawarah.aspirasi import services as aspirasi
from musyawarah.aspirasi.models import Aspirasi
from musyawarah.rembug import services
from musyawarah.rembug.models import Keputusan
from tests import serentak
from tests.factories.musyawarah import RAPAT, SAH, make_menunggu, make_sidang

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua]


def run_together(*kerja) -> list:
    """All at once, on the day of the ratification."""
    return serentak.run_together(*(partial(_on_sah, satu) for satu in kerja))


def _on_sah(fungsi):
    with waktu.pada(SAH):
        return fungsi()


def sign(keputusan, user):
    return lambda: services.sign_keputusan(
        keputusan=keputusan, actor=user, isi_hash=keputusan.isi_hash
    )


def make_hampir(sidang) -> Keputusan:
    """One signature is missing."""
    keputusan = make_menunggu(sidang)
    for user in sidang.penanda[:3]:
        sign(keputusan, user)()
    return keputusan


def test_two_last_signers_ratify_exactly_once():
    with waktu.pada(RAPAT):
        sidang = make_sidang()
        keputusan = make_hampir(sidang)
    hasil = run_together(*(sign(keputusan, u) for u in sidang.lain[1:3]))
    keputusan.refresh_from_db()
    assert (keputusan.status, keputusan.nama_nomor) == ("disahkan", "2026/1")
    ditolak = [h for h in hasil if isinstance(h, Exception)]
    assert [type(g) for g in ditolak] == [services.TidakMenunggu]
    assert keputusan.tanda_tangan.count() == 4
    pesan = Pesan.objects.filter(jenis="keputusan_disahkan", saluran="kotak")
    assert pesan.count() == len(set(pesan.values_list("penerima_user", flat=True)))


def test_decisions_ratified_together_leave_no_gap():
    with waktu.pada(RAPAT):
        sidang = make_sidang()
        hampir = [make_hampir(sidang) for _n in range(6)]
    hasil = run_together(*(sign(k, sidang.lain[1]) for k in hampir))
    assert not [h for h in hasil if isinstance(h, Exception)]
    nomor = Keputusan.objects.disahkan().values_list("nomor", flat=True)
    assert sorted(nomor) == [1, 2, 3, 4, 5, 6]


def test_two_corrections_of_one_decision_do_not_both_hold():
    with waktu.pada(RAPAT):
        sidang = make_sidang()
        lama = make_hampir(sidang)
    with waktu.pada(SAH):
        sign(lama, sidang.lain[1])()
        dua = []
        for _n in range(2):
            k = make_menunggu(sidang, menggantikan=lama)
            for user in sidang.penanda[:3]:
                sign(k, user)()
            dua.append(k)
    hasil = run_together(*(sign(k, sidang.lain[1]) for k in dua))
    assert [type(h) for h in hasil if isinstance(h, Exception)] == [services.SudahDiganti]
    assert Keputusan.objects.disahkan().filter(menggantikan=lama).count() == 1


def test_a_form_sent_twice_at_once_is_one_ticket():
    kunci = uuid4()
    kirim = lambda: aspirasi.send_aspirasi(kunci=kunci, jenis="usul", isi="Bank sampah")  # noqa: E731
    hasil = run_together(kirim, kirim, kirim)
    assert len({(a.uuid, kode) for a, kode in hasil}) == 1
    assert Aspirasi.objects.count() == 1
