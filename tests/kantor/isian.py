"""What the editor's form sends, as the browser would."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def fill_berita(judul: str = "Panen raya", komentar: list[dict] | None = None, **isian) -> dict:
    """An item of news; `komentar` are new comments on its title."""
    baris = [
        {"text": "", "contentpath": "title", "position": "", "replies": inline_formset([]), **satu}
        for satu in komentar or []
    ]
    bawaan = {
        "title": judul,
        "slug": judul.lower().replace(" ", "-"),
        "ringkasan": "Bawa karung.",
        "seo_title": "",
        "search_description": "",
        "gambar": "",
        "kategori": "",
        "tags": "",
        "penulis": "",
        "segera": "",
        "isi": streamfield([]),
        "ralat": streamfield([]),
        "comments": inline_formset(baris),
    }
    return nested_form_data({**bawaan, **isian})
