"""Who reads and writes under a lesson: learners of the course, its facilitators, the coordinator.

Learners see all questions of their course, whatever the class. A facilitator answers and keeps order where
the asker is in a class of theirs, or the course is theirs; the coordinator keeps order everywhere.
"""

from django.db.models import Exists, OuterRef, Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from ..peserta import permissions as peserta
from ..peserta.models import Peserta
from .models import Diskusi, TulisanDiskusi

TAMPAK = Q(ditarik_pada__isnull=True, disembunyikan_pada__isnull=True)


def own_peserta(user):
    """The courses in which this account asks and answers as a learner."""
    return peserta.own(user).exclude(status=Peserta.Status.BERHENTI)


def own_tulisan(user):
    """Everything an account ever wrote."""
    if not getattr(user, "is_authenticated", False):
        return TulisanDiskusi.objects.none()
    return TulisanDiskusi.objects.filter(penulis=user)


def visible_belajar(user, kursus_kunci):
    """Questions of a course as one of its learners finds them: not hidden but for the author's own eyes.

    A withdrawn question stays, without its words, where answers stand under it.
    """
    jawaban = TulisanDiskusi.objects.filter(TAMPAK, induk=OuterRef("pk"))
    sendiri = Q(ditarik_pada__isnull=True, penulis=user)
    berjawab = Q(disembunyikan_pada__isnull=True) & Exists(jawaban)
    return TulisanDiskusi.objects.filter(
        TAMPAK | sendiri | berjawab, diskusi__kursus_kunci=kursus_kunci, induk__isnull=True
    )


def visible_jawaban(user):
    """Answers as a learner finds them."""
    return TulisanDiskusi.objects.filter(
        TAMPAK | Q(ditarik_pada__isnull=True, penulis=user), induk__isnull=False
    )


def visible_ampu(user):
    """Questions this account answers: of its courses, and of learners in its classes, today."""
    if not has_peran(user, peran.FASILITATOR):
        return TulisanDiskusi.objects.none()
    diampu = Q(diskusi__kursus_kunci__in=peserta.get_kursus_diampu(user))
    diampu |= Q(peserta__angkatan__in=peserta.get_angkatan_diampu(user))
    return TulisanDiskusi.objects.filter(diampu, induk__isnull=True)


def visible_to(user):
    """Questions under which this account keeps order."""
    if has_peran(user, peran.KOORDINATOR):
        return TulisanDiskusi.objects.filter(induk__isnull=True)
    return visible_ampu(user)


def visible_tulisan(user):
    """Questions and answers which this account may hide; never its own."""
    tanya = visible_to(user).values("pk")
    semua = TulisanDiskusi.objects.filter(Q(pk__in=tanya) | Q(induk__in=tanya))
    return semua.exclude(penulis_id=getattr(user, "pk", None))


def visible_semat(user):
    """Answers which this account may pin: under its questions, of others or its own as a facilitator."""
    return TulisanDiskusi.objects.filter(induk__in=visible_ampu(user).values("pk")).exclude(
        penulis_id=getattr(user, "pk", None), sebagai=TulisanDiskusi.Sebagai.PESERTA
    )


def can_view_diskusi(user) -> bool:
    """Whether there is a desk for this account at all."""
    return has_peran(user, peran.FASILITATOR, peran.KOORDINATOR)


def visible_diskusi(user):
    """Lessons whose discussion this account closes: those of its courses, which all classes share."""
    if has_peran(user, peran.KOORDINATOR):
        return Diskusi.objects.all()
    return Diskusi.objects.filter(kursus_kunci__in=peserta.get_kursus_diampu(user))
