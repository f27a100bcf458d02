"""The stemma in sentences on the page: each opens to its pages, the places that show it, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Account
from ..telling import SHOWN_CLAIMS, Claim, Instance, tell_account
from ..wording import likelihood
from .phrases import outlet_heading, rounded
from .register import Register

# Reasons are printed with so few pages; of more, the siglum leads to them in the table.
_REASONED = 6


@dataclass(frozen=True, slots=True)
class InstanceView:
    """One page under a claim: where it leads, what it did, the paragraphs that show it, how sure."""

    sigil: str
    row: str
    name: str
    page: str
    told: str
    places: tuple[tuple[str, str], ...]
    sure: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A sentence and the pages that bear it out."""

    sentence: str
    instances: tuple[InstanceView, ...]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """What is told of an account at once, and what on demand."""

    shown: tuple[ClaimView, ...]
    further: tuple[ClaimView, ...]


def view_claims(account: Account, register: Register, rows: Mapping[str, str]) -> ClaimsView:
    """Return the claims on an account; `rows` leads from sigla to the rows of its table."""
    claims = tell_account(account, register.articles, register.known)
    views = tuple(_view_claim(claim, register, rows) for claim in claims)
    return ClaimsView(views[:SHOWN_CLAIMS], views[SHOWN_CLAIMS:])


def _view_claim(claim: Claim, register: Register, rows: Mapping[str, str]) -> ClaimView:
    reasoned = len(claim.instances) <= _REASONED
    return ClaimView(
        claim.sentence,
        tuple(_view_instance(each, register, rows, reasoned=reasoned) for each in claim.instances),
    )


def _view_instance(
    instance: Instance, register: Register, rows: Mapping[str, str], *, reasoned: bool
) -> InstanceView:
    witness = instance.witness
    page = register.anchors[witness.article]
    sure = f"{likelihood(witness.confidence)} (confidence {rounded(witness.confidence)})"
    return InstanceView(
        sigil=witness.sigil,
        row=rows[witness.sigil],
        name=outlet_heading(register.articles[witness.article]),
        page=page,
        told=instance.told,
        places=tuple((f"{page}-p{number}", f"¶ {number}") for number in instance.paragraphs),
        sure=f"Copied from {witness.copied_from}: {sure}" if witness.copied_from else None,
        reasons=witness.reasons if reasoned else (),
    )
