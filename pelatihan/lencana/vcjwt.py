"""Compact JWS with Ed25519 (RFC 7515, RFC 8037) and the bit list of revoked badges.

Sources: Open Badges 3.0 §8.2 (VC-JWT), W3C Bitstring Status List 1.0 §2 and §3.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # 8 MB that a process loads when it signs or shows a key, not when it starts
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# The least length the specification allows: 16 KiB, so that a group of 131,072 hides the one.
PANJANG = 131_072
# Odd, hence coprime to PANJANG: consecutive numbers are spread over the list without a collision.
_LANGKAH = 48_271


def encode_b64(isi: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(isi).rstrip(b"=").decode()


def decode_b64(teks: str) -> bytes:
    return base64.urlsafe_b64decode(teks + "=" * (-len(teks) % 4))


def get_publik(kunci: "Ed25519PrivateKey") -> str:
    """The public half as base64url of its 32 bytes."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return encode_b64(kunci.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def get_kid(publik: str) -> str:
    """The thumbprint of a public key (RFC 7638): names sorted, no spaces, SHA-256."""
    isi = json.dumps({"crv": "Ed25519", "kty": "OKP", "x": publik}, separators=(",", ":"))
    return encode_b64(hashlib.sha256(isi.encode()).digest())


def build_jwk(publik: str) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": publik}


def build_pem(publik: str) -> str:
    """The public key as people's tools read it (SubjectPublicKeyInfo)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    kunci = Ed25519PublicKey.from_public_bytes(decode_b64(publik))
    return kunci.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def sign_jwt(isi: dict, kunci: "Ed25519PrivateKey") -> str:
    """`isi` as a compact JWS; the header carries the key, so that it can be read without asking."""
    publik = get_publik(kunci)
    kepala = {"alg": "EdDSA", "typ": "JWT", "kid": get_kid(publik), "jwk": build_jwk(publik)}
    pesan = f"{_encode_json(kepala)}.{_encode_json(isi)}"
    return f"{pesan}.{encode_b64(kunci.sign(pesan.encode()))}"


def _encode_json(isi: dict) -> str:
    return encode_b64(json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode())


def get_tempat(urut: int) -> tuple[int, int]:
    """(list from 1, place in it from 0) of the badge with a running number from 1."""
    daftar, nomor = divmod(urut - 1, PANJANG)
    return daftar + 1, nomor * _LANGKAH % PANJANG


def encode_bit(tempat: Iterable[int]) -> str:
    """The list with these places set: first place leftmost, gzip, multibase base64url ("u")."""
    bit = bytearray(PANJANG // 8)
    for satu in tempat:
        bit[satu // 8] |= 0x80 >> satu % 8
    return "u" + encode_b64(gzip.compress(bytes(bit), mtime=0))
