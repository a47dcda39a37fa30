"""Review of news: asking, answering, reminding, looking afterwards, and telling subscribers."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState, WorkflowState

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.komunitas.selectors import get_penerima_peran, get_penerima_user
from cms.notifikasi.selectors import get_pelanggan
from cms.notifikasi.services import queue_pesan

from ..berita.pages import BeritaPage
from . import permissions
from .models import TinjauanSusulan
from .selectors import get_alamat, get_naskah, get_open_state, get_open_states, get_sidik

INGATKAN_SESUDAH = timedelta(days=2)
KABARKAN_SELAMA = timedelta(days=3)


class BukanPeninjau(Exception):
    """This account does not review news, or sent this item itself."""


class HarusDitinjau(Exception):
    """The item is not urgent and there is somebody who can review it first."""


class NaskahBerubah(Exception):
    """The text is another one than the reviewer has read."""


class SudahDitinjau(Exception):
    """Somebody else was faster, or the editor took the item back."""


def _get_peninjau(kecuali: User | None) -> list:
    semua = get_penerima_peran(*permissions.PENINJAU)
    return [p for p in semua if kecuali is None or p.user_id != kecuali.pk]


def ask_review(task_state: TaskState) -> None:
    """Tell every reviewer but the sender that an item waits."""
    keadaan = task_state.workflow_state
    queue_pesan(
        "tinjau_berita",
        kunci=f"tinjau:{task_state.pk}",
        penerima=_get_peninjau(keadaan.requested_by),
        judul=_("Please review: %(judul)s") % {"judul": task_state.revision.object_str},
        isi=_("Read the whole item on one page, then approve it or send it back with a note."),
        tautan=get_alamat(keadaan.content_object),
    )


def tell_editor(task_state: TaskState, user: User, action: str, catatan: str) -> None:
    """Tell the sender what the reviewer decided."""
    keadaan = task_state.workflow_state
    if keadaan.requested_by is None or action not in ("approve", "reject"):
        return
    judul = {
        "approve": _("Approved and published: %(judul)s"),
        "reject": _("Sent back to you: %(judul)s"),
    }[action]
    queue_pesan(
        "tinjau_jawaban",
        kunci=f"tinjau:{task_state.pk}:{action}",
        penerima=[get_penerima_user(keadaan.requested_by)],
        judul=judul % {"judul": task_state.revision.object_str},
        isi=_("From %(nama)s.") % {"nama": user.get_full_name()}
        + (f"\n\n{catatan}" if catatan else ""),
        tautan=get_alamat(keadaan.content_object),
    )


def _check_dibaca(berita: BeritaPage, sidik: str | None) -> None:
    """Lock the text under review; None means that the caller has just read it."""
    naskah = get_naskah(berita)
    if naskah is not None:
        naskah = Revision.objects.select_for_update().get(pk=naskah.pk)
    if sidik is not None and sidik != get_sidik(naskah):
        raise NaskahBerubah


@transaction.atomic
def answer_review(
    *, berita: BeritaPage, actor: User, setuju: bool, catatan: str = "", sidik: str | None = None
) -> None:
    """Answer about the text with this fingerprint, from the phone page.

    Raises BukanPeninjau, SudahDitinjau, NaskahBerubah.
    """
    if not permissions.can_review_berita(actor, berita):
        raise BukanPeninjau
    state = get_open_state(berita)
    if state is None:
        raise SudahDitinjau
    terkunci = TaskState.objects.select_for_update().get(pk=state.pk)
    if terkunci.status != TaskState.STATUS_IN_PROGRESS:
        raise SudahDitinjau
    tugas = state.task.specific
    if state.workflow_state.requested_by_id == actor.pk:
        raise BukanPeninjau
    _check_dibaca(berita, sidik)
    tugas.on_action(state, actor, "approve" if setuju else "reject", comment=catatan)
    record_jejak(actor, "answer_review", _Objek(berita), sesudah={"setuju": setuju})


class _Objek:
    """A page as the audit trail names it."""

    def __init__(self, berita: BeritaPage):
        self._meta, self.uuid = berita._meta, berita.kunci


@transaction.atomic
def publish_susulan(*, berita: BeritaPage, actor: User) -> TinjauanSusulan:
    """Publish what the actor has just saved; reviewers look afterwards. Raises HarusDitinjau.

    What is to go out later is not urgent: by then another text might be the one that was looked at.
    """
    revisi = berita.latest_revision
    naskah = revisi.as_object()
    nanti = naskah.go_live_at and naskah.go_live_at > waktu.sekarang()
    if nanti or not permissions.can_publish_susulan(actor, naskah.segera):
        raise HarusDitinjau
    revisi.publish(user=actor, skip_permission_checks=True)
    return _note_susulan(naskah, actor)


@transaction.atomic
def publish_disetujui(keadaan: WorkflowState, user: User | None = None) -> None:
    """The end of a review: the task has judged who may approve, so Wagtail need not ask again."""
    halaman = keadaan.content_object.specific
    halaman.get_latest_revision().publish(user=user, skip_permission_checks=True)
    if user and isinstance(halaman, BeritaPage) and not permissions.can_review_berita(user):
        _note_susulan(halaman, user)


def _note_susulan(berita: BeritaPage, actor: User) -> TinjauanSusulan:
    """One open row for each item; who published last is not the one who looks."""
    baris, baru = TinjauanSusulan.objects.update_or_create(
        berita_id=berita.pk, diperiksa_pada=None, defaults={"penerbit": actor}
    )
    record_jejak(actor, "publish_segera", baris)
    if baru:
        _ask_susulan(baris, berita)
    return baris


def _ask_susulan(baris: TinjauanSusulan, berita: BeritaPage) -> None:
    queue_pesan(
        "tinjau_berita",
        kunci=f"susulan:{baris.uuid}",
        penerima=_get_peninjau(baris.penerbit),
        judul=_("Published at once, please look: %(judul)s") % {"judul": berita.title},
        isi=_("The item is urgent and public already. Confirm it or write what must be corrected."),
        tautan=get_alamat(berita),
        prioritas=1,
    )


@transaction.atomic
def check_susulan(
    *, berita: BeritaPage, actor: User, catatan: str = "", sidik: str | None = None
) -> TinjauanSusulan:
    """A reviewer looked afterwards; a note goes to the editor.

    Raises BukanPeninjau, SudahDitinjau, NaskahBerubah.
    """
    terbuka = TinjauanSusulan.objects.select_for_update().filter(
        berita=berita, diperiksa_pada__isnull=True
    )
    baris = terbuka.first()
    if baris is None:
        raise SudahDitinjau
    if not permissions.can_review_berita(actor) or baris.penerbit_id == actor.pk:
        raise BukanPeninjau
    _check_dibaca(berita, sidik)
    baris.diperiksa_oleh, baris.diperiksa_pada = actor, waktu.sekarang()
    baris.catatan = catatan[:500]
    baris.save(update_fields=["diperiksa_oleh", "diperiksa_pada", "catatan"])
    record_jejak(actor, "check_susulan", baris)
    if catatan:
        _ask_ralat(baris)
    return baris


def _ask_ralat(baris: TinjauanSusulan) -> None:
    queue_pesan(
        "tinjau_jawaban",
        kunci=f"susulan:{baris.uuid}:catatan",
        penerima=[get_penerima_user(baris.penerbit)],
        judul=_("Please correct: %(judul)s") % {"judul": baris.berita.title},
        isi=f"{baris.catatan}\n\n" + _("Add a correction (ralat) with today's date to the item."),
        tautan=get_alamat(baris.berita),
    )


def remind_review() -> int:
    """Remind all reviewers, once, of what has waited two days; returns how many items."""
    batas = waktu.sekarang() - INGATKAN_SESUDAH
    lama = list(get_open_states().filter(started_at__lte=batas))
    for state in lama:
        queue_pesan(
            "tinjau_berita",
            kunci=f"tinjau:{state.pk}:ingat",
            penerima=_get_peninjau(state.workflow_state.requested_by),
            judul=_("Still waiting for review: %(judul)s") % {"judul": state.revision.object_str},
            isi=_("It has waited for more than two days."),
            tautan=get_alamat(state.workflow_state.content_object),
        )
    return len(lama)


def announce_berita() -> int:
    """Tell subscribers of fresh news, also of what a schedule published; each item once."""
    sejak = waktu.sekarang() - KABARKAN_SELAMA
    baru = (
        BeritaPage.objects.live()
        .public()
        .filter(first_published_at__gte=sejak, dikabarkan_pada__isnull=True)
    )
    return sum(_announce(berita) for berita in baru)


@transaction.atomic
def _announce(berita: BeritaPage) -> int:
    belum = BeritaPage.objects.filter(pk=berita.pk, dikabarkan_pada__isnull=True)
    if not belum.update(dikabarkan_pada=waktu.sekarang()):
        return 0
    queue_pesan(
        "berita_terbit",
        kunci=f"berita:{berita.kunci}",
        penerima=get_pelanggan(),
        judul=berita.title,
        isi=berita.ringkasan or berita.title,
        tautan=berita.url or "/berita/",
    )
    return 1
