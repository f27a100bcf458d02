"""The page's style: enough contrast in light and dark, every tint told apart by a letter too."""

import re
from importlib.resources import files

import pytest

STYLE = (files("variorum.export.html") / "templates" / "style.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE.partition("@media print")[0], re.DOTALL)
)
# WCAG 2.2, success criterion 1.4.3.
LEAST = 4.5


def channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(colour: list[float]) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: list[float], paper: list[float]) -> float:
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(over: list[float], under: list[float], part: float) -> list[float]:
    return [part * a + (1 - part) * b for a, b in zip(over, under, strict=True)]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("paper", ["paper", "leaf", "accent-wash"])
def test_words_stand_out_from_the_paper(scheme: dict[str, str], ink: str, paper: str) -> None:
    assert contrast(channels(scheme[ink]), channels(scheme[paper])) >= LEAST


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tint", [f"tint-{number}" for number in range(9)])
def test_words_stand_out_from_every_tint(scheme: dict[str, str], tint: str) -> None:
    assert contrast(channels(scheme["ink"]), channels(scheme[tint])) >= 7
    # The unchanged words of a rendering: quiet ink on a tint laid thinly over the card.
    thin = mixed(channels(scheme[tint]), channels(scheme["leaf"]), 0.55)
    assert contrast(channels(scheme["quiet"]), thin) >= LEAST


def test_nothing_is_faded_by_opacity() -> None:
    opaque = re.sub(r"\.line\.second \{[^}]*\}", "", STYLE)
    assert "opacity" not in opaque


def test_nothing_is_fetched_by_the_style() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
