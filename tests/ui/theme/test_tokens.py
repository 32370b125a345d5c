"""Every pair of colours that meets can be read, and chart colours can be told apart by every eye.

WCAG 2.2 contrast; colour blindness after Machado, Oliveira and Fernandes (2009) at full severity,
distance in OKLab x 100.
"""

import itertools
import math

import pytest

from ui.theme.tokens import THEMES, Palette

GROUNDS = ("bg", "surface", "sunken", "hover")
TEXTS = ("text", "text2", "text3", "accent", "good", "warn", "bad")
TEXT_PAIRS = [(t, g) for t in TEXTS for g in GROUNDS] + [
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("text", "good_soft"),
    ("text", "warn_soft"),
    ("text", "bad_soft"),
    ("text2", "accent_soft"),
    ("text2", "warn_soft"),
    ("text2", "bad_soft"),
    ("text2", "good_soft"),
    ("text2", "border"),
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_hover"),
]
SERIES = ("s_p50", "s_p95", "s_p99", "s_rps", "s_fail", "s_users", "s_7", "s_8")
RUNS = ("run_a", "run_b", "run_c", "run_d")
GRAPHIC_PAIRS = [("border_strong", "surface"), ("border_strong", "bg"), ("accent", "surface")] + [
    (s, "surface") for s in SERIES + RUNS
]
# (colours that must be told apart, least distance); states also carry a symbol and a word
GROUPS = [
    (("s_p50", "s_p95", "s_p99"), 8),
    (("s_rps", "s_fail", "s_users"), 8),
    (("run_a", "run_b"), 8),
    (("good", "warn", "bad"), 4),
]

MACHADO = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def linear(h: str) -> list[float]:
    """Return the linear-light red, green and blue of `#RRGGBB`."""
    channels = [int(h[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(a: str, b: str) -> float:
    """Return the WCAG contrast ratio of two colours."""
    la, lb = (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(a), linear(b)))
    return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)


def oklab(rgb: list[float]) -> tuple[float, float, float]:
    """Return the OKLab coordinates of a linear-light colour."""
    r, g, b = (min(1.0, max(0.0, v)) for v in rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * long - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * long + 0.7827717662 * m - 0.8086757660 * s,
    )


def distance(a: str, b: str, kind: str) -> float:
    """Return how far apart two colours look to an eye of this kind."""
    seen: list[tuple[float, float, float]] = []
    for colour in (a, b):
        rgb = linear(colour)
        rows = [zip(row, rgb, strict=True) for row in MACHADO[kind]]
        seen.append(oklab([sum(x * y for x, y in row) for row in rows]))
    return 100 * math.dist(*seen)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("colour", "ground"), TEXT_PAIRS)
def test_a_text_can_be_read(theme: str, colour: str, ground: str) -> None:
    assert contrast(token(theme, colour), token(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("colour", "ground"), GRAPHIC_PAIRS)
def test_a_line_can_be_seen(theme: str, colour: str, ground: str) -> None:
    assert contrast(token(theme, colour), token(theme, ground)) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", MACHADO)
@pytest.mark.parametrize(("group", "least"), GROUPS)
def test_colours_that_stand_together_are_told_apart(
    theme: str, eye: str, group: tuple[str, ...], least: float
) -> None:
    for one, other in itertools.combinations(group, 2):
        assert distance(token(theme, one), token(theme, other), eye) >= least


def token(theme: str, name: str) -> str:
    palette: Palette = THEMES[theme]
    return getattr(palette, name)
