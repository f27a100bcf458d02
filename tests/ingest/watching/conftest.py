"""What the tests of watching share."""

from collections.abc import Iterator

import pytest

from tests.ingest.watching.desk import Desk
from tests.ingest.watching.serving import Network, serving


@pytest.fixture
def desk() -> Iterator[Desk]:
    with serving() as host:
        host.say("/robots.txt", "", 404)
        yield Desk(host, Network(host))
