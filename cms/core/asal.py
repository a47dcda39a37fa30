"""Where a request comes from: the one place that everything which counts by address asks.

Behind a reverse proxy every connection comes from the proxy. Which proxies are ours is a setting
(`GUYUB_PROKSI`, networks); only what they say in X-Forwarded-For counts, read from the right: the
first address that is no proxy of ours is the visitor, whatever stands further left.
"""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings

TAK_DIKENAL = "-"


def get_asal(request) -> str:
    """The visitor's address, or "-"; of IPv6 the /64, which one household has whole."""
    langsung = request.META.get("REMOTE_ADDR", "")
    terusan = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return find_asal(langsung, terusan, settings.GUYUB_PROKSI)


def find_asal(langsung: str, terusan: str, proksi: Sequence[IPv4Network | IPv6Network]) -> str:
    """The right-most address on the way that is not one of our proxies."""
    asal = _read(langsung)
    for teks in reversed(terusan.split(",")):
        berikut = _read(teks)
        if asal is None or berikut is None or not any(asal in satu for satu in proksi):
            break
        asal = berikut
    return TAK_DIKENAL if asal is None else _group(asal)


def _read(teks: str) -> IPv4Address | IPv6Address | None:
    try:
        alamat = ip_address(teks.strip())
    except ValueError:
        return None
    return getattr(alamat, "ipv4_mapped", None) or alamat


def _group(alamat: IPv4Address | IPv6Address) -> str:
    if isinstance(alamat, IPv6Address):
        return str(ip_network((alamat, 64), strict=False))
    return str(alamat)
