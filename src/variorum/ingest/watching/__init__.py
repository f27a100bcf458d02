"""Reading feeds safely: what is new in feeds and site maps, taken as captures.

Hosts are treated as they ask (robots.txt, one request at a time), and nothing that a page says can
lead into a private network.
"""

from .answers import Answer, Bound
from .clock import SystemClock
from .courtesy import Asking, Clock
from .fetching import USER_AGENT, Fetcher
from .into_folder import IntoFolder
from .opml import Subscription, read_opml
from .taken import Pause, Taken, TakenEntry, TakenPage, capture_page, captures
from .visits import HeldVisits, MemoryVisits, Visit, Visits
from .visits_file import VisitsFile
from .watching import Watched, WatchOptions, watch

__all__ = [
    "USER_AGENT",
    "Answer",
    "Asking",
    "Bound",
    "Clock",
    "Fetcher",
    "HeldVisits",
    "IntoFolder",
    "MemoryVisits",
    "Pause",
    "Subscription",
    "SystemClock",
    "Taken",
    "TakenEntry",
    "TakenPage",
    "Visit",
    "Visits",
    "VisitsFile",
    "WatchOptions",
    "Watched",
    "capture_page",
    "captures",
    "read_opml",
    "watch",
]
