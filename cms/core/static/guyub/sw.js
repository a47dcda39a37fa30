// The service worker: the shell, and pages that said they may be kept. VERSI, LURING and KULIT stand above.
// A kept page belongs to one sign-in: the server names its store (Guyub-Simpan), every other store goes.
const CANGKANG = "guyub-kulit-" + VERSI, HALAMAN = "guyub-halaman-";
const LURING_BOLEH = /^\/(belajar|lapangan)\//;

self.addEventListener("install", (acara) => {
  acara.waitUntil((async () => {
    const kas = await caches.open(CANGKANG);
    await Promise.all(KULIT.map(async (url) => {
      const jawab = await fetch(new Request(url, { credentials: "omit", cache: "reload" }));
      if (!jawab.ok) throw new Error(url);
      await kas.put(url, jawab);
    }));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (acara) => {
  acara.waitUntil((async () => {
    // The shell before this one stays: pages kept under it still ask for its files.
    const lama = (await caches.keys()).filter((n) => n.startsWith("guyub-kulit-") && n !== CANGKANG);
    for (const nama of lama.slice(0, -1)) await caches.delete(nama);
    await self.clients.claim();
  })());
});

// Forget every page but those of one sign-in; without a name, all of them.
async function lupakan(kecuali) {
  for (const nama of await caches.keys()) {
    if (nama.startsWith(HALAMAN) && nama !== HALAMAN + kecuali) await caches.delete(nama);
  }
}

async function simpan(url, jawab, bergambar) {
  const kunci = jawab.headers.get("Guyub-Simpan");
  if (kunci) await lupakan(kunci);
  if (!kunci || !jawab.ok || jawab.redirected) return;
  const kas = await caches.open(HALAMAN + kunci), isi = bergambar && (await jawab.clone().text());
  await kas.put(url, jawab);
  for (const [, alamat] of (isi || "").matchAll(/<img[^>]* src="(\/(?:static|media)\/[^"?]+)"/g)) {
    if (!(await kas.match(alamat))) await kas.add(alamat).catch(() => {});
  }
}

// A picture kept with a prepared page; of one in several sizes, the size that was kept.
async function cariGambar(url) {
  const batang = url.pathname.split(".")[0] + ".";
  for (const nama of (await caches.keys()).filter((n) => n.startsWith(HALAMAN))) {
    const kas = await caches.open(nama), ada = await kas.match(url.pathname);
    if (ada) return ada;
    const mirip = (await kas.keys()).find((m) => new URL(m.url).pathname.startsWith(batang));
    if (mirip) return kas.match(mirip);
  }
  return Response.error();
}

async function cari(url) {
  for (const nama of await caches.keys()) {
    if (!nama.startsWith(HALAMAN)) continue;
    const ada = await (await caches.open(nama)).match(url);
    if (ada) return ada;
  }
  return (await caches.open(CANGKANG)).match(LURING);
}

async function buka(minta, acara) {
  const url = new URL(minta.url);
  // "Ganti peserta": the kept pages go at once, with or without signal.
  if (url.pathname === "/akun/kartu/ganti/") await lupakan("");
  try {
    const jawab = await fetch(minta);
    if (minta.method === "GET" && LURING_BOLEH.test(url.pathname)) {
      acara.waitUntil(simpan(url.pathname, jawab.clone()));
    }
    const akhir = new URL(jawab.url || minta.url);
    if (akhir.pathname === "/akun/masuk/" || url.pathname === "/akun/keluar/"
      || jawab.headers.has("Guyub-Lupakan")) await lupakan("");
    return jawab;
  } catch (salah) {
    if (minta.method !== "GET" || !LURING_BOLEH.test(url.pathname)) throw salah;
    return cari(url.pathname);
  }
}

self.addEventListener("fetch", (acara) => {
  const minta = acara.request, url = new URL(minta.url);
  if (url.origin !== location.origin) return;
  if (minta.mode === "navigate") {
    if (/^\/(belajar|lapangan|akun)\//.test(url.pathname)) acara.respondWith(buka(minta, acara));
  } else if (minta.method === "GET" && url.pathname.startsWith("/static/guyub/")) {
    acara.respondWith((async () => (await caches.match(url.pathname)) || fetch(minta))());
  } else if (minta.destination === "image" && /^\/(static|media)\//.test(url.pathname)) {
    acara.respondWith(fetch(minta).catch(() => cariGambar(url)));
  }
});

// A page asks to prepare others ({siapkan: [urls]}) or to forget all ({lupakan: true}).
self.addEventListener("message", (acara) => {
  const { siapkan, lupakan: semua } = acara.data || {};
  acara.waitUntil((async () => {
    if (semua) await lupakan("");
    let jadi = 0;
    for (const url of siapkan || []) {
      try {
        const jawab = await fetch(url, { headers: { "Guyub-Siapkan": "1" } });
        await simpan(new URL(url, location.origin).pathname, jawab, true);
        jadi += jawab.ok && !jawab.redirected && jawab.headers.has("Guyub-Simpan");
      } catch { /* the next one may succeed */ }
    }
    acara.source?.postMessage({ siap: jadi, dari: (siapkan || []).length });
  })());
});
