"""The shape of input: at the door (`pintu`), and in the office (`kantor`)."""

from .kantor import AkhiriPeranForm, AkunBaruForm, AkunForm, BeriPeranForm, NonaktifForm
from .kartu import KodeKartuForm, PinField, PinForm
from .pintu import (
    DuaLangkahForm,
    GantiSandiForm,
    MasukForm,
    SandiBaruForm,
    TeleponField,
    UbahAlamatForm,
    UlangDuaLangkahForm,
    UlangSandiForm,
)

__all__ = [
    "AkhiriPeranForm",
    "AkunBaruForm",
    "AkunForm",
    "BeriPeranForm",
    "DuaLangkahForm",
    "GantiSandiForm",
    "KodeKartuForm",
    "MasukForm",
    "NonaktifForm",
    "PinField",
    "PinForm",
    "SandiBaruForm",
    "TeleponField",
    "UbahAlamatForm",
    "UlangDuaLangkahForm",
    "UlangSandiForm",
]
