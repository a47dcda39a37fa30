"""What the test and lint runners share: a clean environment and whether this is CI."""

import os


def get_env(data: str) -> dict[str, str]:
    """The environment of a tool: a data folder of its own, the test profile, bytecode kept."""
    buang = {"PYTHONDONTWRITEBYTECODE", "DJANGO_SETTINGS_MODULE", "MAKEFLAGS", "MAKELEVEL"}
    env = {k: v for k, v in os.environ.items() if k not in buang}
    return {**env, "GUYUB_DATA": data}


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}
