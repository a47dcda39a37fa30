// The browser's queue: what people record is kept on the device first and sent when it can be.
// Entries belong to an account; on a shared phone nobody sees another's, and signing out deletes none.
//   import { tambah, dengar } from "./antrean.js";   await tambah("jenis", { … });
const meta = document.querySelector('meta[name="guyub-antrean"]');
const data = meta?.dataset ?? {};
export const pemilik = data.pemilik;
const BANYAK = 40, JEDA = 1200, MUNDUR = [3, 6, 12, 30, 60, 120, 300];

// -- the store ---------------------------------------------------------------------------------
let gudang;
function buka() {
  gudang ??= new Promise((jadi, gagal) => {
    const minta = indexedDB.open("guyub", 1);
    minta.onupgradeneeded = () => {
      const db = minta.result;
      db.createObjectStore("entri", { keyPath: "urut", autoIncrement: true }).createIndex("pemilik", "pemilik");
      db.createObjectStore("perangkat", { keyPath: "pemilik" });
      db.createObjectStore("ingat", { keyPath: "nama" });
    };
    minta.onsuccess = () => {
      minta.result.onversionchange = () => minta.result.close();
      jadi(minta.result);
    };
    minta.onerror = minta.onblocked = () => gagal(minta.error);
  });
  return gudang;
}

// One transaction; it counts only when the device says it is written.
async function pakai(nama, kerja) {
  const db = await buka();
  return new Promise((jadi, gagal) => {
    const tx = db.transaction(nama, "readwrite");
    const minta = kerja(tx.objectStore(nama));
    tx.oncomplete = () => jadi(minta?.result);
    tx.onerror = tx.onabort = () => gagal(tx.error);
  });
}

/** A random name (UUID v4); also where the address is not secure. */
export function buatKunci() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  return [...b].map((n, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + n.toString(16).padStart(2, "0")).join("");
}

// -- recording ---------------------------------------------------------------------------------
/** Whether this browser can keep entries; if not, pages use the server directly. */
export const bisa = (async () => {
  if (!pemilik) return false;
  try {
    await buka();
    return true;
  } catch {
    return false;
  }
})();

/** Keep an entry on this device, then send it. Resolves when it is written, to {kunci, jawab}:
 * `jawab` resolves with the server's answer, if it comes while this page is open.
 * `ingat` names what the answer is remembered under (see `ingatan`). */
export async function tambah(jenis, isi, { kunci = buatKunci(), ingat = "", segera = false } = {}) {
  await pakai("entri", (t) => t.add({
    kunci, jenis, isi, ingat, pemilik, tanda: data.sesi, saat: Date.now(), ke: 0, status: "tunggu",
  }));
  if (ingat) await buangDitolak(ingat); // what was refused is answered anew
  const jawab = new Promise((jadi) => menunggu.set(kunci, jadi));
  kabari();
  jadwalkan(segera ? 0 : JEDA);
  return { kunci, jawab };
}

export async function daftar() {
  return (await pakai("entri", (t) => t.getAll())) ?? [];
}

/** What is known of a name: {kini, pukul, saat} of the last answer, or undefined. */
export const ingatan = (nama) => pakai("ingat", (t) => t.get(pemilik + nama));

/** Keep `isi` of this account under a name on this device only; null forgets it. Nothing of it is sent. */
export const ingatkan = (nama, isi) => pakai("ingat", (t) => (isi ? t.put({ ...isi, nama: pemilik + nama }) : t.delete(pemilik + nama)));

async function buangDitolak(ingat) {
  for (const e of await daftar()) {
    if (e.pemilik === pemilik && e.ingat === ingat && e.status === "ditolak") await pakai("entri", (t) => t.delete(e.urut));
  }
}

/** Put away what the server refused or put aside, once its owner has read it. */
export async function singkirkan() {
  for (const e of await daftar()) {
    if (e.pemilik === pemilik && e.status !== "tunggu") await pakai("entri", (t) => t.delete(e.urut));
  }
  kabari();
}

// -- sending -----------------------------------------------------------------------------------
const menunggu = new Map();
let jam, gagal = 0, sedang = null, tunggu = 0;

