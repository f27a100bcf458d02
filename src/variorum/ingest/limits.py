"""How much one capture may cost, so that a hostile or broken file costs itself alone."""

# A news page is 20 kB to 2 MB; the longest in the labelled sets has 3.4 MB. Past this a file or a
# record is no page, and reading it whole could cost the memory of the other pages' analysis.
LARGEST_CAPTURE = 32 * 1024 * 1024

# The longest labelled page of markup has 2.1 MB and 8,100 tags. Rendering takes a second for 8 MB, and
# 500 bytes of memory for each element: six million open tags took 22 s and 2.7 GB.
LONGEST_MARKUP = 16 * 1024 * 1024
MOST_TAGS = 200_000

# Text renderings are far shorter than their markup: the longest labelled page has 0.3 MB of text.
LONGEST_TEXT = 4 * 1024 * 1024

# A file that is parsed as a whole (a JSON array, a feed) holds many captures: a week of a busy
# feed is 5 MB, a page of 1,000 articles from an interface of programs 10 MB. Parsed JSON takes up
# to four times its bytes. Collections past this come as JSON lines or Parquet, which are streamed.
LARGEST_COLLECTION = 64 * 1024 * 1024

# What may be passed over in one file (overlong lines, blank ones) before it is given up. Ten
# megabytes of gzip can unpack to ten gigabytes of nothing: a second's work up to this bound, a
# minute's without it.
MOST_SKIPPED = 256 * 1024 * 1024

# A file with so many failures and repetitions, and more of them than captures, is given up:
# unpacked from a few kilobytes, lines that fail could fill the memory with their own failures.
MOST_FRUITLESS = 10_000

# One column of one row group of Parquet, unpacked: its reader takes it into memory. Writers make
# row groups of 128 MB to 1 GB over all columns.
LARGEST_COLUMN = 512 * 1024 * 1024

# Where a WARC is broken, the next whole record is looked for; so often in one file.
MOST_BREAKS = 1_000


def megabytes(size: int) -> str:
    """Return a number of bytes as people write it: 33554432 is "34 MB"."""
    return f"{size / 1e6:,.0f} MB"
