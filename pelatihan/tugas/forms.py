"""The shape of what is handed in and of a verdict, and in words what stands against either."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.kiriman.services import KirimanBerbeda

from ..peserta.services import LangkahTerkunci, SudahBerakhir
from . import rules, services

FOTO, PDF = "image/jpeg,image/png,image/webp", "application/pdf,.pdf"


class BanyakInput(forms.FileInput):
    allow_multiple_selected = True


class BanyakField(forms.FileField):
    """Some files from one field."""

    widget = BanyakInput

    def clean(self, data, initial=None):
        semua = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not semua:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        # An empty file is refused in words by the service.
        return list(semua)


class KumpulForm(forms.Form):
    """One version: words, files, and which files of the version before stay."""

    teks = forms.CharField(
        label=_("Your text"),
        required=False,
        max_length=rules.PANJANG,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    tetap = forms.TypedMultipleChoiceField(
        label=_("Files of your last version that stay"),
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
    )
    berkas = BanyakField(label=_("Photos or PDF"), required=False)
    kunci = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, tugas, **kwargs):
        super().__init__(*args, **kwargs)
        self.berkas_maks = tugas.berkas_maks
        terakhir = tugas.terakhir
        lama = [(str(b.uuid), b.nama) for b in terakhir.berkas] if terakhir else []
        if "teks" not in tugas.terima:
            del self.fields["teks"]
        if {"foto", "pdf"} & set(tugas.terima):
            self._limit(tugas)
        else:
            del self.fields["berkas"]
        if lama:
            self.fields["tetap"].choices = lama
            self.fields["tetap"].initial = [uuid for uuid, _nama in lama]
        else:
            del self.fields["tetap"]

    def _limit(self, tugas) -> None:
        kata = {("foto",): _("Photos"), ("pdf",): _("PDF files")}
        jenis = [satu for satu in ("foto", "pdf") if satu in tugas.terima]
        bidang = self.fields["berkas"]
        bidang.label = kata.get(tuple(jenis), bidang.label)
        terima = {"foto": FOTO, "pdf": PDF}
        bidang.widget.attrs["accept"] = ",".join(terima[satu] for satu in jenis)
        bidang.help_text = _(
            "Up to %(n)s files of 10 MB. Place and time of a photo are taken out."
        ) % {"n": tugas.berkas_maks}

    def clean(self):
        """Counted before any of them is opened: a picture is small to send and large to read."""
        bersih = super().clean()
        if len(bersih.get("berkas", [])) + len(bersih.get("tetap", [])) > self.berkas_maks:
            raise forms.ValidationError(TIDAK_SAH["banyak"])
        return bersih

    @property
    def isi(self) -> dict:
        """The keywords of services.submit_tugas."""
        bersih = self.cleaned_data
        return {
            "teks": bersih.get("teks", ""),
            "unggahan": bersih.get("berkas", []),
            "tetap": bersih.get("tetap", []),
            "kunci": bersih["kunci"],
        }


def explain_baris(satu) -> str:
    """How many points a line has, and when."""
    kata = [_("0 to %(n)s.") % {"n": satu.poin}]
    kata += [_("Full: %(kata)s") % {"kata": satu.penuh} + "."] if satu.penuh else []
    kata += [_("Half: %(kata)s") % {"kata": satu.separuh} + "."] if satu.separuh else []
    kata += [_("At least %(n)s points, else it comes back.") % {"n": satu.minimal}] * bool(
        satu.minimal
    )
    return " ".join(map(str, kata))


class NilaiForm(forms.Form):
    """Points by line of the rubric, as people write them: 7,5."""

    catatan = forms.CharField(
        label=_("To the learner"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One thing that is good, and what to improve."),
    )
    alasan = forms.CharField(
        label=_("Why the verdict is corrected"),
        required=False,
        max_length=200,
        help_text=_("The learner reads it; both verdicts are kept."),
    )
    dasar = forms.UUIDField(required=False, widget=forms.HiddenInput)
    yakin = forms.BooleanField(required=False, label=_("Judge this version all the same"))

    def __init__(self, *args, rubrik, koreksi: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.rubrik = rubrik
        for satu in rubrik:
            self.fields[f"poin-{satu.id}"] = forms.CharField(
                label=satu.kriteria,
                max_length=6,
                initial=satu.diberi,
                help_text=explain_baris(satu),
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "autocomplete": "off", "size": 4}
                ),
            )
        if not koreksi:
            del self.fields["alasan"]

    @property
    def baris(self) -> list:
        """Lines of the rubric with their fields."""
        return [(satu, self[f"poin-{satu.id}"]) for satu in self.rubrik]

    def clean(self):
        bersih = super().clean()
        for satu in self.rubrik:
            nama = f"poin-{satu.id}"
            poin = rules.parse_poin(bersih.get(nama) or "")
            if nama in bersih and (poin is None or poin > 2 * satu.poin):
                kata = _("Points from 0 to %(n)s, also halves such as 7,5.") % {"n": satu.poin}
                self.add_error(nama, kata)
            bersih[nama] = poin
        return bersih

    @property
    def isi(self) -> dict:
        """The keywords of services.mark_tugas, but for the verdict itself."""
        bersih = self.cleaned_data
        return {
            "poin": {satu.id: bersih[f"poin-{satu.id}"] for satu in self.rubrik},
            "catatan": bersih["catatan"].strip(),
            "alasan": bersih.get("alasan", "").strip(),
            "dasar": bersih["dasar"],
            "yakin": bersih["yakin"],
        }


TOLAK = {
    services.SudahDiterima: _("This assignment was accepted already."),
    services.KumpulanKosong: _("Please write something or add a file."),
    services.NilaiSendiri: _("Nobody judges their own assignment."),
    services.PoinTidakSah: _("Points are missing, or are more than a line holds."),
    services.PerluCatatan: _("Please write what to improve; the learner reads it."),
    services.PerluAlasan: _("Please write why the verdict is corrected."),
    services.SudahDinilai: _(
        "Somebody else has judged this version meanwhile. Your points and words are kept below; "
        "look at that verdict first."
    ),
    services.VersiBaru: _(
        "The learner handed in a newer version while you were reading. Your points and words are "
        "kept below."
    ),
    services.SudahTamat: _(
        "The course was completed with this assignment. The office must revoke the certificate first."
    ),
    KirimanBerbeda: _("This page was sent before with other content. Please send it once more."),
    SudahBerakhir: _("You have left this course."),
}
TIDAK_SAH = {
    "teks": _("The text is too long, or this assignment takes files only."),
    "banyak": _("These are too many files."),
    "jenis": _("A file is of a kind that this assignment does not take."),
    "tetap": _("Your last version has changed. Please tick its files once more."),
}


def explain_tolak(salah: Exception) -> str:
    """A refusal of the services in words."""
    if isinstance(salah, LangkahTerkunci):
        return str(_("Other steps come first: %(langkah)s.")) % {"langkah": ", ".join(salah.args)}
    if isinstance(salah, services.KumpulanTidakSah):
        return str(TIDAK_SAH[salah.args[0]])
    return str(TOLAK[type(salah)])


TOLAKAN = (*TOLAK, LangkahTerkunci, services.KumpulanTidakSah)


def explain_kurang(salah: services.BelumCukup, rubrik, lulus_poin: int) -> str:
    """Which points are missing to accept."""
    kata = []
    if "jumlah" in salah.args:
        kata.append(_("To be accepted it needs %(n)s points at least.") % {"n": lulus_poin})
    for satu in rubrik:
        if satu.id in salah.args:
            isi = {"baris": satu.kriteria, "n": satu.minimal}
            kata.append(_("“%(baris)s” needs %(n)s points at least.") % isi)
    kata.append(_("You may return it instead, with what to improve."))
    return " ".join(map(str, kata))
