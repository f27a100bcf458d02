"""Formats out: JSON, the report for the terminal and as one HTML page, editions, stemmata, tables."""

from .choosing import choose_account, choose_story, narrowed, story_of
from .collection import COLLECTIONS
from .formats import FORMATS, WHOLE_FORMATS, Format, WholeFormat
from .json_records import (
    account_record,
    article_record,
    comparison_record,
    figure_record,
    quotation_record,
    story_record,
)
from .parquet import render_parquet
from .tables import (
    apparatus_table,
    pairs_table,
    render_apparatus,
    render_csv,
    render_pairs,
    render_witnesses,
    witnesses_table,
)
from .terminal import print_comparison
from .trace_record import trace_record
from .trace_report import print_trace

__all__ = [
    "COLLECTIONS",
    "FORMATS",
    "WHOLE_FORMATS",
    "Format",
    "WholeFormat",
    "account_record",
    "apparatus_table",
    "article_record",
    "choose_account",
    "choose_story",
    "comparison_record",
    "figure_record",
    "narrowed",
    "pairs_table",
    "print_comparison",
    "print_trace",
    "quotation_record",
    "render_apparatus",
    "render_csv",
    "render_pairs",
    "render_parquet",
    "render_witnesses",
    "story_of",
    "story_record",
    "trace_record",
    "witnesses_table",
]
