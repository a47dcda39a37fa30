"""The roles of a BKM by name; a role is a Django group that counts only inside dated rows."""

from django.utils.translation import gettext_lazy as _

ADMIN = "admin"
EDITOR = "editor"
KOORDINATOR = "koordinator"
ANGGOTA_BKM = "anggota-bkm"
SEKRETARIS = "sekretaris"
MANAJER = "manajer"
PEMBUKU = "pembuku"
KASIR = "kasir"
PETUGAS = "petugas"
UPL = "upl"
UPS = "ups"
PENGAWAS = "pengawas"
AUDITOR = "auditor"
FASILITATOR = "fasilitator"
PANITIA = "panitia"
PPID = "ppid"
KETUA_KSM = "ketua-ksm"
PENGGADUH = "penggaduh"
RELAWAN = "relawan"
# Held beside another role, by BKM members named for it: they review news before it goes out.
PENINJAU = "peninjau"

NAMA = {
    ADMIN: _("Administrator"),
    EDITOR: _("News editor"),
    KOORDINATOR: _("Coordinator of the BKM"),
    ANGGOTA_BKM: _("Member of the BKM"),
    SEKRETARIS: _("Secretary"),
    MANAJER: _("Manager of the UPK"),
    PEMBUKU: _("Bookkeeper of the UPK"),
    KASIR: _("Cashier of the UPK"),
    PETUGAS: _("Loan officer of the UPK"),
    UPL: _("Environment unit (UPL)"),
    UPS: _("Social unit (UPS)"),
    PENGAWAS: _("Supervisor of the UPK"),
    AUDITOR: _("Auditor"),
    FASILITATOR: _("Facilitator of training"),
    PANITIA: _("Committee member"),
    PPID: _("Information officer"),
    KETUA_KSM: _("Chair of a KSM"),
    PENGGADUH: _("Keeper of goats"),
    RELAWAN: _("Volunteer"),
    PENINJAU: _("Reviewer of news"),
}
TAMBAHAN = (PENINJAU,)
SEMUA = tuple(nama for nama in NAMA if nama not in TAMBAHAN)
# Those who come into the office (the admin); the others use the public face and /belajar/.
KANTOR = (*SEMUA[: SEMUA.index(KETUA_KSM)], PENINJAU)
# Those who touch money or people's data: a second factor is forced for them in production.
WAJIB_MFA = (
    ADMIN,
    KOORDINATOR,
    SEKRETARIS,
    MANAJER,
    PEMBUKU,
    KASIR,
    PETUGAS,
    PENGAWAS,
    AUDITOR,
    PPID,
)
