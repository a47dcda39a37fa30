// Without signal: the pages of this sign-in that this phone keeps, so that one finds them again after a restart.
const tempat = document.querySelector("[data-tersimpan]");

async function judulDari(jawab) {
  const judul = new DOMParser().parseFromString(await jawab.text(), "text/html").title;
  return judul.split(" · ")[0];
}

async function daftar() {
  const hasil = [];
  for (const nama of (await caches.keys()).filter((n) => n.startsWith("guyub-halaman-"))) {
    const kas = await caches.open(nama);
    for (const minta of await kas.keys()) {
      const { pathname } = new URL(minta.url);
      if (pathname.endsWith("/")) hasil.push([pathname, await judulDari(await kas.match(minta))]);
    }
  }
  return hasil;
}

if (tempat && self.caches) {
  const semua = await daftar();
  tempat.querySelector("ul").replaceChildren(...semua.map(([href, textContent]) => {
    const baris = document.createElement("li"), isi = document.createElement("span");
    isi.append(Object.assign(document.createElement("a"), { href, textContent }));
    baris.append(isi);
    return baris;
  }));
  tempat.hidden = !semua.length;
}
