"""Messages in the office: the outbox, and the sample's mailbox."""

from .pesan import PesanViewSet
from .surat import SuratViewSet

__all__ = ["PesanViewSet", "SuratViewSet"]
