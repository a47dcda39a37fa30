"""The tree against the RFC's recursive definition, known roots, and forgers."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aset.buku import merkle
from aset.buku.merkle import (
    consistency_proof,
    inclusion_proof,
    merkle_root,
    verify_consistency,
    verify_inclusion,
)

# The eight leaves that the authors of RFC 6962's first implementation tested with, and their roots.
CONTOH = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
]
AKAR = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
DAUN = st.lists(st.binary(max_size=6), max_size=40)


def define_root(daun: list[bytes]) -> bytes:
    """MTH as the RFC writes it down."""
    if not daun:
        return hashlib.sha256().digest()
    if len(daun) == 1:
        return hashlib.sha256(b"\x00" + daun[0]).digest()
    k = 1
    while k * 2 < len(daun):
        k *= 2
    return hashlib.sha256(b"\x01" + define_root(daun[:k]) + define_root(daun[k:])).digest()


@pytest.mark.parametrize("banyak", range(1, 9))
def test_known_roots(banyak):
    assert merkle_root(CONTOH[:banyak]).hex() == AKAR[banyak - 1]


def test_the_empty_tree_is_the_hash_of_nothing():
    assert merkle_root([]) == hashlib.sha256(b"").digest()
    assert consistency_proof([], 0) == []


@given(DAUN)
def test_root_is_what_the_definition_says(daun):
    assert merkle_root(daun) == define_root(daun)


@given(st.data())
def test_every_leaf_is_found_where_it_stands_and_nowhere_else(data):
    daun = data.draw(st.lists(st.binary(max_size=4), min_size=1, max_size=40, unique=True))
    index = data.draw(st.integers(0, len(daun) - 1))
    akar, bukti = merkle_root(daun), inclusion_proof(daun, index)
    assert verify_inclusion(daun[index], index, len(daun), bukti, akar)
    for lain in range(len(daun)):
        if lain != index:
            assert not verify_inclusion(daun[index], lain, len(daun), bukti, akar)
            assert not verify_inclusion(daun[lain], index, len(daun), bukti, akar)


@given(st.data())
def test_a_tree_is_continued_or_it_is_not(data):
    daun = data.draw(DAUN)
    lama = data.draw(st.integers(0, len(daun)))
    bukti, tua, baru = consistency_proof(daun, lama), merkle_root(daun[:lama]), merkle_root(daun)
    assert verify_consistency(lama, len(daun), tua, baru, bukti)
    if lama > 0:
        diubah = [b"lain" + daun[0], *daun[1:]]
        lain = consistency_proof(diubah, lama)
        assert not verify_consistency(lama, len(daun), tua, merkle_root(diubah), lain)
        assert not verify_consistency(lama, len(daun), tua, merkle_root(diubah), bukti)


@given(st.data())
def test_a_forged_proof_proves_nothing(data):
    daun = data.draw(st.lists(st.binary(max_size=4), min_size=2, max_size=40, unique=True))
    index = data.draw(st.integers(0, len(daun) - 1))
    bukti, akar = inclusion_proof(daun, index), merkle_root(daun)
    satu = data.draw(st.integers(0, len(bukti) - 1))
    acak = data.draw(st.binary(min_size=32, max_size=32).filter(lambda b: b != bukti[satu]))
    for palsu in (
        bukti[:satu] + bukti[satu + 1 :],
        [*bukti, acak],
        [*bukti[:satu], acak, *bukti[satu + 1 :]],
        [*bukti[:satu], bukti[satu][:-1], *bukti[satu + 1 :]],
        [*bukti[:satu], bukti[satu].hex(), *bukti[satu + 1 :]],
    ):
        assert not verify_inclusion(daun[index], index, len(daun), palsu, akar)


@given(st.data())
def test_a_forged_continuation_proves_nothing(data):
    daun = data.draw(st.lists(st.binary(max_size=4), min_size=3, max_size=40, unique=True))
    lama = data.draw(st.integers(1, len(daun) - 1))
    bukti, tua, baru = consistency_proof(daun, lama), merkle_root(daun[:lama]), merkle_root(daun)
    satu = data.draw(st.integers(0, len(bukti) - 1))
    acak = data.draw(st.binary(min_size=32, max_size=32).filter(lambda b: b != bukti[satu]))
    for palsu in (
        bukti[:satu] + bukti[satu + 1 :],
        [*bukti, acak],
        [*bukti[:satu], acak, *bukti[satu + 1 :]],
        [*bukti[:satu], b"", *bukti[satu + 1 :]],
    ):
        assert not verify_consistency(lama, len(daun), tua, baru, palsu)
    assert not verify_consistency(lama, len(daun), baru, tua, bukti)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0), (2, 1)])
def test_outside_the_tree(index, size):
    assert not verify_inclusion(b"a", index, size, [], merkle_root([b"a"]))
    with pytest.raises(ValueError, match="outside"):
        inclusion_proof([b"a"] * size, index)


@pytest.mark.parametrize(("lama", "baru"), [(-1, 2), (3, 2)])
def test_no_continuation_backwards(lama, baru):
    akar = merkle_root([b"a", b"b"])
    assert not verify_consistency(lama, baru, akar, akar, [])
    with pytest.raises(ValueError, match="outside"):
        consistency_proof([b"a", b"b"], lama)


def test_nothing_added_and_nothing_before():
    akar = merkle_root(CONTOH)
    assert consistency_proof(CONTOH, 8) == consistency_proof(CONTOH, 0) == []
    assert verify_consistency(8, 8, akar, akar, [])
    assert not verify_consistency(8, 8, akar, akar, [akar])
    assert not verify_consistency(8, 8, merkle_root([]), akar, [])
    assert not verify_consistency(0, 8, akar, akar, [])
    assert not verify_consistency(0, 8, merkle_root([]), akar, [akar])


def test_a_node_does_not_pass_for_a_leaf():
    a, b = merkle.hash_leaf(b"a"), merkle.hash_leaf(b"b")
    assert merkle_root([a + b]) != merkle_root([b"a", b"b"])


def test_the_file_stands_alone():
    """Taken out of the house: no settings, no Django."""
    perintah = "import merkle, sys; assert 'django' not in sys.modules; merkle.merkle_root([b'a'])"
    asal = Path(merkle.__file__).parent
    subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(asal)!r}); {perintah}"],
        check=True,
    )
