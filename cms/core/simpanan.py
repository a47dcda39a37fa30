"""The shared memory of all processes, with one client that stays instead of a new one at every look."""

from functools import lru_cache

from django.core.cache.backends.redis import RedisCache, RedisCacheClient


class _Klien(RedisCacheClient):
    """Clients are safe for threads; Django makes a new one for each command, which costs more than it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._make = lru_cache(maxsize=None)(lambda pool: self._client(connection_pool=pool))  # type: ignore[attr-defined]

    def get_client(self, key=None, *, write=False):
        return self._make(self._get_connection_pool(write))  # type: ignore[attr-defined]


class Simpanan(RedisCache):
    """Django's Redis cache."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = _Klien
