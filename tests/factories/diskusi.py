"""Questions and answers under the first lesson of a course."""

from uuid import UUID, uuid4

from pelatihan.diskusi.services import answer_tanya, ask_tanya
from pelatihan.kursus.selectors import list_pelajaran_kunci


def get_pelajaran(peserta) -> UUID:
    return UUID(list_pelajaran_kunci(peserta.rilis)[0])


def tanya(peserta, teks="Mengapa kas dihitung berdua?", **isi):
    isi = {"pelajaran_kunci": get_pelajaran(peserta), "kunci": uuid4(), "teks": teks} | isi
    return ask_tanya(peserta=peserta, actor=peserta.anggota.akun, **isi)


def jawab(satu, oleh, teks="Supaya saling menjaga.", **isi):
    """`oleh`: a learner, or the account of a facilitator."""
    peserta = oleh if hasattr(oleh, "anggota_id") else None
    akun = peserta.anggota.akun if peserta else oleh
    isi = {"kunci": uuid4(), "teks": teks} | isi
    return answer_tanya(tanya=satu, peserta=peserta, actor=akun, **isi)
