"""The desk's own files: the report's style with the desk's behind it, and one script."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..export.html.page import asset

if TYPE_CHECKING:
    from .desk import Desk

_TYPES = {
    "style.css": "text/css; charset=utf-8",
    "script.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def asset_file(_desk: "Desk", request: Request) -> Response:
    """Answer with one of the three files; a name is looked up, never joined to a path."""
    name = request.path_params["name"]
    if name not in _TYPES:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    if request.query_params.get("v") != _digest(name):
        headers = {}
    return Response(_content(name), media_type=_TYPES[name], headers=headers)


def asset_address(name: str) -> str:
    """Return the address of a file; it changes with the file, so that it can be kept for ever."""
    return f"/static/{name}?v={_digest(name)}"


# A lost original and two copies.
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#96272d" '
    'stroke-width="2"><circle cx="7" cy="16" r="5" stroke-dasharray="3 2"/>'
    '<path d="M12 16h4V7h5M16 16v9h5"/><g fill="#96272d"><circle cx="25" cy="7" r="4"/>'
    '<circle cx="25" cy="25" r="4"/></g></svg>'
)


@cache
def _content(name: str) -> bytes:
    if name == "icon.svg":
        return _ICON.encode()
    return f"{asset(name)}\n{_own('desk' + name[name.index('.') :])}".encode()


@cache
def _digest(name: str) -> str:
    return blake2b(_content(name), digest_size=6).hexdigest()


def _own(name: str) -> str:
    return (files("variorum.web") / "templates" / "assets" / name).read_text("utf-8")