function jadwalkan(ms) {
  const kapan = Date.now() + ms;
  if (jam && jam.kapan <= kapan) return;
  clearTimeout(jam?.id);
  jam = { kapan, id: setTimeout(() => { jam = null; kirim(); }, ms) };
}

/** Send all that waits. Resolves to whether nothing is left. */
export function kirim() {
  const giliran = (ke) => (navigator.locks ? navigator.locks.request("guyub-antrean", ke) : ke());
  sedang ??= giliran(kirimSemua).catch(() => false).finally(() => { sedang = null; });
  return sedang;
}

async function kirimSemua() {
  if (Date.now() < tunggu) return false;
  let habis = true;
  const orang = new Set((await daftar()).filter((e) => e.status === "tunggu").map((e) => e.pemilik));
  for (const siapa of orang) habis = (await kirimMilik(siapa)) && habis;
  if (habis) gagal = 0;
  else jadwalkan(MUNDUR[Math.min(gagal++, MUNDUR.length - 1)] * 1000 * (0.8 + Math.random() * 0.4));
  return habis;
}

async function kirimMilik(siapa) {
  for (;;) {
    const semua = (await daftar()).filter((e) => e.pemilik === siapa && e.status === "tunggu");
    if (!semua.length) return true;
    if (!(await kirimTas(siapa, semua.slice(0, gagal > 3 ? 1 : BANYAK)))) return false;
  }
}

async function kirimTas(siapa, tas) {
  const perangkat = await ambilPerangkat(siapa);
  if (!perangkat) return false;
  const jawab = await ambil(data.kirim, {
    headers: { "Content-Type": "application/json", Authorization: `Perangkat ${perangkat.id}.${perangkat.rahasia}` },
    credentials: "omit",
    body: JSON.stringify({ sekarang: Date.now(), entri: tas.map(({ kunci, jenis, isi, tanda, saat, ke }) => ({ kunci, jenis, isi, tanda, saat, ke: ke + 1 })) }),
  });
  if (!jawab) return false;
  if (jawab.status === 401) {
    await pakai("perangkat", (t) => t.delete(siapa));
    return siapa === pemilik && !perangkat.baru ? kirimTas(siapa, tas) : false;
  }
  if (jawab.status === 429) tunggu = Date.now() + 1000 * (Number(jawab.headers.get("Retry-After")) || 60);
  if ([400, 413].includes(jawab.status)) {
    if (tas.length > 1) return kirimTas(siapa, tas.slice(0, 1));
    await catat(tas[0], { status: "ditolak" }, {});
    return true;
  }
  if (!jawab.ok) return false;
  const isi = await jawab.json().catch(() => null);
  if (!isi) return false;
  let lancar = true;
  for (const hasil of isi.hasil) {
    const satu = tas.find((e) => e.kunci === hasil.kunci);
    if (satu) lancar = (await catat(satu, hasil, isi)) && lancar;
  }
  kabari();
  return lancar;
}

async function catat(satu, hasil, isi) {
  if (hasil.status === "tunda") {
    await pakai("entri", (t) => t.put({ ...satu, ke: satu.ke + 1 }));
    return false;
  }
  const beres = hasil.status === "diterima" || hasil.status === "sudah";
  if (satu.ingat && hasil.isi) {
    const catatan = { ...hasil.isi, isi: satu.isi, pukul: isi.pukul, saat: isi.saat, nama: satu.pemilik + satu.ingat };
    await pakai("ingat", (t) => t.put(catatan));
  }
  if (beres) await pakai("entri", (t) => t.delete(satu.urut));
  else await pakai("entri", (t) => t.put({ ...satu, status: hasil.status, alasan: hasil.alasan, pesan: hasil.pesan }));
  menunggu.get(satu.kunci)?.({ ...hasil, pukul: isi.pukul });
  menunggu.delete(satu.kunci);
  return true;
}

// The device's secret. It is asked for while its owner is signed in, never for somebody else.
let mengikat;
function ambilPerangkat(siapa) {
  if (siapa !== pemilik) return pakai("perangkat", (t) => t.get(siapa));
  mengikat ??= ikat(siapa).finally(() => { mengikat = null; });
  return mengikat;
}

