"""Browser journeys use Debian's Chromium; where it is missing they are skipped loudly, never in CI."""

import os
import shutil

import pytest

CHROMIUM = "/usr/bin/chromium"
KATA = f"{CHROMIUM} is missing: browser journeys did NOT run (apt-get install chromium)"


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def is_missing() -> bool:
    return shutil.which(CHROMIUM) is None


def pytest_collection_modifyitems(config, items):
    peramban = [satu for satu in items if "browser" in satu.keywords]
    if not peramban or not is_missing():
        return
    if is_ci():
        raise pytest.UsageError(KATA)
    for satu in peramban:
        satu.add_marker(pytest.mark.skip(reason=KATA))


def pytest_terminal_summary(terminalreporter):
    if is_missing():
        terminalreporter.write_sep("!", KATA, red=True, bold=True)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Playwright's own browsers cannot be fetched everywhere; its event loop is not Django's."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }
