"""Formats out: JSON, the report for the terminal and as one HTML page, editions, stemmata, tables."""

from .choosing import choose_account, choose_story
from .formats import FORMATS, Format
from .json_records import (
    account_record,
    article_record,
    comparison_record,
    figure_record,
    quotation_record,
    story_record,
)
from .tables import render_apparatus, render_pairs, render_witnesses
from .terminal import print_comparison
from .trace_record import trace_record
from .trace_report import print_trace
from .wording import printable

__all__ = [
    "FORMATS",
    "Format",
    "account_record",
    "article_record",
    "choose_account",
    "choose_story",
    "comparison_record",
    "figure_record",
    "print_comparison",
    "print_trace",
    "printable",
    "quotation_record",
    "render_apparatus",
    "render_pairs",
    "render_witnesses",
    "story_record",
    "trace_record",
]
