"""The description of the API in OpenAPI 3.1, written from the table of its endpoints."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from .. import __version__
from .bounds import BODY_BYTES, PASTED_LENGTH
from .endpoints import ENDPOINTS, Endpoint
from .parameters import Parameter
from .refusal import PROBLEM
from .schema_words import COUNT, ID, TEXT, Schema, record, reference
from .schemas import SCHEMAS

_PATH_NAMES: dict[str, tuple[str, Schema]] = {
    "id": ("Its id; one that it had before it grew will do, too.", ID),
    "name": ("Its name, percent-encoded.", TEXT),
    "article": ("The id of the article in which it stands.", ID),
    "begin": ("Where it begins there.", COUNT),
    "end": ("Where it ends there.", COUNT),
    "day": ("The day, as 2031-05-02, or `latest`.", TEXT),
}
_REFUSALS = {
    "400": "What is asked for cannot be.",
    "401": "The desk asks for a token.",
    "404": "The archive holds nothing of that name.",
    "429": "Too many wrong tokens came from this address: wait for Retry-After seconds.",
    "503": "The archive cannot be read just now.",
}


@cache
def description() -> dict[str, Any]:
    """Return the whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Variorum",
            "version": __version__,
            "summary": "How many independent accounts a story has, who copied whom, what changed.",
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": _paths(ENDPOINTS),
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Only where the desk was started with one.",
                }
            },
        },
    }


def _paths(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for each in endpoints:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each)
    return paths


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    answered = {
        "description": endpoint.about,
        "headers": {"ETag": {"description": "For If-None-Match.", "schema": TEXT}},
        "content": {"application/json": {"schema": reference(endpoint.schema)}},
    }
    refused = {
        status: {"description": told, "content": {PROBLEM: {"schema": reference("Problem")}}}
        for status, told in _REFUSALS.items()
    }
    operation: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.about,
        "parameters": [
            *(_in_path(name) for name in re.findall(r"{(\w+)}", endpoint.path)),
            *(told for each in endpoint.parameters for told in _in_query(each)),
        ],
        "responses": {"200": answered, **refused},
    }
    if endpoint.method == "POST":
        operation["requestBody"] = _BODY
    else:
        operation["responses"]["304"] = {"description": "Nothing has changed."}
    return operation


def _in_path(name: str) -> dict[str, Any]:
    about, schema = _PATH_NAMES[name]
    return {"name": name, "in": "path", "required": True, "description": about, "schema": schema}


def _in_query(parameter: Parameter) -> Iterable[dict[str, Any]]:
    # Under its second name nothing is required: one of the names is.
    for name in (parameter.name, *parameter.also):
        is_own = name == parameter.name
        yield {
            "name": name,
            "in": "query",
            "required": is_own and parameter.is_required and not parameter.also,
            "description": parameter.about if is_own else f"The same as `{parameter.name}`.",
            "schema": parameter.schema,
        }


_PASTED: Schema = {"type": "string", "minLength": 1, "maxLength": PASTED_LENGTH}
_BODY = {
    "required": True,
    "description": f"The text to look for; at the most {BODY_BYTES:,} bytes.",
    "content": {
        "application/json": {"schema": record(text=_PASTED)},
        "text/plain": {"schema": _PASTED},
        "application/x-www-form-urlencoded": {"schema": record(text=_PASTED)},
    },
}
_ABOUT = """Every page of the desk is also JSON: under /api, by `.json` behind its path, or by
`Accept: application/json`. Lists are paged: `next` is the cursor to give as `after`, `null` at the end; a
page may have fewer results than asked for, even none, and still a next one. Offsets are code points, half
open, into the capture's text. What is refused is told as a problem (RFC 9457). Keys are only ever added."""
