"""robots.txt as RFC 9309 has it: what a host asks robots to leave alone, and how fast to go.

Not the standard library's parser: it takes the first rule where the most particular one holds,
knows no wildcards, and reads a file of any length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from .answers import LARGEST_ROBOTS

# Files have some dozens of rules; more than these are a file that was made to cost time.
_MOST_RULES = 5_000
# A delay is asked for in seconds; beyond a day nothing would ever be read.
LONGEST_DELAY = 86_400.0
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PRODUCT = re.compile(r"[a-zA-Z_-]+")
_UNAVAILABLE, _FAILING, _TOO_MANY = 400, 500, 429


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a group: paths that match it are allowed, or not."""

    allows: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt says to one robot; `reachable` is false while it cannot be had."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None
    reachable: bool = True

    def allows(self, path: str) -> bool:
        """Tell whether a path with its query may be asked for: the longest matching rule decides."""
        if not self.reachable:
            return False
        path = _spelled(path)
        if path == "/robots.txt":
            return True
        matching = [rule for rule in self.rules if _matches(rule.pattern, path)]
        # Where two are as long, the one that allows holds.
        decisive = max(matching, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return decisive is None or decisive.allows


@dataclass(frozen=True, slots=True)
class KeptRobots:
    """What a robots.txt says of all that has one scheme, host and port, and until when that holds."""

    origin: str
    until: datetime
    robots: Robots


UNREACHABLE = Robots(reachable=False)


def robots_of(status: int, body: bytes, agent: str) -> Robots:
    """Return what holds after asking for a robots.txt.

    A host that has none allows everything; one that fails allows nothing for the time being.
    """
    if status >= _FAILING or status == _TOO_MANY:
        return UNREACHABLE
    if status >= _UNAVAILABLE:
        return Robots()
    return read_robots(body, agent) if status == 200 else Robots()


def read_robots(raw: bytes, agent: str) -> Robots:
    """Return what a robots.txt says to `agent`, else to all robots."""
    ours = _product(agent)
    # Only these two are kept: a file of many names and many rules has their product.
    groups: dict[str, list[Rule]] = {}
    delays: dict[str, float] = {}
    named: set[str] = set()
    in_rules = True
    for name, value in _lines(raw[:LARGEST_ROBOTS].decode("utf-8", "replace")):
        if name == "user-agent":
            named = set() if in_rules else named
            in_rules = False
            named |= {_product(value)} & {ours, "*"}
            for each in named:
                groups.setdefault(each, [])
            continue
        in_rules = True
        for each in named:
            if name == "crawl-delay":
                delays |= _delay(each, value)
            elif value and len(groups[each]) < _MOST_RULES:
                groups[each].append(Rule(name == "allow", _spelled(value)))
    held = ours if ours in groups else "*"
    return Robots(tuple(groups.get(held, ())), delays.get(held))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text.removeprefix("\ufeff")):
        name, colon, value = line.partition("#")[0].partition(":")
        name = name.strip().lower()
        if colon and name in {"user-agent", "allow", "disallow", "crawl-delay"}:
            yield name, value.strip()


def _product(agent: str) -> str:
    if agent.strip().startswith("*"):
        return "*"
    found = _PRODUCT.match(agent.strip())
    return found.group().lower() if found else ""


def _delay(agent: str, value: str) -> dict[str, float]:
    try:
        seconds = float(value)
    except ValueError:
        return {}
    # Not-a-number compares as false.
    return {agent: min(seconds, LONGEST_DELAY)} if seconds >= 0 else {}


def _spelled(path: str) -> str:
    """Return a path in one spelling: escapes in capitals, and only where they are needed."""

    def spell(escape: re.Match[str]) -> str:
        letter = chr(int(escape[1], 16))
        return letter if letter in _UNRESERVED else escape.group().upper()

    return _ESCAPE.sub(spell, quote(path, safe="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))


def _matches(pattern: str, path: str) -> bool:
    """Tell whether a path begins as a pattern says; no pattern takes longer than its length."""
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest, start=1):
        if ends and number == len(rest):
            return len(path) - len(part) >= at and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path)
