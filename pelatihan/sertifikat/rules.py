"""What of a name stands in public."""


def get_inisial(nama: str) -> str:
    """The initials of a name, at most three: "Sri Hartini" is S. H."""
    return " ".join(f"{kata[0].upper()}." for kata in nama.split()[:3])
