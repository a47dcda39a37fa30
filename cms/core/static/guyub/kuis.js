// A quiz that loses nothing: every answer goes to this phone first, then by the queue to the server.
// Without this script, or where the browser keeps nothing, the same forms are sent page by page.
const meta = document.querySelector('meta[name="guyub-antrean"]');
const k = document.querySelector("[data-kuis]")?.dataset;
const A = meta && k && (await import(meta.dataset.modul));

const jeda = (ms) => new Promise((jadi) => setTimeout(jadi, ms));
const tulis = (tempat, teks) => tempat && tempat.replaceChildren(Object.assign(document.createElement("b"), { textContent: teks }));

function baca(form) {
  const bidang = {};
  for (const [nama, nilai] of new FormData(form)) {
    if (!["csrfmiddlewaretoken", "kunci", "ke"].includes(nama) && typeof nilai === "string") (bidang[nama] ??= []).push(nilai);
  }
  return bidang;
}

function isi(form, bidang) {
  const sisa = structuredClone(bidang);
  for (const b of form.elements) {
    if (!b.name || b.type === "hidden" || b.type === "submit") continue;
    if (b.type === "radio" || b.type === "checkbox") b.checked = !!bidang[b.name]?.includes(b.value);
    else b.value = sisa[b.name]?.shift() ?? "";
  }
}

// An order that still lacks a place is no answer yet.
const setengah = (form) => form.dataset.jenis === "mengurutkan" && (([...a]) => new Set(a).size < a.length || a.includes(""))(Object.values(baca(form)).flat());

async function pasangSoal(form) {
  const soal = form.dataset.soal, ingat = `jawaban:${k.kuis}:${soal}`;
  const keadaan = form.querySelector("[data-keadaan]");
  const akhir = async () => (await A.daftar()).filter((e) => e.pemilik === A.pemilik && e.ingat === ingat && e.status === "tunggu").pop();
  let sudah = JSON.stringify(baca(form)), jam, antre = Promise.resolve();

  // What this phone knows better than the page: not sent yet, or sent after the page was drawn.
  const tunggu = await akhir(), tahu = await A.ingatan(ingat);
  const lebih = tunggu?.isi ?? (tahu?.saat > k.pada ? tahu.isi : null);
  if (lebih && !form.querySelector("[aria-invalid]")) {
    isi(form, lebih.bidang);
    sudah = JSON.stringify(baca(form));
    tulis(keadaan, tunggu ? k.tersimpan : k.terkirim.replace("{jam}", tahu.pukul));
  }

  async function simpan() {
    clearTimeout(jam);
    const bidang = baca(form), teks = JSON.stringify(bidang);
    if (teks === sudah) return;
    sudah = teks;
    const lama = await akhir(), kini = await A.ingatan(ingat);
    const dasar = lama?.kunci ?? (kini?.saat > k.pada ? kini.kini : form.dataset.dasar);
    const { jawab, kunci } = await A.tambah("jawaban", { percobaan: k.kuis, soal, dasar, bidang }, { ingat });
    form.elements.kunci.value = kunci;
    tulis(keadaan, k.tersimpan);
    jawab.then((hasil) => {
      if (sudah !== teks) return;
      if (hasil.status === "ditolak") { form.dataset.ditolak = "1"; tulis(keadaan, hasil.pesan || ""); }
      else tulis(keadaan, hasil.status === "ditinjau" ? k.tinjau : k.terkirim.replace("{jam}", hasil.pukul));
    });
  }
  const rekam = () => (antre = antre.then(simpan, simpan));
  form.addEventListener("change", () => { delete form.dataset.ditolak; if (!setengah(form)) rekam(); });
  form.addEventListener("input", (acara) => {
    if (!/^(radio|checkbox)$/.test(acara.target.type)) { clearTimeout(jam); jam = setTimeout(rekam, 1500); }
  });
  document.addEventListener("visibilitychange", () => document.hidden && !setengah(form) && rekam());
  form.addEventListener("submit", async (acara) => {
    acara.preventDefault();
    const mundur = acara.submitter?.value === "mundur";
    await rekam();
    const habis = await Promise.race([A.kirim(), jeda(5000)]);
    if (form.dataset.ditolak) return form.submit(); // the server says what is wrong
    if (!form.dataset.maju) return;
    location.href = habis ? (mundur && form.dataset.mundur) || form.dataset.maju : `${k.semua}#s${form.dataset.nomor}`;
  }, true);
  return rekam;
}

function pasangKumpul(form, rekam) {
  form.addEventListener("submit", async (acara) => {
    acara.preventDefault();
    await Promise.all(rekam.map((satu) => satu()));
    const salah = document.querySelector("form[data-ditolak]");
    if (salah) return salah.scrollIntoView();
    const { jawab } = await A.tambah("kumpulkan", { percobaan: k.kuis }, { segera: true });
    A.kirim();
    const hasil = await Promise.race([jawab, jeda(6000)]);
    if (hasil) return location.assign(k.hasil);
    tulis(document.querySelector("[data-keadaan-kumpul]"), k.nanti);
    jawab.then(() => location.assign(k.hasil));
  }, true);
}

if (A && (await A.bisa)) {
  const rekam = await Promise.all([...document.querySelectorAll("form[data-soal]")].map(pasangSoal));
  document.querySelectorAll("form[data-kumpul]").forEach((form) => pasangKumpul(form, rekam));
  if (location.pathname !== k.semua && navigator.onLine) setTimeout(() => A.siapkan([k.semua]), 2000);
}
