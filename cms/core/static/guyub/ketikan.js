// Looking at the form of what was typed from a sheet; the same rules as pelatihan/lembar/rules.py.
// No right answer is known here: only numbers, letters and lengths. A test reads the same texts with both.
//   baca(teks, butir) → {baris: [{nomor, galat, mentah}], sisa: [kata]}
const KOSONG = "-", TEKS = ["isian-singkat", "rumpang", "uraian"];
const PILIHAN = ["pilihan-tunggal", "pilihan-ganda", "benar-salah"];
const AWAL = /^([0-9]{1,3})([.):=]?)([^]*)$/, KATA = /"[^"\n]*"|[^\s"]+|"/g;
const HURUF = /^[A-Za-z]{1,26}$/, PASANG = /^(?:[0-9]{1,2}[A-Za-z])+$/, SATU_PASANG = /([0-9]{1,2})([A-Za-z])/g;
const ANGKA = /^(?:rp\.?\s*)?[-−]?(\d{1,3}(?:\.\d{3})+|\d+)(?:([.,])\d+)?(?:,-)?\s*%?$/i;

/** Whether this is a number as Indonesians write it. */
export function isAngka(teks) {
  const cocok = teks.length <= 40 && ANGKA.exec(teks.trim());
  return !!cocok && !(cocok[2] === "." && cocok[1].includes("."));
}

const kupas = (kata) => kata.replace(/^"+|"+$/g, "");
const semuaKata = (p) => p.baris.flat();
const teksDari = (p) => p.baris.map((b) => b.map(kupas).join(" ")).join("\n").trim();
const pasangan = (teks) => [...teks.matchAll(SATU_PASANG)].map((c) => [Number(c[1]), c[2]]);

export function baca(teks, butir) {
  const menurut = new Map(butir.map((b) => [b.nomor, b]));
  const { potong, sisa } = potongkan(teks, menurut);
  return { baris: butir.map((b) => bacaSatu(b, potong.filter((p) => p.butir === b))), sisa };
}

// -- cutting the text into questions
function potongkan(teks, menurut) {
  const potong = [], sisa = [];
  let kini = null;
  for (const baris of teks.replace(/[“”„]/g, '"').split(/[\n\r;]+/)) {
    if (kini?.butir.jenis === "uraian") kini.baris.push([]);
    else kini = null;
    (baris.match(KATA) ?? []).forEach((kata, urut) => {
      const baru = mulai(kata, urut === 0, kini, menurut);
      if (baru) potong.push((kini = baru));
      else if (kini) kini.baris.at(-1).push(kata);
      else sisa.push(kata);
    });
  }
  return { potong, sisa };
}

function mulai(kata, awal, kini, menurut) {
  const cocok = AWAL.exec(kata), butir = cocok && menurut.get(Number(cocok[1]));
  if (!butir) return null;
  const bentuk = isBentuk(butir, cocok[2], cocok[3]);
  const ya = awal && !kini ? true
    : awal ? butir.nomor > kini.butir.nomor && bentuk
      : bentuk && !lanjut(kata, kini, butir);
  return ya ? { butir, baris: [cocok[3] ? [cocok[3]] : []] } : null;
}

function isBentuk(butir, tanda, sisa) {
  if (!sisa) return true;
  if (PILIHAN.includes(butir.jenis) || butir.jenis === "mengurutkan") return HURUF.test(sisa);
  if (butir.jenis === "menjodohkan") return HURUF.test(sisa) || (!!tanda && PASANG.test(sisa));
  const pisah = ["=", ":", ")"].includes(tanda);
  return butir.jenis === "angka" ? pisah && isAngka(sisa) : pisah;
}

function lanjut(kata, kini, baru) {
  if (!kini) return false;
  const { jenis, nomor } = kini.butir;
  if (jenis === "uraian") return true;
  if (TEKS.includes(jenis)) return baru.nomor !== nomor + 1 || !semuaKata(kini).length;
  if (jenis === "angka") return !/\d/.test(teksDari(kini)) && teksDari(kini) !== KOSONG;
  return jenis === "menjodohkan" && isPasangan(kata, kini);
}

