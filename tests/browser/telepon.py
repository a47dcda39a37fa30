"""A phone in somebody's hand: a context of its own, signed in, and what axe says about a page."""

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client


def open_phone(browser, live_server, user=None, **kwargs):
    """A page 360 px wide, without script unless asked for; signed in as `user`."""
    isi = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}, **kwargs}
    konteks = browser.new_context(base_url=live_server.url, locale="id-ID", **isi)
    if user:
        client = Client()
        client.force_login(user)
        nama = settings.SESSION_COOKIE_NAME
        konteks.add_cookies(
            [{"name": nama, "value": client.cookies[nama].value, "url": live_server.url}]
        )
    return konteks.new_page()


def assert_fits(page) -> None:
    """Nothing scrolls sideways."""
    lebar = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert lebar[0] <= lebar[1], page.url


def assert_clean(browser, live_server, alamat: list[str], user=None, lebar=360) -> None:
    """axe finds nothing on these addresses, in light and dark."""
    for skema in ("light", "dark"):
        page = open_phone(
            browser,
            live_server,
            user,
            java_script_enabled=True,
            bypass_csp=True,
            color_scheme=skema,
            viewport={"width": lebar, "height": 740},
            reduced_motion="reduce",
        )
        for satu in alamat:
            page.goto(satu)
            salah = Axe().run(page).response["violations"]
            assert not salah, (
                f"{skema} {satu}: {[(v['id'], v['nodes'][0]['target']) for v in salah]}"
            )
        page.context.close()
