"""The page about exports: its examples are what the program writes, its tables name what there is."""

import re
from pathlib import Path

import pytest

from tests.export.sample import sample_comparison, wire_account
from variorum.cli.export import export
from variorum.cli.export_files import NAMES, TABLES
from variorum.export.formats import FORMATS, WHOLE_FORMATS
from variorum.export.graphml import render_graphml
from variorum.export.tables import render_apparatus, render_pairs, render_witnesses

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.S)
SAMPLE = {each.id: each for each in sample_comparison().articles}


def written() -> list[str]:
    """Return the lines of the sample account in every format."""
    account, accounts = wire_account(), sample_comparison().stories[0].accounts
    texts = [each.render(account, SAMPLE) for each in FORMATS.values()]
    texts += [render_pairs((), accounts, SAMPLE), render_apparatus(accounts)]
    texts.append(render_witnesses(accounts, SAMPLE))
    for whole in WHOLE_FORMATS.values():
        texts += whole.render(sample_comparison()).values()
    return [line.strip() for text in texts for line in text.splitlines()]


@pytest.mark.parametrize("block", [block for _, block in BLOCKS], ids=range(len(BLOCKS)))
def test_an_example_is_what_is_written(block: str) -> None:
    lines = written()
    for line in block.splitlines():
        if line.strip() == "…":
            continue
        if line.endswith("…"):
            assert any(each.startswith(line.removesuffix("…").strip()) for each in lines), line
        else:
            assert line.strip() in lines, line


def test_every_format_table_and_option_is_on_the_page() -> None:
    for name in NAMES:
        assert f"| `{name}` |" in PAGE
    for table in TABLES:
        assert f"`--table {table}`" in PAGE
    for parameter in export.params:
        if parameter.opts[0] not in ("--fast", "paths"):
            assert parameter.opts[0] in PAGE


def test_every_attribute_of_graphml_is_on_the_page() -> None:
    for name in re.findall(r'attr\.name="(\w+)"', render_graphml(wire_account(), SAMPLE)):
        assert f"`{name}`" in PAGE or f'key="{name}"' in PAGE


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (Path(__file__).resolve().parents[2] / "docs" / target).exists()
