"""Form fields the rooms share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .rupiah import MAKSIMUM, RupiahTidakSah, format_rupiah, parse_rupiah

PESAN = {
    "bentuk": _("Write the amount in whole rupiah, for example 250000 or 250.000."),
    "terlalu_besar": _("This amount is too large."),
}


class RupiahField(forms.CharField):
    """Money as people type it, cleaned to integer rupiah; `{% bidang %}` spells it out below the field."""

    uang = True

    def __init__(self, *, minimal: int = 0, maksimal: int = MAKSIMUM, **kwargs: Any) -> None:
        self.minimal, self.maksimal = minimal, maksimal
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            return parse_rupiah(str(value))
        except RupiahTidakSah as salah:
            raise ValidationError(
                PESAN.get(salah.kode, PESAN["bentuk"]), code=salah.kode
            ) from salah

    def run_validators(self, value: Any) -> None:
        """Bounds instead of CharField's rules about length, which look at text."""
        if value is None:
            return
        if value < self.minimal:
            raise ValidationError(_("At least %(batas)s.") % {"batas": format_rupiah(self.minimal)})
        if value > self.maksimal:
            raise ValidationError(_("At most %(batas)s.") % {"batas": format_rupiah(self.maksimal)})

    def prepare_value(self, value: Any) -> Any:
        return format_rupiah(value) if isinstance(value, int) else value
