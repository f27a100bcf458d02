"""A watcher killed again and again: every page is brought, whatever moment it was."""

import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from tests.ingest.reading import read
from tests.ingest.watching.serving import serving

PROSE = "The harbour council of Marn voted on Tuesday to close the old ferry pier. " * 9
PAGES, KILLS = 40, 2
# A run of the library without the gaps between requests, each page slowed a little instead.
RUN = """
    import sys
    from datetime import timedelta
    from pathlib import Path
    from random import Random
    from variorum.ingest.watching import (
        Fetcher, HeldVisits, IntoFolder, SystemClock, TakenEntry, TakenPage, VisitsFile, WatchOptions,
        watch,
    )
    into = Path(sys.argv[2])
    visits = HeldVisits(VisitsFile(into / "watch.db"))
    folder = IntoFolder(into)
    options = WatchOptions(once=True, gap=timedelta(0), workers=2)
    print("watching", flush=True)
    for found in watch([sys.argv[1]], Fetcher(allow_private=True), visits, clock=SystemClock(),
                       random=Random(1), options=options):
        if isinstance(found, TakenPage | TakenEntry):
            folder.keep(found)
            visits.release()
    visits.release()
"""


def test_no_page_is_lost_to_kills(tmp_path: Path) -> None:
    chance = random.Random(5)
    script = textwrap.dedent(RUN)
    with serving() as host:
        site = f"http://127.0.0.1:{host.port}"
        links = "".join(
            f"<item><title>t</title><link>{site}/{number}</link></item>" for number in range(PAGES)
        )
        host.say("/feed", f"<rss version='2.0'><channel>{links}</channel></rss>", etag='"1"')
        for number in range(PAGES):
            host.say(f"/{number}", f"<html><p>Report {number}. {PROSE}")
        command = [sys.executable, "-c", script, f"{site}/feed", str(tmp_path)]
        for _ in range(KILLS):
            running = subprocess.Popen(command, stdout=subprocess.PIPE)
            assert running.stdout is not None and running.stdout.readline()
            time.sleep(chance.random() * 0.2)
            running.send_signal(signal.SIGKILL)
            running.communicate()
        subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found, _, _ = read(*sorted(tmp_path.glob("*.gz")))
    assert len({each.url for each in found}) == PAGES
    # What was brought twice is what was being written at a kill.
    assert len(host.paths()) <= 2 * PAGES
