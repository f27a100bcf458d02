"""Formats out: JSON, the report for the terminal, the report as one HTML page."""

from .json_records import (
    article_record,
    comparison_record,
    figure_record,
    quotation_record,
)
from .terminal import print_comparison
from .wording import printable

__all__ = [
    "article_record",
    "comparison_record",
    "figure_record",
    "print_comparison",
    "printable",
    "quotation_record",
]
