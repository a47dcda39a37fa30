"""The public list of decisions, by year, and each decision's own address."""

from cms.core.halaman.pages import BasePage


class KeputusanIndexPage(BasePage):
    """/keputusan/: what was decided together."""

    max_count = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "Daftar keputusan"
