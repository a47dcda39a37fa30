"""What can stand in the way of a start, said in one line."""

import socket


class Halangan(Exception):
    """The reason, in words for the person at the keyboard."""


def check_port(nilai: str) -> int:
    """The port as a number, free on loopback. Raises Halangan."""
    if not (nilai.isascii() and nilai.isdigit() and 0 < int(nilai) < 65536):
        raise Halangan(f"PORT={nilai} bukan nomor port (1 sampai 65535).")
    port = int(nilai)
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind(("127.0.0.1", port))
        except PermissionError:
            raise Halangan(f"port {port} tidak boleh dipakai oleh akun ini.") from None
        except OSError:
            raise Halangan(
                f"port {port} sedang dipakai program lain. Coba: make run PORT={_next(port)}"
            ) from None
    return port


def _next(port: int) -> int:
    return port + 1 if port < 65535 else 8000
