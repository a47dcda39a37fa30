import time

from cms.notifikasi.channels import kotaksurat


class EmailBackend(kotaksurat.EmailBackend):
    def send_messages(self, email_messages):
        time.sleep(0.03)
        return super().send_messages(email_messages)
