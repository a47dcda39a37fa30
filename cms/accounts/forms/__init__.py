"""The shape of input: at the door (`pintu`), and in the office (`kantor`)."""

from .kantor import AkhiriPeranForm, AkunBaruForm, AkunForm, BeriPeranForm, NonaktifForm
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
    "MasukForm",
    "NonaktifForm",
    "SandiBaruForm",
    "TeleponField",
    "UbahAlamatForm",
    "UlangDuaLangkahForm",
    "UlangSandiForm",
]
