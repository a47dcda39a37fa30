"""Office files that carry a program, fetch something, or are no office files."""

import io
import zipfile

from .dasar import DOKUMEN, SKRIP, Jahat, make_zip

DIAMBIL = frozenset({DOKUMEN})
TIPE = "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HUBUNGAN = (
    '<Relationships><Relationship Id="a" Type="http://x/relationships/%s" Target="%s" '
    'TargetMode="External"/></Relationships>'
)
ODT = b"application/vnd.oasis.opendocument.text"


def make_docx(isi: dict | None = None) -> bytes:
    return make_zip({TIPE: "<Types/>", "word/document.xml": "<w:document/>", **(isi or {})})


def make_xlsx(isi: dict | None = None) -> bytes:
    return make_zip({TIPE: "<Types/>", "xl/workbook.xml": "<workbook/>", **(isi or {})})


def make_jauh(jenis: str, alamat: str) -> bytes:
    return make_docx({"word/_rels/settings.xml.rels": HUBUNGAN % (jenis, alamat)})


def make_kembar() -> bytes:
    """Two parts of one name: two programs read two different ones."""
    hasil = io.BytesIO(make_docx())
    with zipfile.ZipFile(hasil, "a") as arsip:
        arsip.writestr("word/document2.xml", "<lain/>")
    return hasil.getvalue().replace(b"word/document2.xml", b"word/document.xml\0")


def make_terkunci() -> bytes:
    """A zip whose parts say that they are locked."""
    isi = bytearray(make_docx())
    isi[isi.index(b"PK\x01\x02") + 8] |= 1
    return bytes(isi)


SEMUA = [
    Jahat("docx-utuh", "a.docx", make_docx(), DIAMBIL),
    Jahat("docx-tautan-biasa", "a.docx", make_jauh("hyperlink", "https://a.example/"), DIAMBIL),
    Jahat("docx-makro", "a.docx", make_docx({"word/vbaProject.bin": OLE})),
    Jahat("docm", "a.docm", make_docx({"word/vbaProject.bin": OLE})),
    Jahat("docm-bernama-docx", "a.docx", make_docx({TIPE: '<Types a="x.macroEnabled.main+xml"/>'})),
    Jahat("xlsm-bernama-xlsx", "a.xlsx", make_xlsx({"xl/vbaProject.bin": OLE})),
    Jahat("xlsx-makro-lama", "a.xlsx", make_xlsx({"xl/macrosheets/sheet1.xml": "<a/>"})),
    Jahat("docx-activex", "a.docx", make_docx({"word/activeX/activeX1.xml": "<a/>"})),
    Jahat("docx-ole", "a.docx", make_docx({"word/embeddings/oleObject1.bin": OLE})),
    Jahat("docx-exe", "a.docx", make_docx({"word/media/image1.png": b"MZ\x90\0"})),
    Jahat("doc-lama-bernama-docx", "a.docx", OLE),
    Jahat("doc-lama", "a.doc", OLE),
    Jahat("docx-templat-jauh", "a.docx", make_jauh("attachedTemplate", "http://x/a.dotm")),
    Jahat("docx-templat-unc", "a.docx", make_jauh("attachedTemplate", r"\\x\a.dotm")),
    Jahat("docx-templat-tersamar", "a.docx", make_jauh("attachedTemplate", "&#104;ttp://x/a")),
    Jahat("docx-objek-jauh", "a.docx", make_jauh("oleObject", "file://x/a")),
    Jahat("docx-xxe", "a.docx", make_docx({"word/x.xml": '<!DOCTYPE a SYSTEM "file:///a">'})),
    Jahat("docx-nama-jalan", "a.docx", make_docx({"word/../../../etc/cron.d/a": "x"})),
    Jahat("docx-nama-akar", "a.docx", make_docx({"/etc/cron.d/a": "x"})),
    Jahat("docx-kembar", "a.docx", make_kembar()),
    Jahat("docx-terkunci", "a.docx", make_terkunci()),
    Jahat("docx-bom", "a.docx", lambda: make_docx({"word/a.xml": bytes(201 * 1024 * 1024)})),
    Jahat("xlsx-bom-isi", "a.xlsx", lambda: make_xlsx({f"xl/{i}.xml": "" for i in range(3100)})),
    Jahat("docx-dan-html", "a.docx", make_docx() + SKRIP),
    Jahat("html-dan-docx", "a.docx", SKRIP + make_docx()),
    Jahat("xlsx-bernama-docx", "a.docx", make_xlsx()),
    Jahat("zip-bernama-docx", "a.docx", make_zip({"a.txt": "x"})),
    Jahat("odt-utuh", "a.odt", make_zip({"mimetype": ODT, "content.xml": "<a/>"}), DIAMBIL),
    Jahat("odt-makro", "a.odt", make_zip({"mimetype": ODT, "Basic/Standard/a.xml": "<a/>"})),
    Jahat("odt-jenis-lain", "a.odt", make_zip({"mimetype": b"text/html", "content.xml": "<a/>"})),
    Jahat("exe-bernama-xlsx", "a.xlsx", b"MZ\x90\0" + b"\0" * 100),
]
