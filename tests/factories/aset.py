"""Things and their people for tests."""

from datetime import date

from aset.inventaris.services import create_barang, start_serahan
from cms.komunitas.services import create_anggota
from tests.factories.accounts import UserFactory


def make_orang(*peran):
    """An account with roles and its person."""
    user = UserFactory(peran=peran)
    create_anggota(nama=user.nama, akun=user)
    return user


def make_barang(actor=None, **isian):
    bawaan = {
        "nama": "Laptop",
        "jenis": "elektronik",
        "letak": "Kantor",
        "kondisi": "baik",
        "nilai": 5_000_000,
        "sumber_dana": "blm",
        "diperoleh_pada": date(2026, 1, 5),
        "catatan": "",
    }
    return create_barang(actor=actor or make_orang("sekretaris"), **{**bawaan, **isian})


def make_serahan(barang=None, penerima=None, actor=None):
    actor = actor or make_orang("sekretaris")
    penerima = penerima or make_orang("relawan")
    return start_serahan(barang=barang or make_barang(actor), kepada=penerima.anggota, actor=actor)
