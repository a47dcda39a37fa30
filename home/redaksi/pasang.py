"""The editing rules that a new site starts with: workflow and permissions, laid down once more at will."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.accounts import peran

from .models import TinjauTask
from .permissions import PENINJAU

# What each role may do with pages below the front page.
HALAMAN = {
    peran.ADMIN: ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    peran.KOORDINATOR: ("add", "change", "publish", "lock", "unlock"),
    peran.PENINJAU: ("change", "publish"),
    peran.SEKRETARIS: ("add", "change"),
    peran.EDITOR: ("add", "change"),
    peran.PPID: ("add", "change"),
    peran.FASILITATOR: ("add", "change"),
}
# Whose work is in one section only; drafts elsewhere are no business of theirs.
SEKSI = {peran.PPID: "uang-kita", peran.FASILITATOR: "pelatihan"}
PUSTAKA = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
DAFTAR = {
    peran.ADMIN: ("change_setelanbkm", "add_kategoriberita", "change_kategoriberita"),
    peran.KOORDINATOR: ("change_setelanbkm", "add_kategoriberita", "change_kategoriberita"),
    peran.EDITOR: ("add_kategoriberita", "change_kategoriberita"),
    peran.SEKRETARIS: ("change_setelanbkm",),
}
PENGELOLA = ("add_redirect", "change_redirect", "delete_redirect", "change_site")


def build_redaksi(beranda: Page) -> None:
    """Give every role its rights and news its review; running it again changes nothing."""
    for nama, izin in HALAMAN.items():
        group = Group.objects.get(name=nama)
        _permit_halaman(group, _get_seksi(beranda, nama), izin)
        _permit_pustaka(group)
    for nama, kode in DAFTAR.items():
        _permit(nama, kode)
    _permit(peran.ADMIN, PENGELOLA)
    _build_workflow(beranda)


def _get_seksi(beranda: Page, nama: str) -> Page:
    """Where a role works: everywhere, or below one section once it is there."""
    slug = SEKSI.get(nama)
    return (slug and beranda.get_children().filter(slug=slug).first()) or beranda


def _get_izin(kode) -> list[Permission]:
    return list(Permission.objects.filter(codename__in=kode))


def _permit(nama: str, kode) -> None:
    Group.objects.get(name=nama).permissions.add(*_get_izin(kode))


def _permit_halaman(group: Group, halaman: Page, izin) -> None:
    for satu in _get_izin([f"{i}_page" for i in izin]):
        GroupPagePermission.objects.get_or_create(group=group, page=halaman, permission=satu)


def _permit_pustaka(group: Group) -> None:
    akar = Collection.get_first_root_node()
    for satu in _get_izin(PUSTAKA):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=akar, permission=satu
        )


def _build_workflow(beranda: Page) -> None:
    tugas, _baru = TinjauTask.objects.get_or_create(name="Tinjauan berita")
    tugas.groups.set(Group.objects.filter(name__in=PENINJAU))
    alur, _baru = Workflow.objects.get_or_create(name="Tinjauan sebelum terbit")
    WorkflowTask.objects.get_or_create(workflow=alur, task=tugas, defaults={"sort_order": 0})
    WorkflowPage.objects.get_or_create(page=beranda, defaults={"workflow": alur})
