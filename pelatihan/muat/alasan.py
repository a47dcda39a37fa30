"""Why a question or a file is not taken, in words for who wrote it."""

from django.utils.translation import gettext_lazy as _

from ..kursus.forms import KELUHAN

ALASAN = {
    "angka-salah": _("The number or its tolerance cannot be read."),
    "bobot-salah": _("A weight lies outside -100 to 100 percent."),
    "celah-bobot": _("The weight of a gap is a whole number from 1 to 999."),
    "ejaan-salah": _("The tolerance for spelling is 0, 1 or 2."),
    "gambar-di-teks": _("The text holds a picture, which a text file cannot bring along."),
    "html-berbahaya": _("The text holds a script or other HTML that is not let in."),
    "html-rumit": _("The formatted text is too complicated. Please write it as plain text."),
    "huruf-kendali": _("The text holds control characters. Please write it anew."),
    "jawaban-banyak": _("More than 100 answers."),
    "jawaban-tanpa-tanda": _("An answer stands without = or ~ before it."),
    "jenis-tak-dikenal": _("This kind of question is not known."),
    "jenis-tak-sesuai": _("The answers do not fit the kind named above the question."),
    "judul-terbuka": _("The title is not closed by two colons."),
    "kurung-banyak": _(
        "There is more than one pair of braces. Put a blank line between questions, "
        "and a backslash before braces that belong to the text."
    ),
    "kurung-timpang": _("A brace is opened or closed without its partner."),
    "rubrik-salah": _("A line of the rubric is written as points = criterion."),
    "tanpa-kurung": _("The answers in braces are missing."),
    "tanpa-panah": _("A pair is written with -> between its two sides."),
    "teks-panjang": _("A text is longer than 20,000 letters."),
    "teks-setelah-kurung": _("Text goes on behind the braces, but nothing is to be filled in."),
}


def explain(kode: str) -> str:
    """The words for a code of the reader or of kursus.rules.find_faults."""
    return str(ALASAN.get(kode) or KELUHAN.get(kode) or kode)
