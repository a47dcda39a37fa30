"""The invented people of Desa Sumber Asri. Any likeness to a real person is chance."""

# username (a role, or a role with a number) -> (name, sex: p or l)
PENGGUNA = {
    "admin": ("Bagas Wicaksana", "l"),
    "editor": ("Laras Kinanti", "p"),
    "koordinator": ("Sukarno Hadiwijaya", "l"),
    "anggota-bkm": ("Endah Purwaningrum", "p"),
    "sekretaris": ("Wening Pratiwi", "p"),
    "manajer": ("Endang Rukmini", "p"),
    "pembuku": ("Yusuf Kartanegara", "l"),
    "kasir": ("Tutik Handayani", "p"),
    "petugas": ("Joko Prabangkara", "l"),
    "upl": ("Slamet Rahardi", "l"),
    "ups": ("Murni Hastuti", "p"),
    "pengawas": ("Darmaji Utama", "l"),
    "auditor": ("Ratih Kusumawardani", "p"),
    "fasilitator": ("Galih Nugraha", "l"),
    "panitia": ("Sekar Melati", "p"),
    "ppid": ("Andika Satriya", "l"),
    "ketua-ksm": ("Yati Suprihatin", "p"),
    "penggaduh": ("Paijan Mulyadi", "l"),
    "relawan": ("Sri Wahyuningtyas", "p"),
    "anggota-bkm-2": ("Hartini Wulandari", "p"),
    "anggota-bkm-3": ("Mukhlis Ramadani", "l"),
    "anggota-bkm-4": ("Sumiyati Lestari", "p"),
    "anggota-bkm-5": ("Bambang Trihatma", "l"),
}

# The head of the village, without an account: reads by a personal link.
KADES = ("Harjo Sumitro", "l")

_DEPAN_P = [
    "Rukmini",
    "Siti",
    "Lastri",
    "Wiji",
    "Tini",
    "Marsih",
    "Ngatini",
    "Kasmi",
    "Rumiyati",
    "Parti",
    "Sulastri",
    "Wagiyem",
]
_DEPAN_L = [
    "Wagiman",
    "Tukijan",
    "Parno",
    "Sutris",
    "Marno",
    "Kardi",
    "Suparmin",
    "Giyanto",
    "Tarmin",
    "Sarwono",
    "Basuki",
]
_BELAKANG = [
    "Asri",
    "Cahyani",
    "Sumber",
    "Lestari",
    "Widodo",
    "Rahayu",
    "Puspita",
    "Santika",
    "Mardika",
]


def make_warga() -> list[tuple[str, str]]:
    """Sixty more names with their sex, women first in every pair."""
    p = [(f"{a} {b}", "p") for a in _DEPAN_P for b in _BELAKANG[:3]]
    laki = [(f"{a} {b}", "l") for a in _DEPAN_L for b in _BELAKANG[3:6]]
    return [orang for pasangan in zip(p, laki, strict=False) for orang in pasangan][:60]


KSM = {
    "KSM Melati": "RT 01/RW 01",
    "KSM Mawar": "RT 02/RW 01",
    "KSM Anggrek": "RT 01/RW 02",
    "KSM Kenanga": "RT 04/RW 02",
    "KSM Sumber Rejeki": "RT 02/RW 03",
    "KSM Tani Makmur": "RT 03/RW 03",
    "KSM Batik Canting": "RT 01/RW 04",
    "KSM Dapur Ibu": "RT 02/RW 04",
}

JABATAN = (
    # username, unit, office, order
    ("koordinator", "bkm", "Koordinator", 0),
    ("anggota-bkm", "bkm", "Anggota", 1),
    ("anggota-bkm-2", "bkm", "Anggota", 2),
    ("anggota-bkm-3", "bkm", "Anggota", 3),
    ("anggota-bkm-4", "bkm", "Anggota", 4),
    ("anggota-bkm-5", "bkm", "Anggota", 5),
    ("sekretaris", "sekretariat", "Sekretaris", 0),
    ("manajer", "upk", "Manajer", 0),
    ("pembuku", "upk", "Pembuku", 1),
    ("kasir", "upk", "Kasir", 2),
    ("petugas", "upk", "Petugas pinjaman", 3),
    ("upl", "upl", "Koordinator UPL", 0),
    ("ups", "ups", "Koordinator UPS", 0),
    ("pengawas", "pengawas", "Pengawas UPK", 0),
)
