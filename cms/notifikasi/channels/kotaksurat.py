"""Django's mail backend of the local profile: a mailbox in the data folder, one file a letter."""

import uuid
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

from cms.core import waktu


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
    nama = f"{waktu.sekarang():%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:12]}"
    draft = get_folder() / f".{nama}"
    draft.write_bytes(isi)
    draft.rename(get_folder() / f"{nama}.eml")
