"""Invented feeds of each kind, for tests of polling."""

from __future__ import annotations

import json
from collections.abc import Sequence

RSS_ITEM = """<item><title>{title}</title><link>{link}</link><guid>{link}</guid>
<description>&lt;p&gt;Nine of them &lt;b&gt;crew&lt;/b&gt;.&lt;/p&gt;</description>
<pubDate>{date}</pubDate><source url="https://wire.example/">Coast Wire</source></item>"""
DATE = "Thu, 19 Nov 2026 06:10:00 +0100"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title>
<entry><id>tag:ledger.example,2026:1</id><title>Ferry aground</title>
<link rel="alternate" href="https://ledger.example/1"/><updated>2026-11-19T05:10:00Z</updated>
<summary>Nine of them crew.</summary><source><title>Coast Wire</title></source></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Ledger",
        "items": [
            {
                "id": 1,
                "url": "https://ledger.example/1",
                "title": "Ferry aground",
                "content_html": "<p>Nine of them <b>crew</b>.</p>",
                "date_published": "2026-11-19T06:10:00+01:00",
            }
        ],
    }
)


def rss(links: Sequence[str], *, title: str = "Ferry aground", date: str = DATE) -> str:
    items = "".join(RSS_ITEM.format(title=title, link=link, date=date) for link in links)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>L</title>{items}</channel></rss>'
    )
