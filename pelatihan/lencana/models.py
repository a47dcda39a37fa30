"""The public halves of the keys that sign badges; they stay, so that old badges can be checked."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


class KunciLencana(models.Model):
    """One Ed25519 key. The secret half lies in the data folder or the environment, never here.

    `kid` is the thumbprint of the public key (RFC 7638); `publik` its 32 bytes in base64url.
    The one without `diganti_pada` signs.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kid = models.CharField(max_length=43, unique=True, editable=False)
    publik = models.CharField(max_length=43, editable=False)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    diganti_pada = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-dibuat_pada", "-id"]
        verbose_name = _("key of badges")
        verbose_name_plural = _("keys of badges")
        constraints = [
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(diganti_pada__isnull=True),
                name="kunci_lencana_satu_berlaku",
            )
        ]

    def __str__(self) -> str:
        return self.kid
