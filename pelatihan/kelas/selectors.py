"""Who was there, and what a class looks like to its facilitators and learners."""

from collections import defaultdict
from collections.abc import Iterable

from ..peserta.models import Peserta
from . import rules
from .models import Kehadiran, Pertemuan


def read_catatan(baris: Iterable[Kehadiran]) -> list[rules.Catatan]:
    """Rows of attendance as the rules read them."""
    return [
        rules.Catatan(b.status, b.pencatat_id, b.dicatat_pada, bool(b.alasan), b.pk) for b in baris
    ]


def get_hadir_bp(peserta: Peserta) -> int | None:
    """Share of the held sessions of a learner's class that they attended, in basis points.

    Held is what was not called off and of which somebody's attendance was recorded. What ended
    before the learner came into the class does not count, unless attendance was recorded for them.
    Late is present; excused and ill sessions are left out. None without a class or a session.
    """
    if peserta.angkatan_id is None:
        return None
    return get_hadir_bp_semua([peserta]).get(peserta.pk)


def get_hadir_bp_semua(peserta: Iterable[Peserta]) -> dict[int, int | None]:
    """The same for many learners: two queries, however many they are."""
    peserta = [p for p in peserta if p.angkatan_id]
    kelas = {p.angkatan_id for p in peserta}
    diadakan = defaultdict(list)
    semua = Pertemuan.objects.filter(angkatan__in=kelas, batal_pada__isnull=True)
    for satu in semua.filter(kehadiran__isnull=False).distinct():
        diadakan[satu.angkatan_id].append(satu)
    status = _settle(Kehadiran.objects.filter(pertemuan__angkatan__in=kelas))
    return {
        p.pk: rules.count_hadir_bp(
            status.get((satu.pk, p.pk), "alpa")
            for satu in diadakan[p.angkatan_id or 0]
            if (satu.pk, p.pk) in status or not p.angkatan_pada or satu.selesai >= p.angkatan_pada
        )
        for p in peserta
    }


def _settle(baris) -> dict[tuple[int, int], str]:
    """What counts, by session and learner."""
    per = defaultdict(list)
    for satu in baris.order_by("dicatat_pada", "id"):
        per[satu.pertemuan_id, satu.peserta_id].append(satu)
    hasil = {}
    for kunci, daftar in per.items():
        if keadaan := rules.settle_catatan(read_catatan(daftar)):
            hasil[kunci] = keadaan.catatan.status
    return hasil
