"""A PostgreSQL server of the tests' own, on a socket of a temporary folder."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, _FOLDERS)]))


def find_programs() -> str | None:
    """Return why no server can be started here; `None` where one can."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed"
    missing = [name for name in ("initdb", "pg_ctl") if _program(name) is None]
    if missing:
        return f"PostgreSQL is not installed ({', '.join(missing)} not found)"
    if os.name != "posix":
        return "a server is started on POSIX systems only"
    return None


class Server:
    """Runs a server while the `with` lasts; every `new_database` is empty."""

    def __init__(self) -> None:
        # Not a folder of the test runner's: the path of a socket must be short.
        self._kept = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._folder = Path(self._kept.name)
        self._place = str(self._folder / "data")
        self._made = 0
        # The server refuses to run as root.
        self._user = pwd.getpwnam("nobody") if os.getuid() == 0 else None

    def __enter__(self) -> "Server":
        if self._user is not None:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        place = self._place
        self._run("initdb", "-D", place, "-U", "tester", "-A", "trust", "--no-sync", "-E", "UTF8")
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # What it kept is thrown away.
        self.stop(signal.SIGQUIT)
        self._kept.cleanup()

    def start(self) -> None:
        """Start the server; after a crash it mends what it kept."""
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self._folder}' "
            "-c fsync=off -c full_page_writes=off"
        )
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", self._place, "-w", "-l", log, "-o", options, "start")

    def stop(self, how: signal.Signals) -> None:
        """End the server: SIGINT ends its sessions first, SIGQUIT ends it as a crash would."""
        # The first line of this file is the server's process.
        noted = Path(self._place, "postmaster.pid")
        os.kill(int(noted.read_text(encoding="ascii").split()[0]), how)
        for _ in range(200):
            if not noted.exists():
                return
            time.sleep(0.05)
        raise AssertionError("the server does not end")

    def end_sessions(self, url: str) -> int:
        """End the sessions of a database that are at work, as an administrator may; return how many."""
        import psycopg

        with psycopg.connect(
            host=str(self._folder), user="tester", dbname="postgres", autocommit=True
        ) as connection:
            name = url.partition("@/")[2].partition("?")[0]
            found = connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = %s and state <> 'idle'",
                (name,),
            )
            return len(found.fetchall())

    def new_database(self) -> str:
        """Return the address of a new, empty database."""
        import psycopg

        self._made += 1
        name = f"archive{self._made}"
        with psycopg.connect(
            host=str(self._folder), user="tester", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"create database {name}")
        return f"postgresql://tester@/{name}?host={self._folder}"

    def _run(self, name: str, *arguments: str) -> None:
        program = _program(name)
        assert program is not None
        done = subprocess.run(
            [program, *arguments],
            user=self._user.pw_uid if self._user else None,
            group=self._user.pw_gid if self._user else None,
            extra_groups=[] if self._user else None,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if name == "initdb" else subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, done.stderr
