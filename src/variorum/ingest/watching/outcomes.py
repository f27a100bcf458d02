"""What is kept of an address after it was asked: decided from the answer alone."""

import hashlib
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from random import Random

from .answers import Answer, Conditions, Unanswered
from .schedule import MOST_TRIES, is_for_later, next_try, retry_after
from .visits import Visit

NOT_MODIFIED, FOUND = 304, 200
# A host that says these, or says nothing, is left alone as a whole.
_OVERLOADED = frozenset({429, 503})


def conditions_of(visit: Visit | None) -> Conditions | None:
    """Return on what condition an address is asked again."""
    if visit is None or visit.answered_by is None:
        return None
    return Conditions(visit.answered_by, visit.etag, visit.last_modified)


def digest_of(body: bytes) -> str:
    """Return the digest by which a body is known."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def why_none(answer: Answer | Unanswered, visit: Visit) -> str | None:
    """Return in a sentence why there is nothing to read in what came back, `None` where there is."""
    if isinstance(answer, Unanswered):
        return answer.reason
    # Nothing can be unchanged that was never read, whatever the host says.
    if answer.status == FOUND or (answer.status == NOT_MODIFIED and visit.answered_by):
        return None
    try:
        phrase = f" ({HTTPStatus(answer.status).phrase})"
    except ValueError:
        phrase = ""
    return f"{answer.asked or answer.url}: its host answers {answer.status}{phrase}"


def is_final(answer: Answer | Unanswered) -> bool:
    """Tell whether a failure will be the same however often it is tried."""
    if isinstance(answer, Unanswered):
        return answer.refused
    return not is_for_later(answer.status)


def is_trouble(answer: Answer | Unanswered) -> bool:
    """Tell whether the host as a whole is in trouble, not this address alone."""
    if isinstance(answer, Unanswered):
        return not answer.refused and not answer.by_robots
    return answer.status in _OVERLOADED


def asked_for_pause(answer: Answer | Unanswered, now: datetime) -> datetime | None:
    """Return until when a host asks to be left alone."""
    if isinstance(answer, Unanswered):
        return answer.not_before
    return retry_after(answer.header("retry-after"), now)


def after_answer(
    visit: Visit, answer: Answer, now: datetime, next_at: datetime, *, is_whole: bool = True
) -> Visit:
    """Return what is kept of an address that answered.

    Where not all was taken in (`is_whole` is false), it must answer in full next time.
    """
    settled = visit.kind != "listing"
    if answer.status == NOT_MODIFIED:
        return replace(visit, asked_at=now, next_at=next_at, failures=0, settled=settled)
    return replace(
        visit,
        asked_at=now,
        next_at=next_at,
        failures=0,
        settled=settled,
        answered_by=answer.url,
        etag=answer.header("etag") if is_whole else None,
        last_modified=answer.header("last-modified") if is_whole else None,
        digest=digest_of(answer.body) if is_whole else None,
    )


def after_failure(
    visit: Visit, answer: Answer | Unanswered, now: datetime, random: Random
) -> Visit:
    """Return what is kept of an address that failed: when to try again, or that it is given up."""
    failures = visit.failures + 1
    given_up = visit.kind == "page" and (is_final(answer) or failures >= MOST_TRIES)
    return replace(
        visit,
        asked_at=now,
        failures=failures,
        next_at=next_try(failures, asked_for_pause(answer, now), now, random),
        settled=given_up,
    )
