// On a phone the rows of a list stand alone, without the head of the table: each cell learns its name.
// Only where the cell would say too little by itself: a bare number, a day.
const POLOS = /^\s*(\d[\d.,%\s]*|\d{1,2}\s\w{3}\s\d{4})\s*$/;

function namai() {
  for (const tabel of document.querySelectorAll("table.listing")) {
    const nama = [...tabel.querySelectorAll(":scope > thead > tr:last-child > th")];
    for (const sel of tabel.querySelectorAll(":scope > tbody > tr > td")) {
      const kepala = nama[sel.cellIndex]?.textContent.trim();
      if (kepala && POLOS.test(sel.textContent)) sel.dataset.nama = kepala;
    }
  }
}

namai();
document.addEventListener("w-swap:success", namai);
