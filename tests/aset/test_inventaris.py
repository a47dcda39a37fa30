"""Things and their custody chain: both sides confirm, history stays, outsiders see no holder."""

import io
import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from PIL import Image

from aset.inventaris import permissions, selectors, services
from aset.inventaris.models import Barang, Serahan
from cms.accounts import peran
from cms.core.berkas.models import Berkas
from cms.core.pagecache.generasi import get_generasi
from cms.komunitas.services import create_anggota
from cms.notifikasi.models import Pesan
from tests.factories.aset import make_barang, make_orang, make_serahan

pytestmark = pytest.mark.django_db


def make_foto(**kwargs) -> SimpleUploadedFile:
    isi = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(isi, "JPEG", **kwargs)
    return SimpleUploadedFile("IMG 01.jpg", isi.getvalue())


def test_numbers_run_by_year_of_acquisition():
    actor = make_orang("sekretaris")
    nomor = [make_barang(actor, diperoleh_pada=date(t, 1, 5)).nomor for t in (2025, 2026, 2025)]
    assert nomor == ["2025/0001", "2026/0001", "2025/0002"]


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gaps_under_simultaneous_entries():
    actor = make_orang("sekretaris")

    def kerja():
        make_barang(actor)
        connection.close()

    utas = [threading.Thread(target=kerja) for _ in range(6)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    nomor = sorted(Barang.objects.values_list("nomor", flat=True))
    assert nomor == [f"2026/{n:04}" for n in range(1, 7)]


def test_thing_changes_hands_only_when_both_said_so():
    actor, satu, dua = make_orang("sekretaris"), make_orang("upl"), make_orang("relawan")
    barang = make_barang(actor)
    pertama = make_serahan(barang, satu, actor)
    services.confirm_serahan(serahan=pertama, actor=satu)
    barang.refresh_from_db()
    assert barang.pemegang == satu.anggota
    kedua = make_serahan(barang, dua, actor)
    services.confirm_serahan(serahan=kedua, actor=dua)
    barang.refresh_from_db()
    assert barang.pemegang == satu.anggota
    for _ in range(2):
        kedua = services.confirm_serahan(serahan=kedua, actor=satu)
    barang.refresh_from_db()
    assert barang.pemegang == dua.anggota and kedua.status == "selesai"
    assert Pesan.objects.filter(kunci__startswith=f"serahan:{kedua.uuid}:selesai").exists()


def test_parties_are_asked(user):
    serahan = make_serahan()
    pesan = Pesan.objects.filter(kunci__startswith=f"serahan:{serahan.uuid}", saluran="kotak")
    assert [p.penerima_user for p in pesan] == [serahan.kepada.akun]
    assert pesan[0].tautan == f"/lapangan/serah/{serahan.uuid}/"


def test_others_cannot_confirm_and_paper_needs_the_secretary():
    serahan = make_serahan()
    for siapa in (make_orang("relawan"), serahan.dimulai_oleh):
        with pytest.raises(services.TidakBerwenang):
            services.confirm_serahan(serahan=serahan, actor=siapa)
    with pytest.raises(services.TidakBerwenang):
        services.confirm_on_paper(serahan=serahan, pihak="kepada", actor=make_orang("upl"))
    selesai = services.confirm_on_paper(
        serahan=serahan, pihak="kepada", actor=make_orang("sekretaris")
    )
    assert selesai.status == "selesai" and selesai.di_kertas == "kepada"


def test_secretary_does_not_sign_on_paper_for_their_own_hand_over():
    sekretaris = make_orang("sekretaris")
    serahan = make_serahan(penerima=sekretaris)
    with pytest.raises(services.TidakBerwenang):
        services.confirm_on_paper(serahan=serahan, pihak="kepada", actor=sekretaris)


def test_one_open_hand_over_and_none_of_ended_things():
    actor = make_orang("sekretaris")
    barang = make_barang(actor)
    serahan = make_serahan(barang, actor=actor)
    with pytest.raises(services.MasihBerjalan):
        make_serahan(barang, actor=actor)
    with pytest.raises(services.MasihBerjalan):
        services.end_barang(barang=barang, actor=actor, alasan="dijual")
    services.close_serahan(serahan=serahan, actor=actor, alasan="salah orang")
    services.end_barang(barang=barang, actor=actor, alasan="dijual")
    with pytest.raises(services.SudahBerakhir):
        make_serahan(barang, actor=actor)


def test_holder_is_not_receiver():
    actor, satu = make_orang("sekretaris"), make_orang("upl")
    barang = make_barang(actor)
    services.confirm_serahan(serahan=make_serahan(barang, satu, actor), actor=satu)
    barang.refresh_from_db()
    with pytest.raises(services.PenerimaSama):
        make_serahan(barang, satu, actor)


@pytest.mark.dua
@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE aset_serahan SET kondisi = 'hilang'",
        "UPDATE aset_serahan SET kepada_id = 0",
        "DELETE FROM aset_serahan",
    ],
)
def test_history_refuses_change_even_while_open(perintah):
    make_serahan()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah)


