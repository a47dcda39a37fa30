"""Tables and texts that are something else, or that something else takes for orders."""

from .dasar import BERKAS, DOKUMEN, SKRIP, Jahat

DIAMBIL = frozenset({DOKUMEN})
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
RUMUS = b"nama,jumlah\n=HYPERLINK(\"http://x\"),@SUM(1)\n=cmd|'/C calc'!A0,1\n"

SEMUA = [
    Jahat("csv-rumus", "a.csv", RUMUS, DIAMBIL),
    Jahat("csv-html", "a.csv", b"\n\n" + SKRIP),
    Jahat("csv-html-di-tengah", "a.csv", b"a,b\n" * 50_000 + b"x,<iframe src=//x>\n"),
    Jahat("csv-html-utf16", "a.csv", ("a,b\n" + SKRIP.decode()).encode("utf-16")),
    Jahat("txt-utf16", "a.txt", "Notulen rembug warga\n".encode("utf-16"), DIAMBIL, (b"\0",)),
    Jahat("txt-utf16-tanpa-tanda", "a.txt", "Notulen\n".encode("utf-16-le")),
    Jahat("txt-utf16-rusak", "a.txt", b"\xff\xfe\x00\xd8"),
    Jahat("txt-bukan-utf8", "a.txt", b"Notulen \xe9\xff rembug"),
    Jahat("txt-php", "a.txt", b"<?php system($_GET[0]); ?>"),
    Jahat("txt-svg", "a.txt", b"x <svg/onload=alert(1)>"),
    Jahat("txt-eicar", "a.txt", EICAR, DIAMBIL),
    Jahat("pdf-eicar", "a.pdf", EICAR),
    Jahat("txt-satu-baris-9-mb", "a.txt", b"a" * 9_000_000, DIAMBIL, ke=DIAMBIL),
    Jahat("txt-11-mb", "a.txt", b"a" * 11_000_000, ke=DIAMBIL),
    Jahat("txt-50-mb", "a.txt", b"a" * 50_000_000, ke=frozenset({BERKAS})),
    Jahat("html", "a.html", SKRIP),
    Jahat("tanpa-akhiran", "a", SKRIP),
]
