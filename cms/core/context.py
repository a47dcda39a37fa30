"""What every template may ask: the BKM's settings, whether this is sample data, who is signed in."""

from .setelan.models import SetelanBkm


def guyub(request) -> dict:
    """`setelan`, `contoh`, `masuk`; costs at most two queries and none once Wagtail cached the site."""
    setelan = SetelanBkm.for_request(request)
    user = getattr(request, "user", None)
    return {
        "setelan": setelan,
        "contoh": setelan.contoh,
        "masuk": bool(user and user.is_authenticated),
    }
