"""How heavy the whole house is, with the sample inside, after a hundred mixed requests."""

from tests.mesin.rumah import prepare, run_house
from tests.mesin.timbang import weigh

from .rumah import DATA


def measure() -> list[str]:
    prepare()
    data = DATA / "rumah"
    with run_house(data, DEMO_PASSWORD="sandi-ukur-saja") as rumah:
        berat = weigh(rumah.wait(180), data)
    rinci = ", ".join(f"{nama} {kib / 1024:.0f}" for nama, kib in sorted(berat.items()))
    return [
        f"after 100 mixed requests: {sum(berat.values()) / 1024:.0f} MiB PSS (aim <= 350): {rinci}"
    ]
