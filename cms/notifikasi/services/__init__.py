"""Changes to messages: putting them into the outbox, delivering them, and who wants which."""

from ..rules import Penerima
from .antrean import queue_pesan, settle_past
from .kotak import mark_all_read, mark_read
from .langganan import (
    TerlaluSering,
    confirm_langganan,
    refuse_jenis,
    request_langganan,
    set_penolakan,
)
from .pengantaran import deliver, retry_pesan, sweep

__all__ = [
    "Penerima",
    "TerlaluSering",
    "confirm_langganan",
    "deliver",
    "mark_all_read",
    "mark_read",
    "queue_pesan",
    "refuse_jenis",
    "request_langganan",
    "retry_pesan",
    "set_penolakan",
    "settle_past",
    "sweep",
]
