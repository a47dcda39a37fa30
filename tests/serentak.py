"""Several things at once, each on a database connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections


def run_together(*kerja) -> list:
    """Start all at the same moment; what each gave or raised, in the order asked."""
    pagar = Barrier(len(kerja))

    def satu(fungsi):
        try:
            pagar.wait()
            return fungsi()
        except Exception as galat:  # the caller looks at it
            return galat
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(kerja)) as kolam:
        return list(kolam.map(satu, kerja))
