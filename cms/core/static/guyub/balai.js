// A class in a hall without signal: the roll called, sheets typed, a quiz passed round. (siap.js prepares the phone.)
// Everything goes to the queue (antrean.js); what it says of an entry is read back from the device.
const meta = document.querySelector('meta[name="guyub-antrean"]');
const k = document.querySelector("[data-balai]")?.dataset;
const A = meta && k && (await import(meta.dataset.modul));
const dasar = () => ({ bawaan: k.balai, izin: k.izin });
const isi = (teks, ganti) => teks.replace(/\{(\w+)\}/g, (utuh, nama) => ganti[nama] ?? utuh);
const BESAR = 22000; // the queue takes 24 KB an entry

// -- what the device knows of a name -------------------------------------------------------------
function sebutTerkirim({ saat, pukul }) {
  const hariIni = new Date(saat).toDateString() === new Date().toDateString();
  const tanggal = new Date(saat).toLocaleDateString("id-ID", { day: "numeric", month: "long" });
  return isi(k.terkirim, { jam: hariIni ? pukul : isi(k.hari, { tanggal, jam: pukul }) });
}

/** {entri, isi, teks, saat} of the last thing recorded under a name on this device, or null. */
async function cari(ingat, semua) {
  const entri = semua.filter((e) => e.pemilik === A.pemilik && e.ingat === ingat).pop();
  const kata = { tunggu: k.tunggu, ditinjau: k.tinjau, ditolak: entri?.pesan };
  if (entri) return { entri, isi: entri.isi, teks: kata[entri.status] || k.tinjau };
  const tahu = await A.ingatan(ingat);
  if (!tahu) return null;
  const teks = tahu.tinjau ? k.tinjau : sebutTerkirim(tahu) + (tahu.bentrok ? `; ${k.bentrok}` : "");
  return { entri: null, isi: tahu.isi, teks, saat: tahu.saat };
}

function tulis(tempat, tebal, teks) {
  tempat.replaceChildren();
  if (tebal) tempat.append(Object.assign(document.createElement("b"), { textContent: tebal }), ": ");
  tempat.append(teks);
}

// Draw again whenever the queue changes; a call that comes meanwhile waits for its turn.
function ikuti(gambar) {
  let antre = Promise.resolve();
  const sekali = () => (antre = antre.then(async () => gambar(await A.daftar())).catch(() => {}));
  A.dengar(sekali);
  return sekali;
}

// -- roll call ---------------------------------------------------------------------------------
function pasangAbsen(formulir) {
  const nama = (form) => `hadir:${k.pertemuan}:${form.dataset.hadir}`;
  const catat = (form, status) => A.tambah("hadir", { ...dasar(), peserta: form.dataset.hadir, status }, { ingat: nama(form) });
  const hitung = document.querySelector("[data-hitung]"), semua = document.querySelector("[data-semua]");
  const belum = () => formulir.filter((form) => !("sudah" in form.dataset));

  const gambar = ikuti(async (daftar) => {
    for (const form of formulir) {
      const tahu = await cari(nama(form), daftar);
      if (!tahu || tahu.saat < k.pada) continue; // a page drawn since knows more
      const tombol = [...form.elements].find((t) => t.value === tahu.isi?.status);
      for (const t of form.querySelectorAll("button")) {
        t.setAttribute("aria-pressed", String(t === tombol));
        t.classList.toggle("tombol-garis", t !== tombol);
      }
      form.dataset.sudah = "";
      tulis(form.parentElement.querySelector("[data-baris]"), tombol?.dataset.kata ?? "", tahu.teks);
    }
    const sisa = belum().length;
    hitung.textContent = isi(hitung.dataset.hitung, { n: formulir.length - sisa, m: formulir.length });
    semua.hidden = !sisa;
  });
  for (const form of formulir) {
    form.addEventListener("submit", async (acara) => {
      acara.preventDefault();
      await catat(form, acara.submitter.value);
      await gambar();
    }, true);
  }
  semua.addEventListener("click", async () => {
    for (const form of belum()) await catat(form, "hadir");
    await gambar();
  });
}

// -- sheets: both kinds are remembered under the sheet they belong to
const namaLembar = (milik) => `lembar:${milik}`;
const tambahLembar = (milik, apa) => A.tambah("lembar", { ...dasar(), milik, ...apa }, { ingat: namaLembar(milik) });

function ikutiLembar(baris, pasang) {
  return ikuti(async (daftar) => {
    for (const satu of baris) {
      const tahu = await cari(namaLembar(satu.dataset.milik), daftar);
      if (tahu) satu.querySelector("[data-baris]").textContent = tahu.teks;
      pasang?.(satu, tahu);
    }
  });
}

