"""PDFs that act by themselves, hide another file, or hide that they do."""

import zlib

from .dasar import BERKAS, DOKUMEN, SKRIP, Jahat, make_zip

DIAMBIL = frozenset({DOKUMEN, BERKAS})
AKSI = b"<</S/JavaScript/JS(app.alert(1))>>"


def make_pdf(katalog: bytes, *lain: bytes, ekor: bytes = b"") -> bytes:
    objek = [b"1 0 obj\n<</Type/Catalog/Pages 2 0 R%s>>\nendobj" % katalog]
    objek += [b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj"]
    objek += [b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>\nendobj", *lain]
    akhir = b"trailer\n<</Root 1 0 R/Size 9%s>>\nstartxref\n9\n%%%%EOF\n" % ekor
    return b"%PDF-1.7\n" + b"\n".join(objek) + b"\n" + akhir


def make_aliran(
    isi: bytes, *, saring=b"/Filter/FlateDecode", tambah=b"", pola=zlib.compress
) -> bytes:
    """Object 9: an object stream that holds object 8."""
    daftar, isi = b"8 0 ", pola(b"8 0 " + isi)
    kamus = b"/Type/ObjStm/N 1/First %d/Length %d" % (len(daftar), len(isi))
    return b"9 0 obj\n<<%s%s%s>>\nstream\n%s\nendstream\nendobj" % (kamus, saring, tambah, isi)


def make_tanpa_jenis() -> bytes:
    return make_aliran(AKSI).replace(b"/Type/ObjStm", b"")


TUNJUK = b"/OpenAction 8 0 R"
TAMPILAN = b"<</S/GoTo/D[3 0 R/Fit]>>"
BUKA_WEB = b"<</S/URI/URI(http://x.example/)>>"
AHX = b"/Filter[/FlateDecode/ASCIIHexDecode]"

SEMUA = [
    Jahat("pdf-utuh", "a.pdf", make_pdf(b""), DIAMBIL),
    Jahat("pdf-tampilan", "a.pdf", make_pdf(b"/OpenAction[3 0 R /Fit]"), DIAMBIL),
    Jahat("pdf-tampilan-goto", "a.pdf", make_pdf(b"/OpenAction" + TAMPILAN), DIAMBIL),
    Jahat("pdf-tampilan-dalam-aliran", "a.pdf", make_pdf(TUNJUK, make_aliran(TAMPILAN)), DIAMBIL),
    Jahat("pdf-tautan", "a.pdf", make_pdf(b"", b"8 0 obj\n" + BUKA_WEB + b"\nendobj"), DIAMBIL),
    Jahat("pdf-membuka-web", "a.pdf", make_pdf(b"/OpenAction" + BUKA_WEB)),
    Jahat("pdf-membuka-web-tunjuk", "a.pdf", make_pdf(TUNJUK, b"8 0 obj\n" + BUKA_WEB)),
    Jahat("pdf-membuka-web-aliran", "a.pdf", make_pdf(TUNJUK, make_aliran(BUKA_WEB))),
    Jahat("pdf-membuka-entah", "a.pdf", make_pdf(TUNJUK)),
    Jahat("pdf-membuka-lalu", "a.pdf", make_pdf(b"/OpenAction<</S/GoTo/D[3 0 R]/Next 8 0 R>>")),
    Jahat("pdf-javascript", "a.pdf", make_pdf(b"/OpenAction" + AKSI)),
    Jahat("pdf-javascript-nama", "a.pdf", make_pdf(b"/Names<</JavaScript 8 0 R>>")),
    Jahat("pdf-js-tersamar", "a.pdf", make_pdf(b"", b"8 0 obj<</J#53(app.alert(1))>>")),
    Jahat("pdf-javascript-tersamar", "a.pdf", make_pdf(b"/A<</S/J#61vaScr#69pt/J#53(x)>>")),
    Jahat("pdf-javascript-aliran", "a.pdf", make_pdf(b"", make_aliran(AKSI))),
    Jahat("pdf-js-aliran", "a.pdf", make_pdf(b"", make_aliran(b"<</JS(x)>>"))),
    Jahat("pdf-javascript-aliran-tersamar", "a.pdf", make_pdf(b"", make_aliran(b"<</#4a#53(x)>>"))),
    Jahat("pdf-aliran-tanpa-jenis", "a.pdf", make_pdf(b"", make_tanpa_jenis())),
    Jahat("pdf-aliran-dua-saringan", "a.pdf", make_pdf(b"", make_aliran(b"x", saring=AHX))),
    Jahat(
        "pdf-aliran-tanpa-saringan",
        "a.pdf",
        make_pdf(b"", make_aliran(b"x", saring=b"", pola=bytes)),
    ),
    Jahat(
        "pdf-aliran-ramalan", "a.pdf", make_pdf(b"", make_aliran(b"x", tambah=b"/DecodeParms<<>>"))
    ),
    Jahat("pdf-aliran-komentar", "a.pdf", make_pdf(b"", make_aliran(b"x", tambah=b"%\n"))),
    Jahat("pdf-aliran-rusak", "a.pdf", make_pdf(b"", make_aliran(b"x", pola=bytes))),
    Jahat("pdf-aliran-bom", "a.pdf", lambda: make_pdf(b"", make_aliran(bytes(60_000_000)))),
    Jahat(
        "pdf-aliran-daftar-aneh",
        "a.pdf",
        make_pdf(b"", make_aliran(b"x").replace(b"/First 4", b"/First 2")),
    ),
    Jahat("pdf-aa", "a.pdf", make_pdf(b"/AA<</WC 8 0 R>>")),
    Jahat("pdf-aa-aliran", "a.pdf", make_pdf(b"", make_aliran(b"<</AA<</O 7 0 R>>>>"))),
    Jahat("pdf-launch", "a.pdf", make_pdf(b"/A<</S/Launch/F(cmd.exe)>>")),
    Jahat("pdf-berkas-lain", "a.pdf", make_pdf(b"/A<</S/GoToR/F(\\\\\\\\x\\\\a)>>")),
    Jahat("pdf-lampiran", "a.pdf", make_pdf(b"/Names<</EmbeddedFiles 8 0 R>>")),
    Jahat("pdf-formulir-xfa", "a.pdf", make_pdf(b"/AcroForm<</XFA 8 0 R>>")),
    Jahat("pdf-terkunci", "a.pdf", make_pdf(b"", ekor=b"/Encrypt 8 0 R")),
    Jahat("pdf-dan-html", "a.pdf", make_pdf(b"") + b"<html>" + SKRIP),
    Jahat("html-dalam-pdf", "a.pdf", make_pdf(b"", b"%<html>" + SKRIP)),
    Jahat("pdf-dan-zip", "a.pdf", make_pdf(b"") + make_zip({"a": b"x"}), DIAMBIL, (b"PK\x03\x04",)),
    Jahat("pdf-terpotong", "a.pdf", make_pdf(b"")[:-8]),
    Jahat("pdf-kepala-saja", "a.pdf", b"%PDF-"),
    Jahat("html-lalu-pdf", "a.pdf", b"<p>" + make_pdf(b"")),
    Jahat("exe-bernama-pdf", "a.pdf", b"MZ\x90\0" + b"\0" * 99),
    Jahat("pdf-bernama-jpg", "a.jpg", make_pdf(b""), frozenset({BERKAS})),
]
