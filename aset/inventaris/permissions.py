"""Who may see and do what with things. The public sees things without their holders."""

from django.db.models import Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.komunitas.selectors import get_anggota_of

from .models import Barang, Serahan

PENGURUS = (peran.SEKRETARIS, peran.KOORDINATOR, peran.MANAJER, peran.UPL, peran.UPS)
PEMBACA = (*PENGURUS, peran.ANGGOTA_BKM, peran.PENGAWAS, peran.AUDITOR, peran.PEMBUKU)


def can_manage_barang(user, obj: Barang | None = None) -> bool:
    """Enter, change, hand over and end things."""
    return has_peran(user, *PENGURUS)


def can_view_barang(user, obj: Barang | None = None) -> bool:
    """See a thing with its holder and history; a holder sees what they hold."""
    if has_peran(user, *PEMBACA):
        return True
    anggota = get_anggota_of(user)
    return bool(obj and anggota and visible_to(user).filter(pk=obj.pk).exists())


def visible_to(user):
    """Things whose holder this account may know."""
    if has_peran(user, *PEMBACA):
        return Barang.objects.all()
    anggota = get_anggota_of(user)
    if anggota is None:
        return Barang.objects.none()
    terlibat = Q(serahan__kepada=anggota, serahan__status=Serahan.Status.MENUNGGU)
    return Barang.objects.filter(Q(pemegang=anggota) | terlibat).distinct()


def can_view_serahan(user, serahan: Serahan) -> bool:
    """The two parties and those who may read the inventory."""
    return bool(get_pihak(user, serahan)) or has_peran(user, *PEMBACA)


def can_confirm_on_paper(user, serahan: Serahan) -> bool:
    """The secretary enters a signature on paper, but not for a hand-over of their own."""
    return has_peran(user, peran.SEKRETARIS) and not get_pihak(user, serahan)


def get_pihak(user, serahan: Serahan) -> str:
    """ "dari", "kepada" or nothing: which side of a hand-over this person is."""
    anggota = get_anggota_of(user)
    if anggota is None:
        return ""
    if serahan.kepada_id == anggota.pk:
        return "kepada"
    return "dari" if serahan.dari_id == anggota.pk else ""


def can_view_foto(user, uuid) -> bool:
    """Whether this account may see the photo of the thing with this uuid."""
    return visible_to(user).filter(uuid=uuid).exists()
