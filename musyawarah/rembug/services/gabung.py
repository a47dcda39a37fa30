"""Two entries of one person become one: what the minutes say."""

from cms.komunitas.models import Anggota

from ..models import Kehadiran, Keputusan, Rembug


def move_petugas(bidang, *, dari: Anggota, ke: Anggota, actor) -> None:
    """Who leads or writes down a meeting goes along unless a decision of it is ratified."""
    baris = Rembug.objects.filter(**{bidang.name: dari})
    baris.exclude(keputusan__in=Keputusan.objects.disahkan()).update(**{bidang.name: ke})


def move_kehadiran(bidang, *, dari: Anggota, ke: Anggota, actor) -> None:
    """Presence goes along where nothing is ratified and the other entry is not noted as well."""
    terkunci = Keputusan.objects.disahkan().values("rembug")
    hadir = Kehadiran.objects.filter(anggota=ke).values("rembug")
    baris = Kehadiran.objects.filter(anggota=dari).exclude(rembug__in=terkunci)
    baris.filter(rembug__in=list(hadir.values_list("rembug", flat=True))).delete()
    baris.update(anggota=ke)
