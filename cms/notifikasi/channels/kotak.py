"""The inbox on the site: the row itself is the message, so being sent is all there is to do."""

from ..models import Pesan


class Kotak:
    kode = "kotak"
    idempoten = True

    def send(self, pesan: Pesan) -> None:
        """Nothing leaves the house."""
