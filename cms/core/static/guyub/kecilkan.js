// Photos from a phone are made small before they travel: at most 400 KB, upright, at most 1600 px.
// Without this script, or where it fails, the server still takes and redraws them.
const BATAS = 400 * 1024, SISI = 1600;

async function kecilkan(berkas) {
  if (!/^image\/(jpeg|png|webp)$/.test(berkas.type) || berkas.size <= BATAS) return berkas;
  const gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
  let skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height)), mutu = 0.85;
  for (let ke = 0; ke < 8; ke++) {
    const kanvas = document.createElement("canvas");
    kanvas.width = Math.round(gambar.width * skala);
    kanvas.height = Math.round(gambar.height * skala);
    const pena = kanvas.getContext("2d");
    pena.fillStyle = "#fff";
    pena.fillRect(0, 0, kanvas.width, kanvas.height);
    pena.drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
    const isi = await new Promise((siap) => kanvas.toBlob(siap, "image/jpeg", mutu));
    if (isi && isi.size <= BATAS) {
      return new File([isi], berkas.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
    }
    mutu > 0.6 ? (mutu -= 0.1) : (skala *= 0.8);
  }
  return berkas;
}

document.addEventListener("change", async (kejadian) => {
  const masukan = kejadian.target;
  if (!masukan.matches?.('input[type="file"]') || masukan.dataset.kecil === "ya") return;
  const berkas = [...masukan.files];
  if (!berkas.some((b) => b.type.startsWith("image/") && b.size > BATAS)) return;
  kejadian.stopImmediatePropagation();
  const tas = new DataTransfer();
  for (const satu of berkas) tas.items.add(await kecilkan(satu).catch(() => satu));
  masukan.files = tas.files;
  masukan.dataset.kecil = "ya";
  masukan.dispatchEvent(new Event("change", { bubbles: true }));
  delete masukan.dataset.kecil;
}, true);