@pytest.mark.dua
def test_ended_hand_over_is_still():
    serahan = make_serahan()
    services.confirm_serahan(serahan=serahan, actor=serahan.kepada.akun)
    with pytest.raises(DatabaseError), transaction.atomic():
        Serahan.objects.filter(pk=serahan.pk).update(alasan="lain")
    with pytest.raises(services.SerahanTertutup):
        services.close_serahan(serahan=serahan, actor=serahan.dimulai_oleh, alasan="x")


@pytest.mark.dua
def test_database_wants_both_words():
    serahan = make_serahan()
    with pytest.raises(IntegrityError), transaction.atomic():
        Serahan.objects.filter(pk=serahan.pk).update(status="selesai")


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_officers_start_at_once_and_one_wins():
    actor, penerima = make_orang("sekretaris"), make_orang("relawan")
    barang, hasil = make_barang(actor), []

    def kerja():
        try:
            hasil.append(make_serahan(barang, penerima, actor).pk)
        except (services.MasihBerjalan, IntegrityError):
            hasil.append(None)
        connection.close()

    utas = [threading.Thread(target=kerja) for _ in range(4)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert len([h for h in hasil if h]) == 1 == Serahan.objects.count()


@pytest.mark.parametrize(
    "isian",
    [{"nilai": -1}, {"jenis": "pesawat"}, {"nama": ""}, {"nama": "x" * 200}, {"kondisi": "aneh"}],
)
def test_bad_values_are_refused(isian):
    with pytest.raises((ValidationError, IntegrityError)):
        make_barang(**isian)


def test_managing_needs_an_officer():
    barang = make_barang()
    for nama in (peran.RELAWAN, peran.EDITOR, peran.PENGAWAS, peran.KASIR):
        with pytest.raises(services.TidakBerwenang):
            services.update_barang(barang=barang, actor=make_orang(nama), nama="lain")
    services.update_barang(barang=barang, actor=make_orang(peran.UPS), nama="Laptop baru")
    assert Barang.objects.get().nama == "Laptop baru"


def test_holder_sees_own_things_only():
    satu, dua = make_orang("relawan"), make_orang("relawan")
    serahan = make_serahan(penerima=satu)
    assert permissions.can_view_barang(satu, serahan.barang)
    assert not permissions.can_view_barang(dua, serahan.barang)
    services.close_serahan(serahan=serahan, actor=satu, alasan="tidak jadi")
    assert not permissions.visible_to(satu).exists()


def test_label_opens_the_thing_for_insiders_and_a_plain_page_for_others(client):
    serahan = make_serahan()
    services.confirm_serahan(serahan=serahan, actor=serahan.kepada.akun)
    alamat = f"/cek/{serahan.barang.kode}/"
    umum = client.get(alamat).content.decode()
    assert serahan.barang.nama in umum and serahan.kepada.nama not in umum
    client.force_login(make_orang("pengawas"))
    assert serahan.kepada.nama in client.get(alamat).content.decode()
    client.force_login(make_orang("relawan"))
    assert serahan.kepada.nama not in client.get(alamat).content.decode()
    assert client.get("/cek/b-2222222222222/").status_code == 404
    assert client.get(f"/cek/{serahan.barang.nomor}/").status_code == 404


def test_phone_pages_confirm_once_and_by_post_only(client):
    serahan = make_serahan()
    alamat = f"/lapangan/serah/{serahan.uuid}/"
    client.force_login(make_orang("relawan"))
    assert client.get(alamat).status_code == 404
    assert client.post(alamat + "setuju/").status_code == 404
    client.force_login(serahan.kepada.akun)
    assert "Sudah saya terima" in client.get(alamat).content.decode()
    assert client.get(alamat + "setuju/").status_code == 405
    for _ in range(2):
        assert client.post(alamat + "setuju/").status_code == 302
    serahan.refresh_from_db()
    assert serahan.status == "selesai"
    assert "Sudah saya terima" not in client.get(alamat).content.decode()
    assert client.post(alamat + "tutup/", {"alasan": "x"}, follow=True).status_code == 200


def test_officer_starts_from_the_phone(client):
    actor, penerima = make_orang("sekretaris"), make_orang("relawan")
    barang = make_barang(actor)
    alamat = f"/lapangan/barang/{barang.uuid}/serahkan/"
    client.force_login(penerima)
    assert client.get(alamat).status_code == 404
    client.force_login(actor)
    assert penerima.nama in client.get(alamat, {"cari": penerima.nama[:8]}).content.decode()
    isian = {"cari": penerima.nama, "kepada": penerima.anggota.uuid, "kondisi": "baik"}
    assert client.post(alamat, {**isian, "kondisi": "aneh"}).status_code == 200
    assert client.post(alamat, isian).status_code == 302
    assert "sudah ada yang menunggu" in client.post(alamat, isian).content.decode()
    assert Serahan.objects.count() == 1


@pytest.mark.parametrize("cari", ["", "\x00", "'\"%_", "x" * 9000, "🐐"])
def test_search_for_a_receiver_takes_anything(client, cari):
    barang = make_barang()
    client.force_login(make_orang("sekretaris"))
    alamat = f"/lapangan/barang/{barang.uuid}/serahkan/"
    assert client.get(alamat, {"cari": cari}).status_code == 200


def test_photo_is_private_and_carries_no_place(client, settings, tmp_path):
    barang = make_barang(actor := make_orang("sekretaris"))
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (7.0, 30.0, 0.0)}
    services.set_foto(barang=barang, unggahan=make_foto(exif=exif), actor=actor)
    berkas = Berkas.objects.get()
    assert berkas.jenis == "image/jpeg" and berkas.nama == "IMG-01.jpg"
    alamat = f"/berkas/{berkas.uuid}/"
    assert client.get(alamat).status_code == 404
    client.force_login(make_orang("relawan"))
    assert client.get(alamat).status_code == 404
    client.force_login(actor)
    jawab = client.get(alamat)
    assert "no-store" in jawab["Cache-Control"]
    gambar = Image.open(io.BytesIO(b"".join(jawab.streaming_content)))
    assert not gambar.getexif()


