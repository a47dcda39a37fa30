"""What the office's viewsets of records share: nothing is deleted, and history is our own Jejak."""

_BUANG = ("delete_url_name", "history_url_name", "usage_url_name", "copy_url_name")
_TETAP = frozenset({"index", "index_results", "add", "edit"})


def keep_urlpatterns(urlpatterns: list) -> list:
    """Only list, new and edit: Wagtail's other views ask no permission for the single row."""
    return [pola for pola in urlpatterns if pola.name in _TETAP]


def without_riwayat(kwargs: dict) -> dict:
    """View arguments without the addresses that `keep_urlpatterns` took away."""
    return {nama: nilai for nama, nilai in kwargs.items() if nama not in _BUANG}
