"""E-mail: plain text and HTML, a stable Message-ID, one-click unsubscribing (RFC 8058)."""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from wagtail.models import Site

from cms.core.pagecache.ingat import per_generasi
from cms.core.setelan.models import SetelanBkm

from .. import tautan
from ..jenis import get_jenis
from ..models import Pesan
from . import GagalSementara, GagalTetap


class Surel:
    kode = "surel"
    idempoten = False

    def send(self, pesan: Pesan) -> None:
        try:
            build_surat(pesan).send()
        except SMTPRecipientsRefused as kesalahan:
            raise GagalTetap("alamat ditolak") from kesalahan
        except (SMTPException, OSError) as kesalahan:
            raise GagalSementara(type(kesalahan).__name__) from kesalahan


def build_surat(pesan: Pesan) -> EmailMultiAlternatives:
    """The letter as it leaves; on sample data it says so in subject and text."""
    setelan = _get_setelan()
    isi = {
        "pesan": pesan,
        "setelan": setelan,
        "tautan": tautan.make_absolute(pesan.tautan) if pesan.tautan else "",
        "berhenti": _get_berhenti(pesan),
    }
    judul = make_sebaris(pesan.judul)
    surat = EmailMultiAlternatives(
        subject=f"[Data contoh] {judul}" if setelan.contoh else judul,
        body=render_to_string("notifikasi/surel.txt", isi),
        to=[pesan.alamat],
        headers=_get_headers(pesan, isi["berhenti"]),
    )
    surat.attach_alternative(render_to_string("notifikasi/surel.html", isi), "text/html")
    return surat


def make_sebaris(teks: str) -> str:
    """A title as one line of a header: whatever breaks lines or does not show becomes a space."""
    return " ".join("".join(c if c.isprintable() else " " for c in teks).split())


@per_generasi
def _get_setelan() -> SetelanBkm:
    return SetelanBkm.for_site(Site.objects.get(is_default_site=True))


def _get_berhenti(pesan: Pesan) -> str:
    if get_jenis(pesan.jenis).wajib:
        return ""
    return tautan.make_berhenti(pesan.saluran, pesan.alamat, pesan.jenis)


def _get_headers(pesan: Pesan, berhenti: str) -> dict[str, str]:
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    headers = {"Message-ID": f"<{pesan.uuid}@{domain}>", "Auto-Submitted": "auto-generated"}
    if pesan.mungkin_ganda:
        headers["X-Guyub-Mungkin-Ganda"] = "ya"
    if berhenti:
        headers["List-Unsubscribe"] = f"<{berhenti}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
