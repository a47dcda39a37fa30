// The office's form of a question shows only the fields of the chosen kind; without this script all are there.
addEventListener("DOMContentLoaded", () => {
  const jenis = document.getElementById("id_jenis");
  const panel = document.querySelectorAll(".jenis-soal");
  if (!jenis) return;
  const tampilkan = () => {
    for (const satu of panel) satu.hidden = !satu.classList.contains(`jenis-${jenis.value}`);
  };
  jenis.addEventListener("change", tampilkan);
  tampilkan();
});
