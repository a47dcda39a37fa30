"""Tickets: every change of this slice."""

from .tiket import (
    IsiKosong,
    SudahDitutup,
    answer_aspirasi,
    assign_aspirasi,
    note_aspirasi,
    send_aspirasi,
    set_tersembunyi,
    withdraw_aspirasi,
)

__all__ = [
    "IsiKosong",
    "SudahDitutup",
    "answer_aspirasi",
    "assign_aspirasi",
    "note_aspirasi",
    "send_aspirasi",
    "set_tersembunyi",
    "withdraw_aspirasi",
]