function isPasangan(kata, kini) {
  if (!PASANG.test(kata) || semuaKata(kini).some((k) => HURUF.test(k))) return false;
  const dipakai = new Set(pasangan(semuaKata(kini).join(" ")).map(([n]) => n));
  return pasangan(kata).every(([n]) => n >= 1 && n <= kini.butir.kiri && !dipakai.has(n));
}

// -- one answer
function bacaSatu(butir, potong) {
  const hasil = { nomor: butir.nomor, galat: "", mentah: potong.map(teksDari).join(" | ") };
  if (potong.length > 1) return { ...hasil, galat: "kembar" };
  if (!potong.length || hasil.mentah === KOSONG) return { ...hasil, mentah: "" };
  if (!hasil.mentah) return { ...hasil, galat: "tanpa-jawaban" };
  return { ...hasil, galat: periksa(butir, hasil.mentah) };
}

// The positions of the letters; -1 for one that is not on the sheet. Words written out count as well.
function listHuruf(opsi, teks) {
  const tulis = opsi.findIndex(([, kata]) => kata.toLowerCase() === teks.toLowerCase());
  if (tulis >= 0) return [tulis];
  return [...teks.toUpperCase()].filter((h) => !" ,.+&\n".includes(h)).map((h) => opsi.findIndex(([huruf]) => huruf === h));
}

function satuHuruf(opsi, teks) {
  const pilih = listHuruf(opsi, teks);
  return pilih.includes(-1) ? "huruf-tak-ada" : pilih.length === 1 ? "" : "satu-huruf";
}

function periksa(butir, teks) {
  const { jenis, opsi } = butir;
  if (jenis === "pilihan-tunggal" || jenis === "benar-salah") return satuHuruf(opsi, teks);
  if (jenis === "pilihan-ganda") return listHuruf(opsi, teks).includes(-1) ? "huruf-tak-ada" : "";
  if (jenis === "angka") return isAngka(teks) ? "" : "bukan-angka";
  if (jenis === "mengurutkan") return periksaUrutan(opsi, teks);
  if (jenis === "menjodohkan") return periksaPasangan(butir, teks);
  if (jenis === "rumpang") return periksaCelah(butir.celah, teks);
  return teks.length > butir.panjang ? "terlalu-panjang" : "";
}

function periksaUrutan(opsi, teks) {
  const pilih = listHuruf(opsi, teks);
  if (pilih.includes(-1)) return "huruf-tak-ada";
  return pilih.length === opsi.length && new Set(pilih).size === opsi.length ? "" : "urutan-kurang";
}

function periksaPasangan(butir, teks) {
  const rapat = teks.replace(/[\s,]+/g, "");
  const pasang = HURUF.test(rapat) ? [...rapat].map((h, n) => [n + 1, h]) : PASANG.test(rapat) ? pasangan(rapat) : null;
  if (!pasang) return "bukan-pasangan";
  const nomor = pasang.map(([n]) => n);
  if (new Set(nomor).size < nomor.length || nomor.some((n) => n < 1 || n > butir.kiri)) return "pasangan-tak-ada";
  return pasang.some(([, h]) => listHuruf(butir.opsi, h)[0] < 0) ? "huruf-tak-ada" : "";
}

function periksaCelah(celah, teks) {
  const isian = teks.split("/").map((satu) => satu.trim());
  if (isian.length > celah.length) return "celah-lebih";
  for (const [n, satu] of isian.entries()) {
    const salah = satu && satu !== KOSONG ? periksaSatuCelah(celah[n], satu) : "";
    if (salah) return salah;
  }
  return isian.some((satu) => satu.length > 200) ? "terlalu-panjang" : "";
}

function periksaSatuCelah(celah, teks) {
  if (celah.jenis === "pilihan") return satuHuruf(celah.opsi, teks);
  return celah.jenis === "angka" && !isAngka(teks) ? "bukan-angka" : "";
}
