"""Who keeps the bank of questions and the quizzes: those who teach, and the office behind them."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import Jalur, Kuis, Soal, Tugas

PEMBUAT = (peran.FASILITATOR, peran.KOORDINATOR, peran.SEKRETARIS)


def can_change_soal(user, obj: Soal | None = None) -> bool:
    return has_peran(user, *PEMBUAT)


def can_change_kuis(user, obj: Kuis | None = None) -> bool:
    return has_peran(user, *PEMBUAT)


def visible_soal(user):
    return Soal.objects.all() if can_change_soal(user) else Soal.objects.none()


def visible_kuis(user):
    return Kuis.objects.all() if can_change_kuis(user) else Kuis.objects.none()


def can_change_jalur(user, obj: Jalur | None = None) -> bool:
    return has_peran(user, *PEMBUAT)


def visible_jalur(user):
    return Jalur.objects.all() if can_change_jalur(user) else Jalur.objects.none()


def can_change_tugas(user, obj: Tugas | None = None) -> bool:
    return has_peran(user, *PEMBUAT)


def visible_tugas(user):
    return Tugas.objects.all() if can_change_tugas(user) else Tugas.objects.none()
