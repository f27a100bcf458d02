"""Pages of an invented country, written for these tests, and how they become captures."""
# ruff: noqa: E501 - a page's paragraph is one line

from variorum.model import Capture, CaptureId, Stated, content_id

HARBOUR = """Velmark Tribune
• Home
• Sveran
• Business
No Result
View All Result

Ferry strike ends as Sveran port workers accept pay deal

Mara OldenbyMara Olden
March 14, 2021
in Sveran, Ports, Labour
0
Ferry strike ends as Sveran port workers accept pay deal

Dock workers cheer outside the harbour office in Sveran, Velmark, on March 13, 2021.

Port workers in Sveran voted on Saturday to end a nine-day ferry strike after their union accepted a pay deal.

The vote, held in a warehouse beside the old customs house, passed with 412 hands raised against 37, union officials said.

“Nobody wanted the islands to go without bread for another week,” said Jonas Pell, who leads the dockers' union.

Ferry companies said that sailings to the outer islands would begin again on Monday morning.

Tags: SveranPortsLabour

Related Posts

Island mayors ask for a second ferry
Sveran

Island mayors ask for a second ferry

March 30, 2021

Leave a Reply

velmark tribune
Contact Us
© Copyright 2021 - All rights reserved
"""

BRIDGE = """Search
Menu

Old Quay bridge to close for a year of repairs, council says

The council of Tornau will close its oldest bridge from April while engineers replace the rusted chains

Nordpress
Published : 02 February 2022, 08:15 AM
Updated : 03 February 2022, 09:40 AM

The council of Tornau will close the Old Quay bridge for a year from April so that engineers can replace its rusted chains.

Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks said they feared for their trade.

"We were told about this on a Tuesday evening," said Ilse Brandt, who sells flowers at the eastern end of the bridge.

The council said that a free boat would carry walkers across the river every ten minutes between six and midnight.

RELATED STORIES
Tornau council raises parking fees
Drivers say the change comes at the worst moment
"""


def capture(text: str, **given: object) -> Capture:
    """Return a text capture of `text`; what a record states may be given."""
    stated = given.pop("stated", Stated())
    fields: dict[str, object] = {"media_type": "text/plain", **given}
    return Capture(
        id=CaptureId(content_id(text)),
        location="page.txt",
        text=text,
        digest=content_id(text),
        stated=stated,  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )
