"""Names of files that lead elsewhere. The content is a good picture: only the name is hostile."""

from .dasar import DOKUMEN, GAMBAR, PRIBADI, SEMUA_PINTU, Jahat
from .gambar import JPG, PNG

PUBLIK = frozenset({GAMBAR, DOKUMEN})

SEMUA = [
    Jahat("nama-jalan", "../../../etc/passwd.png", PNG, SEMUA_PINTU),
    Jahat("nama-jalan-windows", "..\\..\\windows\\a.png", PNG, SEMUA_PINTU),
    Jahat("nama-nol", "a\x00.php.png", PNG, SEMUA_PINTU),
    Jahat("nama-400-huruf", "a" * 400 + ".png", PNG, SEMUA_PINTU),
    Jahat("nama-berbalik", "foto\u202egnp.jpg", JPG, SEMUA_PINTU),
    Jahat("nama-perangkat", "con.png", PNG, SEMUA_PINTU),
    Jahat("nama-dua-akhiran", "a.php.png", PNG, SEMUA_PINTU),
    Jahat("nama-baris-baru", "a\r\nX-Jahat: 1.png", PNG, PRIBADI),
    Jahat("nama-skrip", '"><svg onload=alert(1)>.png', PNG, SEMUA_PINTU),
    Jahat("nama-titik-saja", "...", PNG, PRIBADI),
    Jahat("nama-induk", "..", PNG, ke=PUBLIK),
    Jahat("nama-tanpa-akhiran", "gambar", PNG, PRIBADI),
    Jahat("nama-akhiran-saja", ".png", PNG, PRIBADI),
]
