"""Remembering small answers for one generation of the content."""

from collections.abc import Callable
from functools import wraps

from django.db import connection

from .generasi import get_generasi


def per_generasi(fungsi: Callable) -> Callable:
    """Keep a function's answers (hashable arguments) until something public changes.

    Inside a transaction nothing is kept or used: what it changes has not been counted yet.
    """
    simpanan: dict = {}

    @wraps(fungsi)
    def terbungkus(*args):
        if connection.in_atomic_block:
            return fungsi(*args)
        kini = get_generasi().read()
        ada = simpanan.get(args)
        if ada is None or ada[0] != kini:
            ada = simpanan[args] = (kini, fungsi(*args))
        return ada[1]

    return terbungkus
