"""The hash tree of RFC 6962 (Certificate Transparency), section 2.1, over raw leaf bytes with SHA-256.

Pure standard library, so that anybody may take this file alone and check a receipt with it.
A leaf is hashed behind a byte 0, a node behind a byte 1: no node can pass for a leaf. Roots and the
parts of a proof are 32 bytes. Building raises `ValueError` for what the tree does not hold;
checking what came from outside never raises, it says False.
"""

import hashlib
from collections.abc import Sequence

DAUN, SIMPUL = b"\x00", b"\x01"
PANJANG = hashlib.sha256().digest_size
KOSONG = hashlib.sha256(b"").digest()


def hash_leaf(leaf: bytes) -> bytes:
    return hashlib.sha256(DAUN + leaf).digest()


def hash_node(kiri: bytes, kanan: bytes) -> bytes:
    return hashlib.sha256(SIMPUL + kiri + kanan).digest()


def merkle_root(leaves: list[bytes]) -> bytes:
    """The root over these leaves; that of the empty tree is the hash of nothing."""
    return root_of_hashes([hash_leaf(satu) for satu in leaves])


def root_of_hashes(daun: Sequence[bytes]) -> bytes:
    """The root where the leaves are hashed already."""
    if not daun:
        return KOSONG
    return _fold(list(daun))


def inclusion_proof(leaves: list[bytes], index: int) -> list[bytes]:
    """What turns the leaf at `index` into the root, from the leaf upwards."""
    if not 0 <= index < len(leaves):
        raise ValueError(f"index {index} is outside a tree of {len(leaves)} leaves")
    return inclusion_of_hashes([hash_leaf(satu) for satu in leaves], index)


def inclusion_of_hashes(daun: Sequence[bytes], index: int) -> list[bytes]:
    if len(daun) == 1:
        return []
    k = _split(len(daun))
    if index < k:
        return [*inclusion_of_hashes(daun[:k], index), root_of_hashes(daun[k:])]
    return [*inclusion_of_hashes(daun[k:], index - k), root_of_hashes(daun[:k])]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Whether `leaf` stands at `index` in the tree of `size` leaves that has this root."""
    if not 0 <= index < size or not _are_hashes([*proof, root]):
        return False
    jalan = _follow(index, size, proof)
    return jalan is not None and _climb(hash_leaf(leaf), jalan) == root


def consistency_proof(leaves: list[bytes], old_size: int) -> list[bytes]:
    """What shows that the tree of the first `old_size` leaves was only continued.

    Empty where nothing was added, and for the empty tree, which everything continues.
    """
    if not 0 <= old_size <= len(leaves):
        raise ValueError(f"old size {old_size} is outside a tree of {len(leaves)} leaves")
    return consistency_of_hashes([hash_leaf(satu) for satu in leaves], old_size)


def consistency_of_hashes(daun: Sequence[bytes], old_size: int) -> list[bytes]:
    if old_size in (0, len(daun)):
        return []
    return _subproof(daun, old_size, utuh=True)


def verify_consistency(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: list[bytes]
) -> bool:
    """Whether the tree behind `new_root` begins with the whole tree behind `old_root`."""
    if not 0 <= old_size <= new_size or not _are_hashes([*proof, old_root, new_root]):
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof and old_root == KOSONG
    return _rebuild(old_size, new_size, old_root, proof) == (old_root, new_root)


# -- arithmetic of the tree ---------------------------------------------------------------------------
def _split(banyak: int) -> int:
    """The largest power of two below `banyak` (at least 2): where a tree divides."""
    return 1 << (banyak - 1).bit_length() - 1


def _fold(lapis: list[bytes]) -> bytes:
    """Layer by layer; a last one without a partner rises unchanged, as in the RFC."""
    while len(lapis) > 1:
        pasang = [hash_node(lapis[i], lapis[i + 1]) for i in range(0, len(lapis) - 1, 2)]
        lapis = pasang + lapis[len(pasang) * 2 :]
    return lapis[0]


def _subproof(daun: Sequence[bytes], m: int, *, utuh: bool) -> list[bytes]:
    """SUBPROOF of the RFC; `utuh` while the part is still a whole old tree that the checker knows."""
    if m == len(daun):
        return [] if utuh else [root_of_hashes(daun)]
    k = _split(len(daun))
    if m <= k:
        return [*_subproof(daun[:k], m, utuh=utuh), root_of_hashes(daun[k:])]
    return [*_subproof(daun[k:], m - k, utuh=False), root_of_hashes(daun[:k])]


def _follow(index: int, size: int, proof: Sequence[bytes]) -> list[tuple[bytes, bool]] | None:
    """Each part of a proof with whether it stands left; None where the number of parts is wrong."""
    jalan, akhir, sisa = [], size - 1, list(proof)
    while akhir:
        if index % 2 or index < akhir:
            if not sisa:
                return None
            jalan.append((sisa.pop(0), bool(index % 2)))
        index, akhir = index // 2, akhir // 2
    return None if sisa else jalan


def _climb(simpul: bytes, jalan: Sequence[tuple[bytes, bool]]) -> bytes:
    for saudara, kiri in jalan:
        simpul = hash_node(saudara, simpul) if kiri else hash_node(simpul, saudara)
    return simpul


def _rebuild(
    lama: int, baru: int, old_root: bytes, proof: Sequence[bytes]
) -> tuple[bytes, bytes] | None:
    """(old root, new root) as the proof makes them, 0 < lama < baru; None where parts are too few or many."""
    sisa, index, akhir = list(proof), lama - 1, baru - 1
    while index % 2:  # the old tree's last part is a whole subtree of the new one
        index, akhir = index // 2, akhir // 2
    if index:
        if not sisa:
            return None
        awal = sisa.pop(0)
    else:
        awal = old_root
    jalan = _follow(index, akhir + 1, sisa)
    if jalan is None:
        return None
    tua = _climb(awal, [(satu, True) for satu, kiri in jalan if kiri])
    return tua, _climb(awal, jalan)


def _are_hashes(semua: Sequence[object]) -> bool:
    return all(isinstance(satu, bytes) and len(satu) == PANJANG for satu in semua)
