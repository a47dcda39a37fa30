"""A picture for what has no photograph: a kawung cloth, its colours and cut seeded by a title."""

import hashlib

# ground, petal, second petal, heart: each a pair that reads well in both schemes
PALET = (
    ("#1d3b63", "#e2a72e", "#d9cfba", "#fbf7ee"),
    ("#74451d", "#f0d9a6", "#e2a72e", "#fbf7ee"),
    ("#37683b", "#f0d9a6", "#80a067", "#e2a72e"),
    ("#f0d9a6", "#74451d", "#1d3b63", "#a63f26"),
    ("#f3ecdd", "#1d3b63", "#74451d", "#e2a72e"),
    ("#e2a72e", "#74451d", "#fbf7ee", "#1d3b63"),
)
SUDUT = (45, 135, 225, 315)


def build_kawung(judul: str, *, lebar: int = 400, tinggi: int = 300) -> str:
    """An SVG of about 900 bytes, the same for the same title; decoration, so hidden from readers."""
    benih = hashlib.sha256(judul.encode()).digest()
    dasar, kelopak, kedua, hati = PALET[benih[0] % len(PALET)]
    ubin = (80, 100, 133)[benih[1] % 3]
    geser = f"translate({benih[2] % ubin} {benih[3] % ubin}) rotate({(0, 45)[benih[4] % 2]})"
    nama = f"kw{benih.hex()[:8]}"
    return (
        f'<svg class="kawung" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}" '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">'
        f'<pattern id="{nama}" width="100" height="100" patternUnits="userSpaceOnUse" '
        f'patternTransform="{geser} scale({ubin / 100:.2f})">'
        f"{_bunga(kelopak, kedua, hati, garis=benih[5] % 3 == 0)}</pattern>"
        f'<path fill="{dasar}" d="M0 0h{lebar}v{tinggi}H0z"/>'
        f'<path fill="url(#{nama})" d="M0 0h{lebar}v{tinggi}H0z"/></svg>'
    )


def _bunga(kelopak: str, kedua: str, hati: str, *, garis: bool) -> str:
    """One tile: four petals round a heart, and small marks where four tiles meet."""
    gaya = f'fill="none" stroke="{kelopak}" stroke-width="4"' if garis else f'fill="{kelopak}"'
    helai = "".join(
        f'<ellipse cx="50" cy="24" rx="13" ry="24" transform="rotate({sudut} 50 50)"/>'
        for sudut in SUDUT
    )
    titik = "".join(
        f'<circle cx="{x}" cy="{y}" r="6"/>' for x, y in ((50, 0), (50, 100), (0, 50), (100, 50))
    )
    return f'<g {gaya}>{helai}</g><g fill="{kedua}">{titik}</g><circle cx="50" cy="50" r="7" fill="{hati}"/>'
