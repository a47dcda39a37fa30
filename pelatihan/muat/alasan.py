"""Why a question or a file is not taken, in words for who wrote it."""

from django.utils.translation import gettext_lazy as _

from ..kursus.forms import KELUHAN

# Where a question of the office says it in the same words, only kursus.forms has them.
ALASAN = {
    "bobot-salah": _("A weight lies outside -100 to 100 percent."),
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
    # What bentuk.find_faults finds.
    "celah-kurang": _("There is no gap to fill in."),
    "celah-tak-sama": _("The gaps in the text and the answers to them do not match."),
    "gambar-salah": _("The picture is named in a way we cannot read."),
    "gambar-tanpa-alt": _("The picture has no words for who cannot see it."),
    "isian-kosong": _("An accepted answer has no text."),
    "isian-menerima-semua": _("An answer of stars alone would accept everything."),
    "pasangan-kembar": _("Two pairs have the same left side."),
    "pasangan-kosong": _("A side of a pair is empty."),
    "pasangan-kurang": _("Give at least two pairs."),
    "pasangan-sama": _("All right sides are the same, so there is nothing to match."),
    "pengecoh-salah": _("An extra right side is empty or belongs to a pair."),
    "rubrik-kembar": _("Two lines of the rubric are the same."),
    "rubrik-kosong": _("A line of the rubric has no text."),
    "rubrik-kurang": _("The rubric is missing."),
    "rubrik-poin": _("A line of the rubric gives 1 to 100 points."),
    "urutan-kembar": _("Two parts to be put in order are the same."),
    "urutan-kosong": _("A part to be put in order has no text."),
    "urutan-kurang": _("Give at least two parts to be put in order."),
    # One question of a sheet or of the bank.
    "benar-asing": _("The column “benar” names an answer that is not there."),
    "benar-salah-kosong": _("The column “benar” says neither “benar” nor “salah”."),
    "kesukaran-salah": _("The difficulty is 1, 2 or 3."),
    "kunci-kembar": _("Another question of this file has the same key."),
    "kunci-salah": _("The key (kunci) is not one of ours. Leave it out for a new question."),
    "rumus": _("A cell holds a formula. Please write the value itself."),
    "topik-panjang": _("The topic is longer than 80 letters."),
}
ALASAN_BERKAS = {
    "bank-salah": _("A bank is named by small letters, digits and dashes, such as kas-2026."),
    "berkas-besar": _("The file is larger than 10 MB. Please send it in parts."),
    "berkas-hilang": _("The file cannot be opened: %(sebab)s."),
    "berkas-kosong": _("Please name the file of questions."),
    "bukan-utf8": _(
        "The file is not in UTF-8 (line %(baris)s; it looks like %(sandi)s). "
        "Please save it as UTF-8 and send it again."
    ),
    "kantor-lama": _("This is an old or locked office file. Please save the sheet as XLSX."),
    "sandi-teks": _("The file is in %(sandi)s. Please save it as plain text in UTF-8."),
    "soal-banyak": _("The file holds more than %(banyak)s questions. Please send it in parts."),
    "tabel-besar": _("The sheet is too large when it is opened. Please send it in parts."),
    "tabel-ditolak": _("The sheet is not taken: %(sebab)s"),
    "tabel-kolom": _("The first row names columns that are not known or stand twice: %(kolom)s."),
    "tabel-rusak": _("The sheet cannot be read. Please save it anew as XLSX."),
    "tabel-tanpa-kepala": _(
        "The first row must name the columns, at least “jenis” and “soal”. Use our sheet."
    ),
    "tanpa-isi": _("The file holds no question."),
    "templat-gagal": _("The sheet cannot be written: %(sebab)s."),
}


def explain(kode: str, **rincian: object) -> str:
    """The words for a code of the readers or of kursus.rules.find_faults."""
    if kode in ALASAN_BERKAS:
        return str(ALASAN_BERKAS[kode]) % rincian
    return str(ALASAN.get(kode) or KELUHAN.get(kode) or KELUHAN["bentuk-salah"])
