"""Two people, or one impatient thumb, at the same moment: one version, one verdict, everybody told why."""

import threading
from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection

from cms.komunitas.models import BerkasWarga
from cms.notifikasi.models import Pesan
from pelatihan.models import Kemajuan, Kumpulan, NilaiTugas, Sertifikat
from pelatihan.tugas.services import SudahDinilai, SudahDiterima
from tests.factories.tugas import kumpul, make_fasilitator, make_foto, make_peserta_tugas, nilai

pytestmark = [pytest.mark.dua, pytest.mark.django_db(transaction=True)]


def race(*kerja) -> Counter:
    """Do all at once; how often each outcome came, errors by their name."""
    mulai, hasil = threading.Barrier(len(kerja)), []

    def jalan(satu):
        mulai.wait()
        try:
            satu()
            hasil.append("jadi")
        except Exception as galat:
            hasil.append(type(galat).__name__)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[satu]) for satu in kerja]
    [u.start() for u in utas]
    [u.join() for u in utas]
    return Counter(hasil)


@pytest.fixture
def peserta():
    return make_peserta_tugas()


def test_two_facilitators_judge_at_once_and_one_verdict_stands(peserta):
    satu = kumpul(peserta)
    penilai = [make_fasilitator(peserta.kursus_kunci) for _ in range(2)]
    hasil = race(
        lambda: nilai(satu, penilai[0]),
        lambda: nilai(satu, penilai[1], "dikembalikan"),
    )
    assert hasil == {"jadi": 1, SudahDinilai.__name__: 1}
    baris = NilaiTugas.objects.get()
    diterima = baris.putusan == "diterima"
    assert Kemajuan.objects.exists() == Sertifikat.objects.exists() == diterima
    kabar = Pesan.objects.filter(jenis="tugas_dinilai").values_list("kunci", flat=True)
    assert {k.split(":")[1] for k in kabar} == {str(baris.uuid)}


def test_one_facilitator_presses_three_times_at_once(peserta):
    satu, penilai = kumpul(peserta), make_fasilitator(peserta.kursus_kunci)
    assert race(*[lambda: nilai(satu, penilai)] * 3) == {"jadi": 3}
    assert NilaiTugas.objects.count() == Kemajuan.objects.count() == 1


def test_the_same_sending_three_times_at_once_is_one_version(peserta):
    kunci = uuid4()
    hasil = race(*[lambda: kumpul(peserta, kunci=kunci, unggahan=[make_foto()])] * 3)
    assert hasil == {"jadi": 3}
    assert Kumpulan.objects.count() == BerkasWarga.objects.count() == 1


def test_two_devices_hand_in_at_once_and_both_versions_are_kept(peserta):
    assert race(lambda: kumpul(peserta, "Dari HP."), lambda: kumpul(peserta, "Dari laptop.")) == {
        "jadi": 2
    }
    assert sorted(Kumpulan.objects.values_list("nomor", flat=True)) == [1, 2]


def test_accepting_while_a_new_version_comes_keeps_one_order(peserta):
    satu, penilai = kumpul(peserta), make_fasilitator(peserta.kursus_kunci)
    hasil = race(lambda: nilai(satu, penilai), lambda: kumpul(peserta, "Lebih baik."))
    dinilai = NilaiTugas.objects.exists()
    gagal = SudahDiterima.__name__ if dinilai else "VersiBaru"
    assert hasil == {"jadi": 1, gagal: 1}
    assert Kumpulan.objects.count() == (1 if dinilai else 2)
