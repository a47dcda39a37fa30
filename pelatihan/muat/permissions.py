"""Whose files of questions one may look at: one's own, by those who keep the bank."""

from ..kursus.permissions import can_change_soal
from .models import Impor


def visible_impor(user):
    return Impor.objects.filter(dibuat_oleh=user) if can_change_soal(user) else Impor.objects.none()
