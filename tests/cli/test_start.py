"""A command loads what it needs and nothing else, so that it starts at once."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.contracts.pages import EXAMPLES, simulated
from variorum.archive import open_archive
from variorum.cli import main

_LOADED = """
import json, sys
from variorum.cli import main
main(sys.argv[1:], standalone_mode=False)
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments], capture_output=True, check=True
    )
    return set(done.stderr.decode().split('"'))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_loads_no_part_but_the_commands(arguments: tuple[str, ...]) -> None:
    parts = {name for name in loaded(*arguments) if name.startswith("variorum.")}
    assert parts == {"variorum.cli", "variorum.cli.main", "variorum.cli.verbs"}


# What recovers and compares pages, and what only that needs.
HEAVY = {
    f"variorum.{part}" for part in ("extract", "ingest", "quotations", "stories", "export")
} | {
    "variorum.archive.adding",
    "variorum.archive.reading",
    "lxml",
    "numpy",
    "rich",
    "resiliparse",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("start") / "news.db")
    made = open_archive(path)
    made.add_captures(simulated(2, 1))
    made.close()
    return path


@pytest.mark.parametrize(
    "arguments", [("stories",), ("stories", "--json"), ("search", "reporters")]
)
def test_lists_load_nothing_that_recovers_or_compares(
    archive: str, arguments: tuple[str, ...]
) -> None:
    assert not loaded(*arguments, "--archive", archive) & HEAVY


def test_no_archive_loads_its_database_to_read_pages() -> None:
    page = str(EXAMPLES / "passenger-ferry-port-ansel.txt")
    assert not loaded("read", page) & {"sqlalchemy", "variorum.store"}


def test_every_verb_is_there_and_told_in_a_line() -> None:
    context = click.Context(main, max_content_width=80)
    for name in main.list_commands(context):
        verb = main.get_command(context, name)
        assert verb is not None and verb.name == name
    lines = main.get_help(context).partition("Commands:")[2].strip().splitlines()
    assert len(lines) == len(main.commands)
    assert all(line.endswith(".") and len(line) <= 80 for line in lines)


def test_no_module_of_the_commands_is_left_out() -> None:
    folder = Path(sys.modules["variorum.cli"].__file__ or "").parent
    context = click.Context(main)
    homes = {
        verb.callback.__module__.rpartition(".")[2]
        for name in main.list_commands(context)
        if (verb := main.get_command(context, name)) and verb.callback
    }
    with_verbs = {
        path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text("utf-8")
    }
    assert homes == with_verbs
