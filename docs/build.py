"""./run docs: write the generated parts of the documentation anew."""

import sys
from pathlib import Path

import click

from variorum.cli import main as command

COMMANDS = Path(__file__).with_name("commands.md")
_HEAD = """# Commands

Every command reads captured pages: `.txt`, `.html` and `.htm` files, JSON lines (`.jsonl`, `.jsonl.gz`),
folders of these, or `-` for standard input. Results go to standard output, notes and failures to
standard error. The exit status is 0 when all pages were read, 1 when some failed (each is named), 2
when the command was used wrongly. The shapes of the JSON are in [json.md](json.md).

This page is written by `./run docs` from the commands' own help.
"""


def commands_page() -> str:
    """Return the page of commands, from their help."""
    context = click.Context(command, info_name="variorum", max_content_width=80)
    parts = [_HEAD]
    for name in sorted(command.commands):
        verb = command.commands[name]
        below = click.Context(verb, info_name=name, parent=context, max_content_width=80)
        parts.append(f"## variorum {name}\n\n```\n{verb.get_help(below).rstrip()}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the pages."""
    COMMANDS.write_text(commands_page(), encoding="utf-8")
    print(f"wrote {COMMANDS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