async function ikat(siapa) {
  const ada = await pakai("perangkat", (t) => t.get(siapa));
  if (ada) return ada;
  const jawab = await ambil(data.ikat, { headers: { "X-CSRFToken": data.csrf, "Guyub-Pemilik": pemilik } });
  if (!jawab?.ok || jawab.redirected) return null;
  const isi = await jawab.json().catch(() => null);
  if (!isi?.rahasia) return null;
  const baru = { pemilik, id: isi.perangkat, rahasia: isi.rahasia };
  await pakai("perangkat", (t) => t.put(baru));
  return { ...baru, baru: true };
}

async function ambil(url, pilihan) {
  try {
    // A page that is being closed may still finish a small request.
    return await fetch(url, { method: "POST", keepalive: document.hidden && (pilihan.body?.length ?? 0) < 60000, signal: AbortSignal.timeout?.(20000), ...pilihan });
  } catch {
    return null;
  }
}

// -- what people see ---------------------------------------------------------------------------
const pendengar = new Set();
const saluran = self.BroadcastChannel && new BroadcastChannel("guyub-antrean");
if (saluran) saluran.onmessage = () => kabari(true);

/** Call `fn({tunggu, ditinjau, ditolak, lain})` now and whenever the queue changes, also in another tab. */
export function dengar(fn) {
  pendengar.add(fn);
  kabari(true);
}

async function kabari(hanyaDiSini) {
  if (!(await bisa)) return;
  if (!hanyaDiSini) saluran?.postMessage(1);
  const semua = await daftar();
  const milik = semua.filter((e) => e.pemilik === pemilik), per = (s) => milik.filter((e) => e.status === s);
  const hal = { tunggu: per("tunggu"), ditinjau: per("ditinjau"), ditolak: per("ditolak"), lain: 0 };
  hal.lain = semua.filter((e) => e.pemilik !== pemilik && e.status === "tunggu").length;
  pendengar.forEach((fn) => fn(hal));
}

const kata = (teks, n) => teks.replace("{n}", n);

function pasangKeadaan(tempat) {
  const k = tempat.dataset;
  dengar(({ tunggu, ditinjau, ditolak, lain }) => {
    const baris = [
      tunggu.length && kata(k.tunggu, tunggu.length),
      ditinjau.length && kata(k.ditinjau, ditinjau.length),
      ...new Set(ditolak.map((e) => kata(k.ditolak, e.pesan || ""))),
      lain && k.lain,
    ].filter(Boolean);
    tempat.replaceChildren(...baris.map((teks) => Object.assign(document.createElement("p"), { textContent: teks })));
    if (ditinjau.length + ditolak.length) {
      const tombol = Object.assign(document.createElement("button"), { type: "button", className: "tombol tombol-garis", textContent: k.baca });
      tombol.addEventListener("click", singkirkan);
      tempat.append(tombol);
    }
    tempat.hidden = !baris.length;
  });
}

const pekerja = navigator.serviceWorker;
/** Have the service worker keep these pages of this account for a place without signal. Resolves to {siap, dari}. */
export async function siapkan(alamat) {
  if (!pekerja) return { siap: 0, dari: alamat.length };
  const { active } = await pekerja.ready;
  return new Promise((jadi) => {
    pekerja.addEventListener("message", (acara) => "siap" in (acara.data ?? {}) && jadi(acara.data), { once: true });
    active.postMessage({ siapkan: alamat });
  });
}

if (pemilik) {
  bisa.then((ya) => {
    document.querySelectorAll("[data-antrean]").forEach((tempat) => {
      if (ya) return pasangKeadaan(tempat);
      tempat.textContent = tempat.dataset.tanpa;
      tempat.hidden = false;
    });
    if (!ya) return;
    // Bound while its owner is signed in, so that somebody else's page may send what stays behind.
    if (document.querySelector("[data-antrean]")) ambilPerangkat(pemilik).catch(() => {});
    jadwalkan(0);
    addEventListener("online", () => { gagal = 0; jadwalkan(0); });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) kirim(); else { gagal = 0; jadwalkan(0); }
    });
    addEventListener("pageshow", (acara) => acara.persisted && kabari(true));
    navigator.storage?.persist?.().catch(() => {});
  });
  pekerja?.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  if (!isSecureContext) document.querySelectorAll("[data-tanpa-sinyal]").forEach((p) => { p.hidden = false; });
}