def test_public_list_holds_no_names(django_assert_max_num_queries):
    serahan = make_serahan()
    services.confirm_serahan(serahan=serahan, actor=serahan.kepada.akun)
    [barang] = selectors.get_publik()
    assert {"pemegang_id", "foto_id", "catatan"} <= barang.get_deferred_fields()
    assert selectors.get_ringkasan().nilai == 5_000_000
    [hasil] = selectors.search_barang("laptop kantor", 0, 5)
    assert serahan.kepada.nama not in f"{hasil}"


def test_changes_raise_the_page_cache(django_capture_on_commit_callbacks):
    awal = get_generasi().read()
    with django_capture_on_commit_callbacks(execute=True):
        make_barang()
    assert get_generasi().read() != awal


def test_office_list_labels_and_exports(client):
    actor = make_orang("sekretaris")
    make_barang(actor, nama="Tenda besar")
    client.force_login(actor)
    assert "Tenda besar" in client.get("/admin/barang/").content.decode()
    assert client.get("/admin/barang/label/").content.startswith(b"%PDF-")
    for bentuk in ("csv", "xlsx"):
        jawab = client.get("/admin/barang/", {"export": bentuk})
        assert jawab.status_code == 200 and b"".join(
            jawab.streaming_content if jawab.streaming else [jawab.content]
        )
    isian = {
        "nama": "Kursi",
        "jenis": "mebel",
        "letak": "Balai",
        "kondisi": "baik",
        "nilai": "1000",
    }
    isian |= {"sumber_dana": "bop", "diperoleh_pada": "2026-02-01", "catatan": ""}
    assert client.post("/admin/barang/new/", isian).status_code == 302
    kursi = Barang.objects.get(nama="Kursi")
    assert kursi.nomor == "2026/0002"
    rusak = {**isian, "foto_baru": SimpleUploadedFile("x.jpg", b"<script>")}
    assert "bukan gambar" in client.post(f"/admin/barang/edit/{kursi.pk}/", rusak).content.decode()


