"""Entry: the token that a desk asks for which other machines can reach.

A program sends it with each request (`Authorization: Bearer …`). A person gives it once in a form, and
the browser then keeps a cookie: not the token, but something made from it that no script can read, that
no other site can send, and from which the token cannot be had. Neither stands in an address or a log.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ..errors import OptionError
from .guesses import Guesses
from .refusal import Refusal, refuse, wants_json

COOKIE = "variorum_desk"
ENTRY = "/entry"
# Shorter ones can be guessed at a thousand tries a second: 16 random letters cannot in any time.
TOKEN_LENGTH = 16
# Thirty days, in seconds; a new token ends it at once.
_KEPT = 30 * 24 * 3600
_CHALLENGE = (("WWW-Authenticate", 'Bearer realm="variorum"'),)


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(24)


def checked_token(token: str) -> str:
    """Return a token that may guard a desk; OptionError for one that can be guessed or not be sent."""
    if len(token) < TOKEN_LENGTH:
        raise OptionError("token", f"needs {TOKEN_LENGTH} characters or more")
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise OptionError("token", "may have only letters, digits and signs of ASCII")
    return token


class TokenGuard:
    """Answers only those who have the token; others get the form, or, if programs, a refusal.

    What a browser keeps is made with `key`, which nobody knows: it cannot be guessed from words that
    may be the token, so that a browser that has it never waits for what others guess.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        token: str,
        key: Callable[[], bytes],
        guesses: Guesses | None = None,
    ) -> None:
        self._app = app
        self._token = checked_token(token).encode()
        self._key = key
        self._guesses = guesses or Guesses()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or ask for the token."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = Headers(scope=scope)
        if scope["path"] == ENTRY:
            answer = await self._enter(Request(scope, receive))
        elif _same(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""), self._cookie()):
            return await self._app(scope, receive, send)
        else:
            given = _bearer(headers)
            wait = self._guess(scope, given) if given is not None else None
            if wait == 0:
                return await self._app(scope, receive, send)
            answer = refuse(scope, _too_many(wait)) if wait else _asked(scope)
        return await answer(scope, receive, send)

    def _guess(self, scope: Scope, given: str) -> int | None:
        """Return 0 for the right token, `None` for a wrong one, else for how long to wait."""
        address = (scope.get("client") or ("",))[0]
        wait = self._guesses.wait(address)
        if wait:
            return wait
        if _same(given, self._token):
            self._guesses.right(address)
            return 0
        self._guesses.wrong(address, given)
        return None

    def _cookie(self) -> bytes:
        return hmac.new(self._key(), b"desk" + self._token, hashlib.sha256).hexdigest().encode()

    async def _enter(self, request: Request) -> Response:
        """Answer the form: a right token gets the cookie."""
        if request.method != "POST":
            return _form("/", 200)
        fields = parse_qs((await request.body()).decode("utf-8", "replace"))
        onward = own_path(fields.get("onward", ["/"])[0])
        wait = self._guess(request.scope, fields.get("token", [""])[0].strip())
        if wait is None:
            return _form(onward, 401, "That is not the token of this desk.")
        if wait:
            told = f"Too many wrong tokens came from here: try again in {wait} seconds."
            return _form(onward, 429, told, {"Retry-After": str(wait)})
        answer = RedirectResponse(onward, 303)
        answer.set_cookie(
            COOKIE,
            self._cookie().decode(),
            max_age=_KEPT,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer


def _bearer(headers: Headers) -> str | None:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else None


def _asked(scope: Scope) -> Response:
    """Ask for the token, as whoever comes without it can be asked."""
    if wants_json(scope):
        told = "send the desk's token: Authorization: Bearer …"
        return refuse(scope, Refusal(401, told, _CHALLENGE))
    query = scope["query_string"].decode("latin-1")
    onward = scope["path"] + (f"?{query}" if query else "")
    return _form(onward if scope["method"] in {"GET", "HEAD"} else "/", 401)


def _too_many(wait: int) -> Refusal:
    told = f"too many wrong tokens came from here: try again in {wait} seconds"
    return Refusal(429, told, (("Retry-After", str(wait)),))


def own_path(address: str) -> str:
    r"""Return an address if it is a path of the desk, else the front page: nobody is sent elsewhere.

    >>> own_path("/stories?day=2031-05-02"), own_path("//elsewhere.example"), own_path("/\\elsewhere")
    ('/stories?day=2031-05-02', '/', '/')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    plain = address.isprintable() and "\\" not in address and not address.startswith("//")
    own = plain and not parts.scheme and not parts.netloc and parts.path.startswith("/")
    return address if own and parts.path != ENTRY else "/"


def _same(given: str, wanted: bytes) -> bool:
    # In the same time wherever they part; of digests, so that the length does not show either.
    digests = (hashlib.sha256(each).digest() for each in (given.encode("utf-8", "replace"), wanted))
    return hmac.compare_digest(*digests)


def _form(
    onward: str, status: int, wrong: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    told = f'<p role="alert">{escape(wrong)}</p>' if wrong else ""
    return HTMLResponse(
        _FORM.format(told=told, entry=ENTRY, onward=escape(own_path(onward))),
        status,
        {**(dict(_CHALLENGE) if status == 401 else {}), **(headers or {})},
    )


_FORM = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Token · Variorum</title></head>
<body><main><h1>This desk asks for a token</h1>
<p>It was printed where the desk was started.</p>{told}
<form method="post" action="{entry}">
<input type="hidden" name="onward" value="{onward}">
<p><label for="token">Token</label>
<input id="token" name="token" type="password" required autocomplete="current-password"></p>
<p><button>Enter</button></p>
</form></main></body>
</html>
"""
