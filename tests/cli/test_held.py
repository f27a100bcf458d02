"""The commands on an archive as a person runs them."""

import json
import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def test_an_archive_from_the_command_line(tmp_path: Path) -> None:
    status, _, said = run(tmp_path, "stories")
    assert status == 1
    assert "variorum add" in said
    status, printed, _ = run(tmp_path, "add", str(PAGES))
    assert status == 0
    assert "21 new, 0 known" in printed
    assert "0 new, 21 known" in run(tmp_path, "add", str(PAGES))[1]
    stories = [json.loads(line) for line in run(tmp_path, "stories", "--json")[1].splitlines()]
    assert len(stories) == 3
    assert stories[0]["houses"] >= stories[1]["houses"]
    assert any(each["disputed"] for each in stories)
    shown = json.loads(run(tmp_path, "show", stories[0]["id"], "--json")[1])
    assert shown["stories"][0]["id"] == stories[0]["id"]
    account = shown["stories"][0]["accounts"][0]["id"]
    exported = run(tmp_path, "export", "--account", account, "--format", "dot")
    assert exported[0] == 0
    assert exported[1].startswith(("digraph", "//"))
    hits = [json.loads(line) for line in run(tmp_path, "search", "ferry", "--json")[1].splitlines()]
    assert hits
    traced = run(tmp_path, "trace", "-", "--json", stdin=b"Passenger ferry runs aground")
    assert traced[0] == 0
    assert json.loads(traced[1])["searched"] == 18
    assert run(tmp_path, "check")[1].endswith("all is well\n")


def test_what_is_asked_wrongly_is_told_in_a_sentence(tmp_path: Path) -> None:
    run(tmp_path, "add", str(PAGES / "merrow-mail-pier.txt"))
    for arguments in (
        ("show", "nothing"),
        ("stories", "--day", "tomorrow"),
        ("stories", "--after", "nonsense"),
        ("export", "--format", "dot"),
        ("export", "--format", "dot", "--story", "nothing"),
    ):
        status, printed, said = run(tmp_path, *arguments)
        assert status in {1, 2}
        assert not printed
        assert "Traceback" not in said
    (tmp_path / "notes.db").write_text("no archive " * 500, encoding="utf-8")
    status, _, said = run(tmp_path, "stories", "--archive", "notes.db")
    assert status == 1
    assert "notes.db: is no archive" in said