@pytest.mark.parametrize("nama", [peran.RELAWAN, peran.EDITOR, peran.KETUA_KSM])
def test_office_pages_are_closed_to_others(client, nama):
    client.force_login(make_orang(nama))
    for path in ("", "new/", "label/"):
        assert client.get(f"/admin/barang/{path}").status_code in (302, 403)


def test_receiver_is_found_by_the_beginning_of_a_name():
    actor = make_orang("sekretaris")
    barang = make_barang(actor)
    for nama in ("Sri Rahayu", "Dewi Sri", "Asri Lestari"):
        create_anggota(nama=nama)
    temuan = {a.nama for a in selectors.find_penerima(" sri ", barang)}
    assert temuan == {"Sri Rahayu", "Dewi Sri"}


def test_readers_are_led_to_the_thing_and_officers_to_the_form(client):
    barang = make_barang()
    for nama, alamat in ((peran.PENGAWAS, f"/lapangan/barang/{barang.uuid}/"), (peran.UPL, "edit")):
        client.force_login(make_orang(nama))
        isi = client.get("/admin/barang/").content.decode()
        assert alamat in isi and ("serahkan/" in isi) == (nama == peran.UPL)


def test_thing_is_taken_out_in_the_office_with_day_and_reason(client):
    barang = make_barang(diperoleh_pada=date(2026, 1, 5))
    client.force_login(make_orang(peran.SEKRETARIS))
    alamat = f"/admin/barang/{barang.pk}/akhiri/"
    for isian in ({"tanggal": "2026-01-06"}, {"alasan": "dijual", "tanggal": "2026-01-04"}):
        assert client.post(alamat, isian).status_code == 200
    assert client.post(alamat, {"alasan": "dijual", "tanggal": "2026-01-06"}).status_code == 302
    barang.refresh_from_db()
    assert (barang.berakhir_pada, barang.alasan_berakhir) == (date(2026, 1, 6), "dijual")
    assert barang.nama not in client.get("/admin/barang/").content.decode()
    assert barang.nama in client.get("/admin/barang/?berakhir=true").content.decode()
    assert client.post(f"/admin/barang/edit/{barang.pk}/", {"nama": "x"}).status_code in (302, 403)
    with pytest.raises(services.SudahBerakhir):
        services.update_barang(barang=barang, actor=make_orang(peran.UPL), nama="lain")


def test_waiting_hand_over_is_shown_and_stops_another(client):
    serahan = make_serahan()
    barang = serahan.barang
    client.force_login(serahan.dimulai_oleh)
    assert serahan.kepada.nama in client.get(f"/admin/barang/edit/{barang.pk}/").content.decode()
    jawab = client.get(f"/lapangan/barang/{barang.uuid}/serahkan/")
    assert jawab.url == f"/lapangan/serah/{serahan.uuid}/"
    isian = {"alasan": "dijual", "tanggal": "2026-01-06"}
    jawab = client.post(f"/admin/barang/{barang.pk}/akhiri/", isian)
    assert "masih menunggu" in jawab.content.decode()


def test_exported_words_are_no_formulas(client):
    make_barang(nama="=1+1")
    client.force_login(make_orang(peran.SEKRETARIS))
    jawab = client.get("/admin/barang/", {"export": "csv"})
    isi = b"".join(jawab.streaming_content if jawab.streaming else [jawab.content]).decode()
    assert "'=1+1" in isi and "Elektronik" in isi


def test_label_of_one_thing_and_none(client):
    satu, dua = make_barang(nama="Tenda"), make_barang(nama="Kursi")
    client.force_login(make_orang(peran.SEKRETARIS))
    semua = client.get("/admin/barang/label/").content
    assert len(client.get("/admin/barang/label/", {"satu": satu.nomor}).content) < len(semua)
    assert client.get("/admin/barang/label/", {"q": dua.nama}).status_code == 200
    assert client.get("/admin/barang/label/", {"satu": "\x00x"}).url == "/admin/barang/"
