"""What of a name stands in public, what a sheet prints for ever, and what a badge says."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

import segno

# The template new certificates are printed with. Older ones stay beside it under their numbers;
# a template that printed a certificate is never changed, a better one gets the next number.
TEMPLAT = 1
KONTEKS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
RUANG_NAMA = "https://purl.imsglobal.org/ob/v3p0"


def get_inisial(nama: str) -> str:
    """The initials of a name, at most three: "Sri Hartini" is S. H."""
    return " ".join(f"{kata[0].upper()}." for kata in nama.split()[:3])


@dataclass(frozen=True)
class Penanda:
    """Who signs: the office held on the day, and the name of that day."""

    jabatan: str
    nama: str


@dataclass(frozen=True)
class Fakta:
    """Everything known at the moment of issue; dates already in words."""

    rumah: dict
    nama: str
    judul: str
    jpl: int
    nomor: str
    mulai: str
    selesai: str
    materi: Sequence[str]
    penanda: Sequence[Penanda]
    alamat: str
    saat: datetime


def build_isi(fakta: Fakta) -> dict:
    """The frozen sheet. `alamat` is the checking page's address, `saat` goes into the file's dates."""
    return {
        "templat": TEMPLAT,
        "rumah": fakta.rumah,
        "nama": fakta.nama,
        "judul": fakta.judul,
        "jpl": fakta.jpl,
        "nomor": fakta.nomor,
        "mulai": fakta.mulai,
        "selesai": fakta.selesai,
        "materi": list(fakta.materi),
        "penanda": [[satu.jabatan, satu.nama] for satu in fakta.penanda],
        "alamat": fakta.alamat,
        "qr": draw_qr(fakta.alamat),
        "saat": int(fakta.saat.timestamp()),
    }


def draw_qr(alamat: str) -> str:
    """The address as a QR code, in SVG."""
    svg = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(svg, kind="svg", border=2, scale=4)
    return svg.getvalue().decode()


@dataclass(frozen=True)
class FaktaLencana:
    """What a badge says. `situs` is the house's address with a slash at its end."""

    situs: str
    lembaga: str
    kode: str
    subjek: UUID
    kursus_kunci: UUID
    judul: str
    jpl: int
    berlaku: datetime
    daftar: int
    tempat: int


def build_lencana(fakta: FaktaLencana) -> dict:
    """The credential of Open Badges 3.0 with its registered claims: no name, no address of a person."""
    alamat, penerbit = f"{fakta.situs}cek/{fakta.kode}/", build_penerbit(fakta)
    subjek = f"urn:uuid:{fakta.subjek}"
    daftar = f"{fakta.situs}cek/status/{fakta.daftar}.jwt"
    return {
        "@context": KONTEKS,
        "id": alamat,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": fakta.judul,
        "issuer": penerbit,
        "validFrom": format_saat(fakta.berlaku),
        "credentialSubject": {
            "id": subjek,
            "type": ["AchievementSubject"],
            "achievement": build_capaian(fakta),
        },
        "credentialStatus": {
            "id": f"{daftar}#{fakta.tempat}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(fakta.tempat),
            "statusListCredential": daftar,
        },
        "iss": penerbit["id"],
        "sub": subjek,
        "jti": alamat,
        "nbf": int(fakta.berlaku.timestamp()),
    }


def build_penerbit(fakta: FaktaLencana) -> dict:
    return {
        "id": fakta.situs,
        "type": ["Profile"],
        "name": fakta.lembaga,
        "url": fakta.situs,
    }


def build_capaian(fakta: FaktaLencana) -> dict:
    narasi = f"Menyelesaikan semua yang diwajibkan kursus ini ({fakta.jpl} JPL)."
    return {
        "id": f"urn:uuid:{fakta.kursus_kunci}",
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": fakta.judul,
        "description": f"Kursus {fakta.judul}, {fakta.jpl} jam pelajaran (JPL) dari 45 menit.",
        "criteria": {"narrative": narasi},
    }


def build_daftar_cabut(*, situs: str, nomor: int, terisi: str, berlaku: datetime) -> dict:
    """The list of revoked badges as a credential of its own (Bitstring Status List 1.0 §2.2)."""
    alamat = f"{situs}cek/status/{nomor}.jwt"
    return {
        "@context": [KONTEKS[0]],
        "id": alamat,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": situs,
        "validFrom": format_saat(berlaku),
        "credentialSubject": {
            "id": f"{alamat}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": terisi,
        },
        "iss": situs,
        "sub": f"{alamat}#list",
        "jti": alamat,
        "nbf": int(berlaku.timestamp()),
    }


def format_saat(saat: datetime) -> str:
    """An instant as the credential writes it: 2026-11-24T10:00:00Z."""
    return saat.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def draw_lencana(*, judul: str, lembaga: str, tanggal: date, jwt: str) -> str:
    """The badge as a drawing that carries its own proof (Open Badges 3.0 §5.3.2.1)."""
    baris = "".join(
        f'<text x="160" y="{176 + n * 24}" font-size="19" font-weight="700">{escape(satu)}</text>'
        for n, satu in enumerate(wrap(judul))
    )
    petak = "".join(
        f'<ellipse cx="160" cy="72" rx="9" ry="26" transform="rotate({sudut} 160 98)"/>'
        for sudut in (45, 135, 225, 315)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="{RUANG_NAMA}" '
        'viewBox="0 0 320 320" width="320" height="320" role="img">'
        f"<openbadges:credential verify={quoteattr(jwt)}/>"
        f"<title>{escape(judul)}, {escape(lembaga)}</title>"
        '<circle cx="160" cy="160" r="156" fill="#1d3b63"/>'
        '<circle cx="160" cy="160" r="146" fill="#fbf7ee" stroke="#e2a72e" stroke-width="3"/>'
        f'<g fill="#1d3b63">{petak}<circle cx="160" cy="98" r="6" fill="#e2a72e"/></g>'
        '<g text-anchor="middle" fill="#23201a" font-family="Plus Jakarta Sans, sans-serif">'
        f'{baris}<text x="160" y="262" font-size="14" fill="#5b5447">{tanggal.year}</text>'
        f'<text x="160" y="282" font-size="12" fill="#5b5447">{escape(lembaga[:28])}</text></g></svg>'
    )


def wrap(judul: str, lebar: int = 22, paling_banyak: int = 3) -> list[str]:
    """A title in lines of about `lebar` letters; what does not fit ends in an ellipsis."""
    baris: list[str] = []
    for kata in judul.split():
        if baris and len(baris[-1]) + 1 + len(kata) <= lebar:
            baris[-1] += f" {kata}"
        else:
            baris.append(kata if len(kata) <= lebar else f"{kata[: lebar - 1]}…")
    return baris if len(baris) <= paling_banyak else [*baris[: paling_banyak - 1], "…"]
