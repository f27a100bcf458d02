"""TEI P5: an account as a critical text with its apparatus in parallel segmentation."""

from .edition import render_tei

__all__ = ["render_tei"]
