"""A wire story, a lightly edited copy of it, a report of one's own, and standing background."""

from __future__ import annotations

WIRE = (
    "The car ferry Ardent Tide ran aground on the Calder Bank late on Wednesday after its steering"
    " failed in a heavy swell, the coastguard said.\n\n"
    "All 241 people on board were brought ashore by lifeboats before midnight, and twelve of them"
    " were treated for cuts and cold in the church hall.\n\n"
    "The bank lies an hour off Selwick and has claimed nine ships since the light was moved."
)
EDITED = (
    "A car ferry ran aground on the Calder Bank late on Wednesday after its steering failed in a"
    " heavy swell, officials said, in the second such accident this year.\n\n"
    "All 241 passengers and crew were brought ashore by lifeboats before midnight; a dozen of them"
    " were treated for cuts and cold."
)
OWN = (
    "Ida Marsh was pouring coffee when the floor of the Ardent Tide tilted under her feet.\n\n"
    "Two hours later she stood on the quay at Selwick, wrapped in a blanket that smelled of diesel,"
    " one of 241 who got off the stranded ferry alive."
)
BACKGROUND = (
    "The port of Selwick handles a third of the region's grain and has been run by a trust of its"
    " own citizens since the old company went bankrupt."
)
