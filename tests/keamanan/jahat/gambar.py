"""Pictures that hide something, that are something else, or that grow when opened."""

import gzip
import io
import struct
import zlib

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from .dasar import PRIBADI, SEMUA_PINTU, SKRIP, Jahat, make_zip


def make(bentuk: str = "JPEG", *, sisi=(40, 20), warna="RGB", **pilihan) -> bytes:
    hasil = io.BytesIO()
    Image.new(warna, sisi).save(hasil, bentuk, **pilihan)
    return hasil.getvalue()


def make_animasi(bentuk: str, bingkai: int, sisi=(40, 20)) -> bytes:
    lain = [Image.new("RGB", sisi, (i % 255, 0, 0)) for i in range(bingkai)]
    return make(bentuk, sisi=sisi, save_all=True, append_images=lain, duration=10)


def make_bagian(jenis: bytes, isi: bytes) -> bytes:
    """A chunk of a PNG."""
    sidik = struct.pack(">I", zlib.crc32(jenis + isi))
    return struct.pack(">I", len(isi)) + jenis + isi + sidik


def make_png(lebar: int, tinggi: int, *tambahan: bytes) -> bytes:
    kepala = make_bagian(b"IHDR", struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0))
    isi = make_bagian(b"IDAT", zlib.compress(b"\0" * 3_000_000, 9))
    return b"\x89PNG\r\n\x1a\n" + kepala + b"".join(tambahan) + isi + make_bagian(b"IEND", b"")


def make_bom(jenis: bytes) -> bytes:
    """A PNG with a chunk of text or of a colour profile that unpacks to 70 MB."""
    isi = b"a\0\0" + zlib.compress(bytes(70_000_000), 1)
    return make_png(1000, 1000, make_bagian(jenis, isi))


def make_exif() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (7.0, 30.0, 0.0), 3: "E", 4: (110.0, 0.0, 0.0)}
    exif[0x010E] = "<!-- <script>alert(1)</script> -->"
    return make(exif=exif)


def make_teks_png() -> bytes:
    info = PngInfo()
    info.add_text("Comment", SKRIP.decode())
    return make("PNG", pnginfo=info)


def make_mpo() -> bytes:
    lain = Image.new("RGB", (40, 20), "red")
    return make("MPO", save_all=True, append_images=[lain])


JPG, PNG, GIF = make(), make("PNG"), make("GIF", warna="P")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"%s>%s</svg>'
XXE = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ASING = SVG % (b"", b"<foreignObject><body onload='alert(1)'/></foreignObject>")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
PSD = b"8BPS\0\1" + b"\0" * 6 + struct.pack(">HIIHH", 3, 9, 9, 8, 3) + b"\0" * 40
TERSEMBUNYI = (SKRIP, b"Exif", b"PK\x03\x04", b"alert")

SEMUA = [
    Jahat("jpeg-nol-byte", "a.jpg", b""),
    Jahat("jpeg-satu-byte", "a.jpg", b"\xff"),
    Jahat("png-kepala-saja", "a.png", b"\x89PNG\r\n\x1a\n"),
    Jahat("jpeg-terpotong", "a.jpg", make(sisi=(400, 400), quality=95)[:900]),
    Jahat("jpeg-dan-html", "a.jpg", JPG + b"<html>" + SKRIP, SEMUA_PINTU, TERSEMBUNYI),
    Jahat("png-dan-zip", "a.png", PNG + make_zip({"a.exe": b"MZ"}), SEMUA_PINTU, TERSEMBUNYI),
    Jahat("png-komentar-skrip", "a.png", make_teks_png(), SEMUA_PINTU, TERSEMBUNYI),
    Jahat("jpeg-tempat-dan-komentar", "a.jpg", make_exif(), SEMUA_PINTU, TERSEMBUNYI),
    Jahat("jpeg-komentar", "a.jpg", make(comment=SKRIP), SEMUA_PINTU, TERSEMBUNYI),
    Jahat("jpeg-bernama-png", "a.png", JPG, SEMUA_PINTU - {"gambar"}),
    Jahat("jpeg-dua-gambar", "a.jpg", make_mpo(), SEMUA_PINTU, (b"MPF",)),
    Jahat("gif-dan-js", "a.gif", GIF + b"/*" + SKRIP + b"*/=1;"),
    Jahat("gif-js-bernama-jpg", "a.jpg", b"GIF89a/*" + GIF[8:] + b"*/=alert(1)"),
    Jahat("gif-banyak-bingkai", "a.gif", lambda: make_animasi("GIF", 400)),
    Jahat("webp-bergerak", "a.webp", make_animasi("WEBP", 5), SEMUA_PINTU, (b"ANIM",)),
    Jahat("webp-bom-bingkai", "a.webp", lambda: make_animasi("WEBP", 75, (850, 850)), SEMUA_PINTU),
    Jahat("png-bom-piksel", "a.png", make_png(30_000, 30_000)),
    Jahat("png-bom-teks", "a.png", lambda: make_bom(b"zTXt")),
    Jahat("png-bom-warna", "a.png", lambda: make_bom(b"iCCP")),
    Jahat("png-ukuran-nol", "a.png", make_png(0, 0)),
    Jahat("svg-skrip", "a.svg", SVG % (b"", SKRIP)),
    Jahat("svg-onload", "a.svg", SVG % (b" onload='alert(1)'", b"")),
    Jahat("svg-benda-asing", "a.svg", ASING),
    Jahat("svg-xxe", "a.svg", XXE + SVG % (b"", b"<text>&a;</text>")),
    Jahat("svg-bernama-png", "a.png", SVG % (b"", SKRIP)),
    Jahat("svg-xxe-bernama-jpg", "a.jpg", XXE + SVG % (b"", b"&a;")),
    Jahat("svgz-bom", "a.svgz", lambda: gzip.compress(b"<svg>" + b" " * 30_000_000)),
    Jahat("html-bernama-jpg", "a.jpg", b"<!doctype html>" + SKRIP),
    Jahat("skrip-bernama-png", "a.png", b"#!/bin/sh\nrm -rf /\n"),
    Jahat("exe-bernama-jpg", "a.jpg", b"MZ\x90\0" + b"\0" * 200),
    Jahat("tiff-bernama-jpg", "a.jpg", make("TIFF")),
    Jahat("bmp-bernama-jpg", "a.jpg", make("BMP")),
    Jahat("heic-bernama-jpg", "a.jpg", HEIC),
    Jahat("psd-bernama-jpg", "a.jpg", PSD),
    Jahat("ico-bernama-png", "a.png", make("ICO", sisi=(32, 32))),
    Jahat("foto-di-balik-nama-pdf", "a.pdf", JPG, PRIBADI),
]
