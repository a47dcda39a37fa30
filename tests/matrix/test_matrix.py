"""Every address × every role × one's own and another's object, from the tables beside this file."""

import re

import pytest
from django.test import Client
from wagtail.models import Site

from cms.core.setelan.models import SetelanBkm

from . import (
    akun,
    aset,
    balai,
    diskusi,
    hasil,
    home,
    kantor,
    kartu,
    kelas,
    komunitas,
    lembar,
    musyawarah,
    notifikasi,
    pelatihan,
    soal_berkas,
    tugas,
    umum,
    warga,
)
from .dunia import Dunia
from .pola import fill, knock, list_pola, only_doors
from .tabel import ANONIM, SEMUA, Pagar

# Rooms that bring rows of their own; the order of fences is theirs: the first that fits counts.
RUANG = [akun, komunitas, warga, notifikasi, aset, pelatihan, kelas, lembar, soal_berkas, hasil]
RUANG += [balai, kartu, tugas, diskusi, musyawarah, home, umum, kantor]
BARIS = [baris for ruang in RUANG for baris in ruang.BARIS]
PAGAR = [pagar for ruang in RUANG for pagar in getattr(ruang, "PAGAR", [])]


def find_pagar(pola: str) -> Pagar | None:
    return next((p for p in PAGAR if pola.startswith(p.awalan)), None)


def list_dipagari() -> list[str]:
    """Addresses without a row of their own."""
    bertabel = {b.pola for b in BARIS}
    return [pola for pola in list_pola() if pola not in bertabel]


def test_every_address_is_in_the_table():
    hilang = [pola for pola in list_dipagari() if find_pagar(pola) is None]
    assert not hilang, f"add a row in tests/matrix/: {hilang}"


def test_every_row_names_an_address():
    tak_ada = [str(b) for b in BARIS if b.pola not in list_pola()]
    assert not tak_ada, tak_ada
    assert not [b for b in BARIS if b.siapa - SEMUA]


@pytest.mark.django_db
@pytest.mark.parametrize("siapa", sorted(SEMUA))
def test_who_gets_in(siapa):
    dunia = Dunia(siapa)
    dunia.build()
    client = get_client(dunia)
    salah = []
    with only_doors():
        for baris in BARIS:
            with dunia.row() as d:
                alamat = fill(baris.pola, baris.args(d))
                terbuka, kata = knock(client, baris.metode, alamat, baris.data(d))
            if terbuka != (siapa in baris.siapa):
                salah.append(f"{baris}: {'got in' if terbuka else 'was refused'} ({kata})")
    assert not salah, f"{siapa}:\n" + "\n".join(salah)


@pytest.mark.django_db
@pytest.mark.parametrize("siapa", sorted(SEMUA))
def test_nobody_climbs_a_fence(siapa):
    dunia = Dunia(siapa)
    client = get_client(dunia)
    salah = []
    with only_doors():
        for pola in list_dipagari():
            if siapa not in find_pagar(pola).siapa and (alamat := guess(pola)):
                terbuka, kata = knock(client, "get", alamat)
                if terbuka:
                    salah.append(f"{alamat} ({kata})")
    assert not salah, f"{siapa} got in:\n" + "\n".join(salah)


def get_client(dunia: Dunia) -> Client:
    SetelanBkm.for_site(Site.objects.get(is_default_site=True))
    client = Client(raise_request_exception=True)
    if dunia.siapa != ANONIM:
        client.force_login(dunia.user)
    return client


def guess(pola: str) -> str | None:
    """An address below a fence: the root page, the first of everything."""
    alamat = re.sub(r"<(?:int:)?\w+>|<(?!str|slug|path|uuid)\w+:\w+>", "1", pola)
    alamat = re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", alamat)
    alamat = re.sub(r"<(?:str|slug|path):\w+>", "x", alamat)
    return None if re.search(r"[\^$(<*]", alamat) else f"/{alamat}"
