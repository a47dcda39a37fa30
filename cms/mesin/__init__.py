"""The machine room: what prepares, starts, watches and ends the house's processes.

Everything but `langkah`, `tugas`, `denyut` and `apps` is standard library only: `make run` imports
it before any library is installed, and the supervisor stays small.
"""
