"""Pages written as WARC records (ISO 28500), each packed by itself: a killed run spoils the last only."""

import base64
import gzip
import hashlib
import uuid
from collections.abc import Iterable
from http import HTTPStatus

from .answers import Answer
from .taken import iso_moment

# The body is kept as it was unpacked, so what speaks of the transfer is no longer true.
_OF_TRANSFER = frozenset(
    {
        "content-encoding",
        "transfer-encoding",
        "content-length",
        "connection",
        "keep-alive",
        "trailer",
    }
)
_VERSION = b"WARC/1.1\r\n"


def response_record(answer: Answer) -> bytes:
    """Return an answer as a packed `response` record, the body as it was unpacked."""
    block = _http_block(answer)
    moment = iso_moment(answer.taken_at)
    address = (("WARC-IP-Address", answer.address),) if answer.address else ()
    headers = (
        ("WARC-Target-URI", answer.url),
        *address,
        ("WARC-Payload-Digest", _digest(answer.body)),
        ("Content-Type", "application/http;msgtype=response"),
    )
    return _record("response", moment, f"{answer.url} {moment}", headers, block)


def info_record(moment: str, program: str) -> bytes:
    """Return the packed `warcinfo` record that a file begins with."""
    block = f"software: {program}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
    headers = (("Content-Type", "application/warc-fields"),)
    return _record("warcinfo", moment, program, headers, block)


def _http_block(answer: Answer) -> bytes:
    try:
        phrase = HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = ""
    kept = [
        f"{name}: {value}\r\n" for name, value in answer.headers if name.lower() not in _OF_TRANSFER
    ]
    lines = [f"HTTP/1.1 {answer.status} {phrase}\r\n", *kept]
    lines += [f"Content-Length: {len(answer.body)}\r\n", "\r\n"]
    return "".join(lines).encode("latin-1") + answer.body


def _record(
    kind: str, moment: str, name: str, headers: Iterable[tuple[str, str]], block: bytes
) -> bytes:
    digest = _digest(block)
    # Derived from what it holds: the same answer is the same record.
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {name} {digest}")
    lines = (
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{number}>"),
        ("WARC-Date", moment),
        *headers,
        ("WARC-Block-Digest", digest),
        ("Content-Length", str(len(block))),
    )
    told = "".join(f"{key}: {value}\r\n" for key, value in lines).encode("utf-8")
    return gzip.compress(_VERSION + told + b"\r\n" + block + b"\r\n\r\n", mtime=0)


def _digest(raw: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(raw).digest()).decode("ascii").rstrip("=")
