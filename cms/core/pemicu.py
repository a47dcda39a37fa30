"""Triggers: promises a database keeps even when the program is wrong.

A slice declares its triggers in `triggers.py` as a list of `Pemicu`. A migration that touches a
guarded table wraps its operations with `DropPemicu` and `CreatePemicu`, because SQLite rebuilds
tables and loses or trips over triggers. A test compares the declared list with the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.migrations.operations.base import Operation

DAFTAR: dict[str, list["Pemicu"]] = {}


@dataclass(frozen=True)
class Pemicu:
    """One trigger, with its statement for each engine (`body` raises or does nothing)."""

    nama: str
    tabel: str
    sqlite: str
    postgres: str


def register_pemicu(app_label: str, pemicu: list[Pemicu]) -> list[Pemicu]:
    """Make a slice's triggers known to the comparing test and to the test lift."""
    DAFTAR.setdefault(app_label, []).extend(pemicu)
    return pemicu


def append_only(tabel: str, *, pesan: str, kolom: Sequence[str] = ()) -> list[Pemicu]:
    """Neither UPDATE nor DELETE, by anyone; with `kolom` only these columns never change."""
    ubah = f"UPDATE OF {', '.join(kolom)}" if kolom else "UPDATE"
    return [_forbid(tabel, kejadian, pesan) for kejadian in (ubah, "DELETE")]


def _forbid(tabel: str, kejadian: str, pesan: str) -> Pemicu:
    nama = f"{tabel}_tanpa_{kejadian.split()[0].lower()}"
    return Pemicu(
        nama=nama,
        tabel=tabel,
        sqlite=(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        ),
        postgres=postgres_trigger(nama, tabel, f"BEFORE {kejadian}", f"RAISE EXCEPTION '{pesan}';"),
    )


def postgres_trigger(nama: str, tabel: str, kapan: str, badan: str) -> str:
    """A row trigger with its function, for PostgreSQL; `badan` is PL/pgSQL."""
    return (
        f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {badan} IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$; "
        f"CREATE TRIGGER {nama} {kapan} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()"
    )


def create_pemicu(connection, pemicu: list[Pemicu]) -> None:
    with connection.cursor() as cursor:
        for satu in pemicu:
            cursor.execute(getattr(satu, _engine(connection)))


def drop_pemicu(connection, pemicu: list[Pemicu]) -> None:
    with connection.cursor() as cursor:
        for satu in pemicu:
            if _engine(connection) == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {satu.nama}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {satu.nama} ON {satu.tabel}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {satu.nama}()")


def _engine(connection) -> str:
    return "postgres" if connection.vendor == "postgresql" else "sqlite"


class _PemicuOperation(Operation):
    reversible = True

    def __init__(self, pemicu: list[Pemicu]):
        self.pemicu = pemicu

    def state_forwards(self, app_label, state):
        pass

    def deconstruct(self):
        return self.__class__.__name__, [self.pemicu], {}


class CreatePemicu(_PemicuOperation):
    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        create_pemicu(schema_editor.connection, self.pemicu)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        drop_pemicu(schema_editor.connection, self.pemicu)


class DropPemicu(_PemicuOperation):
    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        drop_pemicu(schema_editor.connection, self.pemicu)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        create_pemicu(schema_editor.connection, self.pemicu)
