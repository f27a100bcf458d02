"""The documentation is held to the program: commands, JSON keys, glossary, links, README."""

import re
import shlex
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from docs.build import COMMANDS, commands_page, compare_examples, readme_page
from variorum.archive import open_archive
from variorum.cli import main as command
from variorum.export import comparison_record, figure_record, quotation_record
from variorum.model import Comparison

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md",
         "docs/commands.md", "docs/json.md", "docs/glossary.md", "docs/quality.md",
         "docs/exports.md", "docs/stemma.md", "docs/watch.md", "docs/api.md", "docs/desk.md")  # fmt: skip
NOUNS = (
    "capture", "article", "outlet", "agency", "byline", "credit", "dateline", "standfirst", "caption",
    "passage", "alignment", "account", "witness", "sigil", "story", "collation", "apparatus",
    "variation unit", "reading", "stemma", "archetype", "quotation", "cue", "speaker", "rendering",
    "figure", "archive",
)  # fmt: skip


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert COMMANDS.read_text(encoding="utf-8") == commands_page(), "run ./run docs"


@pytest.mark.parametrize("noun", NOUNS)
def test_the_glossary_has_every_noun(noun: str) -> None:
    assert re.search(rf"\b{noun}\b", read("docs/glossary.md"), re.I)


def keys_of(record: Any) -> set[str]:
    if isinstance(record, dict):
        below = {key for value in record.values() for key in keys_of(value)}
        return below | set(record)
    if isinstance(record, list):
        return {key for each in record for key in keys_of(each)}
    return set()


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare_examples()


def test_the_readme_shows_what_the_program_prints(comparison: Comparison) -> None:
    assert read("README.md") == readme_page(comparison), "run ./run docs"


def test_every_json_key_is_documented(comparison: Comparison) -> None:
    record = comparison_record(comparison)
    fields = {field for article in record["articles"] for field in article.pop("evidence")}
    keys = keys_of(record) | {"evidence"}
    keys |= keys_of([quotation_record(each, {}) for each in comparison.quotations])
    keys |= keys_of([figure_record(each, {}) for each in comparison.figures])
    documented = set(re.findall(r"`(\w+)`", read("docs/json.md")))
    assert keys <= documented
    assert fields <= documented


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", read(page)):
        if not target.startswith(("http://", "https://")):
            assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


def test_every_command_is_in_the_readme() -> None:
    for name in command.commands:
        assert f"variorum {name}" in read("README.md")


def readme_commands() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", read("README.md"), re.S)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for what the README's commands write, and holding the archive they read."""
    folder = tmp_path_factory.mktemp("readme")
    with closing(open_archive(folder / "news.db")) as archive:
        archive.add([str(ROOT / "examples" / "pages" / "passenger-ferry-port-ansel.txt")])
    return folder


@pytest.mark.parametrize("line", readme_commands())
def test_readme_commands_run(line: str, written: Path) -> None:
    if line.startswith(("./run", "pip ")):
        # The suite itself runs by ./run test, .ci/run runs the demo, and pip would need a network.
        script = read("run")
        assert line.split()[0] == "pip" or f"\n  {line.split()[1]})" in script
        return
    arguments = shlex.split(line.split("|")[0].split(">")[0])
    assert arguments[0] == "variorum"
    target = [
        str(written / each) if each.endswith((".html", ".db")) else each for each in arguments[1:]
    ]
    if target[0] == "serve":
        assert "desk is at" in first_word_of_the_desk([*target, "--port", "0"])
        return
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *target], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def first_word_of_the_desk(arguments: list[str]) -> str:
    with subprocess.Popen(
        [sys.executable, "-m", "variorum", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as desk:
        assert desk.stdout
        said = desk.stdout.readline()
        desk.terminate()
    return said


def test_every_run_verb_is_in_contributing() -> None:
    for verb in re.findall(r"^  (\w+)\)$", read("run"), re.M):
        assert f"./run {verb}" in read("CONTRIBUTING.md")


def test_every_dependency_has_its_reason() -> None:
    listed = re.search(r"^dependencies = \[(.*?)\]", read("pyproject.toml"), re.S | re.M)
    assert listed
    for name in re.findall(r'"([\w-]+)', listed.group(1)):
        assert f"| {name} |" in read("ARCHITECTURE.md")


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = read("requirements.lock")
    assert "://" not in lock
    pinned = re.findall(r"^[\w.-]+==", lock, re.M)
    assert pinned
    assert lock.count("--hash=sha256:") >= len(pinned)
