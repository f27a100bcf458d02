"""Asking a desk without a network: one call, one answer."""

import asyncio
from typing import Any

import httpx
from starlette.types import ASGIApp


class Desk:
    """An app that can be asked; by default as a program on this machine asks."""

    def __init__(self, app: ASGIApp, *, base: str = "http://localhost:8000") -> None:
        self._app = app
        self._base = base

    def ask(self, path: str, method: str = "GET", **sent: Any) -> httpx.Response:
        """Return the answer to one request."""

        async def answered() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=self._base) as client:
                return await client.request(method, path, **sent)

        return asyncio.run(answered())
