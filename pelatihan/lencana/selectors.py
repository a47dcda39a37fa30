"""The public keys as the world may ask for them."""

from . import vcjwt
from .models import KunciLencana


def build_jwks() -> dict:
    """Every key that ever signed, the present one first (RFC 7517)."""
    urut = sorted(KunciLencana.objects.all(), key=lambda satu: satu.diganti_pada is not None)
    return {
        "keys": [
            {**vcjwt.build_jwk(k.publik), "kid": k.kid, "alg": "EdDSA", "use": "sig"} for k in urut
        ]
    }


def find_pem(kid: str) -> str | None:
    kunci = KunciLencana.objects.filter(kid=kid).first()
    return vcjwt.build_pem(kunci.publik) if kunci else None
