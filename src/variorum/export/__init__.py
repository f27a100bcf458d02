"""Formats out: JSON, the report for the terminal, the report as one HTML page."""

from .json_records import (
    article_record,
    comparison_record,
    figure_record,
    quotation_record,
)
from .terminal import print_comparison
from .trace_record import trace_record
from .trace_report import print_trace
from .wording import printable

__all__ = [
    "article_record",
    "comparison_record",
    "figure_record",
    "print_comparison",
    "print_trace",
    "printable",
    "quotation_record",
    "trace_record",
]
