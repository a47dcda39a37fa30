"""Every list that the rooms add to the office opens, with rows, with each filter, and as a table."""

import csv
import io
from functools import cache
from uuid import uuid4

import pytest
from django.urls import get_resolver, reverse
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views.generic import IndexView

from cms.accounts import peran
from musyawarah.aspirasi.services import send_aspirasi
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.aset import make_barang
from tests.factories.musyawarah import make_konsep, make_sidang
from tests.factories.notifikasi import make_penerima, queue_uji
from tests.factories.pelatihan import make_anggota, make_kuis, make_kursus, make_peserta

RUANG = ("aset", "cms", "home", "musyawarah", "pelatihan")


def list_daftar() -> dict[str, type]:
    """{url name: view} of the lists of our own viewsets in the office."""
    return dict(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, awal):
    for satu in patterns:
        if hasattr(satu, "url_patterns"):
            yield from _walk(satu.url_patterns, satu.namespace or "")
        elif (
            awal
            and not awal.startswith("wagtail")
            and satu.name == "index"
            and _is_ours(satu.callback)
        ):
            yield f"{awal}:index", satu.callback


def _is_ours(callback) -> bool:
    kelas = getattr(callback, "view_class", object)
    if not issubclass(kelas, IndexView):
        return False
    model = callback.view_initkwargs.get("model") or kelas.model
    return model.__module__.split(".")[0] in RUANG


DAFTAR = list_daftar()
RUANG_BERISI = ("aspirasi", "barang", "keputusan", "kuis", "pengampu", "pesan", "peserta")
BERISI = [f"{nama}:index" for nama in (*RUANG_BERISI, "rembug", "soal")]


@pytest.fixture
def isi(db):
    """A row in each of `BERISI`."""
    make_konsep(make_sidang())
    kursus = make_kursus(kuis=make_kuis())
    make_peserta(kursus)
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=make_anggota())
    make_barang()
    send_aspirasi(kunci=uuid4(), jenis="tanya", isi="Kapan rapat?", nama="Ani")
    queue_uji([make_penerima()])


@pytest.fixture
def buka(client, isi):
    """Open a list as the first role that may."""

    pembuka: list[str] = []
    orang = cache(lambda satu: UserFactory(peran=[satu]))  # no new row in the list of accounts

    def get(nama: str, data: dict):
        for satu in pembuka[-1:] or sorted(peran.KANTOR):
            client.force_login(orang(satu))
            jawab = client.get(reverse(nama), data)
            if jawab.status_code != 302:
                pembuka.append(satu)
                return jawab
        raise AssertionError(f"{nama}: nobody may")

    return get


def test_the_lists_are_found():
    assert set(BERISI) <= DAFTAR.keys()


@pytest.mark.parametrize("nama", sorted(DAFTAR))
def test_opens_with_rows_filters_and_as_a_table(nama, buka):
    jawab = buka(nama, {})
    assert jawab.status_code == 200
    assert jawab.context["object_list"] or nama not in BERISI
    kolom = jawab.context["table"].columns.values()
    assert not any(isinstance(satu, DateColumn) for satu in kolom)  # it knows only "ago"
    banyak = len(jawab.context["object_list"])
    saringan = jawab.context.get("filters")
    for data in list_saringan(saringan) if saringan else ():
        assert buka(nama, data).status_code == 200, data
    for bentuk in ("csv", "xlsx"):
        check_tabel(buka(nama, {"export": bentuk}), jawab.context["view"].list_export, banyak)


def check_tabel(jawab, kolom, banyak):
    """A table where columns are named, nothing where none are."""
    assert jawab.status_code == (200 if kolom else 404)
    if kolom and "csv" in jawab.headers["Content-Type"]:
        baris = list(csv.reader(io.StringIO(jawab.getvalue().decode())))
        assert len(baris) == banyak + 1 and all(any(satu) for satu in baris)


def list_saringan(saringan):
    """A value for each filter, a wrong one, and all of them at once."""
    semua = {}
    for kolom, satu in saringan.form.fields.items():
        if "Range" in type(satu).__name__:
            nilai = {f"{kolom}_from": "2026-01-01", f"{kolom}_to": "2026-12-31"}
        else:
            pilihan = [p for p, _kata in getattr(satu, "choices", []) if p]
            nilai = {kolom: str(pilihan[0]) if pilihan else "true"}
        semua.update(nilai)
        yield nilai
        yield dict.fromkeys(nilai, "???")
    yield semua