// -- typing from paper ---------------------------------------------------------------------------
async function pasangKetik(form) {
  const { baca } = await import(k.ketikan);
  const kata = document.querySelector("[data-kata-ketik]"), d = kata.dataset;
  const { milik, teks } = form.elements;
  const kabar = form.querySelector("[data-kabar]"), terbaca = form.querySelector("[data-terbaca]");
  const butir = () => JSON.parse(document.querySelector(`[data-bentuk-ketikan="${milik.selectedOptions[0].dataset.bentuk}"]`).dataset.butir);
  const draf = () => `ketik:${milik.value}`;

  function periksa() {
    const soal = butir(), hasil = baca(teks.value, soal);
    terbaca.replaceChildren(...(teks.value.trim() ? hasil.baris.flatMap((b, n) => [
      Object.assign(document.createElement("dt"), { textContent: `${b.nomor}. ${soal[n].soal}` }),
      Object.assign(document.createElement("dd"), {
        className: b.galat ? "buruk" : b.mentah ? "" : "redup",
        textContent: b.galat ? `${kata.getAttribute(`data-galat-${b.galat}`)} ${b.mentah}` : b.mentah || d.kosong,
      }),
    ]) : []));
    if (hasil.sisa.length) return isi(d.sisa, { teks: hasil.sisa.join(" ") });
    if (hasil.baris.some((b) => b.galat)) return d.salah;
    if (!hasil.baris.some((b) => b.mentah)) return d.tanpa;
    return teks.value.length > BESAR / 2 ? d.panjang : "";
  }

  let sunting = 0; // what was begun meanwhile is not written over
  async function buka() {
    const ke = ++sunting;
    teks.value = kabar.textContent = "";
    const ditolak = (await A.daftar()).find((e) => e.ingat === namaLembar(milik.value) && e.status === "ditolak");
    const lama = (await A.ingatan(draf()))?.teks ?? ditolak?.isi.teks ?? "";
    if (ke === sunting) teks.value = lama;
    periksa();
  }

  teks.addEventListener("input", () => { sunting += 1; periksa(); A.ingatkan(draf(), teks.value ? { teks: teks.value } : null); });
  milik.addEventListener("change", buka);
  const gambar = ikutiLembar([...document.querySelectorAll("li[data-milik]")]);
  form.addEventListener("submit", async (acara) => {
    acara.preventDefault();
    const salah = periksa();
    kabar.className = salah ? "salah" : "baik";
    if (salah) { kabar.textContent = salah; return; }
    const pilihan = milik.selectedOptions[0], apa = { teks: teks.value, titip: acara.submitter?.value === "titip" };
    teks.value = ""; // a second press finds nothing to send
    await tambahLembar(milik.value, apa);
    await A.ingatkan(draf(), null);
    if (milik.selectedIndex < milik.options.length - 1) milik.selectedIndex += 1;
    await buka();
    kabar.textContent = isi(d.simpan, { nama: pilihan.textContent });
    teks.focus();
    await gambar();
  }, true);
  form.hidden = false;
  await buka();
}

// -- a quiz from hand to hand: nothing of one learner is on the page when the next one holds it
function bacaForm(form) {
  const bidang = {};
  for (const [nama, nilai] of new FormData(form)) if (typeof nilai === "string") (bidang[nama] ??= []).push(nilai);
  return bidang;
}

function isiForm(form, bidang) {
  const sisa = structuredClone(bidang);
  for (const b of form.elements) {
    if (b.type === "radio" || b.type === "checkbox") b.checked = !!bidang[b.name]?.includes(b.value);
    else if (b.name) b.value = sisa[b.name]?.shift() ?? "";
  }
}

const adaIsi = (bidang) => Object.values(bidang).flat().some((v) => v.trim());

