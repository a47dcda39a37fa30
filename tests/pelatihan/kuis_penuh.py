"""A whole quiz through the addresses, and what it asks of the database."""

import json
from dataclasses import dataclass, field
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.accounts.perangkat import bind_perangkat, make_tanda

RANGKA = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@dataclass
class Kerja:
    """Requests and statements of one quiz; what only frames a transaction is counted apart."""

    permintaan: int = 0
    sql: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.kueri} queries and {self.rangka} frames of transactions"

    @property
    def rangka(self) -> int:
        return sum(satu.startswith(RANGKA) for satu in self.sql)

    @property
    def kueri(self) -> int:
        return len(self.sql) - self.rangka

    def ask(self, kerja, *args, status: int = 302, **kwargs):
        with CaptureQueriesContext(connection) as tangkap:
            jawab = kerja(*args, **kwargs)
        assert jawab.status_code == status, jawab.content
        self.permintaan += 1
        self.sql += [satu["sql"] for satu in tangkap.captured_queries]
        return jawab


def _enter(peserta) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(peserta.anggota.akun)
    client.get("/belajar/")
    return client


def _start(kerja: Kerja, client: Client, peserta) -> str:
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    return kerja.ask(client.post, reverse("pelatihan:open_kuis", args=[peserta.uuid, kuis])).url


def take_satu_satu(peserta, butir) -> Kerja:
    """Begin, every answer by its own request, hand in."""
    kerja, client = Kerja(), _enter(peserta)
    alamat = _start(kerja, client, peserta)
    for _satu in butir:
        isi = {"jawaban": "a", "ke": "maju", "kunci": str(uuid4())}
        alamat = kerja.ask(client.post, alamat, isi).url
    assert kerja.ask(client.post, alamat).url.endswith("/hasil/")
    return kerja


def take_borongan(peserta, butir) -> Kerja:
    """Begin, read all questions on one page, send everything as one batch."""
    kerja, client = Kerja(), _enter(peserta)
    alamat = _start(kerja, client, peserta).removesuffix("1/")
    kerja.ask(client.get, f"{alamat}semua/", status=200)
    _send(kerja, peserta.anggota.akun, alamat.rstrip("/").rpartition("/")[2], butir)
    return kerja


def _send(kerja: Kerja, akun, percobaan: str, butir) -> None:
    perangkat, rahasia = bind_perangkat(user=akun, peramban="Android Chrome/1")
    isi = [
        {"percobaan": percobaan, "soal": str(s.kunci), "dasar": "", "bidang": {"jawaban": ["a"]}}
        for s in butir
    ]
    semua = [("jawaban", satu) for satu in isi] + [("kumpulkan", {"percobaan": percobaan})]
    bersama = {"tanda": make_tanda(akun), "saat": 990_000}
    entri = [{"kunci": str(uuid4()), "jenis": j, "isi": satu, **bersama} for j, satu in semua]
    jawab = kerja.ask(
        Client(HTTP_HOST="127.0.0.1").post,
        reverse("antrean"),
        json.dumps({"sekarang": 1_000_000, "entri": entri}),
        content_type="application/json",
        headers={
            "Origin": "http://127.0.0.1",
            "Authorization": f"Perangkat {perangkat.uuid}.{rahasia}",
        },
        status=200,
    )
    assert {satu["status"] for satu in jawab.json()["hasil"]} == {"diterima"}


CARA = {"one by one": take_satu_satu, "in a batch": take_borongan}
