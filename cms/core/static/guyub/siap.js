// Preparing a phone for a place without signal: every [data-halaman] is asked for, and the list says what is really kept.
const meta = document.querySelector('meta[name="guyub-antrean"]');
const bagian = document.querySelector("[data-siapkan]");
const A = meta && bagian && (await import(meta.dataset.modul));
const isi = (teks, ganti) => teks.replace(/\{(\w+)\}/g, (utuh, nama) => ganti[nama] ?? utuh);
const waktu = (saat) => ({
  tanggal: new Date(saat).toLocaleDateString("id-ID", { day: "numeric", month: "long" }),
  jam: new Date(saat).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" }).replace(":", "."),
});

async function pasangSiapkan(bagian) {
  const d = bagian.dataset, baris = [...document.querySelectorAll("[data-halaman]")];
  const tombol = bagian.querySelector("[data-mulai]"), hasil = bagian.querySelector("[data-hasil]");

  async function periksa() {
    const kas = await caches.open(`guyub-halaman-${meta.dataset.simpan}`);
    let n = 0;
    for (const satu of baris) {
      const ada = await kas.match(satu.dataset.halaman), tanda = satu.querySelector("[data-tanda]");
      if (ada) n += 1;
      const pada = Number(ada?.headers.get("Guyub-Pada"));
      tanda.textContent = ada ? isi(d.ada, { ...waktu(pada), ukuran: Math.ceil((await ada.blob()).size / 1024) }) : d.belum;
      tanda.className = ada ? "baik" : "redup";
    }
    return n;
  }
  const lapor = (n) => {
    hasil.textContent = isi(n === baris.length ? d.siap : d.kurang, { n, m: baris.length });
    hasil.className = n === baris.length ? "jarak baik" : "jarak";
  };
  tombol.addEventListener("click", async () => {
    tombol.disabled = true;
    for (const [n, satu] of baris.entries()) {
      hasil.textContent = isi(d.sedang, { n: n + 1, m: baris.length });
      await A.siapkan([satu.dataset.halaman]);
    }
    const n = await periksa();
    lapor(n);
    if (n < baris.length) hasil.textContent += ` ${d.gagal}`;
    tombol.disabled = false;
  });
  if (!navigator.serviceWorker || !self.caches) return;
  tombol.hidden = false;
  lapor(await periksa());
}

if (A) await pasangSiapkan(bagian);
