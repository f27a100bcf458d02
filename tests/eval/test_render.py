"""Renderings of one page by the renderers of the measurements."""

import pytest

from eval.render import RENDERERS, ROUGH_RENDERERS

MARKUP = """<html><head><title>no</title><script>no</script></head><body>
<ul><li><a href="/">Home</a></li><li>News</li></ul>
<h1>Eels of Ostrel</h1>
<p>The <b>sluice</b> was shut
by <a href="/fenn">Dario Fenn</a>, who fishes there.</p></body></html>"""


@pytest.mark.parametrize("name", [*RENDERERS, *ROUGH_RENDERERS])
def test_every_renderer_shows_all_words_and_no_script(name: str) -> None:
    text = {**RENDERERS, **ROUGH_RENDERERS}[name](MARKUP)
    shown = "".join(text.replace("*", "").replace("#", "").split())
    assert "HomeNewsEelsofOstrelThesluicewasshutbyDarioFenn,whofishesthere." in shown.replace(
        "+", ""
    ).replace("•", "")
    assert "no" not in text


def test_how_they_part_lines() -> None:
    every = {**RENDERERS, **ROUGH_RENDERERS}
    assert "The sluice was shut by Dario Fenn, who fishes there." in every["blocks"](MARKUP)
    assert "\nDario Fenn\n, who fishes there." in every["nodes"](MARKUP)
    assert "\n" not in every["one line"](MARKUP)
    assert "The **sluice** was" in every["marked down"](MARKUP)
    assert "shut\nby" in every["unseparated"](MARKUP)
