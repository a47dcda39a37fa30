// Small helps of the public face. Every page works without this file.

const SATUAN = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const TINGKAT = [[1e12, "triliun"], [1e9, "miliar"], [1e6, "juta"], [1e3, "ribu"]];
const RUPIAH = /^(?:rp\.?\s*)?(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(?:-|00))?$/i;

function ejaRatusan(n) {
  const ratus = Math.floor(n / 100), sisa = n % 100, kata = [];
  if (ratus) kata.push(ratus === 1 ? "seratus" : SATUAN[ratus] + " ratus");
  if (sisa >= 20) kata.push(SATUAN[Math.floor(sisa / 10)] + " puluh", SATUAN[sisa % 10]);
  else if (sisa > 11) kata.push(SATUAN[sisa - 10] + " belas");
  else if (sisa > 9) kata.push(sisa === 10 ? "sepuluh" : "sebelas");
  else if (sisa) kata.push(SATUAN[sisa]);
  return kata.filter(Boolean).join(" ");
}

/** Whole rupiah in words; the same rule as cms/core/rupiah.py. */
export function terbilang(nilai) {
  const kata = [];
  for (const [besar, nama] of TINGKAT) {
    const banyak = Math.floor(nilai / besar);
    nilai %= besar;
    if (banyak) kata.push(banyak === 1 && nama === "ribu" ? "seribu" : ejaRatusan(banyak) + " " + nama);
  }
  if (nilai) kata.push(ejaRatusan(nilai));
  return (kata.join(" ") || "nol") + " rupiah";
}

/** Whole rupiah from what was typed, or null when it is not certain. */
export function bacaRupiah(teks) {
  const cocok = RUPIAH.exec(teks.trim());
  const angka = cocok && cocok[1].replaceAll(".", "");
  return angka && angka.length <= 15 ? Number(angka) : null;
}

// A money field says its amount in words beneath, and is grouped when it is left.
function pasangUang(isian) {
  const kata = document.getElementById(isian.dataset.terbilang);
  const tulis = () => {
    const nilai = bacaRupiah(isian.value);
    if (kata) kata.textContent = nilai === null ? "" : terbilang(nilai);
    return nilai;
  };
  isian.addEventListener("input", tulis);
  isian.addEventListener("change", () => {
    const nilai = tulis();
    if (nilai !== null) isian.value = "Rp " + nilai.toString().replace(/\B(?=(\d{3})+$)/g, ".");
  });
  tulis();
}

// A form is sent once; ten seconds later, or back from the next page, it may be sent again.
function pasangFormulir(formulir) {
  const buka = () => {
    delete formulir.dataset.terkirim;
    formulir.removeAttribute("aria-busy");
  };
  formulir.addEventListener("submit", (acara) => {
    if (acara.defaultPrevented) return;
    if (formulir.dataset.terkirim) return acara.preventDefault();
    formulir.dataset.terkirim = "1";
    formulir.setAttribute("aria-busy", "true");
    setTimeout(buka, 10000);
  });
  addEventListener("pageshow", buka);
}

function pasangBagikan(tombol) {
  tombol.hidden = false;
  tombol.addEventListener("click", () => {
    navigator.share({ title: document.title, url: tombol.dataset.bagikan || location.href }).catch(() => {});
  });
}

// Copying asks for a secure address; elsewhere the text is marked and copied by hand.
function pasangSalin(tombol) {
  tombol.hidden = false;
  tombol.addEventListener("click", async () => {
    await navigator.clipboard.writeText(tombol.dataset.salin);
    tombol.textContent = tombol.dataset.tersalin;
  });
}

document.querySelectorAll("[data-terbilang]").forEach(pasangUang);
document.querySelectorAll('form[method="post"]').forEach(pasangFormulir);
document.querySelectorAll("[data-cetak]").forEach((tombol) => {
  tombol.hidden = false;
  tombol.addEventListener("click", () => print());
});
if (navigator.clipboard) document.querySelectorAll("[data-salin]").forEach(pasangSalin);
if (navigator.share) document.querySelectorAll("[data-bagikan]").forEach(pasangBagikan);

// The first error of a returned form is where the reader should be.
document.querySelector('[aria-invalid="true"]')?.focus();
