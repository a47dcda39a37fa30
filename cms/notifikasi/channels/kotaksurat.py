"""Django's mail backend of the local profile: a mailbox in the data folder, one file a letter."""

import email
import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

from cms.core import waktu

NAMA = r"\d{8}T\d{6}-[0-9a-f]{12}"


def get_folder() -> Path:
    return Path(settings.GUYUB_DATA) / "surat"


class EmailBackend(BaseEmailBackend):
    """Writes each letter whole or not at all."""

    def send_messages(self, email_messages) -> int:
        get_folder().mkdir(parents=True, exist_ok=True)
        for surat in email_messages:
            _write(surat.message().as_bytes())
        return len(email_messages)


def _write(isi: bytes) -> None:
    nama = f"{waktu.sekarang().astimezone(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:12]}"
    draft = get_folder() / f".{nama}"
    draft.write_bytes(isi)
    draft.rename(get_folder() / f"{nama}.eml")


@dataclass(frozen=True)
class Surat:
    """A letter as its receiver would see it; `teks` is its plain text."""

    nama: str
    judul: str
    kepada: str
    saat: datetime
    teks: str


def list_nama() -> list[str]:
    """Names of the letters in the mailbox, the newest first."""
    return sorted((p.stem for p in get_folder().glob("[0-9]*.eml")), reverse=True)


def read_surat(nama: str) -> Surat | None:
    """One letter; None if there is none of this name."""
    path = get_folder() / f"{nama}.eml"
    if not re.fullmatch(NAMA, nama) or not path.is_file():
        return None
    surat = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    badan = surat.get_body(("plain",))
    return Surat(
        nama=nama,
        judul=str(surat["Subject"] or ""),
        kepada=str(surat["To"] or ""),
        saat=datetime.strptime(nama[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC),
        teks=badan.get_content() if badan else "",
    )
