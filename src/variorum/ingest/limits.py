"""How much one capture may cost, so that a hostile or broken file costs itself alone."""

# A news page is 20 kB to 2 MB; the longest in the labelled sets has 3.4 MB. Past this a file or a
# record is no page, and reading it whole could cost the memory of the other pages' analysis.
LARGEST_CAPTURE = 32 * 1024 * 1024

# Text renderings are far shorter than their markup: the longest labelled page has 0.3 MB of text.
LONGEST_TEXT = 4 * 1024 * 1024
