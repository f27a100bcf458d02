"""The house rules: the direction of imports, the length of files, no catch-all names."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "variorum"

# A part imports only parts on lines above its own; parts on one line never import each other.
LINES: tuple[tuple[str, ...], ...] = (
    ("errors", "model"),
    ("text",),
    ("extract", "reuse", "collation"),
    ("accounts", "quotations", "figures"),
    ("stemmatics", "stories"),
    ("ingest", "store", "engine", "export"),
    ("archive",),
    ("web",),
    ("cli",),  # one of its commands starts the web desk
)
LEVEL = {part: level for level, parts in enumerate(LINES) for part in parts}
LONGEST_FILE = 400
BANNED_NAMES = {"utils", "common", "misc", "helpers", "util", "shared"}
FILES = sorted(PACKAGE.rglob("*.py"))
ROOT = PACKAGE.parents[1]
FOLDERS = ("src", "tests", "eval", "bench", "docs")
ALL_FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """Return the parts of variorum that a file imports, imports inside functions included."""
    depth = len(path.relative_to(PACKAGE).parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        elif isinstance(node, ast.ImportFrom) and node.level == depth:
            module = node.module
            names = [f"variorum.{module}"] if module else [f"variorum.{a.name}" for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level > depth:
            raise AssertionError(f"{path}: an import leaves the package")
        found |= {name.split(".")[1] for name in names if name.startswith("variorum.")}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_up(path: Path) -> None:
    part = part_of(path)
    if part in {"__init__", "__main__"}:
        return
    assert part in LEVEL, f"{part} has no line in the house"
    for imported in imported_parts(path) - {part}:
        if imported not in LEVEL:
            continue  # a name of the package itself, such as __version__
        assert LEVEL[imported] < LEVEL[part], f"{path.name}: {part} may not import {imported}"


@pytest.mark.parametrize("path", ALL_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_short_and_named(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{path.name} has {lines} lines"
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_file_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), (
        f"{path} has no docstring"
    )


def test_errors_are_drawn_in_one_tree() -> None:
    for path in FILES:
        if path.name == "errors.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base) for base in node.bases}
                # What the desk answers to a request that it refuses is no error of the program.
                is_error = any(base.endswith(("Error", "Exception")) for base in bases)
                assert not is_error or node.name == "Refusal", f"{path.name}: {node.name}"


def test_model_imports_only_the_standard_library() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        assert imported_parts(path) <= {"model"}, path.name
