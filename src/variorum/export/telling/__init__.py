"""The stemma told in sentences, each with the pages it speaks of and where they show it."""

from .account import SHOWN_CLAIMS, tell_account
from .claim import Claim, Instance

__all__ = ["SHOWN_CLAIMS", "Claim", "Instance", "tell_account"]
