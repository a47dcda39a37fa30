from ..pemicu import append_only, register_pemicu

PEMICU = register_pemicu(
    "core", append_only("core_ketentuan", pesan="ketentuan tidak boleh diubah")
)
