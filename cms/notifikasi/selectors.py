"""Questions about messages."""

from .models import Pesan


def get_kotak(user):
    """The messages in an account's inbox, newest first."""
    return Pesan.objects.filter(penerima_user=user, saluran="kotak").order_by("-id")


def count_unread(user) -> int:
    """Unread messages, counted up to 100."""
    belum = get_kotak(user).filter(dibaca_pada__isnull=True)
    return len(belum.values_list("pk")[:100])
