"""The report as one self-contained HTML page."""

from .page import render_html

__all__ = ["render_html"]
