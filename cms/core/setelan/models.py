"""What the house knows about its BKM: edited once, shown on every page."""

import copy

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from ..pagecache.ingat import per_generasi


@register_setting(icon="home")
class SetelanBkm(BaseSiteSetting):
    """The BKM of this installation."""

    nama = models.CharField(_("name of the BKM"), max_length=80, default="BKM")
    jenis_lembaga = models.CharField(
        _("kind of body"), max_length=80, default="Badan Keswadayaan Masyarakat"
    )
    semboyan = models.CharField(
        _("motto"), max_length=120, default="Yang kita putuskan, kerjakan, dan miliki bersama"
    )
    desa = models.CharField(_("village or kelurahan"), max_length=80, blank=True)
    alamat = models.CharField(_("address"), max_length=200, blank=True)
    jam_buka = models.CharField(_("opening hours"), max_length=120, blank=True)
    telepon = models.CharField(_("phone"), max_length=40, blank=True)
    whatsapp = models.CharField(_("WhatsApp"), max_length=40, blank=True)
    surel = models.EmailField(_("e-mail"), blank=True)
    logo = models.ForeignKey(
        "core.Gambar",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    contoh = models.BooleanField(default=False, editable=False)

    panels = [
        MultiFieldPanel(
            [FieldPanel(n) for n in ("nama", "jenis_lembaga", "semboyan", "desa", "logo")],
            heading=_("Identity"),
        ),
        MultiFieldPanel(
            [FieldPanel(n) for n in ("alamat", "jam_buka", "telepon", "whatsapp", "surel")],
            heading=_("Contact"),
        ),
    ]

    class Meta:
        verbose_name = _("about the BKM")

    @classmethod
    def for_site(cls, site):
        """A copy of what is remembered for this generation, so that nobody changes another's."""
        return copy.copy(_fetch(site.pk)) if site and site.pk else super().for_site(site)

    def __str__(self) -> str:
        return self.nama


@per_generasi
def _fetch(site_id: int) -> SetelanBkm:
    return SetelanBkm.objects.get_or_create(site_id=site_id)[0]
