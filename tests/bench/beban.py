"""Bounded load on loopback: learners who take whole quizzes, over connections that stay open."""

import http.client
import json
import queue
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

CSRF = "c" * 32
SABAR = 20
LAMA_MAKS = 120


class Salah(Exception):
    """The house answered otherwise than a quiz needs."""


@dataclass
class Catatan:
    """What one load saw: seconds of every request, quizzes that ended, what went wrong."""

    permintaan: list[float] = field(default_factory=list)
    selesai: int = 0
    salah: list[str] = field(default_factory=list)
    detik: float = 0.0

    @property
    def laju(self) -> float:
        return self.selesai / self.detik if self.detik else 0.0

    def get_persentil(self, persen: int) -> float:
        """Milliseconds."""
        if len(self.permintaan) < 2:
            return 0.0
        return statistics.quantiles(self.permintaan, n=100)[persen - 1] * 1000


class Pelajar:
    """One learner with an own session and device, on a connection of the thread that plays it."""

    def __init__(self, sambungan: http.client.HTTPConnection, data: dict, catatan: Catatan):
        self.sambungan, self.data, self.catatan = sambungan, data, catatan

    def ask(self, cara: str, alamat: str, badan: bytes = b"", **kepala: str):
        awal = time.perf_counter()
        try:
            self.sambungan.request(cara, alamat, badan or None, kepala)
            jawab = self.sambungan.getresponse()
            isi = jawab.read()
        except (OSError, http.client.HTTPException) as galat:
            self.sambungan.close()
            raise Salah(f"{type(galat).__name__}") from galat
        self.catatan.permintaan.append(time.perf_counter() - awal)
        return jawab, isi

    def get(self, alamat: str) -> None:
        jawab, _isi = self.ask("GET", alamat, Cookie=f"guyub_sesi={self.data['sesi']}")
        if jawab.status != 200:
            raise Salah(f"GET {jawab.status}")

    def post(self, alamat: str, **isi: str) -> str:
        """Where the house sends us next."""
        badan = urlencode({"csrfmiddlewaretoken": CSRF, **isi}).encode()
        kue = f"guyub_sesi={self.data['sesi']}; csrftoken={CSRF}"
        jenis = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": kue}
        jawab, _isi = self.ask("POST", alamat, badan, **jenis)
        if jawab.status != 302:
            raise Salah(f"POST {jawab.status}")
        return urlsplit(jawab.headers["Location"]).path

    def send(self, entri: list[dict]) -> None:
        """One batch of the queue; every entry must be taken."""
        kepala = {
            "Content-Type": "application/json",
            "Origin": f"http://127.0.0.1:{self.sambungan.port}",
            "Authorization": f"Perangkat {self.data['perangkat']}",
        }
        badan = json.dumps({"sekarang": 1_000_000, "entri": entri}).encode()
        jawab, isi = self.ask("POST", "/lapangan/antrean/", badan, **kepala)
        if jawab.status != 200:
            raise Salah(f"batch {jawab.status}")
        nasib = {satu["status"] for satu in json.loads(isi)["hasil"]}
        if nasib != {"diterima"}:
            raise Salah(f"batch {sorted(nasib)}")


def start_kuis(pelajar: Pelajar) -> str:
    """The address of the first question."""
    alamat = pelajar.post(pelajar.data["mulai"])
    if not alamat.endswith("/1/"):
        raise Salah(f"begin {alamat}")
    return alamat


def take_satu_satu(pelajar: Pelajar, *, baca: bool = False) -> None:
    """Begin, every answer by its own request, hand in; `baca` also reads each page as a browser does."""
    alamat = start_kuis(pelajar)
    for _ke in range(30):
        if baca:
            pelajar.get(alamat)
        if alamat.endswith("/hasil/"):
            return
        if alamat.endswith("/kumpulkan/"):
            alamat = pelajar.post(alamat)
        else:
            alamat = pelajar.post(alamat, jawaban="a", ke="maju", kunci=str(uuid4()))
        if not baca and alamat.endswith("/hasil/"):
            return
    raise Salah("no end")


def take_borongan(pelajar: Pelajar) -> None:
    """Begin, read all questions on one page, send all answers and the handing in as one batch."""
    alamat = start_kuis(pelajar).removesuffix("1/")
    pelajar.get(f"{alamat}semua/")
    pelajar.send(make_entri(pelajar.data, alamat.rstrip("/").rpartition("/")[2]))


def send_borongan(pelajar: Pelajar) -> None:
    """Only the batch, of an attempt that was begun before."""
    pelajar.send(make_entri(pelajar.data, pelajar.data["percobaan"].pop()))


def make_entri(data: dict, percobaan: str) -> list[dict]:
    bersama = {"tanda": data["tanda"], "saat": 990_000}
    isi = [
        {"percobaan": percobaan, "soal": soal, "dasar": "", "bidang": {"jawaban": ["a"]}}
        for soal in data["soal"]
    ]
    entri = [{"kunci": str(uuid4()), "jenis": "jawaban", "isi": satu, **bersama} for satu in isi]
    akhir = {"kunci": str(uuid4()), "jenis": "kumpulkan", "isi": {"percobaan": percobaan}}
    return [*entri, {**akhir, **bersama}]


def run_beban(
    port: int,
    pelajar: list[dict],
    ambil: Callable[[Pelajar], None],
    *,
    utas: int = 8,
    laju: float = 0.0,
) -> Catatan:
    """Every learner takes one quiz; as fast as it goes, or `laju` quizzes begin a second."""
    catatan, antre, nomor = Catatan(), queue.SimpleQueue[dict](), count()
    for satu in pelajar:
        antre.put(satu)
    awal = time.perf_counter()

    def play() -> None:
        sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=SABAR)
        while time.perf_counter() - awal < LAMA_MAKS:
            try:
                data = antre.get_nowait()
            except queue.Empty:
                break
            if laju:
                time.sleep(max(0.0, awal + next(nomor) / laju - time.perf_counter()))
            try:
                ambil(Pelajar(sambungan, data, catatan))
                catatan.selesai += 1
            except Salah as galat:
                catatan.salah.append(str(galat))
        sambungan.close()

    semua = [threading.Thread(target=play) for _ke in range(utas)]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join()
    catatan.detik = time.perf_counter() - awal
    return catatan