async function pasangKuis(pilih) {
  const { isAngka } = await import(k.ketikan);
  const d = document.querySelector("[data-kata-kuis]").dataset;
  const bagian = Object.fromEntries(["pilih", "serah", "kerja", "selesai"].map((n) => [n, document.querySelector(`[data-${n}]`)]));
  const tempat = bagian.kerja.querySelector("[data-isi]"), kabar = bagian.kerja.querySelector("[data-kabar]");
  let siapa = null, ditanya = false, jam, simpanan = Promise.resolve();

  function tampil(nama) {
    for (const [n, satu] of Object.entries(bagian)) satu.hidden = n !== nama;
    for (const satu of document.querySelectorAll("body > header, .remah")) satu.hidden = nama !== "pilih"; // the facilitator's ways
    if (nama !== "pilih") bagian[nama].focus();
    scrollTo(0, 0);
  }
  function kembali() {
    siapa = null;
    tempat.replaceChildren();
    kabar.textContent = "";
    tampil("pilih");
  }
  const formulir = () => [...tempat.querySelectorAll("form[data-urut]")];
  const jawaban = () => Object.fromEntries(formulir().map((f) => [f.dataset.soal, bacaForm(f)]).filter(([, b]) => adaIsi(b)));
  const draf = () => `draf:${siapa.milik}`;

  function salahDari(form) {
    const bidang = bacaForm(form), nilai = Object.values(bidang).flat();
    if (!adaIsi(bidang)) return "";
    if (form.dataset.jenis === "mengurutkan" && new Set(nilai.filter(Boolean)).size < nilai.length) return d.urutan;
    const angka = form.dataset.jenis === "angka" ? nilai : [...form.querySelectorAll("[inputmode=decimal]")].map((b) => b.value);
    return angka.some((v) => v && !isAngka(v)) ? d.angka : "";
  }
  function periksa() {
    for (const form of formulir()) form.querySelector("[data-galat]").textContent = salahDari(form);
    return formulir().find((form) => salahDari(form));
  }

  function pegang(tombol) {
    siapa = { milik: tombol.closest("[data-milik]").dataset.milik, ...tombol.dataset };
    const [judul, lembar, mulai] = ["siapa", "lembar", "mulai"].map((n) => bagian.serah.querySelector(`[data-${n}]`));
    judul.textContent = isi(judul.dataset.siapa, siapa);
    lembar.textContent = isi(lembar.dataset.lembar, siapa);
    mulai.textContent = isi(mulai.dataset.mulai, siapa);
    tampil("serah");
  }
  async function mulai() {
    tempat.replaceChildren(document.querySelector(`template[data-bentuk-soal="${siapa.bentuk}"]`).content.cloneNode(true));
    const lama = (await A.ingatan(draf()))?.jawaban ?? {};
    for (const form of formulir()) if (lama[form.dataset.soal]) isiForm(form, lama[form.dataset.soal]);
    const nama = bagian.kerja.querySelector("[data-nama]");
    nama.textContent = isi(nama.dataset.nama, siapa);
    ditanya = false;
    tampil("kerja");
  }
  function simpanDraf() {
    ditanya = false;
    kabar.textContent = "";
    const [nama, apa] = [draf(), jawaban()];
    simpanan = simpanan.then(() => A.ingatkan(nama, { jawaban: apa })).catch(() => {});
  }
  function tegur(teks) {
    kabar.textContent = teks;
    kabar.scrollIntoView({ block: "center" });
  }
  async function kumpul() {
    if (!siapa) return;
    const salah = periksa(), bidang = jawaban(), n = formulir().length - Object.keys(bidang).length;
    if (salah) return salah.scrollIntoView();
    if (!Object.keys(bidang).length) return tegur(d.tanpa);
    if (JSON.stringify(bidang).length > BESAR) return tegur(d.panjang);
    if (n && !ditanya) { ditanya = true; return tegur(isi(d.kosong, { n })); }
    const { milik, nama } = siapa, catatan = draf();
    clearTimeout(jam);
    kembali(); // nothing is left for a second press
    await simpanan;
    await tambahLembar(milik, { bidang });
    await A.ingatkan(catatan, null);
    const terima = bagian.selesai.querySelector("[data-terima]");
    terima.textContent = isi(terima.dataset.terima, { nama });
    tampil("selesai");
    await gambar();
  }

  const gambar = ikutiLembar([...pilih.querySelectorAll("li[data-milik]")], (baris, tahu) => {
    const tombol = baris.querySelector("button");
    tombol.hidden = "sudah" in tombol.dataset || (!!tahu && tahu.entri?.status !== "ditolak");
  });
  pilih.addEventListener("click", (acara) => { const t = acara.target.closest("button[data-bentuk]"); if (t) pegang(t); });
  bagian.serah.querySelector("[data-mulai]").addEventListener("click", mulai);
  for (const t of document.querySelectorAll("[data-kembali]")) t.addEventListener("click", kembali);
  bagian.kerja.querySelector("[data-ganti]").addEventListener("click", async () => { await simpanan; kembali(); });
  bagian.kerja.querySelector("[data-kumpul]").addEventListener("click", kumpul);
  tempat.addEventListener("submit", (acara) => acara.preventDefault(), true);
  tempat.addEventListener("change", () => { simpanDraf(); periksa(); });
  tempat.addEventListener("input", () => { clearTimeout(jam); jam = setTimeout(() => siapa && simpanDraf(), 800); });
  document.addEventListener("visibilitychange", () => document.hidden && siapa && tempat.childElementCount && simpanDraf());
  await gambar();
}

if (A && (await A.bisa)) {
  const pilih = document.querySelector("[data-pilih]");
  const absen = [...document.querySelectorAll("form[data-hadir]")], ketik = document.querySelector("form[data-ketik]");
  if (absen.length) pasangAbsen(absen);
  if (ketik) await pasangKetik(ketik);
  if (pilih) await pasangKuis(pilih);
}
