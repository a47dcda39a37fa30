"""What waits for a reviewer."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.core.tugas import Pintasan, Tugas

from ..agenda.pages import AcaraPage, AgendaIndexPage
from ..berita.pages import BeritaIndexPage, BeritaPage
from .models import TinjauanSusulan, TinjauTask
from .permissions import can_review_berita


@dataclass(frozen=True)
class Menunggu:
    """One item that waits: its title, where to review it, since when, and by whom it was sent."""

    judul: str
    url: str
    sejak: datetime
    pengirim: str


def get_open_state(berita: BeritaPage) -> TaskState | None:
    """The review under way, or None."""
    state = berita.current_workflow_task_state
    return state if state and isinstance(state.task.specific, TinjauTask) else None


def get_naskah(berita: BeritaPage) -> Revision | None:
    """What a reviewer judges: what is public if it waits for a look afterwards, else the last text."""
    susulan = berita.live_revision_id and not get_open_state(berita) and get_susulan(berita)
    return berita.live_revision if susulan else berita.get_latest_revision()


def get_susulan(berita: BeritaPage) -> TinjauanSusulan | None:
    """The look afterwards that is still open, or None."""
    return berita.tinjauan_susulan.filter(diperiksa_pada__isnull=True).first()


def get_sidik(naskah: Revision | None) -> str:
    """A fingerprint of exactly this text; a revision may be overwritten while it is written."""
    isi = json.dumps(naskah.content if naskah else None, sort_keys=True)
    return hashlib.sha256(isi.encode()).hexdigest()


def get_catatan(berita: BeritaPage) -> str:
    """Why the item came back to its writer; empty if the last answer was not a refusal."""
    keadaan = WorkflowState.objects.for_instance(berita)
    terakhir = TaskState.objects.filter(workflow_state__in=keadaan).order_by("pk").last()
    kembali = terakhir and terakhir.status == TaskState.STATUS_REJECTED
    return terakhir.comment if kembali else ""


def get_alamat(halaman: Page) -> str:
    """Where a reviewer answers: the phone page for news, the office for every other page."""
    halaman = halaman.specific
    if isinstance(halaman, BeritaPage):
        return f"/lapangan/tinjau/{halaman.kunci}/"
    return reverse("wagtailadmin_pages:edit", args=[halaman.pk])


def get_open_states():
    """Every review under way, oldest first."""
    tugas = TinjauTask.objects.values("pk")
    terbuka = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=tugas)
    return terbuka.select_related("workflow_state__requested_by", "revision").order_by("started_at")


def get_tugas(user) -> list[Tugas]:
    """What came back to this writer, then the reviews that wait for this account."""
    return [*_list_dikembalikan(user), *_list_tinjauan(user)]


def _list_dikembalikan(user) -> list[Tugas]:
    kembali = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES,
        requested_by=user,
        current_task_state__task__in=TinjauTask.objects.values("pk"),
    ).select_related("current_task_state__revision")
    return [
        Tugas(
            satu.current_task_state.revision.object_str,
            gettext("Came back with a note"),
            get_alamat(satu.content_object),
            gettext("Read the note"),
            satu.current_task_state.finished_at,
        )
        for satu in kembali
    ]


def _list_tinjauan(user) -> list[Tugas]:
    """One's own items wait for somebody else."""
    if not can_review_berita(user):
        return []
    return [
        Tugas(
            m.judul,
            gettext("From %(nama)s") % {"nama": m.pengirim},
            m.url,
            gettext("Review"),
            m.sejak,
        )
        for m in list_menunggu()
        if m.pengirim != str(user)
    ]


def list_menunggu() -> list[Menunggu]:
    """Items that wait for review before or after publication, oldest first."""
    biasa = [
        Menunggu(
            judul=state.revision.object_str,
            url=get_alamat(state.workflow_state.content_object),
            sejak=state.started_at,
            pengirim=str(state.workflow_state.requested_by or ""),
        )
        for state in get_open_states()
    ]
    susulan = TinjauanSusulan.objects.filter(diperiksa_pada__isnull=True)
    segera = [
        Menunggu(
            judul=satu.berita.title,
            url=get_alamat(satu.berita),
            sejak=satu.diminta_pada,
            pengirim=str(satu.penerbit),
        )
        for satu in susulan.select_related("berita", "penerbit")
    ]
    return sorted(biasa + segera, key=lambda m: m.sejak)


def get_pintasan(user) -> list[Pintasan]:
    """A new item of news or an event, for whoever may write one."""
    jenis = (
        (gettext("New news item"), BeritaPage, BeritaIndexPage),
        (gettext("New event"), AcaraPage, AgendaIndexPage),
    )
    return [
        Pintasan(judul, _get_alamat_baru(model, induk))
        for judul, model, tempat in jenis
        if (induk := tempat.objects.first()) and induk.permissions_for_user(user).can_add_subpage()
    ]


def _get_alamat_baru(model: type[Page], induk: Page) -> str:
    letak = [model._meta.app_label, model._meta.model_name, induk.pk]
    return reverse("wagtailadmin_pages:add", args=letak)
