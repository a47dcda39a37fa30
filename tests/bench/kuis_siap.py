"""Fills a database for the quiz bench: one course, learners with session and device, attempts begun."""

import time
from uuid import uuid4


def build_pelajar(banyak: int, soal: int) -> dict:
    """The learners as the load plays them, and what one quiz asks of the database."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.hashers import make_password

    from home.services import build_situs
    from tests.factories.pelatihan import make_kuis, make_kursus, make_tunggal

    settings.ALLOWED_HOSTS = ["*"]
    build_situs()
    butir = [make_tunggal(f"Soal {nomor}") for nomor in range(soal)]
    kursus = [make_kursus(kuis=make_kuis(*butir), judul=f"Kas {nomor}") for nomor in (1, 2, 3)]
    sandi = make_password(uuid4().hex)
    semua = [_build_satu(nomor, kursus, butir, sandi) for nomor in range(banyak)]
    return {"pelajar": semua, "kueri": _count_kueri(kursus[0], butir, sandi)}


def _make_orang(nama: str, sandi: str):
    from cms.accounts.models import User
    from cms.komunitas.models import Anggota

    akun = User.objects.create(username=nama, password=sandi)
    return Anggota.objects.create(nama=f"Warga {nama}", akun=akun)


def _build_satu(nomor: int, kursus: list, butir: list, sandi: str) -> dict:
    """The later courses hold attempts that were begun before: one quiz has one open attempt."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from cms.accounts.perangkat import bind_perangkat, make_tanda
    from pelatihan.peserta.services import enroll_peserta

    anggota = _make_orang(f"pelajar-{nomor}", sandi)
    peserta = enroll_peserta(anggota=anggota, kursus_kunci=kursus[0].kunci)
    client = Client()
    client.force_login(anggota.akun)
    perangkat, rahasia = bind_perangkat(user=anggota.akun, peramban="Android Chrome/1")
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    return {
        "sesi": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "perangkat": f"{perangkat.uuid}.{rahasia}",
        "tanda": make_tanda(anggota.akun),
        "mulai": reverse("pelatihan:open_kuis", args=[peserta.uuid, kuis]),
        "soal": [str(satu.kunci) for satu in butir],
        "percobaan": [_begin(anggota, satu) for satu in kursus[1:]],
    }


def _begin(anggota, kursus) -> str:
    from pelatihan.penilaian.services import start_percobaan
    from pelatihan.peserta.services import enroll_peserta

    peserta = enroll_peserta(anggota=anggota, kursus_kunci=kursus.kunci)
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    return str(start_percobaan(peserta=peserta, kuis_kunci=kuis).uuid)


def _count_kueri(kursus, butir: list, sandi: str) -> list[str]:
    """SQL of a later quiz of each kind: the first ones warm what the process keeps of public content,
    which is asked for again at most twice a second."""
    from django.db import connection

    from pelatihan.peserta.services import enroll_peserta
    from tests.pelatihan.kuis_penuh import CARA, take_satu_satu

    hasil = []
    for nama, ambil in CARA.items():
        anggota = _make_orang(nama.replace(" ", "-"), sandi)
        peserta = enroll_peserta(anggota=anggota, kursus_kunci=kursus.kunci)
        ambil(peserta, butir)
        time.sleep(1)
        ambil(peserta, butir)
        kerja = ambil(peserta, butir)
        sasaran = ambil is take_satu_satu and connection.vendor == "postgresql"
        aim = " (aim <= 12 requests, <= 45 queries)" if sasaran else ""
        hasil.append(f"{nama}: {kerja.permintaan} requests, {kerja}{aim}")
    return hasil
