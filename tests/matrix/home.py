"""Rows of the public face and of its reviewers."""

from cms.accounts import peran

from .tabel import SEMUA, TAK_SEORANG, Baris, Pagar, roles

PENINJAU = roles(peran.KOORDINATOR, peran.PENINJAU)

BARIS = [
    Baris("lapangan/tinjau/", PENINJAU),
    Baris("lapangan/tinjau/<uuid:kunci>/", TAK_SEORANG, lambda d: {"kunci": d.acak}),
    Baris("lapangan/tinjau/<uuid:kunci>/jawab/", TAK_SEORANG, lambda d: {"kunci": d.acak}, "post"),
]
PAGAR = [Pagar("berita/", SEMUA), Pagar("agenda/", SEMUA), Pagar("cari/", SEMUA)]
