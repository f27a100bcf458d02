"""The pages about the API and the desk: every path, parameter, limit and refusal is on them."""

import re
from pathlib import Path

import pytest

from variorum.web.bounds import (
    BODY_SECONDS,
    PASTED_LENGTH,
    QUERY_BYTES,
    SOUGHT_LENGTH,
)
from variorum.web.endpoints import ENDPOINTS
from variorum.web.entry import TOKEN_LENGTH
from variorum.web.openapi import description
from variorum.web.paging import LIMIT, MOST
from variorum.web.parameters import DUPLICATES
from variorum.web.serving import CONNECTIONS, HEAD_SECONDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
API = (DOCS / "api.md").read_text(encoding="utf-8")
DESK = (DOCS / "desk.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda each: each.name)
def test_every_path_and_parameter_is_on_the_page(endpoint: object) -> None:
    path, parameters = endpoint.path, endpoint.parameters  # type: ignore[attr-defined]
    assert f"`{path}`" in API
    for each in parameters:
        for name in (each.name, *each.also):
            assert f"`{name}`" in API


def test_every_path_on_the_page_is_there() -> None:
    paths = {each.path for each in ENDPOINTS} | {"/api", "/api/openapi.json"}
    for path in re.findall(r"`(/api[^`]*)`", API):
        assert path in paths


def test_every_refusal_that_is_described_is_on_the_page() -> None:
    for ways in description()["paths"].values():
        for operation in ways.values():
            for status in operation["responses"]:
                assert status in API or status == "200"


def test_limits_are_as_the_pages_say() -> None:
    assert f"up to {MOST}; {LIMIT} if not said" in API
    assert all(f"`{each}`" in API for each in DUPLICATES)
    told = " ".join(DESK.split())
    assert f"{PASTED_LENGTH:,} characters of pasted text, {SOUGHT_LENGTH} of a search" in told
    assert f"{QUERY_BYTES:,} bytes of query" in told
    assert f"waits {HEAD_SECONDS:.0f} seconds for a request's head" in told
    assert f"{BODY_SECONDS:.0f} for its body; holds {CONNECTIONS} connections" in told
    assert f"a token of {TOKEN_LENGTH} characters or more" in told


def test_links_lead_somewhere() -> None:
    for page in (API, DESK):
        for target in re.findall(r"\]\(([^)#]+)\)", page):
            assert (DOCS / target).exists()
