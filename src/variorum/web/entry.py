"""Entry: the token that a desk asks for which other machines can reach.

A program sends it with each request (`Authorization: Bearer …`). A person gives it once in a form, and
the browser then keeps a cookie: not the token, but something made from it that no script can read, that
no other site can send, and from which the token cannot be had. Neither stands in an address or a log.
"""

import hashlib
import hmac
import secrets
from html import escape
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ..errors import OptionError
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
    """Answers only those who have the token; others get the form, or, if programs, a refusal."""

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = checked_token(token).encode()
        self._cookie = hmac.new(self._token, b"variorum desk", hashlib.sha256).hexdigest().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or ask for the token."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        if scope["path"] == ENTRY:
            answer = await self._enter(Request(scope, receive))
        elif self._is_known(Headers(scope=scope)):
            return await self._app(scope, receive, send)
        elif wants_json(scope):
            refusal = Refusal(401, "send the desk's token: Authorization: Bearer …", _CHALLENGE)
            answer = refuse(scope, refusal)
        else:
            query = scope["query_string"].decode("latin-1")
            onward = scope["path"] + (f"?{query}" if query else "")
            answer = _form(onward if scope["method"] in {"GET", "HEAD"} else "/", 401)
        return await answer(scope, receive, send)

    def _is_known(self, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and _same(given.strip(), self._token):
            return True
        cookies = cookie_parser(headers.get("cookie", ""))
        return _same(cookies.get(COOKIE, ""), self._cookie)

    async def _enter(self, request: Request) -> Response:
        """Answer the form: a right token gets the cookie."""
        if request.method != "POST":
            return _form("/", 200)
        fields = parse_qs((await request.body()).decode("utf-8", "replace"))
        onward = own_path(fields.get("onward", ["/"])[0])
        if not _same(fields.get("token", [""])[0].strip(), self._token):
            return _form(onward, 401, "That is not the token of this desk.")
        answer = RedirectResponse(onward, 303)
        answer.set_cookie(
            COOKIE,
            self._cookie.decode(),
            max_age=_KEPT,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer


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


def _form(onward: str, status: int, wrong: str = "") -> Response:
    told = f'<p role="alert">{escape(wrong)}</p>' if wrong else ""
    return HTMLResponse(
        _FORM.format(told=told, entry=ENTRY, onward=escape(own_path(onward))),
        status,
        {"WWW-Authenticate": _CHALLENGE[0][1]} if status == 401 else {},
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
