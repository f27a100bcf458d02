"""./run docs: write the generated parts of the documentation anew.

`./run docs --picture` also takes the README's picture of the report, with the system's Chromium.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from variorum.archive import open_archive
from variorum.cli import main as command
from variorum.export import print_comparison
from variorum.export.html import render_html
from variorum.model import Comparison

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ROOT / "docs" / "commands.md"
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "report.png"
_BEGIN, _END = "<!-- output:begin -->", "<!-- output:end -->"
# The README shows the top of one story: what the first screen has room for.
_LINES = 34
_HEAD = """# Commands

Every command reads captured pages:

- pages: `.txt`, `.html`, `.htm`, `.xhtml`, in any encoding
- feeds: RSS, Atom and JSON Feed (`.xml`, `.rss`, `.atom`, `.json`), one capture an entry
- records: JSON lines (`.jsonl`, `.ndjson`), JSON (`.json`) and Parquet (`.parquet`), as passim, trafilatura,
  news-please, datatrove, Event Registry and Media Cloud write them, or `{id, text}` or `{id, html}` at
  the least
- web archives: `.warc` and `.wet`
- any of these but Parquet packed: `.gz`, `.zst`
- folders of them, and `-` for standard input, where the bytes tell the format

Results go to standard output, notes and failures to standard error. The exit status is 0 when all pages
were read, 1 when some failed (each is named), 2 when the command was used wrongly. The shapes of the JSON are
in [json.md](json.md).

This page is written by `./run docs` from the commands' own help.
"""


def commands_page() -> str:
    """Return the page of commands, from their help."""
    context = click.Context(
        command, info_name="variorum", max_content_width=80, **command.context_settings
    )
    return "\n".join([_HEAD, *_told(command, context, 2)])


def _told(group: click.Group, context: click.Context, level: int) -> Iterator[str]:
    """Yield the help of each command of a group, and of those below it."""
    for name in sorted(group.commands):
        verb = group.get_command(context, name)
        assert verb is not None
        below = click.Context(verb, info_name=name, parent=context, max_content_width=80)
        title = f"{'#' * level} {below.command_path}"
        yield f"{title}\n\n```\n{verb.get_help(below).rstrip()}\n```\n"
        if isinstance(verb, click.Group):
            yield from _told(verb, below, level + 1)


def compare_examples() -> Comparison:
    """Return the comparison of the bundled pages."""
    return open_archive().compare([str(ROOT / "examples" / "pages")])


def readme_page(comparison: Comparison) -> str:
    """Return the README with the output that the command of its first screen really has."""
    stream = io.StringIO()
    print_comparison(comparison, stream)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()]
    # Where the pages lie differs from machine to machine; the README's command names them so.
    shown = "\n".join(lines[:_LINES]).replace(f"{ROOT}/", "")
    before, rest = README.read_text(encoding="utf-8").split(_BEGIN)
    after = rest.split(_END)[1]
    return f"{before}{_BEGIN}\n```\n{shown}\n…\n```\n{_END}{after}"


def take_picture(comparison: Comparison) -> None:
    """Write a picture of the top of the HTML report."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(render_html(comparison), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1180, "height": 1400})
        page.goto(page_file.as_uri())
        page.screenshot(path=str(PICTURE))
        browser.close()


def main(arguments: list[str]) -> int:
    """Write the pages."""
    comparison = compare_examples()
    COMMANDS.write_text(commands_page(), encoding="utf-8")
    README.write_text(readme_page(comparison), encoding="utf-8")
    if "--picture" in arguments:
        take_picture(comparison)
    print("wrote the generated parts of README.md and docs/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
