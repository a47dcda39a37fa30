"""Structured logs with request ids on stderr; stdout carries only a command's answer."""

import logging
import logging.config
import sys
from typing import Any

import structlog
from structlog.contextvars import merge_contextvars

from .samarkan import mask_event

_BERSAMA: list[Any] = [
    merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def configure_logging() -> None:
    """One JSON line per event where nobody watches, a readable line on a terminal."""
    structlog.configure(
        processors=[*_BERSAMA, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(_get_config())


def _get_config() -> dict:
    akhir = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer()
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "guyub": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    mask_event,
                    akhir,
                ],
                "foreign_pre_chain": _BERSAMA,
            }
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "guyub"},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Scanners send foreign hosts all day; the answer 400 is enough.
            "django.security.DisallowedHost": {"level": "CRITICAL", "propagate": False},
            "guyub": {"level": "INFO"},
        },
    }
