"""Search of the public site, in sections: each room registers what of its own can be found."""

from .daftar import Bagian, Hasil, get_bagian, list_bagian, register_bagian
from .halaman import register_halaman

__all__ = ["Bagian", "Hasil", "get_bagian", "list_bagian", "register_bagian", "register_halaman"]
