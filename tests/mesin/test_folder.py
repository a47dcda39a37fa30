"""The data folder: what is due, what is kept, and an old sample set aside."""

import json
import os
import stat

import pytest

from cms.mesin import folder as modul
from cms.mesin import stempel
from cms.mesin.folder import SANDI, Folder
from cms.mesin.halangan import Halangan


@pytest.fixture
def env(tmp_path):
    return {"GUYUB_DATA": str(tmp_path / "data")}


def test_password_is_made_once_and_is_nobody_elses(env):
    with Folder.open(env) as folder:
        path = folder.path / SANDI
        sandi = path.read_text()
        assert len(sandi) >= 10
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with Folder.open({**env, "DEMO_PASSWORD": "lain"}) as folder:
        assert path.read_text() == sandi


def test_password_may_be_chosen_at_the_first_start(env):
    with Folder.open({**env, "DEMO_PASSWORD": "pilihan-saya"}) as folder:
        assert (folder.path / SANDI).read_text() == "pilihan-saya"


def test_a_folder_is_for_one_run(env):
    with Folder.open(env), pytest.raises(Halangan, match="sedang dipakai"):
        Folder.open(env)
    Folder.open(env).__exit__()


def write_versi(folder, versi):
    (folder.path / "guyub.sqlite3").write_text("lama")
    (folder.path / "contoh.json").write_text(json.dumps({"versi": versi}))


@pytest.mark.parametrize("versi", ["0123", "belum selesai"])
def test_old_sample_is_set_aside_and_its_password_kept(env, versi):
    with Folder.open(env) as folder:
        write_versi(folder, versi)
        sandi = (folder.path / SANDI).read_text()
        lama = folder.set_aside_old_sample()
        assert (lama / "guyub.sqlite3").read_text() == "lama"
        assert [p.name for p in folder.path.iterdir() if p.is_file()] == [modul.KUNCI]
        assert (folder.path / SANDI).read_text() == sandi
        assert "basis" in folder.find_langkah()
        with pytest.raises(Halangan):
            Folder.open(env)


def test_current_sample_and_real_data_stay(env):
    with Folder.open(env) as folder:
        (folder.path / "guyub.sqlite3").write_text("data sungguhan")
        assert folder.set_aside_old_sample() is None
        write_versi(folder, stempel.get_sidik("contoh"))
        assert folder.set_aside_old_sample() is None


def test_a_database_elsewhere_is_never_set_aside_and_always_migrated(env):
    with Folder.open({**env, "DATABASE_URL": "postgres://x/y"}) as folder:
        write_versi(folder, "0123")
        folder.stamp(["basis"])
        assert folder.set_aside_old_sample() is None
        assert folder.find_langkah()[-2:] == ["basis", "contoh"]


def test_only_what_changed_is_due(env, monkeypatch, tmp_path):
    monkeypatch.setenv("STATIC_ROOT", str(tmp_path / "statis"))
    with Folder.open(env) as folder:
        assert {"statis", "basis", "contoh"} <= set(folder.find_langkah())
        (folder.path / "guyub.sqlite3").touch()
        (tmp_path / "statis").mkdir()
        (tmp_path / "statis" / "staticfiles.json").touch()
        folder.stamp(["statis", "basis", "contoh"])
        assert not {"statis", "basis", "contoh"} & set(folder.find_langkah())
        (folder.path / "guyub.sqlite3").unlink()
        assert {"basis", "contoh"} <= set(folder.find_langkah())


def test_fingerprint_sees_what_a_step_reads(monkeypatch, tmp_path):
    monkeypatch.setattr(stempel, "AKAR", tmp_path)
    berkas = tmp_path / "cms" / "core" / "migrations" / "0001_awal.py"
    berkas.parent.mkdir(parents=True)
    berkas.write_text("a")
    semula = stempel.get_sidik("basis")
    berkas.write_text("b")
    assert stempel.get_sidik("basis") != semula
    bukan = tmp_path / "data" / "x" / "migrations"
    bukan.mkdir(parents=True)
    (bukan / "0001.py").write_text("c")
    berkas.write_text("a")
    assert stempel.get_sidik("basis") == semula


def test_locate_is_beside_the_code_by_default():
    assert Folder.locate({}) == stempel.AKAR / "data" / "contoh"
    assert Folder.locate({"GUYUB_DATA": "x/../y"}).name == "y"
    assert os.path.isabs(Folder.locate({"GUYUB_DATA": "y"}))
